import { type Article, anchorOf } from '../../article.ts';
import type { Claim } from '../../claim.ts';
import { type Correction, correctionState, isUnanswered } from '../../correction.ts';
import type { Imported } from '../../imported.ts';
import type { Message, Thread } from '../../thread.ts';
import { workOf } from '../../work-now.ts';
import { claimInWords } from '../claim-in-words.ts';
import { type Edition, nameOf } from '../format.ts';
import { standings } from '../standing.ts';
import type { Comment } from './comments.ts';
import { LABELS, NEXT_THREAD, WHY_CORRECTED } from './labels.ts';
import type { Line } from './line.ts';
import { type Changed, type Ranged, type Span, tightly } from './marks.ts';
import type { Pieces } from './runs.ts';

/** All that is said beside a text, with the words that it stands on; what stands on none is told at the end. */
export interface Remarks {
  readonly comments: readonly Comment[];
  /** Outer ones first. */
  readonly ranged: readonly Ranged[];
  readonly changes: readonly Changed[];
  /** What stands on no words, each as lines. */
  readonly placeless: readonly (readonly Pieces[])[];
}

const piecesOf = ({ label, text, address }: Line): Pieces => {
  const before = label === '' ? [] : [{ text: `${label}: `, style: 'Strong' }];
  const at = address === undefined ? -1 : text.indexOf(address);
  if (address === undefined || at < 0) return [...before, { text }];
  const around = [
    { text: text.slice(0, at) },
    { text: address, href: address },
    { text: text.slice(at + address.length) },
  ];
  return [...before, ...around.filter((piece) => piece.text !== '')];
};

const linesOf = (text: string): readonly Pieces[] => text.split(/\r\n|[\r\n]/).map((line) => [{ text: line }]);

/** Whose words a record holds: those of whoever wrote them in the file that it came with, else its reviewer's. */
const signed = (edition: Edition, reviewer: string, at: string, imported: Imported | undefined) => {
  const when = imported ? imported.at : at;
  return { author: imported ? imported.author : nameOf(edition, reviewer), ...(when && { at: when }) };
};

const shown = ({ messages }: Thread): readonly Message[] => messages.filter(({ withdrawn }) => !withdrawn);

const inOrder = (one: Thread, other: Thread): number =>
  `${one.messages[0]?.writtenAt} ${one.id}` < `${other.messages[0]?.writtenAt} ${other.id}` ? -1 : 1;

/** The threads of an article of which something is left, by their claim; those on words under the empty text. */
const threadsIn = ({ threads }: Article): ReadonlyMap<string, readonly Thread[]> =>
  Map.groupBy(
    [...threads.values()].filter((thread) => shown(thread).length > 0).sort(inOrder),
    ({ claim = '' }) => claim,
  );

const byPlace = (one: Span, other: Span): number => one.from - other.from || other.to - one.to;

/** The tracked changes, no two of which share words, and the corrections for which there is no room or whose words are gone. */
const changesIn = (edition: Edition, tight: (id: string) => Span | undefined) => {
  const { article } = edition;
  const changes: Changed[] = [];
  const others: Correction[] = [];
  const reasons: { readonly correction: Correction; readonly span: Span }[] = [];
  const open = [...article.corrections.values()]
    .filter(isUnanswered)
    .map((correction) => ({ correction, span: tight(correction.id) }))
    .sort((one, other) => byPlace(one.span ?? { from: 0, to: 0 }, other.span ?? { from: 0, to: 0 }));
  for (const { correction, span } of open) {
    const isOvertaken = correctionState(article, correction) === 'overtaken';
    const isFree = span && span.from >= (changes.at(-1)?.to ?? 0);
    if (!span || !isFree || isOvertaken || !article.doc.resolve(span.from).sameParent(article.doc.resolve(span.to))) {
      others.push(correction);
      continue;
    }
    const { reviewer, suggestedAt, imported, to } = correction;
    changes.push({ ...span, instead: to, ...signed(edition, reviewer, suggestedAt, imported) });
    if (correction.why !== '') reasons.push({ correction, span });
  }
  return { changes, others, reasons };
};

