import { setImmediate as nextTurn } from 'node:timers/promises';
import { Step } from 'prosemirror-transform';
import { systemClock } from '../../server/clock.ts';
import { sha256 } from '../../server/digest.ts';
import { Room } from '../../server/room.ts';
import type { RoomParts } from '../../server/room-parts.ts';
import { Snapshots } from '../../server/snapshot.ts';
import { type ArticleJson, articleFromJson } from '../../shared/article.ts';
import { isFault } from '../../shared/protocol.ts';
import { schema } from '../../shared/schema.ts';
import { creationOf, withClaims } from '../articles.ts';
import { durableStore } from '../durable-store.ts';
import { typingStep } from '../peers/socket.ts';

// One thing in a process of its own, so that nothing is warm: node opening-child.ts FOLDER prepare|parse|cold|tail [CLAIMS]

const ARTICLE = 'opening';
const CHARACTERS = 100_000;

/** So many entries stand after the last snapshot when a server is killed at the worst moment. */
const TAIL = 199;

const una = { id: 'una', role: 'lead' } as const;
const [folder = '', task, claims] = process.argv.slice(2);
const store = durableStore(folder);
const parts: RoomParts = { store, clock: systemClock, digest: sha256, report: console.error };

const say = (value: unknown): void => console.log(JSON.stringify(value));

/** The same article twice: `cold` with a snapshot of its head, `tail` killed just before the next one. */
const prepare = async (): Promise<void> => {
  for (const [id, keys] of [
    [`${ARTICLE}-cold`, 0],
    [`${ARTICLE}-tail`, TAIL],
  ] as const) {
    const created = await Room.create(parts, id, una, creationOf(CHARACTERS));
    if (!(created instanceof Room)) throw new Error(JSON.stringify(created));
    const article = withClaims(created.article, Number(claims));
    await new Snapshots(store, id, 0, console.error).keep({ article, at: systemClock.now() });
    const room = await Room.open(parts, id);
    if (!room) throw new Error('the article is not there');
    for (let key = 0; key < keys; key += 1) {
      const step = Step.fromJSON(schema, typingStep(30 + key * 404, 'x'));
      const part = { kind: 'text', target: 'body', steps: [step] } as const;
      const answer = await room.perform(una, { opId: `key-${key}`, base: room.article.version, parts: [part] });
      if (isFault(answer)) throw new Error(answer.message);
    }
  }
};

const timed = async (run: () => unknown): Promise<number> => {
  await nextTurn();
  const start = performance.now();
  await run();
  return performance.now() - start;
};

/** The store has been used before, as that of a running server; the article has not. */
const opening = async (id: string): Promise<number> => {
  await Room.open(parts, 'another');
  return timed(() => Room.open(parts, id));
};

const TASKS: Readonly<Record<string, () => Promise<unknown>>> = {
  prepare,
  parse: async () => {
    const stored = await store.snapshot(`${ARTICLE}-cold`);
    return timed(() => articleFromJson((JSON.parse(stored?.body ?? '') as { readonly article: ArticleJson }).article));
  },
  cold: () => opening(`${ARTICLE}-cold`),
  tail: () => opening(`${ARTICLE}-tail`),
};

const run = task !== undefined && Object.hasOwn(TASKS, task) ? TASKS[task] : undefined;
if (!run) throw new Error(`there is no task "${task}"`);
say((await run()) ?? 'done');
await store.close();
