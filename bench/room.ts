import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, SqliteDialect } from 'kysely';
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { systemClock } from '../server/clock.ts';
import { sha256 } from '../server/digest.ts';
import { Room } from '../server/room.ts';
import type { LogStore } from '../server/storage/log-store.ts';
import { sqlLogStore } from '../server/storage/sql-log-store.ts';
import { sqliteCommit } from '../server/storage/sqlite-commit.ts';
import { openDatabase } from '../server/storage/sqlite-database.ts';
import { sqliteLazily } from '../server/storage/sqlite-lazily.ts';
import type { Tables } from '../server/storage/tables.ts';
import type { CreateArticle } from '../shared/operations/article.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import { isFault } from '../shared/protocol.ts';
import { quoteAt } from '../shared/quote.ts';
import { create, schema } from '../shared/schema.ts';

// How long an acknowledgement takes, beside the bare append of the same entries to the same store.
//   node bench/room.ts

const PARAGRAPHS = 100;
const CLAIMS = 100;
const una = { id: 'una', role: 'lead' } as const;
const words = 'The moon is about 384,400 kilometres away, which light crosses in little more than a second. ';

const creation = (): CreateArticle => {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, n) =>
    create('paragraph', null, [schema.text(`${n}: ${words.repeat(2)}`)]),
  );
  const doc = create('doc', null, [create('title', null, []), ...paragraphs]);
  return { kind: 'article.create', doc, origin: { format: '', url: '', language: '' }, removals: [] };
};

const parts = (store: LogStore) => ({ store, clock: systemClock, digest: sha256, report: console.error });

const roomWithClaims = async (store: LogStore, id: string): Promise<Room> => {
  const room = await Room.create(parts(store), id, una, creation());
  if (!(room instanceof Room)) throw new Error(JSON.stringify(room));
  const { doc } = room.article;
  const size = Math.floor(doc.content.size / CLAIMS);
  const marks: AnyPart[] = Array.from({ length: CLAIMS }, (_, n) => {
    const from = 8 + n * size;
    const place = { from, to: from + 24 };
    return { kind: 'claim.mark', claim: `c${n}`, place, quote: quoteAt(doc, place.from, place.to), fields: {} };
  });
  await room.perform(una, { opId: 'marks', base: 1, parts: marks });
  return room;
};

const key = (at: number): AnyPart => ({
  kind: 'text',
  target: 'body',
  steps: [new ReplaceStep(at, at, new Slice(Fragment.from(schema.text('x')), 0, 0))],
});

interface Desk {
  readonly write: (writer: number, count: number) => Promise<void>;
  readonly close: () => Promise<unknown>;
}

type Setting = (store: LogStore) => Promise<Desk>;

const bareAppend: Setting = async (store) => {
  const body = 'x'.repeat(330);
  const write: Desk['write'] = async (writer, count) => {
    const entry = {
      article: `a${writer}`,
      version: count,
      reviewer: 'una',
      opId: `${count}`,
      opHash: 'f'.repeat(64),
      body,
    };
    await store.append([entry], { updatedAt: '2026-01-01T00:00:00.000Z', summary: '{"title":"","claims":100}' });
  };
  return { write, close: async () => {} };
};

const rooms =
  (articles: number): Setting =>
  async (store) => {
    const open = await Promise.all(Array.from({ length: articles }, (_, n) => roomWithClaims(store, `r${n}`)));
    const write: Desk['write'] = async (writer, count) => {
      const room = open[writer % articles];
      if (!room) return;
      const operation = { opId: `${count}`, base: room.article.version, parts: [key(20 + writer * 100)] };
      const answer = await room.perform({ id: `w${writer}`, role: 'editor' }, operation);
      if (isFault(answer)) throw new Error(answer.message);
    };
    return { write, close: () => Promise.all(open.map((room) => room.close())) };
  };

const measure = async (name: string, setting: Setting, writers: number, each: number, pause = 0): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  // As server/storage/sqlite.ts puts it together.
  const database = openDatabase(folder);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  const commit = sqliteCommit(database);
  const log = sqlLogStore(
    db,
    (appends) => db.connection().execute(async () => commit(appends)),
    sqliteLazily(database, db),
  );
  const { write, close } = await setting(log);
  const times: number[] = [];
  const writer = async (_: unknown, index: number): Promise<void> => {
    for (let count = 1; count <= each; count += 1) {
      const before = performance.now();
      await write(index, count);
      times.push(performance.now() - before);
      if (pause > 0) await sleep(pause * (0.5 + Math.random()));
    }
  };
  const before = performance.now();
  await Promise.all(Array.from({ length: writers }, writer));
  const seconds = (performance.now() - before) / 1_000;
  times.sort((one, other) => one - other);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2).padStart(8);
  const rate = Math.round((writers * each) / seconds);
  console.log(`${name.padEnd(34)}${String(writers).padStart(4)}${at(0.5)}${at(0.99)}${String(rate).padStart(10)}`);
  await close();
  await log.close();
  await db.destroy();
  if (database.open) database.close();
  rmSync(folder, { recursive: true });
};

console.log(`${'milliseconds'.padEnd(34)} writers  p50     p99  a second`);
for (let round = 1; round <= 2; round += 1) {
  await measure('bare append', bareAppend, 1, 1_000);
  await measure('one article', rooms(1), 1, 1_000);
  await measure('bare append', bareAppend, 32, 150);
  await measure('32 articles', rooms(32), 32, 150);
  await measure('one article', rooms(1), 32, 150);
  await measure('one article, 10 keys a second each', rooms(1), 32, 30, 100);
}
