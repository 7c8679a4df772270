import { attribution } from './attribution.ts';
import { type Choice, claimIn, day, line, oneOf, paragraph, reviewer, texts, type ValuesOf } from './fields.ts';
import type { Imported } from './imported.ts';
import type { Pages } from './pages.ts';
import { identifier } from './parsing.ts';
import type { Quote } from './quote.ts';

/** What sort of thing a claim says. */
export const CLAIM_KINDS = {
  statistic: 'Statistic',
  quotation: 'Quotation',
  event: 'Event',
  causal: 'Causal',
  prediction: 'Prediction',
  opinion: 'Opinion',
  uncheckable: 'Not checkable',
  other: 'Other',
} as const;

// Every desk can have types of its own: which those are is known where the article is, in `claim-types.ts`.
const type: Choice<string, keyof typeof CLAIM_KINDS> = {
  ...oneOf('Type', CLAIM_KINDS),
  show: (kind) => (Object.hasOwn(CLAIM_KINDS, kind) ? CLAIM_KINDS[kind as keyof typeof CLAIM_KINDS] : kind),
  parse: (value, where) => (value === '' ? '' : identifier(value, where)),
};

/** How soon a claim wants checking. */
export const PRIORITIES = { high: 'High', normal: 'Normal', low: 'Low' } as const;

/** The fields of a claim's record: a row here is all that a new field takes. */
export const CLAIM_FIELDS = {
  statement: paragraph('Statement', 2_000, 'The claim in your own words, to be understood without the article'),
  kind: type,
  attribution: attribution('Who said it'),
  saidOn: day('Said on'),
  saidAt: line('Said at', 300, 'such as: Security Council, New York'),
  priority: oneOf('Priority', PRIORITIES),
  priorityReason: line('Why this priority', 200, 'such as: harm, reach'),
  tags: texts('Tags', 40, 20, 'such as: figures, ask the author'),
  assignee: reviewer('Assigned to'),
  due: day('Due'),
  parent: claimIn('Part of'),
  sameAs: claimIn('Same as'),
} as const;

/** The values of a claim's fields. */
export type ClaimFields = ValuesOf<typeof CLAIM_FIELDS>;

/** Words of the article that can be checked, with their record. Where it stands now is its anchor, kept beside. */
export interface Claim extends ClaimFields {
  readonly id: string;
  readonly quote: Quote;
  readonly reviewer: string;
  /** ISO 8601, UTC. */
  readonly markedAt: string;
  /** The pages of the article's file that its words stood on when they were marked; absent where it has none. */
  readonly pages?: Pages;
  /** Present when it came in as an annotation. */
  readonly imported?: Imported;
  /** Who last changed its fields; absent while they are as they were marked. */
  readonly revised?: Signature;
  /** Who last moved its ends, and so marked it anew; absent while it is as it was marked first. */
  readonly adjusted?: Signature;
  /** Present while the claim is withdrawn: kept, out of the way, and able to come back (T5). */
  readonly withdrawn?: Signature;
}

/** Who did something, and when (ISO 8601, UTC). */
export interface Signature {
  readonly reviewer: string;
  readonly at: string;
}
