import { type Article, GENESIS } from './article.ts';
import { canonicalJson, canonicalMembers } from './canonical.ts';
import { type AnyPart, parsePart } from './operations/index.ts';
import { REFUSALS, type RefusalReason } from './operations/kind.ts';
import { choice, Invalid, identifier, integer, list, optional, type Parse, record, text } from './parsing.ts';
import { type Dropped, type PerformedStep, perform } from './rebase.ts';

/** An operation in its place: what took effect, who did it, when, after which entry. */
export interface Entry {
  /** 1 for the first. */
  readonly version: number;
  readonly opId: string;
  readonly reviewer: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The parts as they took effect, in positions of the version before: authoritative for everyone, the author too. */
  readonly parts: readonly AnyPart[];
  /** What took no effect, by index into the parts as they were sent. */
  readonly dropped: readonly Dropped[];
  /** The hash of the entry before, `GENESIS` for the first (T9). */
  readonly previous: string;
  /** SHA-256, in hex, of the canonical JSON of all of the above. */
  readonly hash: string;
}

/** SHA-256 of a text as UTF-8, in hex; handed in, since each side has its own. */
export type Digest = (text: string) => string;

/** What `seal` covers. */
export type Unsealed = Omit<Entry, 'hash'>;

/** The entry with its hash. */
export const seal = (entry: Unsealed, digest: Digest): Entry => ({ ...entry, hash: digest(canonicalJson(entry)) });

/** The same as canonical JSON: what is stored. */
export const sealedJson = (entry: Unsealed, digest: Digest): string => {
  const members = canonicalMembers(entry);
  const hash = `"hash":"${digest(`{${members.join(',')}}`)}"`;
  return `{${[...members, hash].sort().join(',')}}`;
};

/** What an entry did. */
export interface Replayed {
  readonly article: Article;
  /** What it did to the text: operations made before it are moved over the changes of these. */
  readonly steps: readonly PerformedStep[];
}

/**
 * The article after its next entry. An entry that does not fit was not made by our authority: a broken log, and an `Error`; unless not
 * all of the article is seen, of which an old entry may have made use.
 */
export const replayEntry = (article: Article, entry: Entry): Replayed => {
  if (entry.version !== article.version + 1) {
    throw new Error(`entry ${entry.version} cannot follow version ${article.version}`);
  }
  const { article: after, dropped, steps } = perform(article, entry.parts, { reviewer: entry.reviewer, at: entry.at });
  const failed = dropped[0];
  if (failed && article.sight === undefined)
    throw new Error(`entry ${entry.version} does not replay: part ${failed.part}: ${REFUSALS[failed.reason]}`);
  return { article: { ...after, version: entry.version, hash: entry.hash }, steps };
};

/** The article after some entries. */
export const replay = (article: Article, entries: Iterable<Entry>): Article => {
  let current = article;
  for (const entry of entries) current = replayEntry(current, entry).article;
  return current;
};

/** The first entry of a log that is not what was sealed, and why (T9); nothing when all of it holds. */
export const firstBroken = (
  entries: readonly Entry[],
  digest: Digest,
): { readonly version: number; readonly why: string } | undefined => {
  let previous = GENESIS;
  for (const [index, entry] of entries.entries()) {
    const { hash, ...sealed } = entry;
    if (entry.version !== index + 1) return { version: index + 1, why: `entry ${index + 1} is missing` };
    if (entry.previous !== previous) return { version: entry.version, why: 'it does not follow the entry before it' };
    if (digest(canonicalJson(sealed)) !== hash) return { version: entry.version, why: 'it is not what was sealed' };
    previous = hash;
  }
  return undefined;
};

const parseDropped: Parse<Dropped> = (value, where) => {
  const fields = record(value, where);
  const steps = optional(list(integer(0), 500))(fields.steps, `${where}.steps`);
  const reason: RefusalReason = choice(REFUSALS)(fields.reason, `${where}.reason`);
  return { part: integer(0)(fields.part, `${where}.part`), reason, ...(steps && { steps }) };
};

const hash: Parse<string> = (value, where) => {
  const read = text(64)(value, where);
  if (!/^[0-9a-f]{64}$/.test(read)) throw new Invalid(where, 'a SHA-256 in hex is expected');
  return read;
};

/** Reads an entry, from a store, a server or an export. */
export const parseEntry: Parse<Entry> = (value, where) => {
  const fields = record(value, where);
  return {
    version: integer(1)(fields.version, `${where}.version`),
    opId: identifier(fields.opId, `${where}.opId`),
    reviewer: identifier(fields.reviewer, `${where}.reviewer`),
    at: text(40)(fields.at, `${where}.at`),
    parts: list(parsePart, 500)(fields.parts, `${where}.parts`),
    dropped: list(parseDropped, 500)(fields.dropped, `${where}.dropped`),
    previous: hash(fields.previous, `${where}.previous`),
    hash: hash(fields.hash, `${where}.hash`),
  };
};
