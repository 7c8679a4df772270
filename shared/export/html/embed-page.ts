import { isRetracted } from '../../publication.ts';
import { titleOf } from '../../schema.ts';
import type { Edition } from '../format.ts';
import { dayOf } from './dates.ts';
import { html, type Piece } from './markup.ts';
import { wholePage } from './page.ts';
import { type Report, reportOf, statementOf, tally } from './report.ts';

/** So many claims stand in what is put into pages of others. */
const SHOWN = 3;

const claimLines = ({ claims }: Report): Piece => {
  const judged = claims.filter(({ outcome, claim, main }) => outcome && main === claim.id).slice(0, SHOWN);
  return (
    judged.length > 0 &&
    html`<ul>${judged.map(
      (each) =>
        html`<li><span class="outcome ${each.look}"><strong>${each.label}</strong></span> <span dir="auto">${statementOf(each)}</span></li>`,
    )}</ul>`
  );
};

/** A published report in little, to stand in a frame of somebody else's page: what it came to, and the way to the whole. */
export const embedPage = (edition: Edition): string => {
  const report = reportOf(edition);
  const { words } = report;
  const { address, all } = edition.page?.published ?? { address: edition.address, all: [] };
  const title = titleOf(edition.article.doc).trim() || words.untitled;
  const last = all.at(-1);
  const counts = tally(report).map(
    ([label, look, count]) => html`<li><span class="outcome ${look}"><bdi>${label}</bdi></span> ${count}</li>`,
  );
  const body = isRetracted(all)
    ? html`<p class="warn"><strong>${words.isRetracted}</strong></p>`
    : html`<ul class="tally">${counts}</ul>${claimLines(report)}`;
  return wholePage(
    { language: words.language, title, description: words.by(edition.desk.name) },
    html`<main><p class="kicker">${words.by(edition.desk.name)}</p>
<h1><a href="${address}" target="_blank" rel="noopener" dir="auto">${title}</a></h1>
${last && html`<p class="small">${words.change[last.change]}, ${dayOf(report, last.at)}</p>`}
${body}
<p><a href="${address}" target="_blank" rel="noopener">${words.readWhole}</a></p></main>`,
  );
};
