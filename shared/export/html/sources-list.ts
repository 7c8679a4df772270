import { rootsOf } from '../../independence.ts';
import { lineOf } from '../../lineage.ts';
import { evidenceOf } from '../../outcome.ts';
import { SOURCE_FIELDS, type Source, sourceName } from '../../source.ts';
import { newestCopy, publicCopyAddress } from '../copies.ts';
import { dateOf } from './dates.ts';
import { addressLink } from './marked-text.ts';
import { html, joined, type Piece } from './markup.ts';
import type { Report } from './report.ts';

/** The sources that the claims of the page rest on, and those that these come from, in the order in which they are cited first. */
export const sourcesOfPage = ({ edition: { article }, claims }: Report): readonly Source[] => {
  const cited = claims.flatMap(({ main }) => evidenceOf(article, main).map(({ source }) => source));
  const all = new Set(cited.flatMap((id) => [...lineOf(article.sources, id)]));
  return [...all].flatMap((id) => article.sources.get(id) ?? []);
};

const toSource = ({ edition }: Report, id: string): Piece => {
  const source = edition.article.sources.get(id);
  return source && html`<a href="#source-${id}"><bdi>${sourceName(source)}</bdi></a>`;
};

const origins = (report: Report, { id, derivesFrom }: Source): Piece => {
  const { words, edition } = report;
  const from = derivesFrom.filter(({ source }) => edition.article.sources.has(source));
  if (from.length === 0) return '';
  const roots = rootsOf(edition.article.sources, id).filter((root) => !from.some(({ source }) => source === root));
  return html`<p class="small">${words.comesFrom}: ${joined(
    from.map(({ source, manner }) => [toSource(report, source), ` (${words.manner[manner]})`]),
    ', ',
  )}</p>${
    roots.length > 0 &&
    html`<p class="small">${words.roots}: ${joined(
      roots.map((root) => toSource(report, root)),
      ', ',
    )}</p>`
  }`;
};

const item = (report: Report, source: Source): Piece => {
  const { words } = report;
  const { id, url, kind, publisher, people, date, language, primary, calculation, retracted } = source;
  const about = [
    words.kind[kind],
    people.length > 0 && html`<bdi>${people.join(', ')}</bdi>`,
    publisher !== '' && html`<bdi>${publisher}</bdi>`,
    dateOf(report, date),
    words.primary[primary],
    language !== '' && `${words.language_}: ${language}`,
  ].filter(Boolean);
  const kept = newestCopy(report.edition, id);
  const copy = kept ? publicCopyAddress(report.edition, kept.id) : '';
  const sum = SOURCE_FIELDS.calculation.show(calculation);
  return html`<li id="source-${id}" tabindex="-1">
<p><strong dir="auto">${sourceName(source)}</strong></p>
${retracted && html`<p class="warn">${words.retracted}: <span dir="auto">${retracted.reason}</span></p>`}
${about.length > 0 && html`<p class="small">${joined(about, ' · ')}</p>`}
${url !== '' && html`<p class="small address">${addressLink(url)}</p>`}
${copy !== '' && html`<p class="small"><a href="${copy}">${words.frozenCopy}</a></p>`}
${sum !== '' && html`<p class="small">${words.calculation}: <span dir="auto">${sum}</span></p>`}
${origins(report, source)}
</li>`;
};

/** The sources of the page with where they come from; nothing where it has none. */
export const sourcesList = (report: Report): Piece => {
  const all = sourcesOfPage(report);
  return (
    all.length > 0 &&
    html`<section id="sources" aria-labelledby="sources-name"><h2 id="sources-name">${report.words.sources}</h2>
<ol class="sources">${all.map((each) => item(report, each))}</ol></section>`
  );
};
