import type { Signature } from './claim.ts';
import { oneOf, paragraph, type ValuesOf } from './fields.ts';
import { pinned } from './pin.ts';

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
  note: paragraph('Note', 5_000),
} as const;

export type EvidenceFields = ValuesOf<typeof EVIDENCE_FIELDS>;

/** What ties a source to a claim. */
export interface Evidence extends EvidenceFields {
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
}
