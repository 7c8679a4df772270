import type { Claim, ClaimFields } from '../../claim.ts';
import { claimFieldsOf } from '../../claim-types.ts';
import type { Input } from '../../fields.ts';
import { ratingOfVerdict, staleness } from '../../outcome.ts';
import { rationaleOf, rationaleWords } from '../../rationale.ts';
import { STALE, type Verdict } from '../../verdict.ts';
import { workOf } from '../../work-now.ts';
import { type Edition, fieldText } from '../format.ts';
import type { Standing } from '../standing.ts';
import {
  type Act,
  addressOf,
  annotation,
  broughtIn,
  claimAt,
  type Json,
  personOf,
  quoteSelector,
  textual,
  wordsAt,
} from './annotation.ts';

/** How each way of asking for a field is told: what is chosen classifies, another claim is linked to. */
const bodiesOf: Partial<Record<Input, (edition: Edition, text: string, more: Json) => readonly Json[]>> = {
  choice: (_edition, text, more) => textual('classifying', text, more),
  claim: (edition, text, more) =>
    text === ''
      ? []
      : [{ type: 'SpecificResource', source: addressOf(edition, 'claims', text), purpose: 'linking', ...more }],
};

/** What a field holds where its words do not say all of it: a key of a table, or a list of who said it as JSON. */
const heldBy = (input: Input, value: unknown): Json => {
  if (input === 'choice') return { 'touchstone:value': value };
  return input === 'attribution' ? { 'touchstone:value': JSON.stringify(value) } : {};
};

const fieldBodies = (edition: Edition, claim: Claim): readonly Json[] =>
  Object.entries(claimFieldsOf(edition.article)).flatMap(([key, field]) => {
    const value = claim[key as keyof ClaimFields];
    if (field.input === 'texts') return [];
    const more = { 'touchstone:field': key, ...heldBy(field.input, value) };
    const text = fieldText(edition, claim, key as keyof ClaimFields);
    return bodiesOf[field.input]?.(edition, text, more) ?? textual('describing', text, more);
  });

export const identifying = (edition: Edition, standing: Standing): Json => {
  const { claim, state } = standing;
  const otherwise = state === 'changed' && { 'touchstone:marked': quoteSelector(claim.quote) };
  return annotation(
    edition,
    {
      id: addressOf(edition, 'claims', claim.id),
      motivation: 'identifying',
      reviewer: claim.reviewer,
      created: claim.markedAt,
      body: fieldBodies(edition, claim),
      target: wordsAt(edition, claim.quote, standing.at),
    },
    {
      'touchstone:anchor': state,
      'touchstone:work': workOf(edition.article, claim.id).state,
      ...otherwise,
      ...broughtIn(claim.imported),
    },
  );
};

/** The tags of a claim, by who changed its record last. */
export const tagging = (edition: Edition, { claim }: Standing): readonly Json[] => {
  const body = claim.tags.flatMap((tag) => textual('tagging', tag, { 'touchstone:field': 'tags' }));
  if (body.length === 0) return [];
  const { reviewer, at } = claim.revised ?? { reviewer: claim.reviewer, at: claim.markedAt };
  const target = claimAt(edition, claim.id, at);
  const id = addressOf(edition, 'claims', claim.id, 'tags');
  return [annotation(edition, { id, motivation: 'tagging', reviewer, created: at, body, target })];
};

export const assessing = (edition: Edition, verdict: Verdict, of: 'verdicts' | 'decisions'): Json => {
  const stale = staleness(edition.article, verdict);
  const decides = of === 'decisions' && { 'touchstone:decision': true };
  const act: Act = {
    id: addressOf(edition, of, verdict.id),
    motivation: 'assessing',
    reviewer: verdict.reviewer,
    created: verdict.givenAt,
    body: [
      ...textual('classifying', ratingOfVerdict(edition.article, verdict)?.label ?? verdict.rating, {
        'touchstone:rating': verdict.rating,
        'touchstone:scale': verdict.scale,
      }),
      ...textual('describing', verdict.rationale),
      ...(stale ? textual('tagging', STALE[stale], { 'touchstone:stale': stale }) : []),
    ],
    target: claimAt(edition, verdict.claim, verdict.givenAt),
  };
  return annotation(edition, act, { ...decides });
};

/** Why a claim is judged as it is: by who changed it last, with all who did; none where nobody wrote anything. */
export const describing = (edition: Edition, claim: string): readonly Json[] => {
  const rationale = rationaleOf(edition.article.rationales, claim);
  const body = textual('describing', rationaleWords(rationale));
  const last = rationale.hands.at(-1);
  if (body.length === 0 || !last) return [];
  const act: Act = {
    id: addressOf(edition, 'rationales', claim),
    motivation: 'describing',
    reviewer: last.reviewer,
    created: last.at,
    body,
    target: claimAt(edition, claim, last.at),
  };
  const hands = rationale.hands.map(({ reviewer }) => personOf(edition, reviewer));
  return [annotation(edition, act, { 'touchstone:hands': hands })];
};
