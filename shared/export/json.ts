import { type Article, type ArticleJson, articleFromJson, articleToJson, blankArticle } from '../article.ts';
import { canonicalJson } from '../canonical.ts';
import { type Digest, type Entry, firstBroken, parseEntry, replayEntry } from '../log.ts';
import { Invalid, identifier, integer, list, own, type Parse, record, text } from '../parsing.ts';
import { type ShortJudgements, shortJudgementsOf, withNumbersOfToday } from './earlier-numbers.ts';
import type { Edition, Format, People } from './format.ts';

/** The version of the file. History: 1, the first. */
const VERSION = 1;

/** What is told of a file of an article of which its readers do not see all. */
const NOT_WHOLE = 'It is not the whole article: it cannot be brought in again.';

/** At most so many entries a file. */
const ENTRY_LIMIT = 1_000_000;

const peopleIn = ({ entries, article, people }: Edition): People => {
  const assigned = [...article.claims.values()].map((claim) => claim.assignee);
  const active = new Set([...entries.map((entry) => entry.reviewer), ...assigned]);
  return Object.fromEntries(
    Object.entries(people).flatMap(([id, { name }]) => (active.has(id) ? [[id, { name }]] : [])),
  );
};

const stateOf = (article: Article): string => canonicalJson(articleToJson(article));

/**
 * The whole article: every entry of its log, sealed as it was, the names of those who made them or are assigned to claims, and the
 * state they replay to.
 * Of an article that its readers do not see all of it is written what they see, and that it is not whole: its seals then prove nothing.
 * One line of canonical JSON. What differs between two exports of the same article stands in `exported` alone; there is also the SHA-256
 * of all else in the file, so that a changed name is seen as a changed entry is (T9).
 */
export const json: Format = {
  label: 'Touchstone JSON: everything, to be read back',
  mediaType: 'application/json',
  extension: 'json',
  purpose: 'keep',
  isWhole: true,
  audience: 'desk',
  write: (edition) => {
    const { id, desk, address, exportedAt, entries } = edition;
    const { sight, ...article } = edition.article;
    const exported = { article: id, at: exportedAt, address, desk };
    const file = {
      touchstone: VERSION,
      ...(sight !== undefined && { whole: false }),
      exported,
      entries,
      people: peopleIn(edition),
      state: articleToJson(article),
    };
    return canonicalJson({ ...file, exported: { ...exported, sha256: edition.digest(canonicalJson(file)) } });
  },
  losses: ({ article }) => (article.sight === undefined ? [] : [{ kind: 'not-whole', words: NOT_WHOLE, things: {} }]),
};

/** Whether a file is as it was written, its names and its head too; `undefined` where it does not say, as those of earlier days. */
export const isAsWritten = (value: unknown, digest: Digest): boolean | undefined => {
  const file = record(value, '');
  const { sha256, ...exported } = record(file.exported, 'exported');
  return sha256 === undefined ? undefined : digest(canonicalJson({ ...file, exported })) === sha256;
};

/** What a JSON export holds, proven to be what was sealed. */
export interface JsonExport {
  readonly entries: readonly Entry[];
  readonly people: People;
  readonly article: Article;
  /** How many records of its state are otherwise today, where an earlier version took another number for the same; else 0. */
  readonly outgrown: number;
}

const parsePeople: Parse<People> = (value, where) =>
  Object.fromEntries(
    Object.entries(record(value, where)).map(([id, person]) => {
      const at = `${where}.${id}`;
      return [identifier(id, at), { name: text(200)(record(person, at).name, `${at}.name`) }];
    }),
  );

const replayed = (entries: readonly Entry[]): readonly [Article, ShortJudgements] => {
  let article = blankArticle();
  const short = new Map<string, string>();
  for (const [index, entry] of entries.entries()) {
    try {
      article = replayEntry(article, entry).article;
      for (const [key, words] of shortJudgementsOf(article, entry)) short.set(key, words);
    } catch (error) {
      // A sealed log can still be one that no authority of ours wrote: here it comes from outside.
      throw new Invalid(`entries[${index}]`, error instanceof Error ? error.message : 'does not replay');
    }
  }
  return [article, short];
};

/**
 * How many records of the state that a file gives are otherwise today than an earlier version had them. It is read in the form of today: a file
 * of an earlier day names no table or field that came since. Throws where anything else is not what the entries replay to (T3).
 */
const outgrownIn = (value: unknown, article: Article, short: ShortJudgements): number => {
  try {
    const given = articleFromJson(record(value, 'state') as unknown as ArticleJson);
    const state = stateOf(article);
    if (stateOf(given) === state) return 0;
    const [now, outgrown] = withNumbersOfToday(given, article, short);
    if (stateOf(now) === state) return outgrown;
  } catch (error) {
    throw new Invalid('state', error instanceof Error ? error.message : 'cannot be read');
  }
  throw new Invalid('state', 'is not what the entries replay to');
};

/**
 * Reads what `json` wrote. Throws `Invalid` when it is not such a file, when an entry is missing, twice there or not what was
 * sealed, naming the first (T9), and when the entries do not replay to the state given (T3). Which article it was and where it
 * was exported is not read: it comes in as another.
 */
export const readJsonExport = (value: unknown, digest: Digest): JsonExport => {
  const file = record(value, '');
  integer(1, VERSION)(file.touchstone, 'touchstone');
  if (own(file, 'whole') === false) throw new Invalid('whole', NOT_WHOLE);
  const entries = list(parseEntry, ENTRY_LIMIT)(file.entries, 'entries');
  const people = parsePeople(file.people, 'people');
  const broken = firstBroken(entries, digest);
  if (broken) throw new Invalid(`entries[${broken.version - 1}]`, broken.why);
  const operations = new Set<string>();
  for (const [index, { reviewer, opId }] of entries.entries()) {
    const operation = JSON.stringify([reviewer, opId]);
    if (operations.has(operation)) throw new Invalid(`entries[${index}].opId`, 'the operation is there already (T2)');
    operations.add(operation);
  }
  const [article, short] = replayed(entries);
  const outgrown = outgrownIn(file.state, article, short);
  if (isAsWritten(file, digest) === false) throw new Invalid('exported.sha256', 'is not that of the rest of the file');
  return { entries, people, article, outgrown };
};
