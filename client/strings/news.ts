import type { Catalogue } from './message.ts';

/** The messages about what others did, and about what is to be done. */
export const news = {
  'notices.open': { one: 'Messages, {count} unread', other: 'Messages, {count} unread' },

  'nav.articles': 'Articles',
  'nav.queue': 'My queue',
  'nav.library': 'Sources',
  'nav.search': 'Search',

  'claims.unread': 'New',
  'claims.unreadCount': { one: '{count} change you have not seen', other: '{count} changes you have not seen' },
} as const satisfies Catalogue;
