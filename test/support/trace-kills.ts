import assert from 'node:assert/strict';
import { setTimeout as passed } from 'node:timers/promises';
import { STOP_LIMIT } from '../../server/stopping.ts';
import { type Chance, chance } from './random.ts';
import { ServerProcess } from './server-process.ts';
import { StoredLog } from './trace-stored-log.ts';
import { openTraceWire } from './trace-wire.ts';
import { Writer } from './trace-writer.ts';

/** What a run came to. */
export interface Killed {
  readonly kills: number;
  readonly entries: number;
  readonly acknowledged: number;
}

/** How a server is killed. */
export interface Killing {
  readonly seed: number;
  readonly kills: number;
  readonly writers: number;
  /** In the middle of whatever it does, as when it is not said; or in order, as by whoever restarts it. */
  readonly how?: 'killed' | 'stopped';
}

/** Milliseconds between two deeds, whoever does them. */
const PAUSE = 10;

/**
 * Kills a real server, over SQLite, again and again while people write through real sockets, and holds what is stored after each
 * kill to what was acknowledged before it (T1, T2, T9); in the end everybody stands where the log says (T3, T10).
 */
export const killServer = async ({ seed, kills, writers: count, how = 'killed' }: Killing): Promise<Killed> => {
  const luck = chance(seed);
  const server = await ServerProcess.start();
  const names = Array.from({ length: count }, (_, index) => `w${index}-`);
  const tokens = await server.tokens(names, 'editor');
  const article = await server.article(tokens[0] ?? '', 'The desk\n\nHere everybody writes at once.');
  let told = 0;
  const writers = names.map(
    (name, index) =>
      new Writer(name, article, chance(seed * 100 + index), (hears) =>
        openTraceWire({
          url: server.url,
          token: tokens[index] ?? '',
          patience: 2_000,
          acknowledged: (opId, version) => {
            told += 1;
            hears(opId, version);
          },
        }),
      ),
  );
  const log = new StoredLog(server.dataFolder, article);
  const writing = new AbortController();
  try {
    await Promise.all(writers.map((writer) => writer.opening()));
    const everybodyWrites = write(writers, luck, writing.signal);
    for (let kill = 0; kill < kills; kill += 1) {
      // Now and then at once, before anybody is back; mostly in the middle of things.
      const enough = told + luck.below(20);
      await until(
        () => told >= enough,
        () => 'nothing is acknowledged any more',
      );
      await passed(luck.below(20));
      await (how === 'killed' ? server.kill() : inOrder(server));
      await log.grows();
      for (const writer of writers) log.holds(writer);
      await server.restart();
    }
    writing.abort();
    await everybodyWrites;
    const versions = (): readonly (number | undefined)[] => writers.map((writer) => writer.version());
    await until(
      () => writers.every((writer) => writer.isQuiet) && new Set(versions()).size === 1,
      () => `somebody is behind or has not sent everything: they stand at ${versions()}`,
    );
    await server.kill();
    await log.grows();
    assert.equal(versions()[0], log.entries.length);
    for (const writer of writers) log.holds(writer);
    log.agreesWith(writers);
    assert.deepEqual(server.errors, []);
    const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged.size, 0);
    return { kills, entries: log.entries.length, acknowledged };
  } finally {
    writing.abort();
    for (const writer of writers) writer.close();
    await server.stop();
  }
};

/** What is under way is answered, then it ends of itself: with 0, and before whoever runs it would lose patience. */
const inOrder = async (server: ServerProcess): Promise<void> => {
  const from = Date.now();
  assert.equal(await server.end(), 0);
  assert.ok(Date.now() - from < STOP_LIMIT + 5_000);
};

const write = async (writers: readonly Writer[], luck: Chance, ended: AbortSignal): Promise<void> => {
  while (!ended.aborted) {
    const writer = luck.pick(writers);
    if (writer.session.pending.length < 4) writer.writes();
    await passed(PAUSE);
  }
};

const until = async (isSo: () => boolean, otherwise: () => string): Promise<void> => {
  const late = Date.now() + 30_000;
  while (!isSo()) {
    assert.ok(Date.now() < late, otherwise());
    await passed(1);
  }
};
