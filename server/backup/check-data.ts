import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { blankArticle } from '../../shared/article.ts';
import type { Capture } from '../../shared/capture.ts';
import { everyIssueOf } from '../../shared/received.ts';
import { sha256 } from '../digest.ts';
import { readLog } from '../log-reading.ts';
import { heldByTurns } from '../storage/article-holds.ts';
import { isAsSealed } from '../storage/erasure-store.ts';
import { MIGRATIONS } from '../storage/migrations.ts';
import { sqlStores } from '../storage/sql-stores.ts';
import { sqliteSearchIndex } from '../storage/sqlite-search-index.ts';
import type { Stores } from '../storage/stores.ts';
import type { Tables } from '../storage/tables.ts';
import { capturePaths, keptFile } from './files.ts';
import { DATABASE } from './manifest.ts';

/** Something in a data folder is not what was stored, or not there: named, and where. */
export class NotSound extends Error {}

/** What a data folder holds. */
export interface Holds {
  readonly articles: number;
  readonly entries: number;
  /** How many articles were deleted for good, each with a tombstone that is as it was written. */
  readonly deleted: number;
  /** Those of them whose deletion broke off: the next start of the server finishes it. */
  readonly unfinished: readonly string[];
  /** How many frozen copies were looked at; absent where they are kept elsewhere. */
  readonly captures?: number;
}

/** How the data are looked at. */
export interface Checking {
  /** Whether frozen copies lie in the folder. */
  readonly hasCaptures: boolean;
  readonly progress: (done: number, of: number) => void;
}

type ReadStores = Pick<Stores, 'log' | 'captures' | 'erasures'>;

/** The database of a folder, to be read only, whoever else has it open; throws where its tables are not those of this program. */
export const openToRead = (folder: string): { readonly stores: ReadStores; readonly database: Sqlite.Database } => {
  const file = join(folder, DATABASE);
  const database = new Sqlite(file, { readonly: true, fileMustExist: true });
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version !== MIGRATIONS.length) {
    database.close();
    throw new NotSound(
      `${file}: its tables are at version ${version}, and this program reads version ${MIGRATIONS.length}. Use the program that ` +
        'the server runs.',
    );
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  const refused = async (): Promise<never> => {
    throw new Error('it is only read');
  };
  const ways = { commit: refused, lazily: refused, index: sqliteSearchIndex, holds: heldByTurns, clean: refused };
  return { stores: sqlStores(db, ways), database };
};

const PAGE = 200;

/** The articles of a store, each with its head. */
export async function* articlesIn({
  log,
}: Pick<Stores, 'log'>): AsyncGenerator<{ readonly id: string; readonly version: number }> {
  let page = await log.articles(PAGE);
  while (page.length > 0) {
    yield* page;
    page = await log.articles(PAGE, page.at(-1));
  }
}

/** Replays a log from its first entry; gives the hashes of the files that it came from. */
export const replayed = async (
  { log }: Pick<Stores, 'log'>,
  id: string,
  version: number,
  tick: () => void,
): Promise<readonly string[]> => {
  let article = blankArticle();
  try {
    for await (const logged of readLog(log, id, article, sha256)) {
      article = logged.article;
      tick();
      if (article.version === version) break;
    }
  } catch (error) {
    throw new NotSound(`article ${id}: ${error instanceof Error ? error.message : error}`);
  }
  if (article.version !== version)
    throw new NotSound(`article ${id}: its log ends at entry ${article.version}, and ${version} were stored`);
  return everyIssueOf(article).flatMap(({ origin }) => origin.original?.sha256 ?? []);
};

const capturesOf = async ({ captures }: ReadStores, id: string): Promise<readonly string[]> =>
  (await captures.of(id)).flatMap(({ body }) => {
    const { kept } = JSON.parse(body) as Capture;
    return kept ? [kept.sha256, ...(kept.text === undefined ? [] : [kept.text])] : [];
  });

/** Looks at what stays of deleted articles: each tombstone is as it was written, and of its article there is nothing. */
const checkTombstones = async ({ log, erasures }: ReadStores): Promise<Pick<Holds, 'deleted' | 'unfinished'>> => {
  const tombstones = await erasures.tombstones();
  for (const tombstone of tombstones) {
    if (!isAsSealed(tombstone, sha256))
      throw new NotSound(`article ${tombstone.article}: its tombstone is not what was written when it was deleted`);
    if ((await log.head(tombstone.article)) > 0 || (await log.read(tombstone.article, 0, 1)).length > 0)
      throw new NotSound(`article ${tombstone.article}: it was deleted at ${tombstone.at}, and is there still`);
  }
  const unfinished = (await erasures.unfinished()).map(({ article }) => article);
  return { deleted: tombstones.length, unfinished };
};

/**
 * Looks at all that a data folder holds: every page of the database, every seal of every log (T9), every tombstone, every frozen copy by its hash, and that
 * every copy is there of which a log says so. Throws `NotSound` with the first thing that is not as it was stored.
 */
export const checkData = async (folder: string, { hasCaptures, progress }: Checking): Promise<Holds> => {
  const { stores, database } = openToRead(folder);
  try {
    const sound = database.pragma('integrity_check(1)', { simple: true });
    if (sound !== 'ok') throw new NotSound(`${join(folder, DATABASE)}: ${sound}`);
    const gone = await checkTombstones(stores);
    const paths = hasCaptures ? await capturePaths(folder) : [];
    const entries = Number(database.prepare('select total(version) from articles').pluck().get());
    const of = entries + paths.length;
    let done = 0;
    const tick = (): void => progress(Math.min(++done, of), of);
    const there = new Set<string>();
    for (const path of paths) {
      const { sha256: found } = await keptFile(folder, path);
      if (found !== basename(path)) throw new NotSound(`${path}: it is not what was kept`);
      there.add(found);
      tick();
    }
    let articles = 0;
    for await (const { id, version } of articlesIn(stores)) {
      articles += 1;
      const wanted = [...(await replayed(stores, id, version, tick)), ...(await capturesOf(stores, id))];
      const missing = hasCaptures ? wanted.find((each) => !there.has(each)) : undefined;
      if (missing !== undefined) throw new NotSound(`article ${id}: the copy ${missing} is not there`);
    }
    progress(of, of);
    return { articles, entries, ...gone, ...(hasCaptures && { captures: there.size }) };
  } finally {
    database.close();
  }
};
