import type { Translated } from '../message.ts';
import type { news as english } from '../news.ts';

/** The messages about what others did, and about what is to be done, in German. */
export const news: Translated<typeof english> = {
  'notices.open': { one: 'Mitteilungen, {count} ungelesen', other: 'Mitteilungen, {count} ungelesen' },
  'notices.title': 'Mitteilungen',
  'notices.readAll': 'Alle als gelesen markieren',
  'notices.none':
    'Noch nichts. Hier erfahren Sie, wenn jemand Sie erwähnt, Ihnen antwortet oder ändert, worüber Sie geurteilt haben.',
  'notices.earlier': 'Frühere',
  'notices.unread': 'Ungelesen:',
  'notices.mention': 'Sie wurden erwähnt',
  'notices.mention.by': '{name} hat Sie erwähnt',
  'notices.reply': 'Es gibt eine Antwort',
  'notices.reply.by': '{name} hat geantwortet',
  'notices.assigned': 'Ihnen wurde eine Behauptung zugewiesen',
  'notices.assigned.by': '{name} hat Ihnen eine Behauptung zugewiesen',
  'notices.checked': 'Ihre Behauptung wurde geprüft',
  'notices.checked.by': '{name} hat Ihre Behauptung geprüft',
  'notices.reopened': 'Eine Behauptung, die Sie geprüft haben, ist wieder offen',
  'notices.reopened.by': '{name} hat eine Behauptung wieder geöffnet',
  'notices.stale': 'Eine Behauptung, über die Sie geurteilt haben, hat sich geändert',
  'notices.stale.by': '{name} hat eine Behauptung geändert, über die Sie geurteilt haben',
  'notices.accepted': 'Ihre Korrektur wurde angenommen',
  'notices.accepted.by': '{name} hat Ihre Korrektur angenommen',
  'notices.declined': 'Ihre Korrektur wurde abgelehnt',
  'notices.declined.by': '{name} hat Ihre Korrektur abgelehnt',

  'nav.label': 'Touchstone',
  'nav.articles': 'Artikel',
  'nav.queue': 'Meine Aufgaben',

  'queue.page': 'Meine Aufgaben',
  'queue.title': 'Meine Aufgaben',
  'queue.loading': 'Ihre Aufgaben werden geladen',
  'queue.stale': 'Diese Liste ist vielleicht veraltet. {why}',
  'queue.mine': 'Mir zugewiesen',
  'queue.toCheck': 'Wartet auf eine Prüfung',
  'queue.toSign': 'Wartet auf das Abzeichnen',
  'queue.nothing': 'Nichts zu tun',
  'queue.nothingWords':
    'Hier stehen Behauptungen, die Ihnen zugewiesen sind oder die darauf warten, dass jemand anderes sie prüft.',
  'queue.due': 'fällig {day}',
  'queue.overdue': 'überfällig, {day}',
  'queue.high': 'Hohe Priorität',
  'queue.low': 'Niedrige Priorität',
  'queue.unassigned': 'niemandem zugewiesen',

  'claims.unread': 'Neu',
  'claims.unreadCount': {
    one: '{count} Änderung, die Sie noch nicht gesehen haben',
    other: '{count} Änderungen, die Sie noch nicht gesehen haben',
  },

  'webhooks.title': 'Webhooks',
  'webhooks.words':
    'Jede Mitteilung, die hier jemand bekommt, geht signiert auch an diese Adressen, etwa an einen Kanal Ihres Chats.',
  'webhooks.none': 'Noch kein Webhook.',
  'webhooks.url': 'Adresse',
  'webhooks.add': 'Webhook hinzufügen',
  'webhooks.secret': 'Sein Geheimnis, nur jetzt zu sehen: Damit werden die Mitteilungen signiert (Standard Webhooks).',
  'webhooks.remove': 'Entfernen',
  'webhooks.removeNamed': 'Webhook {url} entfernen',
  'webhooks.log': 'Was gesendet wurde',
  'webhooks.logNone': 'Noch wurde nichts gesendet.',
  'webhooks.waiting': 'noch nicht gesendet',
  'webhooks.again': '{outcome}, neuer Versuch um {time}',
  'webhooks.givenUp': {
    one: '{outcome}, nach {count} Versuch aufgegeben',
    other: '{outcome}, nach {count} Versuchen aufgegeben',
  },
};
