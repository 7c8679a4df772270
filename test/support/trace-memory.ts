import assert from 'node:assert/strict';
import { sha256 as digest } from '../../server/digest.ts';
import { Room } from '../../server/room.ts';
import { memoryLogStore } from '../../server/storage/memory-log-store.ts';
import { type Entry, parseEntry } from '../../shared/log.ts';
import { isFault } from '../../shared/protocol.ts';
import { creation } from './newsroom.ts';
import { testTime } from './time.ts';
import type { Courier } from './trace-replay.ts';

/** People in one room in memory, as many as there are names. */
export const openMemoryCourier = async (
  names: readonly string[],
): Promise<{ readonly courier: Courier; readonly room: Room }> => {
  const { clock } = testTime();
  const report = (error: unknown): never => {
    throw error;
  };
  const parts = { store: memoryLogStore(), clock, digest, report };
  const room = await Room.create(parts, 'article', { id: 'una', role: 'lead' }, creation(''));
  assert.ok(room instanceof Room);
  const { article } = room;
  const log: Entry[] = [];
  room.subscribe((entries) => {
    for (const entry of entries) log.push(parseEntry(JSON.parse(JSON.stringify(entry)), 'entry'));
  });
  const courier: Courier = {
    article,
    reviewers: names,
    send: async (agent, operation) => {
      const answer = await room.perform({ id: names[agent] ?? '', role: 'editor' }, operation);
      if (isFault(answer)) throw new Error(`${answer.fault}: ${answer.message}`);
      return answer.version;
    },
    entries: async (_agent, after, upTo) => log.slice(after - article.version, upTo - article.version),
  };
  return { courier, room };
};
