import type { entrance as english } from '../../later/entrance.ts';
import type { Translated } from '../../message.ts';

/** The messages of what one sees before one is in, and on an empty desk, in German. */
export const entrance: Translated<typeof english> = {
  'entrance.name': 'Ihr Name',
  'entrance.nameHint': 'So, wie man Sie in der Redaktion kennt; er steht neben Ihren Urteilen.',
  'entrance.email': 'E-Mail',
  'entrance.emailOptional': 'E-Mail (kann entfallen)',
  'entrance.missingName': 'Geben Sie Ihren Namen an.',
  'entrance.signedIn':
    'Sie sind als {name} angemeldet. Wenn Sie hier weitermachen, entsteht ein zweites Konto, und Sie werden damit angemeldet.',

  'signIn.page': 'Anmelden',
  'signIn.title': 'Anmelden',
  'signIn.token': 'Zugangsschlüssel',
  'signIn.tokenHint': 'Fügen Sie ihn vollständig ein; er bleibt 30 Tage lang als Sitzung in diesem Browser.',
  'signIn.show': 'Schlüssel zeigen',
  'signIn.missing': 'Fügen Sie Ihren Zugangsschlüssel ein.',
  'signIn.do': 'Anmelden',
  'signIn.noToken': 'Kein Schlüssel?',
  'signIn.invitation':
    'Bitten Sie die Leitung oder Verwaltung Ihrer Redaktion um einen Einladungslink. Öffnen Sie ihn hier, nennen Sie Ihren Namen, und schon sind Sie dabei.',
  'signIn.operator': 'Wer den Server betreibt, erzeugt mit diesem Befehl einen Schlüssel:',

  'setUp.page': 'Einrichten',
  'setUp.title': 'Richten Sie Ihre Redaktion ein',
  'setUp.words': 'Sie sind zuerst hier. Sie übernehmen die Verwaltung und laden die anderen ein.',
  'setUp.missingEmail': 'Geben Sie Ihre E-Mail-Adresse an.',
  'setUp.do': 'Einrichten und anmelden',

  'join.page': 'Beitreten',
  'join.title': 'Der Redaktion beitreten',
  'join.words': 'Sie wurden eingeladen, gemeinsam Artikel zu prüfen. Sagen Sie, wer Sie sind, um hereinzukommen.',
  'join.another': 'Bitten Sie die Person, die ihn geschickt hat, um einen neuen.',
  'join.do': 'Beitreten',

  'articles.empty': 'Noch kein Artikel',
  'articles.emptyWords':
    'Kopieren Sie eine ganze Seite mit allen Menüs und fügen Sie sie irgendwo hier ein. Der Artikel wird darin gefunden, und Sie sehen, was weggelassen wurde.',
  'articles.emptyReader':
    'Noch gibt es nichts zu prüfen. Jemand aus Ihrer Redaktion wird hier einen Artikel einstellen.',
  'articles.paste': 'Einen Artikel einfügen oder ablegen',
  'articles.sample': 'Beispiel öffnen',
};
