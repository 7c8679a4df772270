import { PEERS } from '../peers/index.ts';
import type { Row } from '../results.ts';
import { spread } from '../statistics.ts';
import { inTurns, metered, withPages } from './desks.ts';
import type { Measure } from './measure.ts';
import { typeAlong, warmUp } from './typing.ts';

const READERS = [50, 200, 500] as const;

/** One writes and many read: how long until each has a key, and until the last one has it. */
export const fanOut: Measure = {
  name: 'fan-out',
  title: 'Fan-out, one writer at 5 keys a second (ms)',
  run: async ({ rounds, share }) => {
    const rows: Row[] = [];
    for (const readers of READERS) {
      const found = await inTurns(PEERS, Math.min(rounds, 2), async (desk) => {
        const article = await desk.newArticle();
        return withPages(desk, { article, count: readers + 1 }, async ([writer, ...others]) => {
          if (!writer) throw new Error('a writer was asked for');
          await warmUp([writer], { perSecond: 5, seconds: 0.4 });
          const heard: number[][] = others.map(() => []);
          for (const [index, reader] of others.entries()) reader.onKey(() => heard[index]?.push(performance.now()));
          const [typed, used] = await metered(desk, () => typeAlong(writer, { perSecond: 5, seconds: 2 * share }));
          const delays = heard.map((times) => times.map((at, key) => at - (typed.sent[key] ?? at)));
          const last = typed.sent.map((_, key) => Math.max(...delays.map((each) => each[key] ?? 0)));
          return {
            ...spread(typed.waits, 'ack'),
            ...spread(delays.flat(), 'delivery'),
            'last p50': spread(last).p50 ?? Number.NaN,
            ...used,
          };
        });
      });
      rows.push(...[...found].map(([subject, figures]) => ({ setting: `${readers} readers`, subject, figures })));
    }
    return { rows, ratios: [] };
  },
};
