import { CLAIM_FIELDS, CLAIM_KINDS, type Claim } from './claim.ts';
import { type Configured, type OwnType, settingsOf } from './settings.ts';

const ownType = (article: Configured, kind: string): OwnType | undefined =>
  settingsOf(article).types.find(({ id }) => id === kind);

/** Whether a claim of an article can have a type: none, one that everyone has, or one of the desk's that is offered. */
export const offersType = (article: Configured, kind: string): boolean =>
  kind === '' ||
  Object.hasOwn(CLAIM_KINDS, kind) ||
  (ownType(article, kind) ?? { retired: true }).retired === undefined;

/** The fields of a claim as an article has them: the types that it offers, and the labels of those that it offered before. */
export const claimFieldsOf = (article: Configured): typeof CLAIM_FIELDS => {
  const { types } = settingsOf(article);
  if (types.length === 0) return CLAIM_FIELDS;
  const labelled = (some: readonly OwnType[]): Readonly<Record<string, string>> => ({
    ...Object.fromEntries(some.map(({ id, label }) => [id, label])),
    ...CLAIM_KINDS,
  });
  const choices = labelled(types.filter(({ retired }) => !retired));
  const labels = labelled(types);
  const show = (kind: string): string => (Object.hasOwn(labels, kind) ? (labels[kind] ?? '') : kind);
  return { ...CLAIM_FIELDS, kind: { ...CLAIM_FIELDS.kind, choices, show } };
};

/** Whether a claim says something that can be checked. */
export const isCheckable = (article: Configured, { kind }: Claim): boolean =>
  kind !== 'opinion' && kind !== 'uncheckable' && (ownType(article, kind)?.checkable ?? true);
