import { setTimeout as passed } from 'node:timers/promises';
import { chance } from './random.ts';
import type { ServerProcess } from './server-process.ts';
import { openTraceWire } from './trace-wire.ts';
import { Writer } from './trace-writer.ts';

/** Some people who write in one article of a real server until they are stopped. Close it. */
export interface WritingDesk {
  readonly article: string;
  readonly token: string;
  readonly writers: readonly Writer[];
  /** How many operations were acknowledged by now. */
  readonly told: () => number;
  /** Nobody writes anything more. */
  readonly stop: () => Promise<void>;
  readonly close: () => void;
}

/** Milliseconds between two deeds, whoever does them. */
const PAUSE = 10;

/** People who write as soon as the article is open to all of them. */
export const writingDesk = async (server: ServerProcess, count: number): Promise<WritingDesk> => {
  const luck = chance(1);
  const names = Array.from({ length: count }, (_, index) => `w${index}-`);
  const tokens = await server.tokens(names, 'editor');
  const token = tokens[0] ?? '';
  const article = await server.article(token, 'The desk\n\nHere everybody writes at once.');
  let told = 0;
  const writers = names.map(
    (name, index) =>
      new Writer(name, article, chance(index), (hears) =>
        openTraceWire({
          url: server.url,
          token: tokens[index] ?? '',
          patience: 8_000,
          acknowledged: (opId, version) => {
            told += 1;
            hears(opId, version);
          },
        }),
      ),
  );
  await Promise.all(writers.map((writer) => writer.opening()));
  const ended = new AbortController();
  const writing = (async () => {
    while (!ended.signal.aborted) {
      const writer = luck.pick(writers);
      if (writer.session.pending.length < 4) writer.writes();
      await passed(PAUSE);
    }
  })();
  const stop = async (): Promise<void> => {
    ended.abort();
    await writing;
  };
  return {
    article,
    token,
    writers,
    told: () => told,
    stop,
    close: () => {
      ended.abort();
      for (const writer of writers) writer.close();
    },
  };
};

/** Resolves once something is so; fails with `otherwise` where it does not come about. */
export const untilSo = async (isSo: () => boolean | Promise<boolean>, otherwise: () => string): Promise<void> => {
  const late = Date.now() + 60_000;
  while (!(await isSo())) {
    if (Date.now() > late) throw new Error(otherwise());
    await passed(20);
  }
};
