import { type Article, isAnchored, withRecord, wordsOf } from '../article.ts';
import { type Correction, isUnanswered, standsOnItsWords } from '../correction.ts';
import { type Imported, parseImported } from '../imported.ts';
import { Invalid, identifier, optional, own, type Parse, record, text } from '../parsing.ts';
import { isPermitted } from '../permission.ts';
import { QUOTE_LIMIT, type Quote } from '../quote.ts';
import type { Reviewer } from '../roles.ts';
import { settingsOf } from '../settings.ts';
import { type Kind, type Part, type Refusal, refuse, type Trace } from './kind.ts';
import { ownOrLead } from './may.ts';
import { mapPlace, type Place, parseWhere, placed } from './place.ts';
import { signed } from './traces.ts';
import { widened } from './widening.ts';

/** Suggests other words for words on one line of the article, which are found as those of a claim are. */
export interface SuggestCorrection extends Part {
  readonly kind: 'correction.suggest';
  readonly correction: string;
  readonly claim?: string;
  readonly quote: Quote;
  readonly place?: Place;
  readonly to: string;
  readonly why: string;
  /** Whose suggestion it is when it comes in with the article's file. */
  readonly imported?: Imported;
}

/**
 * Vouches that a correction's words now stand in the text in the place of those it was suggested for. The change itself is a
 * `text` part of the same operation.
 */
export interface AcceptCorrection extends Part {
  readonly kind: 'correction.accept';
  readonly correction: string;
}

/** Turns a correction down. */
export interface DeclineCorrection extends Part {
  readonly kind: 'correction.decline';
  readonly correction: string;
  readonly reason: string;
}

/** Takes a correction back, or has one wait again that was answered or taken back. */
export interface WithdrawCorrection extends Part {
  readonly kind: 'correction.withdraw' | 'correction.reinstate';
  readonly correction: string;
}

const onOneLine: Parse<string> = (value, where) => {
  const words = text(QUOTE_LIMIT)(value, where);
  if (/[\n\r\u2028\u2029]/.test(words)) throw new Invalid(where, 'one line is expected');
  return words;
};

const parseId: Parse<{ readonly correction: string }> = (value, where) => ({
  correction: identifier(record(value, where).correction, `${where}.correction`),
});

const waiting = (article: Article, id: string): Correction | Refusal => {
  const correction = article.corrections.get(id);
  if (!correction) return refuse('unknown');
  return isUnanswered(correction) ? correction : refuse('answered');
};

/** Who answered a correction, or took it back. */
const tracesOfAnswer = (correction: Correction | undefined): readonly Trace[] => [
  ...signed('accepted', correction?.accepted),
  ...signed('declined', correction?.declined),
  ...signed('withdrawn', correction?.withdrawn),
];

const suggestCorrection: Kind<SuggestCorrection> = {
  parse: (value, where) => {
    const fields = record(value, where);
    const { quote, place } = parseWhere(value, where);
    onOneLine(quote.exact, `${where}.quote.exact`);
    const to = onOneLine(fields.to, `${where}.to`);
    if (to !== to.trim()) throw new Invalid(`${where}.to`, 'may not begin or end with white space');
    if (to === quote.exact) throw new Invalid(`${where}.to`, 'is what stands there');
    const claim = optional(identifier)(fields.claim, `${where}.claim`);
    const imported = optional(parseImported)(own(fields, 'imported'), `${where}.imported`);
    return {
      ...parseId(value, where),
      ...(claim !== undefined && { claim }),
      ...{ quote, ...(place && { place }), to },
      why: text(5_000)(fields.why ?? '', `${where}.why`),
      ...(imported && { imported }),
    };
  },
  map: (part, changes, act) => mapPlace(part, changes, act.reviewer),
  apply: (article, part, act) => {
    if (isAnchored(article, part.correction)) return refuse('exists');
    const claim = part.claim === undefined ? undefined : article.claims.get(part.claim);
    if (part.claim !== undefined && !claim) return refuse('unknown');
    if (claim?.withdrawn) return refuse('withdrawn');
    const anchor = placed(article, part);
    if ('refused' in anchor) return anchor;
    const correction: Correction = {
      ...{ id: part.correction, quote: part.quote, to: part.to, why: part.why },
      ...(part.claim !== undefined && { claim: part.claim }),
      ...{ reviewer: act.reviewer, suggestedAt: act.at },
      ...(part.imported && { imported: part.imported }),
    };
    const suggested = withRecord(article, 'corrections', correction.id, correction);
    return { ...suggested, anchors: suggested.anchors.with(correction.id, anchor) };
  },
  invert: (_before, { correction }) => [{ kind: 'correction.withdraw', correction } satisfies WithdrawCorrection],
};

