import { hasRole, type Role } from './roles.ts';

/** What else has to be so where the role alone does not allow something; each with the sentence that a person reads. */
export const LIMITS = {
  ownOrLead: 'their own work; a lead, everybody’s',
  own: 'their own work alone',
  shown: 'who sees it is changed by its author, by those it names, and by a lead who sees it',
  body: 'in a rationale; the text of the article from the role of an editor on',
  answer: 'an answer is taken back from the role of an editor on; a withdrawal by its author or a lead',
  move: 'signing is for leads; a check is by somebody else than those whose work it is',
  unlocked: 'while the text is not locked',
  sighted: 'while work is not blind',
  server: 'by a request of its own, from no session',
} as const;

/** A key of `LIMITS`. */
export type Limit = keyof typeof LIMITS;

/** Who may do one kind of thing: from which role on, and within which limits, which the kind itself sees to. */
export interface Permission {
  readonly from: Role;
  readonly within?: readonly Limit[];
}

const annotator: Permission = { from: 'annotator' };
const editor: Permission = { from: 'editor' };
const lead: Permission = { from: 'lead' };
const ownOrLead: Permission = { from: 'annotator', within: ['ownOrLead'] };
const shown: Permission = { from: 'annotator', within: ['shown'] };
const received: Permission = { from: 'editor', within: ['unlocked', 'server'] };

/** Who may do what to an article: a row for every kind of operation. `docs/permissions.md` and the desk's page are drawn from it. */
export const PERMISSION = {
  text: { from: 'annotator', within: ['body', 'unlocked', 'sighted'] },
  'article.create': editor,
  'article.lock': lead,
  'article.unlock': lead,
  'article.restore': editor,
  'article.unrestore': editor,
  'article.keep': annotator,
  'article.receive': received,
  'article.unreceive': received,
  'article.decline': editor,
  'article.place': editor,
  'article.configure': lead,
  'claim.mark': annotator,
  'claim.revise': annotator,
  'claim.withdraw': ownOrLead,
  'claim.reinstate': ownOrLead,
  'claim.reanchor': annotator,
  'claim.detach': annotator,
  'claim.adjust': annotator,
  'aside.set': annotator,
  'aside.withdraw': ownOrLead,
  'aside.reinstate': ownOrLead,
  'source.add': annotator,
  'source.revise': shown,
  'source.retract': annotator,
  'source.restore': ownOrLead,
  'evidence.attach': annotator,
  'evidence.revise': shown,
  'evidence.withdraw': ownOrLead,
  'evidence.reinstate': ownOrLead,
  'evidence.uphold': annotator,
  'evidence.unuphold': ownOrLead,
  'contact.add': annotator,
  'contact.revise': shown,
  'contact.withdraw': ownOrLead,
  'contact.reinstate': ownOrLead,
  'contact.ask': annotator,
  'contact.reask': annotator,
  'contact.answer': annotator,
  'contact.attempt': annotator,
  'contact.strike': ownOrLead,
  'contact.unstrike': ownOrLead,
  'verdict.give': annotator,
  'verdict.withdraw': ownOrLead,
  'verdict.reinstate': { from: 'annotator', within: ['own'] },
  'thread.open': annotator,
  'thread.show': shown,
  'thread.reply': annotator,
  'thread.revise': { from: 'annotator', within: ['own'] },
  'thread.resolve': annotator,
  'thread.reopen': annotator,
  'thread.withdraw': ownOrLead,
  'thread.reinstate': ownOrLead,
  'correction.suggest': annotator,
  'correction.accept': { from: 'editor', within: ['unlocked', 'sighted'] },
  'correction.decline': editor,
  'correction.withdraw': ownOrLead,
  'correction.reinstate': { from: 'annotator', within: ['answer'] },
  'outcome.decide': lead,
  'outcome.undecide': lead,
  'outcome.reinstate': lead,
  'work.move': { from: 'annotator', within: ['move', 'sighted'] },
  'work.unmove': { from: 'annotator', within: ['ownOrLead', 'sighted'] },
  'report.publish': { from: 'lead', within: ['sighted', 'server'] },
} as const satisfies Readonly<Record<string, Permission>>;

/** From which role on somebody does what a desk does besides; routes ask for it. */
export const DEEDS = {
  import: 'editor',
  publish: 'lead',
  invite: 'lead',
  desk: 'lead',
  people: 'admin',
  webhooks: 'admin',
  delete: 'admin',
} as const satisfies Readonly<Record<string, Role>>;

/** From which role on the text of the article, and a rationale, may be written in. */
export const WRITERS = { body: 'editor', rationale: 'annotator' } as const satisfies Readonly<Record<string, Role>>;

/** From which role on somebody may set the work of others aside. */
export const OVER_OTHERS: Role = 'lead';

/** Whether a role may do one kind of thing at all. */
export const isPermitted = (kind: keyof typeof PERMISSION, role: Role): boolean => hasRole(role, PERMISSION[kind].from);
