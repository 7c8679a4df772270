import { hash } from 'node:crypto';
import type { Node } from 'prosemirror-model';
import type { Article } from '../../shared/article.ts';
import type { Row } from '../../shared/difference/difference.ts';
import type { Digest } from '../../shared/log.ts';
import type { FoundThere, OwnLook } from '../../shared/own-look.ts';
import { Invalid } from '../../shared/parsing.ts';
import { type Issue, issuesOf } from '../../shared/received.ts';
import type { CaptureStore } from '../captures/capture-store.ts';
import type { Page } from '../captures/fetch-page.ts';
import type { Seen } from '../captures/seen-at.ts';
import { type Arrivals, type Incoming, incomingOfPage } from '../import/arrivals.ts';
import { isReader } from '../import/reader.ts';
import type { Reading } from '../import/reading.ts';
import { articleAt } from '../log-reading.ts';
import type { LogStore } from '../storage/log-store.ts';
import { compared } from './compared.ts';
import { laterVersion } from './later-version.ts';
import { textName } from './text-name.ts';

/** What a page is read and compared with. */
export interface ReadingParts {
  readonly arrivals: Pick<Arrivals, 'read'>;
  readonly captureStore: CaptureStore;
  readonly logStore: LogStore;
  readonly digest: Digest;
  readonly newId: () => string;
}

/** What a look at the article's own address comes of. */
export interface OwnLooking {
  /** The article's id. */
  readonly id: string;
  readonly article: Article;
  readonly address: string;
  readonly at: string;
  readonly seen: Seen;
  /** The look before, at the same address. */
  readonly before?: OwnLook | undefined;
  readonly signal: AbortSignal;
}

/** Of the versions that are known, so many of the latest count: what stood there long ago is news when it is back. */
const KNOWN = 3;

type Was = Pick<OwnLook, 'came'> & { readonly found?: FoundThere };

/** What comes of looking at the article's own address: whether a text stands there that is known here in no version. */
export const ownLookOf = async (parts: ReadingParts, looking: OwnLooking): Promise<OwnLook> => {
  const { address, at, seen, before } = looking;
  const look = { address, at, failed: 0 };
  if (typeof seen === 'object') return { ...look, ...(await read(parts, looking, seen)) };
  const kept = before?.found && { found: before.found };
  if (seen === 'same') return { ...look, came: 'same', ...kept };
  if (seen === 'gone') return { ...look, came: 'gone', found: goneSince(before, at) };
  return { ...look, came: 'failed', problem: seen, failed: (before?.failed ?? 0) + 1, ...kept };
};

const goneSince = (before: OwnLook | undefined, at: string): FoundThere =>
  before?.found?.text === '' ? before.found : { text: '', sha256: '', changes: {}, at };

const read = async (parts: ReadingParts, looking: OwnLooking, page: Page): Promise<Was> => {
  const { id, article, at, before, signal } = looking;
  const issues = issuesOf(article).slice(-KNOWN);
  const sha256 = hash('sha256', page.bytes, 'hex');
  if (issues.some(({ origin }) => origin.original?.sha256 === sha256)) return { came: 'same' };
  const incoming = incomingOfPage(page, at);
  const reading = 'format' in incoming ? await readable(parts, incoming, signal) : undefined;
  if (!reading || 'unreadable' in incoming) return { came: 'unread' };
  const text = textName(parts.digest, reading);
  if (before?.found?.text === text) return { came: 'other', found: before.found };
  const isLike = async (doc: Node, other: Article): Promise<readonly Row[] | undefined> => {
    const later = laterVersion(reading, incoming.format, other, parts.newId);
    const { steps, rows } = await compared(doc, later.doc, { isBare: later.isBare, signal });
    return steps.length > 0 ? rows : undefined;
  };
  const rows = await isLike(article.doc, article);
  if (!rows) return { came: 'same' };
  for (const issue of issues) {
    const known = await nameOfIssue(parts, issue, incoming, signal);
    if (known === text) return { came: 'same' };
    if (known !== undefined) continue;
    const then = await articleAt(parts.logStore, id, issue.version, parts.digest);
    if (!(await isLike(then.doc, then))) return { came: 'same' };
  }
  await parts.captureStore.put(page.bytes);
  return { came: 'other', found: { text, sha256, changes: countsOf(rows), at } };
};

const readable = async (
  { arrivals }: ReadingParts,
  incoming: Incoming,
  signal: AbortSignal,
): Promise<Reading | undefined> => {
  try {
    return await arrivals.read(incoming, true, { signal });
  } catch (error) {
    if (error instanceof Invalid) return undefined;
    throw error;
  }
};

/**
 * What names the text of a version, read from its original as the page is read now: what was edited or put back here since, and a reader
 * that has become better meanwhile, are no news of the page. Nothing where the original is not kept.
 */
const nameOfIssue = async (
  parts: ReadingParts,
  { origin: { original, format, url } }: Issue,
  { charset }: Incoming,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const file = original && (await parts.captureStore.get(original.sha256));
  if (!file || !isReader(format)) return undefined;
  const { mediaType, name } = original;
  const incoming = { format, file, mediaType, name, ...(url && { address: url }), ...(charset && { charset }) };
  const reading = await readable(parts, incoming, signal);
  return reading && textName(parts.digest, reading);
};

const countsOf = (rows: readonly Row[]): FoundThere['changes'] => {
  const counts: Partial<Record<Row['kind'], number>> = {};
  for (const { kind } of rows) if (kind !== 'same') counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};