const acceptCorrection: Kind<AcceptCorrection> = {
  parse: parseId,
  may: (article) => {
    // Claims grow with it, before those too who must not see why.
    if (settingsOf(article).blind === 'all') return refuse('blind');
    return article.lock ? refuse('locked') : undefined;
  },
  apply: (article, part, act) => {
    const correction = waiting(article, part.correction);
    if ('refused' in correction) return correction;
    const accepted = { reviewer: act.reviewer, at: act.at };
    return withRecord(widened(article, correction.id, correction.to), 'corrections', correction.id, {
      ...correction,
      accepted,
    });
  },
  // Whatever was typed meanwhile: nothing but the words it was suggested for gave way, and nothing but its own words came (T4).
  holds: (before, after, { correction: id }) => {
    const correction = before.corrections.get(id);
    if (!correction || !standsOnItsWords(before, correction)) return refuse('words-changed');
    return wordsOf(after, id) === correction.to ? undefined : refuse('words-changed');
  },
  invert: (_before, { correction }) => [{ kind: 'correction.reinstate', correction } satisfies WithdrawCorrection],
  traces: (article, part) => tracesOfAnswer(article.corrections.get(part.correction)),
};

const declineCorrection: Kind<DeclineCorrection> = {
  parse: (value, where) => ({
    ...parseId(value, where),
    reason: text(5_000)(record(value, where).reason ?? '', `${where}.reason`),
  }),
  apply: (article, part, act) => {
    const correction = waiting(article, part.correction);
    if ('refused' in correction) return correction;
    const declined = { reviewer: act.reviewer, at: act.at, reason: part.reason };
    return withRecord(article, 'corrections', correction.id, { ...correction, declined });
  },
  invert: (_before, { correction }) => [{ kind: 'correction.reinstate', correction } satisfies WithdrawCorrection],
  traces: (article, part) => tracesOfAnswer(article.corrections.get(part.correction)),
};

const byOwnOrLead = (article: Article, part: WithdrawCorrection, reviewer: Reviewer): Refusal | undefined =>
  ownOrLead(article.corrections.get(part.correction)?.reviewer, reviewer);

const withdrawCorrection: Kind<WithdrawCorrection> = {
  parse: parseId,
  may: byOwnOrLead,
  apply: (article, part, act) => {
    const correction = waiting(article, part.correction);
    if ('refused' in correction) return correction;
    const withdrawn = { reviewer: act.reviewer, at: act.at };
    return withRecord(article, 'corrections', correction.id, { ...correction, withdrawn });
  },
  invert: (_before, { correction }) => [{ kind: 'correction.reinstate', correction } satisfies WithdrawCorrection],
  traces: (article, part) => tracesOfAnswer(article.corrections.get(part.correction)),
};

const reinstateCorrection: Kind<WithdrawCorrection> = {
  parse: parseId,
  // An answer is taken back by who may answer, a withdrawal by who may withdraw.
  may: (article, part, reviewer) =>
    article.corrections.get(part.correction)?.withdrawn
      ? byOwnOrLead(article, part, reviewer)
      : isPermitted('correction.decline', reviewer.role)
        ? undefined
        : refuse('not-allowed'),
  apply: (article, part) => {
    const correction = article.corrections.get(part.correction);
    if (!correction) return refuse('unknown');
    if (isUnanswered(correction)) return refuse('no-change');
    const { accepted: _, declined: __, withdrawn: ___, ...again } = correction;
    return withRecord(article, 'corrections', correction.id, again);
  },
  invert: (before, { correction: id }) => {
    const correction = before.corrections.get(id);
    if (correction?.declined) {
      const { reason } = correction.declined;
      return [{ kind: 'correction.decline', correction: id, reason } satisfies DeclineCorrection];
    }
    const kind = correction?.accepted ? 'correction.accept' : 'correction.withdraw';
    return [{ kind, correction: id } satisfies AcceptCorrection | WithdrawCorrection];
  },
  traces: (article, part) => tracesOfAnswer(article.corrections.get(part.correction)),
};

/** What can happen to a suggested correction. */
export const correctionKinds = {
  'correction.suggest': suggestCorrection,
  'correction.accept': acceptCorrection,
  'correction.decline': declineCorrection,
  'correction.withdraw': withdrawCorrection,
  'correction.reinstate': reinstateCorrection,
} as const;
