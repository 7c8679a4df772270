import type { permission as english } from '../../later/permission.ts';
import type { Translated } from '../../message.ts';

/** The messages about who may do what, in German. */
export const permission: Translated<typeof english> = {
  'permission.title': 'Wer darf was',
  'permission.words':
    'Jede Rolle darf alles, was die Rollen vor ihr dürfen. Geprüft wird in dem Augenblick, in dem etwas seinen Platz im Protokoll erhält.',
  'permission.from': 'Ab der Rolle',
  'permission.deed.import': 'Bringt Artikel, spätere Fassungen und Stapel herein',
  'permission.deed.publish': 'Veröffentlicht den Bericht',
  'permission.deed.invite': 'Lädt ein',
  'permission.deed.desk': 'Legt Einstellungen und Skalen der Redaktion fest',
  'permission.deed.people': 'Ändert Rollen, schließt Personen aus, erstellt Links für neue Passwörter',
  'permission.deed.webhooks': 'Lässt andere Programme benachrichtigen',
  'permission.deed.delete': 'Löscht Artikel für immer',
  'permission.limit.ownOrLead': 'die eigene Arbeit; eine Leitung die aller',
  'permission.limit.own': 'nur die eigene Arbeit',
  'permission.limit.shown':
    'wer es sieht, ändern die, von denen es ist, die darin genannt sind, und eine Leitung, die es sieht',
  'permission.limit.body': 'in einer Begründung; den Text des Artikels ab der Rolle, die ihn bearbeitet',
  'permission.limit.answer':
    'eine Antwort nimmt zurück, wer Texte ändern darf; einen Rückzug, von wem er ist, oder eine Leitung',
  'permission.limit.move': 'abzeichnen darf eine Leitung; geprüft wird von anderen als denen, deren Arbeit es ist',
  'permission.limit.unlocked': 'solange der Text nicht gesperrt ist',
  'permission.limit.sighted': 'solange nicht blind gearbeitet wird',
  'permission.limit.server': 'der Server tut es, wenn er darum gebeten wird',
};
