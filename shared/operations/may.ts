import type { Article } from '../article.ts';
import { hasRole, type Reviewer, type Role } from '../roles.ts';
import { changesVisibility, isShownTo, type Shown, type Visibility } from '../visibility.ts';
import { type Refusal, refuse } from './kind.ts';

/** Whether a reviewer may do something to an article. */
type May = (article: Article, part: unknown, reviewer: Reviewer) => Refusal | undefined;

/** Allows what a role and all above it may do. */
export const atLeast =
  (role: Role): May =>
  (_article, _part, reviewer) =>
    hasRole(reviewer.role, role) ? undefined : refuse('not-allowed');

/** Allows a reviewer their own work, and a lead everybody's. */
export const ownOrLead = (author: string | undefined, reviewer: Reviewer): Refusal | undefined =>
  author === reviewer.id || hasRole(reviewer.role, 'lead') ? undefined : refuse('not-allowed');

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
  const isLead = hasRole(reviewer.role, 'lead') && isShownTo(record, reviewer);
  return isNamed || isLead ? undefined : refuse('not-allowed');
};
