import type { Anchor } from '../anchor.ts';
import { Anchors } from '../anchors.ts';
import { type Article, quoteOf, wordsOf } from '../article.ts';
import { canonicalJson } from '../canonical.ts';
import type { Entry } from '../log.ts';
import { collapsedExact, isOtherNumber, quoteAt } from '../quote.ts';
import { collapsed } from '../text.ts';
import type { Judged } from '../verdict.ts';

/** Judgements that held for the words that were marked alone, where today they hold for all of a number: those words by the judgement. */
export type ShortJudgements = ReadonlyMap<string, string>;

const keyOf = (...of: readonly (string | number)[]): string => JSON.stringify(of);

/** The judgements that an entry made, in the article as it is after it, each with its key. */
const madeBy = (article: Article, { parts }: Entry) =>
  parts.flatMap((part): readonly (readonly [key: string, claim: string, judged: Judged | undefined])[] => {
    if (part.kind === 'verdict.give')
      return [[keyOf('verdicts', part.verdict), part.claim, article.verdicts.get(part.verdict)?.judged]];
    if (part.kind === 'outcome.decide')
      return [[keyOf('decisions', part.decision), part.claim, article.decisions.get(part.decision)?.judged]];
    if (part.kind !== 'work.move') return [];
    const steps = article.work.get(part.claim)?.steps ?? [];
    return [[keyOf('work', part.claim, steps.length - 1), part.claim, steps.at(-1)?.judged]];
  });

/** The short judgements among those that an entry made, in the article as it is after it. */
export const shortJudgementsOf = (article: Article, entry: Entry): ShortJudgements =>
  new Map(
    madeBy(article, entry).flatMap(([key, claim, judged]) => {
      const words = wordsOf(article, claim);
      return judged === undefined || judged.words === words ? [] : [[key, words] as const];
    }),
  );

/** Whether an anchor says `changed` for nothing but the number beside its words, and another is the same but for saying so. */
const isOfNumberAlone = (article: Article, id: string, anchor: Anchor, other: Anchor): boolean => {
  if (anchor.state !== 'changed' || other.state === 'orphaned') return false;
  if (canonicalJson({ ...other, state: anchor.state }) !== canonicalJson(anchor)) return false;
  const [quote, now] = [quoteOf(article, id), quoteAt(article.doc, anchor.from, anchor.to)];
  return collapsed(now.exact) === collapsedExact(quote) && isOtherNumber(quote, now);
};

/**
 * A state as it was exported, in which what an earlier version took for the same number is as its entries replay to today (T4, T8), with how
 * many records that makes otherwise; all else is as it was given.
 */
export const withNumbersOfToday = (
  given: Article,
  today: Article,
  short: ShortJudgements,
): readonly [Article, number] => {
  let count = 0;
  const rejudged = <T extends { readonly judged: Judged }>(record: T, now: T | undefined, key: string): T => {
    if (!now || record.judged.words === now.judged.words || record.judged.words !== short.get(key)) return record;
    count += 1;
    return { ...record, judged: { ...record.judged, words: now.judged.words } };
  };
  const inTable = <T extends { readonly judged: Judged }>(
    name: string,
    table: ReadonlyMap<string, T>,
    now: ReadonlyMap<string, T>,
  ): ReadonlyMap<string, T> =>
    new Map([...table].map(([id, record]) => [id, rejudged(record, now.get(id), keyOf(name, id))]));
  const verdicts = inTable('verdicts', given.verdicts, today.verdicts);
  const decisions = inTable('decisions', given.decisions, today.decisions);
  const work = new Map(
    [...given.work].map(([claim, { steps, ...rest }]) => {
      const now = today.work.get(claim)?.steps ?? [];
      return [claim, { ...rest, steps: steps.map((step, at) => rejudged(step, now[at], keyOf('work', claim, at))) }];
    }),
  );
  const anchors = [...given.anchors].map(([id, anchor]): readonly [string, Anchor] => {
    const now = today.anchors.get(id);
    if (!now || now.state === anchor.state || !isOfNumberAlone(today, id, now, anchor)) return [id, anchor];
    count += 1;
    return [id, now];
  });
  return [{ ...given, verdicts, decisions, work, anchors: Anchors.of(anchors) }, count];
};
