import { CLAIMANT_FIELDS } from '../../shared/attribution.ts';
import { CLAIM_FIELDS } from '../../shared/claim.ts';
import { MANNERS } from '../../shared/derivation.ts';
import { EVIDENCE_FIELDS } from '../../shared/evidence.ts';
import { FAULTS } from '../../shared/faults.ts';
import type { Field } from '../../shared/fields.ts';
import { REFUSALS } from '../../shared/operations/kind.ts';
import { SETTINGS } from '../../shared/settings.ts';
import { SOURCE_FIELDS } from '../../shared/source.ts';
import { STALE } from '../../shared/verdict.ts';
import { WORK } from '../../shared/work.ts';
import { WRONG } from '../../shared/wrong.ts';

type Under<P extends string, T> = { readonly [K in keyof T & (string | number) as `${P}.${K}`]: T[K] & string };

type ChoicesOf<F> = F extends { readonly choices: infer C } ? keyof C & (string | number) : never;

type LabelsOf<P extends string, F> = { readonly [K in keyof F & string as `${P}.${K}`]: string } & {
  readonly [K in keyof F & string as `${P}.${K}.${ChoicesOf<F[K]>}`]: string;
} & { readonly [K in keyof F & string as F[K] extends { readonly hint: string } ? `${P}.${K}.hint` : never]: string };

/** The words of a table as messages under a common beginning. */
export const under = <P extends string, T extends Readonly<Record<string, string>>>(prefix: P, table: T): Under<P, T> =>
  Object.fromEntries(Object.entries(table).map(([id, words]) => [`${prefix}.${id}`, words])) as Under<P, T>;

type Labelled = Pick<Field<unknown>, 'label' | 'hint' | 'choices'>;

/** The words of a table of fields: its labels, hints and choices. */
export const labelsOf = <P extends string, F extends Readonly<Record<string, Labelled>>>(
  prefix: P,
  fields: F,
): LabelsOf<P, F> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { label, hint, choices }]) => [
      [`${prefix}.${name}`, label],
      ...(hint === undefined ? [] : [[`${prefix}.${name}.hint`, hint]]),
      ...Object.entries(choices ?? {}).map(([id, words]) => [`${prefix}.${name}.${id}`, words]),
    ]),
  ) as LabelsOf<P, F>;

/** The words of the tables that both sides share, as they stand there: a row of a table brings its messages along. */
export const tables = {
  ...under('work.state', WORK),
  ...under('staleBy', STALE),
  ...under('refusal', REFUSALS),
  ...under('fault', FAULTS),
  ...under('wrong', WRONG),
  ...labelsOf('field.claim', CLAIM_FIELDS),
  ...labelsOf('field.claimant', CLAIMANT_FIELDS),
  ...labelsOf('field.source', SOURCE_FIELDS),
  ...under('source.manner', MANNERS),
  ...labelsOf('field.evidence', EVIDENCE_FIELDS),
  ...labelsOf('field.setting', SETTINGS),
};
