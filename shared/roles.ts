/** What a reviewer may do, from least to most; each role may do all that the ones before it may. */
export const ROLES = {
  viewer: 'reads',
  annotator: 'marks claims, attaches sources, gives verdicts',
  editor: 'also changes the text',
  lead: 'also locks the text, withdraws the work of others and invites',
  admin: 'also gives roles and shuts people out',
} as const;

/** One of the five roles. */
export type Role = keyof typeof ROLES;

const ORDER = Object.keys(ROLES) as readonly Role[];

/** Whether `role` may do what `needed` may. */
export const hasRole = (role: Role, needed: Role): boolean => ORDER.indexOf(role) >= ORDER.indexOf(needed);

/** Who an operation is from, as the connection knows it (T6). */
export interface Reviewer {
  readonly id: string;
  readonly role: Role;
  /** Of a guest: the one article that they see; they are nobody of the desk. */
  readonly article?: string;
}

/** Whether somebody may come to an article at all: a guest to theirs alone. */
export const isOpenTo = ({ article: own }: Reviewer, article: string): boolean => own === undefined || own === article;
