import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { Socket } from 'socket.io-client';
import { sha256 } from '../../server/digest.ts';
import { draftEntry } from '../../server/draft.ts';
import type { Entries, EntryJson, Joined } from '../../shared/protocol.ts';
import { toJson } from '../../shared/protocol.ts';
import { durableFloor } from '../peers/floor.ts';
import { asked, connected } from '../peers/socket.ts';
import { tokenIn, touchstone } from '../peers/touchstone.ts';
import type { Found, Row } from '../results.ts';
import { type Figures, median, medians } from '../statistics.ts';
import { type Keystroke, recordedSession } from '../traces.ts';
import { inFolder } from './desks.ts';
import type { Measure } from './measure.ts';
import { linesOf, ReplayWriter } from './replay-writer.ts';

/** A connection may send 50 operations a second for long: one writer without a pause comes in by so many, here and at the floor. */
const CONNECTIONS = 12;

/** Milliseconds of the round trip by which the keys of the recording go together, one operation under way at a time. */
const TRIP = 50;

const SETTINGS = {
  session: 'as the client sends',
  single: 'each key alone',
  pace: 'at its own pace',
} as const;

/** What the recording comes to, for a text to compare with. */
const written = (keys: readonly Keystroke[]): string => {
  let text = '';
  for (const { patches } of keys) {
    for (const [offset, taken, brought] of patches) text = text.slice(0, offset) + brought + text.slice(offset + taken);
  }
  return text;
};

/** The bytes of a desk's database: while the server runs, what they will be when all is in the one file. */
const sizeOf = (folder: string): number => {
  const database = new Sqlite(join(folder, 'touchstone.db'), { readonly: true });
  const [pages, size] = ['page_count', 'page_size'].map((name) => Number(database.pragma(name, { simple: true })));
  database.close();
  return (pages ?? 0) * (size ?? 0);
};

/** The bytes of the pages on which the log stands, with its indexes, loose entries and all. */
const logIn = (folder: string): number => {
  const database = new Sqlite(join(folder, 'touchstone.db'), { readonly: true });
  const tables = "select name from sqlite_schema where tbl_name in ('entries', 'blocks')";
  const sum = database.prepare(`select sum(pgsize) from dbstat where name in (${tables})`).pluck().get();
  database.close();
  return Number(sum);
};

const rateOf = (keys: number, start: number): number => (1_000 * keys) / (performance.now() - start);

/** Sends what a writer has done, one operation at a time; resolves when its entry has come back. */
const sending = async (sockets: readonly Socket[], article: string, writer: ReplayWriter) => {
  let sent = 0;
  let came: (() => void) | undefined;
  sockets[0]?.on('entries', ({ entries }: Entries) => {
    writer.heard(entries);
    came?.();
  });
  return async (): Promise<boolean> => {
    const operation = writer.next();
    if (!operation) return false;
    const heard = new Promise<void>((resolve) => {
      came = resolve;
    });
    sent += 1;
    const socket = sockets[sent % sockets.length];
    if (socket) await asked(socket, 'operation', { article, operation: toJson(operation) });
    await heard;
    return true;
  };
};

/** Writes the recording through our server; `alone` waits for each key's entry before the next. */
const ours = (keys: readonly Keystroke[], alone: boolean): Promise<Figures> =>
  inFolder(async (folder) => {
    const desk = await touchstone.start(folder);
    const token = await tokenIn(folder);
    const response = await fetch(`http://127.0.0.1:${desk.port}/api/articles`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ title: 'A post', text: '-', clean: false }),
    });
    const { id: article } = (await response.json()) as { readonly id: string };
    const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => connected(desk.port, { token })));
    const [joined] = await Promise.all(sockets.map((socket) => asked<Joined>(socket, 'join', { article })));
    if (!joined) throw new Error('nobody has joined');
    const writer = new ReplayWriter(joined, 'replay');
    const send = await sending(sockets, article, writer);
    const before = [sizeOf(folder), logIn(folder)] as const;
    const start = performance.now();
    let under: Promise<boolean> | undefined;
    let operations = 0;
    for (const key of keys) {
      writer.press(key);
      if (alone) operations += Number(await send());
      else {
        under ??= send().finally(() => {
          operations += 1;
          under = undefined;
        });
        await nextTurn();
      }
    }
    await under;
    while (await send()) operations += 1;
    const rate = rateOf(keys.length, start);
    const right = linesOf(writer.session.confirmed.doc) === `${written(keys)}-`;
    for (const socket of sockets) socket.disconnect();
    await desk.stop();
    if (!right) throw new Error('the text is not the one that was recorded');
    return {
      'keys a second': rate,
      'keys an operation': keys.length / operations,
      'log bytes a key': (logIn(folder) - before[1]) / keys.length,
      'database bytes a key': (sizeOf(folder) - before[0]) / keys.length,
    };
  });

