import type { Capture, Kept } from '../../shared/capture.ts';
import { newestCopy } from '../../shared/export/copies.ts';
import { dayOf } from '../../shared/export/html/dates.ts';
import { addressLink } from '../../shared/export/html/marked-text.ts';
import { html } from '../../shared/export/html/markup.ts';
import { wholePage } from '../../shared/export/html/page.ts';
import type { Report } from '../../shared/export/html/report.ts';
import { sourcesOfPage } from '../../shared/export/html/sources-list.ts';
import { wordsIn } from '../../shared/export/html/words/index.ts';
import { settingsOf } from '../../shared/settings.ts';
import { publicSight, seenArticle } from '../../shared/sight.ts';
import { type Source, sourceName } from '../../shared/source.ts';
import type { ServerParts } from '../parts.ts';
import { bodyOf, type ReportBody, type ShownCopy } from './report-body.ts';

/** The copies that readers of a page are shown: the newest of each of its sources, and those in which a passage is pinned. */
export const copiesOfPage = (report: Report): readonly ShownCopy[] => {
  const { edition } = report;
  const sources = new Set(sourcesOfPage(report).map(({ id }) => id));
  const pinned = new Set(
    [...edition.article.evidence.values()].flatMap(({ withdrawn, pin }) => (withdrawn || pin === '' ? [] : pin.sha256)),
  );
  return edition.captures.flatMap((capture) => {
    const { id, source, kept } = capture;
    const isMeant = kept && sources.has(source) && (newestCopy(edition, source) === capture || pinned.has(kept.sha256));
    return isMeant ? [{ capture: id, source, sha256: kept.sha256 }] : [];
  });
};

/** A copy that readers of a report are shown, with what it is of. */
export interface PublicCopy {
  readonly report: ReportBody;
  readonly source: Source;
  readonly capture: Capture;
  readonly kept: Kept;
}

/**
 * A copy that a publication of a report shows; nothing where it never did, and nothing any more once the desk allows it no longer or the source
 * is not for everyone any more: what was read cannot be called back, what is still served can.
 */
export const publicCopy = async (
  { reports, rooms, captures }: ServerParts,
  slug: string,
  number: number,
  id: string,
): Promise<PublicCopy | undefined> => {
  const stored = await reports.read(slug, number);
  const report = stored && bodyOf(stored);
  const shown = report?.copies?.find(({ capture }) => capture === id);
  const room = stored && shown && (await rooms.open(stored.article));
  if (!report || !shown || !room || !settingsOf(room.article).copies) return undefined;
  const sight = publicSight(room.article);
  const article = sight ? seenArticle(room.article, sight) : room.article;
  const source = article.sources.get(shown.source);
  const capture = (await captures.of(room.id, article)).find((each) => each.id === id);
  if (!source || capture?.kept?.sha256 !== shown.sha256) return undefined;
  return { report, source, capture, kept: capture.kept };
};

/** The page of a copy: what it is of, when it was kept, its hash, its words, and the ways to the page and the file. */
export const copyPage = ({ report, source, capture, kept }: PublicCopy, address: string, words: string): string => {
  const { language } = report;
  const said = wordsIn(language);
  const title = `${said.frozenCopy}: ${sourceName(source)}`;
  const here = `${address}/copies/${encodeURIComponent(capture.id)}`;
  const original = kept.address || capture.address || source.url;
  return wholePage(
    { language, title, description: title, more: html`<meta name="robots" content="noindex, noarchive">` },
    html`<main><p class="kicker"><a href="${address}">${said.toReport}</a></p>
<h1 dir="auto">${sourceName(source)}</h1>
<p>${said.frozenCopy} ${said.keptOn} ${dayOf({ words: said }, kept.at)}, SHA-256 <code>${kept.sha256}</code></p>
${original !== '' && html`<p class="address">${addressLink(original)}</p>`}
<p class="small">${said.copyHint}</p>
<ul>${/html/.test(kept.mediaType) && html`<li><a href="${here}/page">${said.copyPage}</a></li>`}
<li><a href="${here}/file">${said.copyFile}</a></li></ul>
${words !== '' && html`<h2>${said.copyWords}</h2><div dir="auto">${words.split(/\n+/).map((each) => html`<p dir="auto">${each}</p>`)}</div>`}</main>`,
  );
};

/** The page at an address where no copy is shown. */
export const noCopyPage = (site: string, language: ReportBody['language']): string => {
  const words = wordsIn(language);
  return wholePage(
    { language, title: words.noCopy, description: words.noCopy },
    html`<main><h1>${words.noCopy}</h1><p><a href="${site}/reports">${words.allReports}</a></p></main>`,
  );
};
