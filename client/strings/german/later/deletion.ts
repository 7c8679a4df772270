import type { deletion as english } from '../../later/deletion.ts';
import type { Translated } from '../../message.ts';

/** The messages of deleting an article, and of what its address shows afterwards, in German. */
export const deletion: Translated<typeof english> = {
  'deletion.open': '„{title}“ endgültig löschen',
  'deletion.item': 'Den Artikel löschen …',
  'deletion.title': 'Den Artikel endgültig löschen',
  'deletion.goes': 'Das verschwindet, für alle, und niemand kann es zurückholen:',
  'deletion.entries': {
    one: 'sein Verlauf mit {count} Eintrag: Text, Behauptungen, Belege, Urteile, Gespräche',
    other: 'sein Verlauf mit {count} Einträgen: Text, Behauptungen, Belege, Urteile, Gespräche',
  },
  'deletion.copies': {
    one: '{count} eingefrorene Kopie, wenn kein anderer Artikel sie auch hat',
    other: '{count} eingefrorene Kopien, soweit kein anderer Artikel sie auch hat',
  },
  'deletion.reports': {
    one: '{count} veröffentlichter Bericht: an seiner Adresse steht, dass er entfernt wurde',
    other: '{count} veröffentlichte Berichte: an ihrer Adresse steht, dass sie entfernt wurden',
  },
  'deletion.guestLinks': {
    one: '{count} Gastlink: Wer damit hereinkam, ist draußen',
    other: '{count} Gastlinks: Wer damit hereinkam, ist draußen',
  },
  'deletion.stays': 'Das bleibt:',
  'deletion.seal':
    'sein Siegel: wie viele Einträge es gab, die Prüfsummen des ersten und des letzten, wann und von wem er gelöscht wurde. Kein Wort des Artikels steht darin.',
  'deletion.backups':
    'Sicherungen, bis sie ablaufen, exportierte Dateien sowie Mails und Meldungen, die hinausgingen: Fragen Sie, wer den Server betreibt.',
  'deletion.unsent': 'was andere noch nicht gesendet hatten: Sie bekommen es zurück.',
  'deletion.confirm': 'Geben Sie zur Bestätigung ein:',
  'deletion.missing': 'Geben Sie es so ein, wie es oben steht.',
  'deletion.busy': 'Wird gelöscht. Alles Gespeicherte wird neu geschrieben; ist es viel, dauert es eine Weile.',
  'deletion.keep': 'Behalten',
  'deletion.do': 'Endgültig löschen',
  'deletion.done': 'Der Artikel ist gelöscht.',

  'gone.title': 'Dieser Artikel wurde gelöscht',
  'gone.by': 'Gelöscht {time} von {name}.',
  'gone.at': 'Gelöscht {time}.',
  'gone.words': 'Nichts davon ist hier aufbewahrt, und niemand kann es zurückholen.',
  'gone.unsent': 'Was Sie nicht gesendet hatten',
  'gone.unsentWords': 'Es ist nur in diesem Browser und bleibt dort, bis Sie es speichern oder verwerfen.',
  'gone.begun': 'Begonnen und nicht gesendet',
  'gone.download': 'Als Datei speichern',
  'gone.throw': 'Verwerfen',
  'gone.throwSure': 'Jetzt verwerfen',
  'gone.keep': 'Behalten',
  'gone.file': 'nicht gesendet',
  'gone.saved': 'Es ist als Datei gespeichert. In diesem Browser ist nichts mehr von dem Artikel.',
  'gone.thrown': 'In diesem Browser ist nichts mehr von dem Artikel.',
  'gone.elsewhere': 'Ein Artikel wurde gelöscht, in dem Sie etwas nicht gesendet hatten.',
  'gone.show': 'Zeigen',
};
