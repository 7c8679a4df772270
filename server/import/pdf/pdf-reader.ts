import { type Invalid, wrong } from '../../../shared/parsing.ts';
import { type PdfRead, pdfPages } from '../../pdf/pdf-pages.ts';
import { assemble } from '../clean-up/assemble.ts';
import { cleanFates } from '../clean-up/clean-fates.ts';
import { type Fate, isKept } from '../clean-up/fate.ts';
import { type Line, lineOf } from '../clean-up/line.ts';
import { isPage } from '../clean-up/page.ts';
import { pageFates } from '../clean-up/page-fates.ts';
import { knownOf } from '../plain-text.ts';
import type { Read } from '../reader.ts';
import type { Reading } from '../reading.ts';
import { hyphensOf } from './hyphens.ts';
import { joinedAcross } from './joined.ts';
import { layoutFates } from './layout-fates.ts';
import { pageSpots } from './page-spots.ts';
import { type Paragraph, paragraphsOf, placedLines } from './paragraphs.ts';
import { runningLines } from './running.ts';
import { bodySize, headingsBySize, headlineBySize } from './sizes.ts';

/** A PDF of more pages than this is a book, and no article. */
export const MOST_PAGES = 1_000;

/** What becomes of paragraphs by their words and by how they are set, those that run through the document aside. */
const fatesOf = (paragraphs: readonly Paragraph[], lines: readonly Line[], body: number, named: string): Fate[] => {
  const staying = paragraphs.flatMap(({ isRunning }, at) => (isRunning ? [] : [at]));
  const among = <T>(all: readonly T[]): readonly T[] => staying.map((at) => all[at]!);
  const headline = headlineBySize(among(paragraphs), body, named);
  const [set, said] = [among(paragraphs), among(lines)];
  const known = knownOf(said);
  const byWords =
    (isPage(said, known) && pageFates(said, known, headline)) || withHeadline(cleanFates(said, known), headline);
  const byLayout = layoutFates(set, said, byWords, body);
  const fates: Fate[] = paragraphs.map(() => 'running');
  staying.forEach((at, nth) => {
    fates[at] = byLayout[nth]!;
  });
  return fates;
};

const withHeadline = (fates: readonly Fate[], headline: number): readonly Fate[] =>
  headline < 0 ? fates : fates.map((fate, at) => (at === headline ? 'title' : fate === 'title' ? 'keep' : fate));

/** The article in the pages of a PDF. */
export const readPages = ({ pages, title, language }: PdfRead, clean: boolean): Reading => {
  const placed = placedLines(pages);
  const isOwn = hyphensOf(placed);
  const running = clean ? runningLines(placed, pages.length) : new Set<never>();
  const paragraphs = joinedAcross(paragraphsOf(placed, running, isOwn), isOwn);
  const lines = paragraphs.map(({ text }) => lineOf(text.replaceAll(/\s+/g, ' ').trim(), true));
  const body = bodySize(paragraphs);
  const fates = clean
    ? fatesOf(paragraphs, lines, body, title)
    : withHeadline(
        lines.map(() => 'keep'),
        headlineBySize(paragraphs, body, title),
      );
  const said = language === '' ? {} : { language };
  const headings = headingsBySize(paragraphs, lines, fates, body);
  const paged = (made: Reading): Reading => ({ ...made, ...said, pages: pageSpots(made, paragraphs) });
  if (clean) return paged(assemble(lines, fates, headings));
  const blocks = lines.flatMap(({ text }, at): Reading['blocks'] => {
    const level = headings.get(at);
    if (!isKept(fates[at])) return [];
    return level === undefined ? [{ kind: 'paragraph', text }] : [{ kind: 'heading', level, text }];
  });
  return paged({ title: lines[fates.indexOf('title')]?.text ?? '', blocks, removed: [] });
};

/** What is told of a PDF that pdf.js does not read: `at` of its pages it came to. */
const unread = (error: unknown, at: number): Invalid => {
  if (error instanceof Error && error.name === 'PasswordException') return wrong('', 'locked-file');
  return at > 0 ? wrong('', 'broken-page', { page: at }) : wrong('', 'broken-file');
};

/** An article as a PDF, of which only words that are words are read. */
export const read: Read = async ({ file, clean }, told): Promise<Reading> => {
  let at = 0;
  let many = 0;
  const pdf = await pdfPages(new Uint8Array(file.buffer, file.byteOffset, file.byteLength), {
    links: clean,
    pages: MOST_PAGES,
    begun: (page, of) => {
      at = page;
      many = of;
      told((0.9 * page) / (of + 1));
      return of <= MOST_PAGES;
    },
  }).catch((error: unknown) => {
    throw unread(error, at);
  });
  if (many > MOST_PAGES) throw wrong('', 'too-many-pages', { most: MOST_PAGES, given: many });
  if (pdf.pages.every(({ text }) => text.trim() === '')) throw wrong('', 'wordless-pages', { pages: pdf.pages.length });
  return readPages(pdf, clean);
};
