import type { Article, ArticleJson } from './article.ts';
import { canonicalJson } from './canonical.ts';
import type { Capture } from './capture.ts';
import { FAULTS, type FaultReason } from './faults.ts';
import type { Entry } from './log.ts';
import type { Look } from './look.ts';
import { type Operation, parseOperation } from './operation.ts';
import type { OwnLook } from './own-look.ts';
import { identifier, integer, optional, type Parse, record, text } from './parsing.ts';
import type { Dropped } from './rebase.ts';
import type { Role } from './roles.ts';
import { parseTarget, type Target } from './target.ts';
import type { Trouble } from './trouble.ts';

/**
 * The version of what goes over the socket. A client of another version is refused with `old-client`. History: 1, the first; 2, text
 * parts go to rationales too, and there are settings, work, decisions, threads, corrections and asides; 3, work can be blind: whoever does
 * not see all of an article is told so, and joins anew when that changes; 4, evidence can be upheld when its source changed, and pages are
 * told of copies and of what came of looking again; there are contacts, and verdicts name the answers that they rest on.
 */
export const PROTOCOL = 4;

/** A message that was not taken: why, and where it is wrong when it is. */
export interface Fault {
  readonly fault: FaultReason;
  readonly message: string;
  /** Which article was deleted, where that is told to who has it open: `gone`. */
  readonly article?: string;
}

/** A fault, with the sentence of its reason unless there is more to say. */
export const faultOf = (fault: FaultReason, message: string = FAULTS[fault]): Fault => ({ fault, message });

/** Whether an answer is a fault. */
export const isFault = (answer: object): answer is Fault => Object.hasOwn(answer, 'fault');

/** What is known of a reviewer besides the id. */
export interface Profile {
  readonly name: string;
  readonly role: Role;
  /** A colour as `#rrggbb`, for their cursor and initials. */
  readonly colour: string;
}

/**
 * What a client sends to open an article: `version` is where it stands already, absent when it has nothing; `sight` is that of the
 * article that it has, absent when that is all of it.
 */
export interface Join {
  readonly article: string;
  readonly version?: number;
  readonly sight?: string;
}

/** The answer to `join`: the article at its head, or, while the sight is still the client's, the entries since its version. */
export interface Joined {
  readonly reviewer: string;
  readonly version: number;
  readonly article?: ArticleJson;
  readonly entries?: readonly EntryJson[];
  readonly people: Readonly<Record<string, Profile>>;
  readonly present: readonly Presence[];
}

/** An entry as JSON: `Entry` with its steps as ProseMirror writes them. */
export type EntryJson = Omit<Entry, 'parts'> & { readonly parts: readonly unknown[] };

/** An operation as JSON. */
export type OperationJson = Omit<Operation, 'parts'> & { readonly parts: readonly unknown[] };

/** The answer to `operation`: the version at which it is in the log, the same however often it is asked (T2). */
export interface Acknowledged {
  readonly version: number;
  readonly dropped: readonly Dropped[];
}

/** Where one open page of a reviewer is: gone when `at` is absent. Never stored. */
export interface Presence {
  /** One for each open page. */
  readonly session: string;
  readonly reviewer: string;
  readonly version: number;
  /** Selection in positions of a text at `version`: of the article's, or of the rationale that `target` says. */
  readonly at?: { readonly anchor: number; readonly head: number; readonly target?: Exclude<Target, 'body'> };
  /** The claim whose card is open. */
  readonly claim?: string;
}

/** Client to server; each is answered through the callback, if there is one. */
export const REQUESTS = ['join', 'leave', 'operation', 'fetch', 'presence', 'compare'] as const;

/** Server to client. */
export const NOTICES = [
  'entries',
  'presence',
  'people',
  'lag',
  'sight',
  'sources',
  'news',
  'storing',
  'fault',
] as const;

/** The entries of an article, oldest first, without gaps. */
export interface Entries {
  readonly article: string;
  readonly entries: readonly EntryJson[];
}

/** Asks for at most `limit` entries after a version. */
export interface Fetch {
  readonly article: string;
  readonly after: number;
  readonly limit: number;
}

/** The answer to `fetch`; `version` is the head: whoever is behind fetches until it is reached. `sight` is that of the entries. */
export interface Fetched extends Entries {
  readonly version: number;
  readonly sight?: string;
}

/** At most so many entries in one answer. */
export const FETCH_LIMIT = 500;

/** Hands in an operation for an article that has been joined. */
export interface Submission {
  readonly article: string;
  readonly operation: Operation;
}

/** Asks whether the text and the anchors at a version are what the server has: `hash` is the SHA-256 of `comparable`. */
export interface Compare {
  readonly article: string;
  readonly version: number;
  readonly hash: string;
}

