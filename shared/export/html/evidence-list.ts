import type { Evidence } from '../../evidence.ts';
import { independenceOf } from '../../independence.ts';
import { evidenceOf } from '../../outcome.ts';
import type { Pin } from '../../pin.ts';
import { sourceName } from '../../source.ts';
import { publicCopyAddress } from '../copies.ts';
import { dateOf, dayOf } from './dates.ts';
import { addressLink } from './marked-text.ts';
import { html, joined, type Piece } from './markup.ts';
import { paragraphs } from './rationale-text.ts';
import type { Report, ShownClaim } from './report.ts';
import type { Words } from './words/words.ts';

/** Where in a source something stands, besides its words; empty where only words say it. */
const placeWords = (words: Words, pin: Pin | '', time: string): Piece => {
  const all = [
    pin !== '' && pin.page !== undefined && words.page(pin.page),
    pin !== '' && pin.cell && words.table(pin.cell.table),
    pin !== '' && pin.cell?.row && words.row(pin.cell.row),
    pin !== '' && pin.cell?.column && words.column(pin.cell.column),
    time,
  ].filter(Boolean);
  return (
    all.length > 0 &&
    joined(
      all.map((each) => html`<bdi dir="ltr">${each}</bdi>`),
      ', ',
    )
  );
};

/** The frozen copy in which a passage is pinned: when it was kept, where that is known, and the hash by which it is told from any other. */
const copyOf = (report: Report, { pin }: Evidence): Piece => {
  if (pin === '') return '';
  const { words, edition } = report;
  const capture = edition.captures.find(({ kept }) => kept?.sha256 === pin.sha256);
  const at = capture?.kept?.at;
  const address = capture ? publicCopyAddress(edition, capture.id) : '';
  const named = address === '' ? words.frozenCopy : html`<a href="${address}">${words.frozenCopy}</a>`;
  return html`<p class="small">${named}${at && [' ', words.keptOn, ' ', dayOf(report, at)]}, SHA-256 <code>${pin.sha256}</code></p>`;
};

const item = (report: Report, evidence: Evidence): Piece => {
  const { words, edition } = report;
  const source = edition.article.sources.get(evidence.source);
  if (!source) return '';
  const { stance, passage, note, pin, time, revision } = evidence;
  const about = [
    source.publisher !== '' && html`<bdi>${source.publisher}</bdi>`,
    dateOf(report, source.date),
    placeWords(words, pin, time),
    revision > 0 && words.revised(revision),
  ].filter(Boolean);
  return html`<li>
<p><span class="stance ${stance === '' ? 'context' : stance}">${words.stance[stance]}</span> <a href="#source-${source.id}"><bdi>${sourceName(source)}</bdi></a>${source.retracted && html` <strong class="warn">${words.retracted}</strong>`}</p>
${passage !== '' && html`<blockquote dir="auto">${passage}</blockquote>`}
${note !== '' && html`<div class="note">${paragraphs(note)}</div>`}
<p class="small">${joined(about, ' · ')}</p>
${source.url !== '' && html`<p class="small address">${addressLink(source.url)}</p>`}
${copyOf(report, evidence)}
</li>`;
};

/** The evidence of a claim: what each source does for it, the passage, and where it stands. */
export const evidenceList = (report: Report, { main }: ShownClaim): Piece => {
  const { words, edition } = report;
  const all = evidenceOf(edition.article, main);
  if (all.length === 0) return '';
  const counts = (['supports', 'refutes'] as const).flatMap((stance) => {
    const { sources, independent } = independenceOf(edition.article, main, stance);
    return sources === 0 ? [] : [`${words.stance[stance]}: ${words.independent(sources, independent)}`];
  });
  return html`<details open><summary>${words.evidence}</summary>
${counts.length > 0 && html`<p class="small">${counts.join(' · ')}</p>`}
<ul class="evidence">${all.map((each) => item(report, each))}</ul></details>`;
};
