import { type ArticleJson, articleFromJson } from '../shared/article.ts';
import { canonicalJson } from '../shared/canonical.ts';
import { parseEntry, replay } from '../shared/log.ts';
import { parseOperation } from '../shared/operation.ts';
import { type AnyPart, parsePart } from '../shared/operations/index.ts';
import { list } from '../shared/parsing.ts';
import { type EntryJson, type OperationJson, toJson } from '../shared/protocol.ts';
import { perform } from '../shared/rebase.ts';
import { type GivenBack, openSession, type Pending, receive, type Session } from './session.ts';

/** An operation that waits, as it is kept over the closing of the page. */
export interface KeptOperation {
  readonly opId: string;
  readonly parts: readonly unknown[];
  readonly at: string;
  readonly atomic?: true;
  readonly sent?: OperationJson;
}

/** What waits, in positions of the article at `version`. */
export interface KeptPending {
  readonly version: number;
  readonly operations: readonly KeptOperation[];
}

/** One page's side of an article as it is kept: a whole article, the entries since, and what waits. */
export interface Kept {
  readonly reviewer: string;
  readonly base: ArticleJson;
  /** Oldest first, without gaps, from the one after `base`. */
  readonly entries: readonly EntryJson[];
  readonly pending: KeptPending;
}

/** What waits in a session, to be kept before any of it is sent. */
export const keptPending = ({ confirmed, pending }: Session): KeptPending => ({
  version: confirmed.version,
  operations: pending.map(({ opId, parts, at, atomic, sent }) => ({
    opId,
    parts: JSON.parse(canonicalJson(parts)),
    at,
    ...(atomic && { atomic }),
    ...(sent && { sent: toJson(sent) }),
  })),
});

const readPending = (
  kept: KeptOperation,
  session: Session,
): { readonly session: Session; readonly givenBack: readonly GivenBack[] } => {
  const { opId, at, atomic, sent } = kept;
  const parts = list(parsePart, kept.parts.length)(kept.parts, 'parts');
  const made = perform(session.visible, parts, { reviewer: session.reviewer, at }, { atomic: atomic ?? false });
  const pending: Pending = {
    opId,
    at,
    parts: made.parts.map(({ part }) => part),
    done: made.steps,
    ...(atomic && { atomic }),
    ...(sent && { sent: parseOperation(sent, 'sent') }),
  };
  return {
    session: { ...session, pending: [...session.pending, pending], visible: made.article },
    givenBack: made.dropped.length > 0 && !sent ? [{ opId, parts, dropped: made.dropped }] : [],
  };
};

/** What comes of what was kept. */
interface Reopened {
  /** Absent where what was kept is of a client before this one, and cannot be read any more. */
  readonly session?: Session;
  readonly givenBack: readonly GivenBack[];
}

const reopened = (kept: Kept): Reopened => {
  const entries = kept.entries.map((entry, index) => parseEntry(entry, `entries[${index}]`));
  const known = entries.filter((entry) => entry.version <= kept.pending.version);
  const givenBack: GivenBack[] = [];
  let session = openSession(kept.reviewer, replay(articleFromJson(kept.base), known));
  for (const operation of kept.pending.operations) {
    const read = readPending(operation, session);
    session = read.session;
    givenBack.push(...read.givenBack);
  }
  for (const entry of entries.slice(known.length)) {
    const turn = receive(session, entry);
    session = turn.session;
    givenBack.push(...turn.givenBack);
  }
  return { session, givenBack };
};

const readIfKnown = (part: unknown): readonly AnyPart[] => {
  try {
    return [parsePart(part, '')];
  } catch {
    return [];
  }
};

/** What waited, as far as this client knows words for it. */
const unread = ({ opId, parts }: KeptOperation): GivenBack => {
  const read = parts.flatMap(readIfKnown);
  return { opId, parts: read, dropped: read.map((_, part) => ({ part, reason: 'conflict' })) };
};

/** The session as it was when the page was closed, with all that it had heard of; what no longer fits is given back (T10). */
export const sessionFromKept = (kept: Kept): Reopened => {
  try {
    return reopened(kept);
  } catch {
    return { givenBack: kept.pending.operations.map(unread).filter(({ parts }) => parts.length > 0) };
  }
};
