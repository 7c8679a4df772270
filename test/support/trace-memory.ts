import assert from 'node:assert/strict';
import { sha256 as digest } from '../../server/digest.ts';
import { Room } from '../../server/room.ts';
import type { LogStore } from '../../server/storage/log-store.ts';
import { memoryLogStore } from '../../server/storage/memory-log-store.ts';
import { type Entry, parseEntry } from '../../shared/log.ts';
import { isFault } from '../../shared/protocol.ts';
import { creation } from './newsroom.ts';
import { testTime } from './time.ts';
import type { Courier } from './trace-replay.ts';

/** The room of a server, and what it told. */
interface Told {
  readonly room: Room;
  readonly log: readonly Entry[];
}

const listened = (room: Room): Told => {
  const log: Entry[] = [];
  room.subscribe((entries) => {
    for (const entry of entries) log.push(parseEntry(JSON.parse(JSON.stringify(entry)), 'entry'));
  });
  return { room, log };
};

/**
 * People at one article, as many as there are names: in one room in memory, or by turns in the rooms of several servers, each by its own
 * way to the store they have in common.
 */
export const openRoomCourier = async (
  names: readonly string[],
  [store, ...others]: readonly [LogStore, ...LogStore[]] = [memoryLogStore()],
): Promise<{ readonly courier: Courier; readonly room: Room }> => {
  const { clock } = testTime();
  const report = (error: unknown): never => {
    throw error;
  };
  const room = await Room.create(
    { store, clock, digest, report },
    'article',
    { id: 'una', role: 'lead' },
    creation(''),
  );
  assert.ok(room instanceof Room);
  const { article } = room;
  const servers = [listened(room)];
  for (const each of others) {
    const opened = await Room.open({ store: each, clock, digest, report }, room.id);
    assert.ok(opened);
    servers.push(listened(opened));
  }
  const serverOf = (agent: number): Told => servers[agent % servers.length] as Told;
  const courier: Courier = {
    article,
    reviewers: names,
    send: async (agent, operation) => {
      const answer = await serverOf(agent).room.perform({ id: names[agent] ?? '', role: 'editor' }, operation);
      if (isFault(answer)) throw new Error(`${answer.fault}: ${answer.message}`);
      return answer.version;
    },
    entries: async (agent, after, upTo) => {
      const { room: own, log } = serverOf(agent);
      if (own.article.version < upTo) await own.catchUp();
      return log.slice(after - article.version, upTo - article.version);
    },
  };
  return { courier, room };
};
