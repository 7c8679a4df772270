import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk, Page, Peer } from '../peers/peer.ts';
import { type Figures, medians } from '../statistics.ts';

/** Makes an empty folder, gives it to a function and takes it away again. */
export const inFolder = async <T>(run: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Starts a desk of each peer in a folder of its own, all idle until they are used, and stops them afterwards. */
const withDesks = async <T>(peers: readonly Peer[], run: (desks: readonly (readonly [Peer, Desk])[]) => Promise<T>) =>
  inFolder(async (folder) => {
    const desks: (readonly [Peer, Desk])[] = [];
    try {
      for (const peer of peers) desks.push([peer, await peer.start(mkdtempSync(join(folder, 'desk-')))]);
      return await run(desks);
    } finally {
      await Promise.all(desks.map(([, desk]) => desk.stop()));
    }
  });

/** Measures each peer once a round, taking turns; the middle of each figure by the peer's name. */
export const inTurns = (
  peers: readonly Peer[],
  rounds: number,
  once: (desk: Desk, peer: Peer) => Promise<Figures>,
): Promise<ReadonlyMap<string, Figures>> =>
  withDesks(peers, async (desks) => {
    const found = new Map<string, Figures[]>(peers.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [peer, desk] of desks) found.get(peer.name)?.push(await once(desk, peer));
    }
    return new Map([...found].map(([name, figures]) => [name, medians(figures)]));
  });

/** Opens so many pages of an article, each at its own seat, and closes them afterwards. */
export const withPages = async <T>(
  desk: Desk,
  { article, count, port }: { readonly article: string; readonly count: number; readonly port?: number },
  run: (pages: readonly Page[]) => Promise<T>,
): Promise<T> => {
  const pages: Page[] = [];
  try {
    for (let seat = 0; seat < count; seat += 1) {
      pages.push(await desk.open({ article, seat: seat % 64, ...(port !== undefined && { port }) }));
    }
    return await run(pages);
  } finally {
    for (const page of pages) page.close();
  }
};

/**
 * Does something, and says what the server used meanwhile: its share of one core in per cent, its memory in megabytes; and what
 * all the clients did, in this process: near 100 it is they who are slow.
 */
export const metered = async <T>(desk: Desk, run: () => Promise<T>): Promise<readonly [T, Figures]> => {
  const [before, clients, start] = [desk.usage(), process.cpuUsage(), performance.now()];
  const result = await run();
  const [after, spent, time] = [desk.usage(), process.cpuUsage(clients), performance.now() - start];
  const used = {
    'CPU %': (100 * (after.cpu - before.cpu)) / time,
    MB: after.memory,
    'clients CPU %': (spent.user + spent.system) / 10 / time,
  };
  return [result, used];
};
