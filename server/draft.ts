import type { Article } from '../shared/article.ts';
import { canonicalJson } from '../shared/canonical.ts';
import { type Digest, type Entry, parseEntry, replayEntry, sealedJson } from '../shared/log.ts';
import type { Operation } from '../shared/operation.ts';
import type { EntryJson } from '../shared/protocol.ts';
import { perform } from '../shared/rebase.ts';
import type { Reviewer } from '../shared/roles.ts';
import type { TextChange } from '../shared/way.ts';

/** An entry with what it makes of the article: as it is in the log, or as it will be. */
export interface Logged {
  readonly entry: Entry;
  /** The same as it is sent. */
  readonly json: EntryJson;
  /** The canonical JSON of the entry: what is stored. */
  readonly body: string;
  readonly article: Article;
  readonly changes: readonly TextChange[];
}

/** The entry that a stored text says, and what it makes of the article before it; an entry that breaks the chain is an `Error` (T9). */
export const readLogged = (before: Article, body: string, digest: Digest): Logged => {
  const logged = replayBody(before, body);
  const { hash, ...sealed } = logged.entry;
  if (sealed.previous !== before.hash) throw new Error(`entry ${sealed.version} does not follow the entry before it`);
  if (digest(canonicalJson(sealed)) !== hash) throw new Error(`entry ${sealed.version} is not what was sealed`);
  return logged;
};

const replayBody = (before: Article, body: string): Logged => {
  const json: EntryJson = JSON.parse(body);
  const entry = parseEntry(json, '');
  const { article, steps } = replayEntry(before, entry);
  return { entry, json, body, article, changes: steps.map(({ target, change }) => ({ target, change })) };
};

/** What an operation is done by, when, and over what it did not know of. */
export interface Drafting {
  readonly reviewer: Reviewer;
  readonly at: string;
  readonly over: readonly TextChange[];
  readonly digest: Digest;
}

/**
 * The entry that an operation becomes after the head. What it makes of the article is read off the very bytes that are stored
 * and sent, so that the authority stands where everyone who replays them stands (T3).
 */
export const draftEntry = (head: Article, operation: Operation, how: Drafting): Logged => {
  const { reviewer, at, over, digest } = how;
  const act = { reviewer: reviewer.id, at };
  const performing = { over, authority: reviewer, atomic: operation.atomic ?? false };
  const { parts, dropped } = perform(head, operation.parts, act, performing);
  const entry = {
    version: head.version + 1,
    opId: operation.opId,
    reviewer: reviewer.id,
    at,
    parts: parts.map(({ part }) => part),
    dropped,
    previous: head.hash,
  };
  return replayBody(head, sealedJson(entry, digest));
};
