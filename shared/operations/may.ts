import { OVER_OTHERS } from '../permission.ts';
import { hasRole, type Reviewer } from '../roles.ts';
import { changesVisibility, isShownTo, type Shown, type Visibility } from '../visibility.ts';
import { type Refusal, refuse } from './kind.ts';

/** Allows a reviewer their own work, and a lead everybody's. */
export const ownOrLead = (author: string | undefined, reviewer: Reviewer): Refusal | undefined =>
  author === reviewer.id || hasRole(reviewer.role, OVER_OTHERS) ? undefined : refuse('not-allowed');

/** Whether somebody may change who sees a record. */
export const mayShowElse = (record: Shown, reviewer: Reviewer): boolean =>
  mayShow(record, { visibility: record.visibility === 'public' ? 'desk' : 'public' }, reviewer) === undefined;

/** Allows fields that do not change who sees a record to anyone; those that do to its author, to those it names, and to a lead who sees it. */
export const mayShow = (
  record: Shown | undefined,
  fields: { readonly visibility?: Visibility },
  reviewer: Reviewer,
): Refusal | undefined => {
  if (!record || !changesVisibility(record, fields) || record.reviewer === reviewer.id) return undefined;
  const isNamed = typeof record.visibility !== 'string' && record.visibility.includes(reviewer.id);
  const isLead = hasRole(reviewer.role, OVER_OTHERS) && isShownTo(record, reviewer);
  return isNamed || isLead ? undefined : refuse('not-allowed');
};
