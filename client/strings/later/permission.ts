import type { Catalogue } from '../message.ts';

/** The messages about who may do what. */
export const permission = {
  'permission.title': 'Who may do what',
  'permission.words':
    'Each role may do all that the roles before it may. What somebody does is checked at the moment it takes its place in the log.',
  'permission.from': 'From the role',
  'permission.deed.import': 'Brings in articles, later versions and batches',
  'permission.deed.publish': 'Publishes the report',
  'permission.deed.invite': 'Invites people',
  'permission.deed.desk': 'Decides the desk’s settings and scales',
  'permission.deed.people': 'Changes roles, shuts people out, makes links for new passwords',
  'permission.deed.webhooks': 'Has other programs told',
  'permission.deed.delete': 'Deletes articles for good',
  'permission.limit.ownOrLead': 'their own work; a lead, everybody’s',
  'permission.limit.own': 'their own work alone',
  'permission.limit.shown': 'who sees it is changed by its author, by those it names, and by a lead who sees it',
  'permission.limit.body': 'in a rationale; the text of the article from the role of an editor on',
  'permission.limit.answer':
    'an answer is taken back from the role of an editor on; a withdrawal by its author or a lead',
  'permission.limit.move': 'signing is for leads; a check is by somebody else than those whose work it is',
  'permission.limit.unlocked': 'while the text is not locked',
  'permission.limit.sighted': 'while work is not blind',
  'permission.limit.server': 'the server does it when it is asked to',
} as const satisfies Catalogue;