/** The answer to `compare`; `same` is absent when the server no longer remembers that version. */
export interface Compared {
  readonly version: number;
  readonly same?: boolean;
}

/** The texts and the anchors of an article as the one text that both sides hash; `rationales` is absent while there are none. */
export const comparable = ({ anchors, doc, rationales }: Article): string => {
  const texts = Object.fromEntries([...rationales].map(([claim, rationale]) => [claim, rationale.doc.toJSON()]));
  const more = rationales.size > 0 && { rationales: texts };
  return canonicalJson({ anchors: Object.fromEntries(anchors), doc: doc.toJSON(), ...more });
};

/** Where reviewers are now, one for each page that moved or went since the notice before. */
export interface PresenceNotice {
  readonly article: string;
  readonly present: readonly Presence[];
}

/** The profiles of reviewers who are new to a page. */
export interface PeopleNotice {
  readonly article: string;
  readonly people: Readonly<Record<string, Profile>>;
}

/** The client is too far behind to be sent entries: it has to fetch up to `version`, and is sent entries again from there. */
export interface LagNotice {
  readonly article: string;
  readonly version: number;
}

/** What is known by now of some of the sources that the page sees: their copies, the latest looks at them, and which are being looked at. */
export interface SourcesNotice {
  readonly article: string;
  /** Of which sources this is all that is known. */
  readonly sources: readonly string[];
  readonly captures: readonly Capture[];
  readonly looks: readonly Look[];
  readonly underWay: readonly string[];
  /** What came of the latest look at the article's own address, where this is about that too. */
  readonly own?: OwnLook;
}

/** That the server cannot store anything, and why; without `trouble`, that it can again. */
export interface StoringNotice {
  readonly trouble?: Trouble;
  readonly message?: string;
}

/** Something else of the article may be seen from now on than before: the client has to join anew, with its version and its sight. */
export interface SightNotice {
  readonly article: string;
}

/** Reads the name of an article, for `leave`. */
export const parseLeave: Parse<{ readonly article: string }> = (value, where) => ({
  article: identifier(record(value, where).article, `${where}.article`),
});

export const parseSubmission: Parse<Submission> = (value, where) => {
  const fields = record(value, where);
  return {
    article: identifier(fields.article, `${where}.article`),
    operation: parseOperation(fields.operation, `${where}.operation`),
  };
};

export const parseCompare: Parse<Compare> = (value, where) => {
  const fields = record(value, where);
  return {
    article: identifier(fields.article, `${where}.article`),
    version: integer(0)(fields.version, `${where}.version`),
    hash: text(64)(fields.hash, `${where}.hash`),
  };
};

export const parseJoin: Parse<Join> = (value, where) => {
  const fields = record(value, where);
  const version = optional(integer(0))(fields.version, `${where}.version`);
  const sight = optional(text(80))(fields.sight, `${where}.sight`);
  return {
    article: identifier(fields.article, `${where}.article`),
    ...(version !== undefined && { version }),
    ...(sight !== undefined && { sight }),
  };
};

export const parseFetch: Parse<Fetch> = (value, where) => {
  const fields = record(value, where);
  return {
    article: identifier(fields.article, `${where}.article`),
    after: integer(0)(fields.after, `${where}.after`),
    limit: integer(1, FETCH_LIMIT)(fields.limit ?? FETCH_LIMIT, `${where}.limit`),
  };
};

/** Reads what a page says of where its reviewer is; session and reviewer are the connection's (T6). */
export const parsePresence: Parse<{ readonly article: string } & Omit<Presence, 'session' | 'reviewer'>> = (
  value,
  where,
) => {
  const fields = record(value, where);
  const selection: Parse<NonNullable<Presence['at']>> = (given, place) => {
    const read = record(given, place);
    const target = optional(parseTarget)(read.target, `${place}.target`);
    return {
      anchor: integer(0)(read.anchor, `${place}.anchor`),
      head: integer(0)(read.head, `${place}.head`),
      ...(target && target !== 'body' && { target }),
    };
  };
  const at = optional(selection)(fields.at, `${where}.at`);
  const claim = optional(identifier)(fields.claim, `${where}.claim`);
  return {
    article: identifier(fields.article, `${where}.article`),
    version: integer(0)(fields.version, `${where}.version`),
    ...(at && { at }),
    ...(claim && { claim }),
  };
};

/** An entry or an operation as JSON: what is sent is what was hashed. */
export const toJson = <T extends Entry | Operation>(value: T): T extends Entry ? EntryJson : OperationJson =>
  JSON.parse(canonicalJson(value));
