import type { Catalogue } from './message.ts';

/** The messages about what others did, and about what is to be done. */
export const news = {
  'notices.open': { one: 'Messages, {count} unread', other: 'Messages, {count} unread' },
  'notices.title': 'Messages',
  'notices.readAll': 'Mark all as read',
  'notices.none': 'Nothing yet. You hear here when somebody mentions you, answers you, or changes what you judged.',
  'notices.earlier': 'Earlier ones',
  'notices.unread': 'Unread:',
  'notices.mention': 'You were mentioned',
  'notices.mention.by': '{name} mentioned you',
  'notices.reply': 'There is an answer',
  'notices.reply.by': '{name} answered',
  'notices.answered': 'A question of yours was answered',
  'notices.answered.by': '{name} put down an answer to your question',
  'notices.assigned': 'A claim was assigned to you',
  'notices.assigned.by': '{name} assigned a claim to you',
  'notices.checked': 'Your claim was checked',
  'notices.checked.by': '{name} checked your claim',
  'notices.reopened': 'A claim that you checked is open again',
  'notices.reopened.by': '{name} reopened a claim',
  'notices.stale': 'A claim that you judged has changed',
  'notices.stale.by': '{name} changed a claim that you judged',
  'notices.drifted': 'A source of a claim that you worked on has changed',
  'notices.drifted.by': 'A source of a claim that you worked on has changed',
  'notices.accepted': 'Your correction was accepted',
  'notices.accepted.by': '{name} accepted your correction',
  'notices.declined': 'Your correction was declined',
  'notices.declined.by': '{name} declined your correction',

  'nav.label': 'Touchstone',
  'nav.articles': 'Articles',
  'nav.queue': 'My queue',
  'nav.library': 'Sources',

  'claims.unread': 'New',
  'claims.unreadCount': { one: '{count} change you have not seen', other: '{count} changes you have not seen' },
} as const satisfies Catalogue;
