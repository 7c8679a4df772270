import { workOf } from '../../work-now.ts';
import { dayOf } from './dates.ts';
import { html, type Piece } from './markup.ts';
import { personOf, type Report, type ShownClaim } from './report.ts';

const signedBy = (report: Report, what: string, reviewer: string, at: string, isAnother = false): Piece => {
  const who = personOf(report, reviewer);
  const named = who !== '' ? [': ', html`<bdi>${who}</bdi>`] : isAnother && [' ', report.words.byAnother];
  return html`<li>${what}${named}, ${dayOf(report, at)}</li>`;
};

/** Who judged a claim, who checked it after them and who signed it, as far as they are named. */
export const checksOf = (report: Report, { claim, outcome }: ShownClaim): Piece => {
  const { words, edition } = report;
  const { state, first, second, signed } = workOf(edition.article, claim.id);
  const steps: Piece[] = [];
  if (outcome) {
    const { verdict, by } = outcome;
    steps.push(signedBy(report, by === 'decision' ? words.decided : words.rated, verdict.reviewer, verdict.givenAt));
  }
  if (first) steps.push(signedBy(report, words.first, first.reviewer, first.at, true));
  if (second) steps.push(signedBy(report, words.second, second.reviewer, second.at, true));
  if (signed) steps.push(signedBy(report, words.signed, signed.reviewer, signed.at));
  if (state === 'reopened') steps.push(html`<li>${words.reopened}</li>`);
  return steps.length > 0 && html`<ul class="checks" aria-label="${words.checks}">${steps}</ul>`;
};
