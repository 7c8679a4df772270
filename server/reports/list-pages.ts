import type { Desk } from '../../shared/export/format.ts';
import { dayOf } from '../../shared/export/html/dates.ts';
import { html, joined, type Markup, type Piece } from '../../shared/export/html/markup.ts';
import { wholePage } from '../../shared/export/html/page.ts';
import { wordsIn } from '../../shared/export/html/words/index.ts';
import type { PageLanguage } from '../../shared/export/html/words/languages.ts';
import type { ReportHead } from '../storage/report-store.ts';
import { bodyOf } from './report-body.ts';

/** What lists of reports are drawn from. */
export interface Listing {
  readonly desk: Desk;
  /** Where people find this server, without a slash at the end. */
  readonly site: string;
  readonly heads: readonly ReportHead[];
}

const line = ({ site }: Listing, language: PageLanguage, head: ReportHead): Markup => {
  const words = wordsIn(language);
  const { title, change, at, note, claims, counts } = bodyOf(head);
  const tally = counts.map(([label, look, count]) => html`<span class="outcome ${look}">${label}</span> ${count}`);
  return html`<li><article><h2 dir="auto"><a href="${site}/reports/${head.slug}">${title}</a></h2>
<p class="small"><strong>${words.change[change]}</strong>, ${dayOf({ words }, at)}${note !== '' && [': ', html`<span dir="auto">${note}</span>`]}</p>
${change !== 'retraction' && html`<p>${words.claimsChecked(claims)}${tally.length > 0 && [': ', joined(tally, ' · ')]}</p>`}</article></li>`;
};

/** All published reports, the newest first, with the way to older ones where there are. */
export const indexPage = (listing: Listing, language: PageLanguage, older: string | undefined): string => {
  const words = wordsIn(language);
  const { desk, site, heads } = listing;
  const feed = html`<link rel="alternate" type="application/atom+xml" href="${site}/reports/feed.atom" title="${words.feed}">`;
  return wholePage(
    { language, title: `${words.allReports} · ${desk.name}`, description: words.allReports, more: feed },
    html`<main><p class="kicker"><bdi>${desk.name}</bdi></p><h1>${words.allReports}</h1>
${heads.length === 0 && html`<p>${words.noReports}</p>`}
<ol class="cards">${heads.map((head) => line(listing, language, head))}</ol>
${older !== undefined && html`<p><a href="${older}" rel="next">${words.older}</a></p>`}
<p class="small"><a href="${site}/reports/feed.atom">${words.feed}</a></p></main>`,
  );
};

/** The page at an address where no report is. */
export const noReportPage = (site: string, language: PageLanguage, isGone = false): string => {
  const words = wordsIn(language);
  const said = isGone ? words.wasRemoved : words.notHere;
  return wholePage(
    { language, title: said, description: said },
    html`<main><h1>${said}</h1><p><a href="${site}/reports">${words.allReports}</a></p></main>`,
  );
};

const entry = ({ site, desk }: Listing, head: ReportHead): Piece => {
  const { title, at, firstAt, note, change, claims, counts, language } = bodyOf(head);
  const words = wordsIn(language);
  const tally = counts.map(([label, , count]) => `${label}: ${count}`).join(', ');
  const said = change === 'retraction' ? words.isRetracted : `${words.claimsChecked(claims)}${tally && `. ${tally}`}`;
  const address = `${site}/reports/${head.slug}`;
  return html`<entry xml:lang="${language}">
<id>${address}</id>
<title type="text">${title}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<published>${firstAt}</published>
<updated>${at}</updated>
<author><name>${desk.name}</name></author>
<category term="${change}"/>
<summary type="text">${[said, note].filter(Boolean).join(' ')}</summary>
</entry>
`;
};

/** A feed of published reports: an entry each, which is another as often as its report is (RFC 4287). */
export const atomFeed = (listing: Listing): string => {
  const { site, desk, heads } = listing;
  const updated =
    heads
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00Z';
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom">
<id>${site}/reports</id>
<title type="text">${desk.name}</title>
<link rel="self" type="application/atom+xml" href="${site}/reports/feed.atom"/>
<link rel="alternate" type="text/html" href="${site}/reports"/>
<updated>${updated}</updated>
<generator>Touchstone</generator>
${heads.map((head) => entry(listing, head))}</feed>
`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.html}`;
};

/** How large a report in little is where whoever shows it does not say otherwise, in pixels. */
const FRAME = { width: 600, height: 420 } as const;

/** What somebody puts into a page of theirs to show a report in little; a frame that may open links and nothing else. */
export const embedSnippet = (
  address: string,
  title: string,
  width: number = FRAME.width,
  height: number = FRAME.height,
): string =>
  html`<iframe src="${address}/embed" title="${title}" width="${width}" height="${height}" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
    .html;

/** The answer to who asks how to show a report (oEmbed 1.0, §2.3.4.4 `rich`), no larger than they can show. */
export const oEmbedOf = (
  { site, desk }: Listing,
  head: ReportHead,
  most: { readonly width: number; readonly height: number },
) => {
  const { title } = bodyOf(head);
  const [width, height] = [Math.min(FRAME.width, most.width), Math.min(FRAME.height, most.height)];
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: desk.name,
    ...(desk.url !== '' && { author_url: desk.url }),
    provider_name: 'Touchstone',
    provider_url: `${site}/reports`,
    cache_age: 3_600,
    html: embedSnippet(`${site}/reports/${head.slug}`, title, width, height),
    width,
    height,
  };
};
