import { isRetracted } from '../../publication.ts';
import { dayOf } from './dates.ts';
import { linkTo } from './marked-text.ts';
import { html, type Piece } from './markup.ts';
import { paragraphs } from './rationale-text.ts';
import type { Report } from './report.ts';

/** What was published of the article, the newest first, each with what it changed; nothing for a page that is not published. */
export const changesSection = (report: Report): Piece => {
  const { words, edition } = report;
  const { address, all } = edition.page?.published ?? { address: '', all: [] };
  if (all.length === 0) return '';
  const here = all.at(-1)?.number;
  return html`<section id="changes" aria-labelledby="changes-name"><h2 id="changes-name">${words.changes}</h2>
${all.length === 1 && html`<p>${words.noChanges}</p>`}
<ol class="changes" reversed>${all.toReversed().map(
    ({ number, change, note, at }) => html`<li value="${number}">
<p><strong class="change ${change}">${words.change[change]}</strong>, ${dayOf(report, at)} · ${
      number === here
        ? `${words.reportVersion(number)} (${words.thisVersion})`
        : linkTo(`${address}/v/${number}`, words.reportVersion(number))
    }</p>
${note !== '' && paragraphs(note)}</li>`,
  )}</ol>
<p class="small">${words.newest} ${linkTo(address, address)}</p></section>`;
};

/** Says before all else that the report no longer stands, and why; nothing where it does. */
export const retractionNotice = (report: Report): Piece => {
  const all = report.edition.page?.published?.all ?? [];
  const last = all.at(-1);
  if (!last || !isRetracted(all)) return '';
  const { words } = report;
  return html`<section class="retracted" aria-label="${words.change.retraction}"><p><strong>${words.isRetracted}</strong> ${dayOf(report, last.at)}</p>
${paragraphs(last.note)}<p>${words.retractedWhy}</p></section>`;
};
