import type { Choice } from './fields.ts';
import { choice, identifier, list, type Parse } from './parsing.ts';
import { hasRole, type Reviewer } from './roles.ts';

/** The ways to say who sees a record. */
export const VISIBILITIES = { public: 'Everyone', desk: 'The desk', named: 'Named people' } as const;

/**
 * Who sees a record besides its author: `public` is everyone, and goes into what is published; `desk` is everyone of the desk from the role of an
 * annotator on, no guest; a list is the reviewers with these ids alone, whatever the role of others: nobody's confidential source is let out by rank.
 */
export type Visibility = 'public' | 'desk' | readonly string[];

/** A record of one author that is not shown to everyone. */
export interface Shown {
  readonly reviewer: string;
  readonly visibility: Visibility;
  /** What its visibility was before, oldest first; absent while it never changed. */
  readonly visibilities?: readonly Visibility[];
}

/** Who looks: a reviewer in a role, or whoever reads what is published. */
export type Onlooker = Reviewer | 'public';

/** The most people that a record can be shown to by name. */
const MOST_NAMED = 100;

/** Reads who sees a record. */
export const parseVisibility: Parse<Visibility> = (value, where) =>
  Array.isArray(value)
    ? [...new Set(list(identifier, MOST_NAMED)(value, where))].sort()
    : choice({ public: '', desk: '' })(value, where);

/** Which of the ways a visibility is. */
export const wayOf = (visibility: Visibility): keyof typeof VISIBILITIES =>
  typeof visibility === 'string' ? visibility : 'named';

/** The field of a table that says who sees its record; `usual` is what holds where nothing was said. */
export const visibleTo = (
  usual: 'public' | 'desk',
  label = 'Who sees it',
): Choice<Visibility, keyof typeof VISIBILITIES> => ({
  label,
  input: 'visibility',
  parse: parseVisibility,
  empty: usual,
  show: (visibility) => VISIBILITIES[wayOf(visibility)],
  choices: VISIBILITIES,
});

/** Whether what its author shows in a way is seen by somebody. */
export const isVisible = (visibility: Visibility, author: string, onlooker: Onlooker): boolean => {
  if (visibility === 'public') return true;
  if (onlooker === 'public') return false;
  if (author === onlooker.id) return true;
  return visibility === 'desk' ? seesDesk(onlooker) : visibility.includes(onlooker.id);
};

/** Whether somebody sees what is shown to the desk: everyone of it from the role of an annotator on, and no guest. */
export const seesDesk = (onlooker: Onlooker): boolean =>
  onlooker !== 'public' && onlooker.article === undefined && hasRole(onlooker.role, 'annotator');

/** Whether somebody sees a record. */
export const isShownTo = ({ visibility, reviewer }: Shown, onlooker: Onlooker): boolean =>
  isVisible(visibility, reviewer, onlooker);

const isSame = (one: Visibility, other: Visibility): boolean =>
  one === other || (typeof one !== 'string' && typeof other !== 'string' && one.join() === other.join());

/** Whether some fields change who sees a record. */
export const changesVisibility = (record: Shown, fields: { readonly visibility?: Visibility }): boolean =>
  fields.visibility !== undefined && !isSame(fields.visibility, record.visibility);

/**
 * What a record keeps when some of its fields are changed, to be put into it with them: every visibility that it had. By those it is known
 * for each reviewer whether they see something else than they did.
 */
export const keptVisibilities = (
  record: Shown,
  fields: { readonly visibility?: Visibility },
): Pick<Shown, 'visibilities'> =>
  changesVisibility(record, fields) ? { visibilities: [...(record.visibilities ?? []), record.visibility] } : {};

/** How often somebody came to see a record or lost sight of it again. */
export const turnsOf = ({ visibilities, visibility, reviewer }: Shown, onlooker: Onlooker): number => {
  const seen = [...(visibilities ?? []), visibility].map((each) => isVisible(each, reviewer, onlooker));
  return seen.filter((each, index) => index > 0 && each !== seen[index - 1]).length;
};
