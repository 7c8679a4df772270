import type { Translated } from '../message.ts';
import type { news as english } from '../news.ts';

/** The messages about what others did, and about what is to be done, in German. */
export const news: Translated<typeof english> = {
  'notices.open': { one: 'Mitteilungen, {count} ungelesen', other: 'Mitteilungen, {count} ungelesen' },

  'nav.articles': 'Artikel',
  'nav.queue': 'Meine Aufgaben',
  'nav.library': 'Quellen',
  'nav.search': 'Suche',

  'claims.unread': 'Neu',
  'claims.unreadCount': {
    one: '{count} Änderung, die Sie noch nicht gesehen haben',
    other: '{count} Änderungen, die Sie noch nicht gesehen haben',
  },
};
