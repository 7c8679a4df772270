import assert from 'node:assert/strict';
import { setTimeout as passed } from 'node:timers/promises';
import { openPostgres } from '../../server/storage/postgres.ts';
import type { Entry } from '../../shared/log.ts';
import { DATABASE, openSchema } from './a-postgres.ts';
import { REDIS } from './a-redis.ts';
import { type Chance, chance } from './random.ts';
import { ServerProcess } from './server-process.ts';
import { StoredLog } from './trace-stored-log.ts';
import { openTraceWire } from './trace-wire.ts';
import { Writer } from './trace-writer.ts';
import { TroubledLine } from './troubled-line.ts';

/** What a run came to. */
export interface Troubled {
  readonly troubles: Readonly<Record<string, number>>;
  readonly entries: number;
  readonly acknowledged: number;
  readonly seconds: number;
}

/** How servers are troubled: until so many troubles, or so many seconds, are over. */
export interface Troubling {
  readonly seed: number;
  readonly servers: number;
  readonly writers: number;
  readonly troubles?: number;
  readonly seconds?: number;
}

/** Milliseconds between two deeds, whoever does them. */
const PAUSE = 15;

const portOf = (url: string, otherwise: number): number => Number(new URL(url).port || otherwise);

/** An address as it is, but that it leads through a line. */
const through = (url: string, line: TroubledLine): string => {
  const address = new URL(url);
  address.hostname = '127.0.0.1';
  address.port = String(line.port);
  return address.href;
};

/**
 * Several real servers on one PostgreSQL and one Redis, and people who write in one article through whichever server a balancer gives them,
 * while servers are killed and stopped, people's lines are slow or cut, Redis and PostgreSQL are gone for a while, and the article is
 * locked and opened. In the end the log holds all that was acknowledged, once (T1, T2), in one order that everybody has (T3), with no word in
 * it that was typed into a locked text (T7).
 */
export const troubleServers = async ({
  seed,
  servers: count,
  writers: people,
  ...until
}: Troubling): Promise<Troubled> => {
  const luck = chance(seed);
  const from = Date.now();
  const schema = await openSchema();
  const database = await TroubledLine.open(() => portOf(DATABASE, 5432));
  const redis = await TroubledLine.open(() => portOf(REDIS, 6379));
  const environment = {
    DATABASE_URL: through(schema.url, database),
    REDIS_URL: through(REDIS, redis),
    PUBLIC_URL: `http://desk-${seed}.test`,
  };
  const servers: ServerProcess[] = [];
  for (let each = 0; each < count; each += 1) servers.push(await ServerProcess.start(undefined, environment));
  const down = new Set<ServerProcess>();
  const first = servers[0] as ServerProcess;
  const names = Array.from({ length: people }, (_, index) => `w${index}-`);
  const tokens = await first.tokens(names, 'editor');
  const lead = await first.token('lead', 'lead');
  const article = await first.article(tokens[0] ?? '', 'The desk\n\nHere everybody writes at once.');
  // As a balancer does it that knows nothing of articles: each connection to some server that is up.
  const up = (): ServerProcess => luck.pick(servers.filter((server) => !down.has(server)));
  const line = await TroubledLine.open(() => Number(new URL(up().url).port));
  let told = 0;
  const writers = names.map(
    (name, index) =>
      new Writer(name, article, chance(seed * 100 + index), (hears) =>
        openTraceWire({
          url: `http://127.0.0.1:${line.port}`,
          token: tokens[index] ?? '',
          patience: 4_000,
          acknowledged: (opId, version) => {
            told += 1;
            hears(opId, version);
          },
        }),
      ),
  );
  const writing = new AbortController();
  const mending: Promise<unknown>[] = [];
  let locks = 0;

  const lock = async (kind: 'article.lock' | 'article.unlock'): Promise<void> => {
    locks += 1;
    const opId = `${kind}-${locks}`;
    // It is sent until it is answered, to whichever server: it is logged once all the same (T2).
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await fetch(`${up().url}/api/articles/${article}/operations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${lead}`, 'content-type': 'application/json' },
        body: JSON.stringify({ opId, base: 1, parts: [{ kind }] }),
        signal: AbortSignal.timeout(5_000),
      }).catch(() => undefined);
      if (answer?.ok) return;
      await passed(100);
    }
    throw new Error(`${kind} was never answered`);
  };

  const TROUBLES: Readonly<Record<string, () => Promise<void>>> = {
    killed: async () => {
      const server = up();
      down.add(server);
      await server.kill();
      mending.push(
        passed(luck.below(800))
          .then(() => broughtBack(server))
          .then(() => down.delete(server)),
      );
    },
    frozen: async () => {
      const server = up();
      server.freeze();
      await passed(200 + luck.below(1_500));
      server.goOn();
    },
    cut: async () => line.cut(),
    slow: async () => {
      line.delay = 20 + luck.below(150);
      await passed(500);
      line.delay = 0;
      line.cut();
    },
    'without Redis': async () => {
      redis.shut();
      await passed(luck.below(2_000));
      redis.reopen();
    },
    'without PostgreSQL': async () => {
      database.shut();
      await passed(luck.below(1_500));
      database.reopen();
    },
    locked: async () => {
      await lock('article.lock');
      await passed(luck.below(300));
      await lock('article.unlock');
    },
  };

  const did: Record<string, number> = {};
  const isOver = (): boolean => {
    const all = Object.values(did).reduce((sum, each) => sum + each, 0);
    return all >= (until.troubles ?? Infinity) || Date.now() - from > (until.seconds ?? Infinity) * 1_000;
  };
  try {
    await Promise.all(writers.map((writer) => writer.opening()));
    const everybodyWrites = write(writers, luck, writing.signal);
    while (!isOver()) {
      const enough = told + 1 + luck.below(20);
      await eventually(
        () => told >= enough,
        async () =>
          [
            `nothing is acknowledged any more after ${JSON.stringify(did)}; the writers:`,
            ...writers.map((writer) => writer.standing()),
            `the database:\n${await underWayIn(schema)}`,
            `the servers:\n${lastWords(servers)}`,
          ].join('\n'),
      );
      const name = luck.pick(
        Object.keys(TROUBLES).filter((each) => each !== 'killed' || servers.length - down.size > 1),
      );
      did[name] = (did[name] ?? 0) + 1;
      await TROUBLES[name]?.();
    }
    writing.abort();
    await everybodyWrites;
    await Promise.all(mending);
    const versions = (): readonly (number | undefined)[] => writers.map((writer) => writer.version());
    await eventually(
      () => writers.every((writer) => writer.isQuiet) && new Set(versions()).size === 1,
      () => `somebody is behind or has not sent everything: they stand at ${versions()}`,
    );
    const stores = await openPostgres(schema.url, () => {});
    const log = new StoredLog((id, after) => stores.log.read(id, after, 1_000_000), article);
    await log.grows();
    await stores.close();
    assert.equal(versions()[0], log.entries.length);
    for (const writer of writers) log.holds(writer);
    log.agreesWith(writers);
    assertLocked(log.entries);
    const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged.size, 0);
    const seconds = Math.round((Date.now() - from) / 1_000);
    return { troubles: did, entries: log.entries.length, acknowledged, seconds };
  } finally {
    writing.abort();
    for (const writer of writers) writer.close();
    await Promise.allSettled(mending);
    for (const server of servers) server.goOn();
    await Promise.all(servers.map((server) => server.stop()));
    for (const each of [line, redis, database]) each.close();
    await schema.close();
  }
};

