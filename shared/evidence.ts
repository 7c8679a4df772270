import type { Signature } from './claim.ts';
import { oneOf, paragraph, type ValuesOf } from './fields.ts';
import type { FindingState } from './finding-states.ts';
import { pinned } from './pin.ts';
import { timeCode } from './time-code.ts';
import { type Shown, visibleTo } from './visibility.ts';

/** What a passage of a source does for a claim. */
export const STANCES = { supports: 'Supports', refutes: 'Refutes', context: 'Context' } as const;

/** One of the three stances. */
export type Stance = keyof typeof STANCES;

/** The fields of evidence besides its claim and its source: a row here is all that a new field takes. */
export const EVIDENCE_FIELDS = {
  stance: oneOf('Stance', STANCES),
  passage: paragraph('Passage', 10_000, 'The words in the source that show it'),
  manner: oneOf('Quoted or paraphrased', { quotation: 'Word for word', paraphrase: 'In other words' }),
  pin: pinned('Place in the frozen copy'),
  time: timeCode('Time in the recording', '00:12:30, or 00:12:30–00:12:48'),
  note: paragraph('Note', 5_000),
  visibility: visibleTo('public', 'Who sees this evidence'),
} as const;

export type EvidenceFields = ValuesOf<typeof EVIDENCE_FIELDS>;

/** Somebody's word that what stands at the source's address by now makes no difference, with what it was that they saw there. */
export interface Upheld extends Signature {
  readonly state: FindingState;
  /** What stood there in the place of the passage. */
  readonly words: string;
  /** The copy that they saw, and the SHA-256 of its bytes in hex: the log vouches for it (T9); both empty where the page is gone. */
  readonly capture: string;
  readonly sha256: string;
}

/** What ties a source to a claim. */
export interface Evidence extends EvidenceFields, Pick<Shown, 'visibilities'> {
  readonly id: string;
  readonly claim: string;
  readonly source: string;
  readonly reviewer: string;
  /** ISO 8601, UTC. */
  readonly attachedAt: string;
  /** 0 when attached, one more each time it is revised: a verdict knows by it what it judged. */
  readonly revision: number;
  /** Who last changed its fields; absent while they are as they were attached. */
  readonly revised?: Signature;
  readonly withdrawn?: Signature;
  /** Present once somebody looked at what its source is by now and let it stand; gone when it is revised. */
  readonly upheld?: Upheld;
}