const correctionLines = ({ quote, to, why }: Correction): readonly Line[] => [
  { label: 'Suggested correction', text: `“${quote.exact}” → “${to}”` },
  ...(why === '' ? [] : [{ label: LABELS.why, text: why }]),
];

/** All that is said beside the text of an edition. */
export const remarksOf = (edition: Edition): Remarks => {
  const { article } = edition;
  const comments: Comment[] = [];
  const ranged: Ranged[] = [];
  const placeless: (readonly Pieces[])[] = [];
  const tighten = tightly(article.doc);
  const tight = (id: string): Span | undefined => {
    const { state, from, to } = anchorOf(article, id);
    return state === 'orphaned' ? undefined : tighten({ from, to });
  };
  const threads = threadsIn(article);

  const add = (comment: Omit<Comment, 'id'>): number => comments.push({ id: comments.length, ...comment }) - 1;

  const replies = (thread: Thread, to: number, from: number, mark = ''): readonly number[] =>
    shown(thread)
      .slice(from)
      .map(({ text, reviewer, writtenAt, imported }, index) =>
        add({
          ...signed(edition, reviewer, writtenAt, imported),
          paragraphs: [...(index === 0 && mark !== '' ? [[{ text: mark }]] : []), ...linesOf(text)],
          answers: to,
          isDone: thread.resolved !== undefined,
        }),
      );

  const withThreads = (claim: Claim, span: Span | undefined): void => {
    const lines = claimInWords(edition, claim).map(piecesOf);
    const about = threads.get(claim.id) ?? [];
    if (!span) {
      const said = about
        .flatMap(shown)
        .map(({ text, reviewer }): Pieces => [{ text: `${nameOf(edition, reviewer)}: ${text}` }]);
      placeless.push([[{ text: `“${claim.quote.exact}”`, em: true }], ...lines, ...said]);
      return;
    }
    const isDone = workOf(article, claim.id).state === 'signed';
    const root = add({ author: nameOf(edition, claim.reviewer), at: claim.markedAt, paragraphs: lines, isDone });
    const answers = about.flatMap((thread, index) => replies(thread, root, 0, index > 0 ? NEXT_THREAD : ''));
    ranged.push({ ...span, ids: [root, ...answers] });
  };

  const onWords = (thread: Thread, span: Span | undefined): void => {
    const [first] = shown(thread);
    if (!first) return;
    if (!span) {
      const said = shown(thread).map(
        ({ text, reviewer }): Pieces => [{ text: `${nameOf(edition, reviewer)}: ${text}` }],
      );
      placeless.push([[{ text: `“${thread.quote?.exact ?? ''}”`, em: true }], ...said]);
      return;
    }
    const { reviewer, writtenAt, imported, text } = first;
    const by = signed(edition, reviewer, writtenAt, imported);
    const root = add({ ...by, paragraphs: linesOf(text), isDone: thread.resolved !== undefined });
    ranged.push({ ...span, ids: [root, ...replies(thread, root, 1)] });
  };

  for (const { claim } of standings(article)) withThreads(claim, tight(claim.id));
  for (const thread of threads.get('') ?? []) onWords(thread, tight(thread.id));
  const { changes, others, reasons } = changesIn(edition, tight);
  const aside = ({ reviewer, suggestedAt, imported }: Correction, span: Span, paragraphs: readonly Pieces[]): void => {
    const id = add({ ...signed(edition, reviewer, suggestedAt, imported), paragraphs, isDone: false });
    ranged.push({ ...span, ids: [id] });
  };
  for (const { correction, span } of reasons) aside(correction, span, linesOf(`${WHY_CORRECTED} ${correction.why}`));
  for (const correction of others) {
    const [span, lines] = [tight(correction.id), correctionLines(correction).map(piecesOf)];
    if (span) aside(correction, span, lines);
    else placeless.push(lines);
  }
  return { comments, ranged: ranged.toSorted(byPlace), changes, placeless };
};
