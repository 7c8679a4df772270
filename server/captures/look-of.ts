import { hash } from 'node:crypto';
import type { Article } from '../../shared/article.ts';
import type { Capture } from '../../shared/capture.ts';
import type { Finding, Look } from '../../shared/look.ts';
import { evidenceFrom } from '../../shared/outcome.ts';
import type { Source } from '../../shared/source.ts';
import type { Captures } from './captures.ts';
import { type Found, foundOf, goneFor, isSameFound } from './compared.ts';
import type { Page } from './fetch-page.ts';
import type { Seen } from './seen-at.ts';
import { wordsIn } from './words-in.ts';

/** What a look comes of. */
export interface Looking {
  /** The article's id. */
  readonly id: string;
  readonly article: Article;
  readonly source: Source;
  /** Who asked for it; empty for the schedule. */
  readonly by: string;
  readonly at: string;
  readonly seen: Seen;
  readonly captures: Captures;
  /** The look before. */
  readonly before?: Look;
}

const NO_COPY = { capture: '', sha256: '' };

/** What comes of looking at an address again; a page that says something else is kept as a copy, once. */
export const lookOf = async (looking: Looking): Promise<Look> => {
  const { article, source, by, at, seen, before } = looking;
  const look = { source: source.id, address: source.url, at, by, failed: 0 };
  if (typeof seen === 'object') return { ...look, ...(await compared(looking, seen)) };
  const findings = before?.findings ?? [];
  if (seen === 'same') return { ...look, came: 'same', findings };
  if (seen === 'gone')
    return {
      ...look,
      came: 'gone',
      findings: goneFor(evidenceFrom(article, source.id)).map((each) => ({ ...each, ...NO_COPY })),
    };
  return { ...look, came: 'failed', problem: seen, failed: (before?.failed ?? 0) + 1, findings };
};

/** The copies that a source has of its address, or by hand. */
const keptOf = async ({ id, article, source, captures }: Looking): Promise<readonly Capture[]> =>
  (await captures.of(id, article)).filter(
    (each) => each.kept && each.source === source.id && (each.way !== 'address' || each.address === source.url),
  );

const compared = async (looking: Looking, page: Page): Promise<Pick<Look, 'came' | 'findings'>> => {
  const { id, article, source, by, captures, before } = looking;
  const kept = await keptOf(looking);
  const { text } = await wordsIn(page);
  const textOf = async (capture: Capture): Promise<string | undefined> => {
    const bytes = await captures.read(capture, 'text');
    return bytes && new TextDecoder().decode(bytes);
  };
  const newest = kept.at(-1);
  const isSame = text !== undefined && newest !== undefined && (await textOf(newest)) === text;
  const keep = async (): Promise<Capture> =>
    captures.keepPage({ article: id, source: source.id, reviewer: by || source.reviewer }, source.url, page);
  if (text === undefined) {
    const isKept = newest?.kept?.sha256 === hash('sha256', page.bytes, 'hex');
    if (!isKept && by !== '') await keep();
    return { came: isKept ? 'same' : 'unread', findings: [] };
  }
  const all = await Promise.all(evidenceFrom(article, source.id).map((each) => foundOf(each, { kept, textOf }, text)));
  const found = all.filter((each) => each !== undefined);
  const known = (each: Found): Finding | undefined => before?.findings.find((other) => isSameFound(each, other));
  // A page whose advertisements are others each day is not kept each day; who asks for it gets what is there.
  const isNews = found.some((each) => !known(each));
  const capture = !isSame && (isNews || by !== '' || !newest) ? await keep() : newest;
  const copy = capture?.kept ? { capture: capture.id, sha256: capture.kept.sha256 } : NO_COPY;
  return { came: isSame ? 'same' : 'other', findings: found.map((each) => known(each) ?? { ...each, ...copy }) };
};
