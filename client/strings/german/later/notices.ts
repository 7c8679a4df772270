import type { notices as english } from '../../later/notices.ts';
import type { Translated } from '../../message.ts';

/** The messages of the list of what others did, in German. */
export const notices: Translated<typeof english> = {
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
  'notices.answered': 'Eine Frage von Ihnen wurde beantwortet',
  'notices.answered.by': '{name} hat eine Antwort auf Ihre Frage eingetragen',
  'notices.assigned': 'Ihnen wurde eine Behauptung zugewiesen',
  'notices.assigned.by': '{name} hat Ihnen eine Behauptung zugewiesen',
  'notices.checked': 'Ihre Behauptung wurde geprüft',
  'notices.checked.by': '{name} hat Ihre Behauptung geprüft',
  'notices.reopened': 'Eine Behauptung, die Sie geprüft haben, ist wieder offen',
  'notices.reopened.by': '{name} hat eine Behauptung wieder geöffnet',
  'notices.stale': 'Eine Behauptung, über die Sie geurteilt haben, hat sich geändert',
  'notices.stale.by': '{name} hat eine Behauptung geändert, über die Sie geurteilt haben',
  'notices.drifted': 'Eine Quelle einer Behauptung, an der Sie gearbeitet haben, hat sich geändert',
  'notices.drifted.by': 'Eine Quelle einer Behauptung, an der Sie gearbeitet haben, hat sich geändert',
  'notices.retracted': 'Ein Bericht, den Sie veröffentlicht haben, beruht auf einer zurückgezogenen Quelle',
  'notices.retracted.by': '{name} hat eine Quelle zurückgezogen, auf der ein Bericht von Ihnen beruht',
  'notices.elsewhere': 'Ein Artikel, an dem Sie arbeiten, hat sich an seiner Adresse geändert',
  'notices.elsewhere.by': 'Ein Artikel, an dem Sie arbeiten, hat sich an seiner Adresse geändert',
  'notices.gone': 'Ein Artikel, an dem Sie arbeiten, steht nicht mehr an seiner Adresse',
  'notices.gone.by': 'Ein Artikel, an dem Sie arbeiten, steht nicht mehr an seiner Adresse',
  'notices.accepted': 'Ihre Korrektur wurde angenommen',
  'notices.accepted.by': '{name} hat Ihre Korrektur angenommen',
  'notices.declined': 'Ihre Korrektur wurde abgelehnt',
  'notices.declined.by': '{name} hat Ihre Korrektur abgelehnt',
};