/** Starts a server again, as whatever watches over one does: once more where the database was away just then. */
const broughtBack = async (server: ServerProcess): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await server.restart();
    } catch (error) {
      if (tries === 60 || !/PostgreSQL at .* cannot be used/.test(String(error))) throw error;
      await passed(500);
    }
  }
};

const lastWords = (servers: readonly ServerProcess[]): string =>
  servers.map(({ url, said }) => [url, ...said.slice(-8)].join('\n')).join('\n\n');

/** While the text is locked nothing is typed into it (T7). */
const assertLocked = (entries: readonly Entry[]): void => {
  let isLocked = false;
  for (const { version, parts } of entries) {
    for (const part of parts) {
      if (part.kind === 'article.lock') isLocked = true;
      else if (part.kind === 'article.unlock') isLocked = false;
      else assert.ok(!isLocked || part.kind !== 'text', `T7: entry ${version} writes into a locked text`);
    }
  }
};

const write = async (writers: readonly Writer[], luck: Chance, ended: AbortSignal): Promise<void> => {
  while (!ended.aborted) {
    const writer = luck.pick(writers);
    if (writer.session.pending.length < 4) writer.writes();
    await passed(PAUSE);
  }
};

const eventually = async (isSo: () => boolean, otherwise: () => string | Promise<string>): Promise<void> => {
  const late = Date.now() + 40_000;
  while (!isSo()) {
    if (Date.now() > late) assert.fail(await otherwise());
    await passed(5);
  }
};

/** What the database has been busy with for longer than a second, and who has to wait for whom there. */
const underWayIn = async ({ query }: Awaited<ReturnType<typeof openSchema>>): Promise<string> => {
  const { rows } = await query(
    `select pid, state, wait_event, pg_blocking_pids(pid) as blocked, now() - query_start as since, left(query, 120) as query
     from pg_stat_activity where state <> 'idle' and pid <> pg_backend_pid() and now() - query_start > interval '1 second'`,
  );
  return rows.map((row) => JSON.stringify(row)).join('\n');
};
