import { type Article, anchorOf, wordsOf } from '../../shared/article.ts';
import type { Aside } from '../../shared/aside.ts';
import type { Claim } from '../../shared/claim.ts';
import { correctionState } from '../../shared/correction.ts';
import { percentLookedAt, textCoverage } from '../../shared/coverage.ts';
import { articleWithoutFormer, FORMER_NAME } from '../../shared/former.ts';
import { outcomeOf, staleness } from '../../shared/outcome.ts';
import type { Profile } from '../../shared/protocol.ts';
import { rationaleOf, rationaleWords } from '../../shared/rationale.ts';
import { issuesOf } from '../../shared/received.ts';
import { titleOf } from '../../shared/schema.ts';
import { settingsOf } from '../../shared/settings.ts';
import { isBlindTo } from '../../shared/sight.ts';
import { type PlainText, plainText } from '../../shared/text.ts';
import type { Verdict } from '../../shared/verdict.ts';
import type { WorkStep } from '../../shared/work.ts';
import { workOf } from '../../shared/work-now.ts';

/** Counts the Unicode code points before an offset in UTF-16 units: what programs in other languages count in. */
export const codePoints = (text: string): ((offset: number) => number) => {
  const astral = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map((match) => match.index);
  return (offset) => {
    let low = 0;
    let high = astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((astral[middle] ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
};

const outcomeView = (article: Article, claim: string): object | null => {
  // What one's own verdicts alone would come to is no outcome.
  const outcome = !isBlindTo(article) ? outcomeOf(article, claim) : undefined;
  if (!outcome) return null;
  const { rating, by, verdict, stale, disputed, undecided } = outcome;
  return {
    rating: rating.id,
    label: rating.label,
    tone: rating.tone,
    by,
    verdict: verdict.id,
    ...(stale && { stale }),
    ...(disputed && { disputed }),
    ...(undecided && { undecided }),
  };
};

const signature = (step: WorkStep | undefined): object | null =>
  step ? { reviewer: step.reviewer, at: step.at } : null;

const workView = (article: Article, claim: string): object | null => {
  if (isBlindTo(article)) return null;
  const { state, cause, step, first, second, signed } = workOf(article, claim);
  return {
    state,
    ...(cause && { cause }),
    ...(step?.reason && { reason: step.reason }),
    moved: signature(step),
    first: signature(first),
    second: signature(second),
    signed: signature(signed),
  };
};

/** Where a record stands, and on which words. */
const placeView = (article: Article, plain: PlainText, count: (offset: number) => number) => (id: string) => {
  const { state, from, to } = anchorOf(article, id);
  const start = count(plain.offsetOf(from));
  // An end stands behind the last character of the words, which is not where the next block begins.
  const end = to > from ? count(plain.offsetOf(to - 1) + 1) : start;
  return { anchor: { state, from, to, start, end }, words: wordsOf(article, id) };
};

const coverageView = (article: Article): object => {
  const { words } = textCoverage(article);
  return { words, percent: percentLookedAt(words) };
};
const judgementView = (article: Article, judgement: Verdict): object => ({
  ...judgement,
  stale: judgement.withdrawn ? null : (staleness(article, judgement) ?? null),
});

/**
 * An article as programs read it. `text` is its plain text; `start` and `end` of an anchor are offsets in it, in code points,
 * while `from` and `to` are positions of `doc`. Claims come in the order of the text. Of an article that is not seen as a `whole`, neither
 * outcomes nor the state of the work are told.
 */
export const articleView = (id: string, article: Article, people: Readonly<Record<string, Profile>>): object => {
  const plain = plainText(article.doc);
  const isFormer = (reviewer: string): boolean => people[reviewer]?.name === FORMER_NAME;
  const placed = placeView(article, plain, codePoints(plain.text));
  const inOrder = <T extends Claim | Aside>(records: ReadonlyMap<string, T>) =>
    [...records.values()]
      .map((record) => ({ ...record, ...placed(record.id) }))
      .sort((one, other) => one.anchor.from - other.anchor.from);
  return {
    id,
    version: article.version,
    hash: article.hash,
    title: titleOf(article.doc),
    text: plain.text,
    doc: article.doc.toJSON(),
    origin: article.origin,
    versions: issuesOf(article),
    declined: article.declined ?? [],
    ...(article.publishedAt?.address && { publishedAt: article.publishedAt }),
    created: article.created ?? null,
    locked: article.lock !== undefined,
    lock: article.lock ?? null,
    settings: settingsOf(article),
    whole: article.sight === undefined,
    claims: inOrder(article.claims).map((claim) => ({
      ...claim,
      rationale: rationaleWords(rationaleOf(article.rationales, claim.id)),
      outcome: outcomeView(article, claim.id),
      work: workView(article, claim.id),
    })),
    asides: inOrder(article.asides),
    coverage: coverageView(article),
    sources: [...article.sources.values()],
    evidence: [...article.evidence.values()],
    contacts: [...article.contacts.values()],
    threads: [...articleWithoutFormer(article, isFormer).threads.values()].map((thread) => ({
      ...thread,
      ...(thread.quote && placed(thread.id)),
    })),
    corrections: [...article.corrections.values()].map((correction) => ({
      ...correction,
      ...placed(correction.id),
      state: correctionState(article, correction),
    })),
    verdicts: [...article.verdicts.values()].map((verdict) => judgementView(article, verdict)),
    decisions: [...article.decisions.values()].map((decision) => judgementView(article, decision)),
    removed: [...article.removals.values()],
    people,
  };
};