/** Sends as many messages through the floor, each when the one before is acknowledged. */
const floor = (keys: readonly Keystroke[]): Promise<Figures> =>
  inFolder(async (folder) => {
    const desk = await durableFloor.start(folder);
    const article = await desk.newArticle();
    const pages = await Promise.all(Array.from({ length: CONNECTIONS }, () => desk.open({ article, seat: 0 })));
    const start = performance.now();
    for (const index of keys.keys()) await pages[index % CONNECTIONS]?.type();
    const rate = rateOf(keys.length, start);
    for (const page of pages) page.close();
    await desk.stop();
    return { 'keys a second': rate, 'keys an operation': 1 };
  });

/** What the entries come to as text when the recording is written at its own pace, in bytes a keystroke; nothing is stored. */
const asText = (keys: readonly Keystroke[], joined: Joined): Figures => {
  const writer = new ReplayWriter(joined, 'replay');
  const reviewer = { id: joined.reviewer, role: 'editor' } as const;
  let head = writer.session.confirmed;
  let bytes = 0;
  let operations = 0;
  let answerAt = Number.POSITIVE_INFINITY;
  let answer: readonly EntryJson[] = [];
  const send = (now: number): void => {
    const operation = writer.next();
    if (!operation) return;
    const at = new Date(Date.UTC(2026, 2, 1) + now).toISOString();
    const { entry, body, article } = draftEntry(head, operation, { reviewer, at, over: [], digest: sha256 });
    head = article;
    bytes += Buffer.byteLength(body);
    operations += 1;
    answer = [toJson(entry)];
    answerAt = now + TRIP;
  };
  const answered = (now: number): void => {
    while (answerAt <= now) {
      const time = answerAt;
      answerAt = Number.POSITIVE_INFINITY;
      writer.heard(answer);
      send(time);
    }
  };
  for (const key of keys) {
    answered(key.at);
    writer.press(key);
    if (answerAt === Number.POSITIVE_INFINITY) send(key.at);
  }
  answered(Number.MAX_SAFE_INTEGER);
  return { 'JSON bytes a key': bytes / keys.length, 'keys an operation': keys.length / operations };
};

const emptyArticle = async (): Promise<Joined> =>
  inFolder(async (folder) => {
    const desk = await touchstone.start(folder);
    const article = await desk.newArticle();
    const socket = await connected(desk.port, { token: await tokenIn(folder) });
    const joined = await asked<Joined>(socket, 'join', { article });
    socket.disconnect();
    await desk.stop();
    return joined;
  });

const SKIPPED: Found = {
  rows: [],
  ratios: [],
  notes: ['SKIPPED: shared/material/01-traces/open is not beside the repository'],
};

/** A real writing session, key by key. */
export const replay: Measure = {
  name: 'replay',
  title: 'Replay of a recorded writing session',
  run: async ({ rounds, share }) => {
    const recorded = recordedSession();
    if (!recorded) return SKIPPED;
    const keys = recorded.slice(0, 3_000 * share);
    const found: Record<string, Figures[]> = {};
    const rowOf = (setting: string, subject: string, all: readonly Figures[]): Row => ({
      setting,
      subject,
      figures: medians(all),
    });
    const turns = { floor: () => floor(keys), session: () => ours(keys, false), single: () => ours(keys, true) };
    for (let round = 0; round < Math.min(rounds, 2); round += 1) {
      for (const [name, once] of Object.entries(turns)) found[name] = [...(found[name] ?? []), await once()];
    }
    const bytes = asText(recorded.slice(0, 10_000 * share), await emptyArticle());
    const middle = (name: string, figure: string): number =>
      median((found[name] ?? []).map((each) => each[figure] ?? Number.NaN));
    const rate = (name: string): number => middle(name, 'keys a second');
    return {
      rows: [
        rowOf(SETTINGS.single, 'durable floor', found.floor ?? []),
        rowOf(SETTINGS.session, 'Touchstone', found.session ?? []),
        rowOf(SETTINGS.single, 'Touchstone', found.single ?? []),
        rowOf(SETTINGS.pace, 'Touchstone', [bytes]),
      ],
      ratios: [
        { of: 'replay rate, × the floor’s', value: rate('session') / rate('floor'), least: 1 },
        {
          of: 'replay rate with each key an operation of its own, × the floor’s',
          value: rate('single') / rate('floor'),
        },
        {
          of: 'bytes kept in the log a key, each key an entry of its own (tables and indexes, after the server has ended)',
          value: middle('single', 'log bytes a key'),
          most: 40,
        },
        {
          of: 'bytes kept in the log a key, as the client sends (the same)',
          value: middle('session', 'log bytes a key'),
          most: 40,
        },
        {
          of: 'bytes by which the whole database grew a key, each key an entry of its own (snapshots too)',
          value: middle('single', 'database bytes a key'),
        },
        {
          of: `bytes of JSON a key before packing, at its own pace over ${TRIP} ms`,
          value: bytes['JSON bytes a key'] ?? Number.NaN,
        },
      ],
    };
  },
};
