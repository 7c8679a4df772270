import { directionOf } from '../direction.ts';
import { isRetracted } from '../publication.ts';
import { titleOf } from '../schema.ts';
import type { Edition, Format } from './format.ts';
import { articleText } from './html/article-text.ts';
import { changesSection, retractionNotice } from './html/changes.ts';
import { claimCard } from './html/claim-card.ts';
import { dateOf, dayOf } from './html/dates.ts';
import { linkedData } from './html/linked-data.ts';
import { addressLink } from './html/marked-text.ts';
import { joined, html as markup, type Piece } from './html/markup.ts';
import { methodSection, versionsLine } from './html/method.ts';
import { wholePage } from './html/page.ts';
import { type Report, reportOf, tally } from './html/report.ts';
import { sourcesList } from './html/sources-list.ts';
import { noPlaceFor } from './losses.ts';
import { webAddress } from './web-address.ts';

const titleIn = ({ words, edition }: Pick<Report, 'words' | 'edition'>): string =>
  titleOf(edition.article.doc).trim() || words.untitled;

const whenPublished = (report: Report): Piece => {
  const { words, edition } = report;
  const { all } = edition.page?.published ?? { all: [] };
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return [words.writtenOut, ' ', dayOf(report, edition.exportedAt)];
  const changed = last !== first && [' · ', words.changedOn, ' ', dayOf(report, last.at)];
  return [words.publishedOn, ' ', dayOf(report, first.at), changed];
};

const checkedArticle = (report: Report): Piece => {
  const { words, edition } = report;
  const { url, byline, outlet, published } = edition.article.origin;
  const said = [
    byline && markup`<bdi>${byline}</bdi>`,
    outlet && markup`<bdi>${outlet}</bdi>`,
    published && dateOf(report, published.slice(0, 10)),
    url !== '' && addressLink(url),
  ].filter(Boolean);
  return said.length > 0 && markup`<p class="small">${words.checkedArticle}: ${joined(said, ' · ')}</p>`;
};

const header = (report: Report, title: Piece): Piece => {
  const { words, edition, claims } = report;
  const { name, url } = edition.desk;
  const counts = tally(report).map(
    ([label, look, count]) => markup`<li><span class="outcome ${look}"><bdi>${label}</bdi></span> ${count}</li>`,
  );
  return markup`<header>
<p class="kicker">${words.factCheck} · <bdi>${addressLink(webAddress(url), name)}</bdi></p>
${title}
${checkedArticle(report)}
<p class="small">${whenPublished(report)} · ${words.claimsChecked(claims.length)}</p>
${counts.length > 0 && markup`<ul class="tally">${counts}</ul>`}
</header>`;
};

const contents = ({ words, edition, claims }: Report, sources: Piece): Piece => {
  const places = [
    ['article', words.article],
    claims.length > 0 && ['claims', words.claims],
    sources && ['sources', words.sources],
    ['method', words.method],
    edition.page?.published && ['changes', words.changes],
  ] as const;
  return markup`<nav aria-label="${words.contents}"><ul>${places.map(
    (place) => place && markup`<li><a href="#${place[0] ?? ''}">${place[1] ?? ''}</a></li>`,
  )}</ul></nav>`;
};

const articleSection = ({ words, edition }: Report, blocks: readonly Piece[]): Piece => {
  const { doc, origin } = edition.article;
  const isTag = /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i.test(origin.language);
  const lang = isTag && markup` lang="${origin.language}"`;
  const direction = origin.direction ?? directionOf(doc.textContent);
  return markup`<section id="article" aria-label="${words.article}"${lang} dir="${direction}">${blocks}</section>`;
};

const bodyOf = (report: Report): Piece => {
  const { words, edition, claims } = report;
  const changes = changesSection(report);
  if (isRetracted(edition.page?.published?.all ?? []))
    return markup`<main>${header({ ...report, claims: [] }, markup`<h1 dir="auto">${titleIn(report)}</h1>`)}${retractionNotice(report)}${changes}</main>`;
  const { title, blocks } = articleText(report);
  const sources = sourcesList(report);
  const heading = titleOf(edition.article.doc).trim() === '' ? markup`<h1>${words.untitled}</h1>` : title;
  return markup`<a class="skip" href="#claims">${words.toClaims}</a>
<main>
${header(report, heading)}
${contents(report, sources)}
${articleSection(report, blocks)}
<section id="claims" aria-labelledby="claims-name"><h2 id="claims-name">${words.claims}</h2>
<ol class="cards">${claims.map((each) => claimCard(report, each))}</ol></section>
${sources}${methodSection(report)}${changes}
</main>
<footer>${versionsLine(report)}<p class="small">${words.madeWith}</p></footer>`;
};

/** Where a published page stands, and how others find what of it they can show (oEmbed §4) or follow (RFC 4287). */
const published = ({ edition, words }: Report): Piece => {
  const { address } = edition.page?.published ?? {};
  if (address === undefined) return '';
  const site = address.replace(/\/reports\/[^/]*$/, '');
  const embed = `${site}/oembed?url=${encodeURIComponent(address)}&format=json`;
  return markup`<link rel="canonical" href="${address}">
<link rel="alternate" type="application/json+oembed" href="${embed}" title="${titleIn({ edition, words })}">
<link rel="alternate" type="application/atom+xml" href="${site}/reports/feed.atom" title="${words.allReports}">`;
};

const writePage = (edition: Edition): string => {
  const report = reportOf(edition);
  const { words, claims } = report;
  const counts = tally(report).map(([label, , count]) => `${label}: ${count}`);
  return wholePage(
    {
      language: words.language,
      title: `${titleIn(report)} · ${words.by(edition.desk.name)}`,
      description: [words.claimsChecked(claims.length), ...counts].join(', '),
      more: [published(report), linkedData(report)],
    },
    bodyOf(report),
  );
};

/** A report for readers as one page that needs nothing else: the article with its claims lit, a card each, sources, method and corrections. */
export const html: Format = {
  label: 'Report page (HTML): to be read, printed and put online',
  mediaType: 'text/html; charset=utf-8',
  extension: 'html',
  purpose: 'publish',
  audience: 'public',
  write: writePage,
  losses: (edition) =>
    noPlaceFor('A report page', edition, [
      'workDetails',
      'unusedSources',
      'otherVerdicts',
      'signedRationales',
      'threads',
      'asides',
      'contacts',
      'workSteps',
    ]),
};
