import { isRetracted } from '../../publication.ts';
import { titleOf } from '../../schema.ts';
import { claimreview, embeddable } from '../claimreview.ts';
import { asIs, html, NO_TEXT, type Piece } from './markup.ts';
import type { Report } from './report.ts';

interface Graph {
  readonly '@graph': readonly Readonly<Record<string, unknown>>[];
}

/** The page itself, with what was corrected on it (schema.org `correction`). */
const pageItself = ({ edition, words }: Report): readonly object[] => {
  const { published } = edition.page ?? {};
  const [first, last] = [published?.all[0], published?.all.at(-1)];
  if (!published || !first || !last) return [];
  const corrections = published.all.slice(1).map(({ change, note, at }) => ({
    '@type': 'CorrectionComment',
    text: note === '' ? words.change[change] : `${words.change[change]}: ${note}`,
    datePublished: at,
  }));
  return [
    {
      '@type': 'WebPage',
      url: published.address,
      name: titleOf(edition.article.doc),
      inLanguage: words.language,
      version: last.number,
      datePublished: first.at,
      dateModified: last.at,
      ...(isRetracted(published.all) && { creativeWorkStatus: 'Retracted' }),
      ...(corrections.length > 0 && { correction: corrections }),
    },
  ];
};

const unit = (at: number): string => `\\u${at.toString(16).padStart(4, '0')}`;

/** JSON that can stand in a page, in which nothing is what HTML takes for no text. */
const inPage = (value: unknown): string =>
  embeddable(value).replaceAll(NO_TEXT, (each) =>
    each
      .split('')
      .map((one) => unit(one.charCodeAt(0)))
      .join(''),
  );

/** The reviews of the page as the format of that name writes them, each with when the page was last changed, and the page itself (JSON-LD). */
export const linkedData = (report: Report): Piece => {
  const { edition } = report;
  const all = edition.page?.published?.all ?? [];
  const modified = all.length > 1 && { dateModified: all.at(-1)?.at.slice(0, 10) };
  const reviews = JSON.parse(String(claimreview.write(edition))) as Graph;
  const kept = isRetracted(all) ? [] : reviews['@graph'].map((each) => ({ ...each, ...modified }));
  const graph = [...kept, ...pageItself(report)];
  return (
    graph.length > 0 &&
    html`<script type="application/ld+json">${asIs(inPage({ ...reviews, '@graph': graph }))}</script>`
  );
};
