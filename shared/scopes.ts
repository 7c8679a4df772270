/** What an access token may be made for, each with what it opens; never more than its person may do. */
export const SCOPES = {
  read: 'reads articles, sources, copies, the queue and news',
  annotate: 'works on articles: claims, verdicts, evidence, copies, the text',
  import: 'brings articles, later versions and annotations in',
  export: 'takes articles out, in every format',
  desk: 'runs the desk: its settings, its people, invitations, webhooks',
  account: 'makes and revokes access tokens, none that opens more than it does itself',
} as const;

/** One of the six scopes. */
export type Scope = keyof typeof SCOPES;

const ALL = Object.keys(SCOPES) as readonly Scope[];

/** What somebody was let in for; absent: for everything. */
export type Scopes = readonly Scope[] | undefined;

/** Whether who was let in for `scopes` may do what needs this one. */
export const opens = (scopes: Scopes, needed: Scope): boolean => scopes === undefined || scopes.includes(needed);

/** Whether `given` opens nothing that `own` does not. */
export const isWithin = (given: Scopes, own: Scopes): boolean =>
  own === undefined || (given?.every((scope) => own.includes(scope)) ?? false);

/** Scopes as one line, in the order of the table (RFC 6749 §3.3). */
export const scopesLine = (scopes: readonly Scope[]): string => ALL.filter((scope) => scopes.includes(scope)).join(' ');

/** The scopes in such a line; a word that is none opens nothing. */
export const scopesIn = (line: string): readonly Scope[] => {
  const words = line.split(' ');
  return ALL.filter((scope) => words.includes(scope));
};
