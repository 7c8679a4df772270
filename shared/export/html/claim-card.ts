import type { Claimant } from '../../attribution.ts';
import { correctionState, correctionsFor } from '../../correction.ts';
import { scaleOf } from '../../outcome.ts';
import { isOrdered, offered, type Rating } from '../../scale.ts';
import { checksOf } from './checks.ts';
import { dateOf } from './dates.ts';
import { evidenceList } from './evidence-list.ts';
import { html, joined, type Piece } from './markup.ts';
import { rationaleText } from './rationale-text.ts';
import { repliesOf } from './replies.ts';
import { type Report, ratingWords, type ShownClaim, statementOf } from './report.ts';

const byNumber = (one: Rating, other: Rating): number => (one.number ?? 0) - (other.number ?? 0);

/** Where on its scale an outcome stands: the steps in their order; nothing where the scale has no order, or the rating no place in it. */
const placeOnScale = ({ words, edition }: Report, { outcome, look }: ShownClaim): Piece => {
  const scale = outcome && scaleOf(edition.article, outcome.verdict);
  if (!scale || !isOrdered(scale) || outcome.rating.number === undefined || look === 'open') return '';
  const all = [...offered(scale).filter(({ id }) => id !== outcome.rating.id), outcome.rating];
  const steps = all.filter(({ number }) => number !== undefined).sort(byNumber);
  const name = ratingWords(words, scale.id, scale.name);
  return html`<ol class="scale" aria-label="${words.placeOnScale(name)}">${steps.map((step) => {
    const isHere = step.id === outcome.rating.id;
    return html`<li class="${step.tone}"${isHere && html` aria-current="true"`}>${ratingWords(words, scale.id, step.label)}</li>`;
  })}</ol>`;
};

const outcomeLine = (report: Report, shown: ShownClaim): Piece => {
  const { stale } = shown.outcome ?? {};
  return html`<p class="outcome ${shown.look}${stale !== undefined && ' stale'}"><strong>${shown.label}</strong></p>
${stale !== undefined && html`<p class="warn">${report.words.stale[stale]}</p>`}${placeOnScale(report, shown)}`;
};

const linkOf = (report: Report, { name, role, verb, words, place, date }: Claimant, index: number): Piece => {
  const where = [place !== '' && html`<bdi>${place}</bdi>`, dateOf(report, date)].filter(Boolean);
  return html`<li>${index > 0 && verb !== '' && [html`<bdi>${verb}</bdi>`, ' ']}<strong><bdi>${name}</bdi></strong>${role !== '' && [', ', html`<bdi>${role}</bdi>`]}${where.length > 0 && html` <span class="small">(${joined(where, ', ')})</span>`}${words !== '' && html`<blockquote dir="auto">${words}</blockquote>`}</li>`;
};

const whoSaid = (report: Report, { claim: { attribution, saidOn, saidAt } }: ShownClaim): Piece => {
  const { words } = report;
  const said = [saidAt !== '' && html`<bdi>${saidAt}</bdi>`, dateOf(report, saidOn)].filter(Boolean);
  if (attribution.length === 0 && said.length === 0) return '';
  return html`<h4>${words.whoSaid}</h4>
${attribution.length > 0 && html`<ol class="chain">${attribution.map((link, index) => linkOf(report, link, index))}</ol>`}
${said.length > 0 && html`<p class="small">${words.said}: ${joined(said, ', ')}</p>`}`;
};

/** The words that the claim is about where they are not what it is called by, and what became of them. */
const ownWords = ({ words }: Report, shown: ShownClaim): Piece => {
  const { claim, at, state } = shown;
  const isSaid = at === undefined || at.words !== statementOf(shown);
  return html`${at && isSaid && html`<p class="small">${words.inTheArticle}: <q dir="auto">${at.words}</q></p>`}
${claim.pages && html`<p class="small">${words.pages(claim.pages)}</p>`}
${state === 'changed' && html`<p class="warn">${words.changedWords}</p>`}
${at === undefined && html`<p class="warn">${words.goneWords}</p>`}
${(state === 'changed' || at === undefined) && html`<p class="small">${words.asMarked}: <q dir="auto">${claim.quote.exact}</q></p>`}`;
};

const correctionsOf = ({ words, edition }: Report, { claim, at }: ShownClaim): Piece => {
  const all = at ? correctionsFor(edition.article, claim.id) : [];
  return (
    all.length > 0 &&
    html`<details open><summary>${words.corrections}</summary><ul>${all.map(
      (each) =>
        html`<li><del dir="auto">${each.quote.exact}</del> → ${each.to === '' ? words.takenOut : html`<ins dir="auto">${each.to}</ins>`} <span class="small">(${words.correction[correctionState(edition.article, each)]})</span>${each.why !== '' && html`<p class="small" dir="auto">${each.why}</p>`}</li>`,
    )}</ul></details>`
  );
};

const tied = ({ words, claimOf }: Report, { claim, main, parent }: ShownClaim): Piece => {
  const whole = parent === undefined ? undefined : claimOf(parent);
  const same = main === claim.id ? undefined : claimOf(main);
  return [
    whole &&
      html`<p class="small">${words.partOf} <a href="#claim-${whole.claim.id}">${words.claim(whole.number)}</a></p>`,
    same &&
      html`<p class="small">${words.sameAs}: <a href="#claim-${same.claim.id}">${words.claim(same.number)}</a></p>`,
  ];
};

/** All that the page says of one claim. Of one that says again what another says, the record stands with that one. */
export const claimCard = (report: Report, shown: ShownClaim): Piece => {
  const { words } = report;
  const { claim, number, look, main, at } = shown;
  const rationale = rationaleText(report, shown);
  const record = [
    html`<section><h4>${words.rationale}</h4>${rationale}</section>`,
    evidenceList(report, shown),
    repliesOf(report, shown),
    correctionsOf(report, shown),
    checksOf(report, shown),
  ];
  return html`<li><article class="card ${look}" id="claim-${claim.id}" aria-labelledby="name-${claim.id}" tabindex="-1">
<h3 id="name-${claim.id}"><span class="place" aria-hidden="true">${number}</span><span class="unseen">${words.claim(number)}: </span><span dir="auto">${statementOf(shown)}</span></h3>
${outcomeLine(report, shown)}${tied(report, shown)}${ownWords(report, shown)}${whoSaid(report, shown)}
${main === claim.id && (rationale ? record : record.slice(1))}
${at && html`<p class="back"><a href="#words-${claim.id}">↑ ${words.backToWords}</a></p>`}
</article></li>`;
};
