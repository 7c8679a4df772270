import { askedAbout } from '../../contact.ts';
import { printedReply, saidToBe, UNNAMED } from '../../reply.ts';
import { dateWords } from './dates.ts';
import { html, type Piece } from './markup.ts';
import type { Report, ShownClaim } from './report.ts';

/** What is printed of those who were asked about a claim, as far as each agreed to it. */
export const repliesOf = (report: Report, { main }: ShownClaim): Piece => {
  const { words, edition } = report;
  const today = edition.exportedAt.slice(0, 10);
  const lines = askedAbout(edition.asked, main).flatMap((asked) => {
    if (printedReply(asked, today) === '') return [];
    const { question, answer, contact } = asked;
    const kind = answer?.answer || 'none';
    const who = saidToBe(contact);
    const on = answer?.answeredOn ? ` (${dateWords(report, answer.answeredOn)})` : '';
    const until =
      kind === 'none' && question.deadline !== '' ? ` ${words.repliedBy} ${dateWords(report, question.deadline)}` : '';
    return [
      html`<li><bdi>${who === UNNAMED ? words.unnamed : who}</bdi>: ${words.replied[kind]}${on}${until}${kind !== 'none' && answer?.words && html`<blockquote dir="auto">${answer.words}</blockquote>`}</li>`,
    ];
  });
  return lines.length > 0 && html`<details open><summary>${words.replies}</summary><ul>${lines}</ul></details>`;
};
