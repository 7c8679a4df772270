import type { CDPSession } from 'playwright-core';

/** Samples the scripts of a page while something runs; prints where their time went: build unminified to read the names. */
export const profiled = async (cdp: CDPSession, run: () => Promise<void>, top = 75): Promise<string> => {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  await run();
  const { profile } = await cdp.send('Profiler.stop');
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const self = new Map<string, number>();
  const total = new Map<string, number>();
  const add = (times: Map<string, number>, name: string, time: number): void =>
    void times.set(name, (times.get(name) ?? 0) + time / 1_000);
  profile.samples?.forEach((sample, index) => {
    const time = profile.timeDeltas?.[index] ?? 0;
    const seen = new Set<string>();
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const frame = nodes.get(id)?.callFrame;
      const name = `${frame?.functionName || '(anonymous)'} ${frame?.url.split('/').at(-1) ?? ''}:${frame?.lineNumber}`;
      if (id === sample) add(self, name, time);
      if (!seen.has(name)) add(total, name, time);
      seen.add(name);
    }
  });
  const lines = (title: string, times: Map<string, number>): string =>
    [title, ...[...times].sort(([, one], [, other]) => other - one).slice(0, top)]
      .map((line) => (typeof line === 'string' ? line : `  ${line[1].toFixed(1).padStart(9)} ms  ${line[0]}`))
      .join('\n');
  return `${lines('self', self)}\n${lines('total', total)}`;
};
