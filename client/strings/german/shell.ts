import type { Translated } from '../message.ts';
import type { shell as english } from '../shell.ts';

/** The messages of everything around the workspace, in German. */
export const shell: Translated<typeof english> = {
  'app.name': 'Touchstone',
  'app.skip': 'Zum Inhalt springen',
  'app.loading': 'Wird geladen',
  'app.tryAgain': 'Erneut versuchen',
  'app.close': 'Schließen',
  'toasts.label': 'Meldungen',
  'app.title': '{page} · Touchstone',

  'problem.offline':
    'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung; nichts von dem, was Sie geschrieben haben, geht verloren.',
  'problem.signedOut': 'Sie sind nicht angemeldet.',
  'problem.forbidden': 'Ihre Rolle lässt das nicht zu.',
  'problem.notFound': 'Hier ist nichts, oder Sie dürfen es nicht sehen.',
  'problem.tooLarge': 'Das ist mehr, als der Server auf einmal annimmt.',
  'problem.tooMany': 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
  'problem.broken': 'Auf dem Server ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.',
  'problem.refused': 'Der Server hat das abgelehnt (Status {status}).',

  'crash.title': 'Diese Seite ist stehen geblieben',
  'crash.words':
    'Der Fehler liegt bei uns. Was gespeichert war, ist sicher; laden Sie die Seite neu, um weiterzuarbeiten.',
  'crash.reload': 'Neu laden',
  'crash.details': 'Einzelheiten für eine Meldung',

  'notFound.page': 'Nicht gefunden',
  'notFound.title': 'Diese Seite gibt es nicht',
  'notFound.words': 'Vielleicht ist die Adresse falsch geschrieben, oder Sie dürfen nicht sehen, wohin sie führte.',

  'account.menu': '{initials}, Konto von {name}',

  'articles.all': 'Alle Artikel',
  'articles.title': 'Artikel',
  'articles.new': 'Neuer Artikel',
  'articles.search': 'Titel durchsuchen',
  'articles.list': 'Artikel, der zuletzt geänderte zuerst',
  'articles.count': { one: '{count} Artikel', other: '{count} Artikel' },
  'articles.found': { one: '{count} Artikel gefunden', other: '{count} Artikel gefunden' },
  'articles.noneFound': 'Kein Titel enthält „{query}“.',
  'articles.untitled': 'Ohne Titel',
  'articles.claims': { one: '{count} Behauptung', other: '{count} Behauptungen' },
  'articles.noClaims': 'noch keine Behauptungen',
  'articles.words': { one: '{count} Wort', other: '{count} Wörter' },
  'articles.locked': 'Text gesperrt',
  'articles.elsewhere': {
    one: '{count} Änderung an seiner Adresse',
    other: '{count} Änderungen an seiner Adresse',
  },
  'articles.gone': 'Nicht mehr an seiner Adresse',
  'articles.loading': 'Die Artikel werden geladen',
  'articles.stale': 'Diese Liste ist vielleicht veraltet. {why}',
  'articles.resume': 'Sie haben einen Artikel begonnen, der noch nicht angelegt ist.',
  'articles.resumeDo': 'Daran weitermachen',

  'invite.open': 'Einladen',

  'newArticle.drop': 'Hier ablegen',
  'newArticle.notRead': '„{name}“ hat kein Format, das gelesen werden kann.',
  'newArticle.tooLarge': '„{name}“ ist größer als 20 MB.',
  'newArticle.replaced': 'Der Text, mit dem Sie begonnen hatten, ist ersetzt.',
  'newArticle.notKept':
    'Dieser Browser kann den Text nicht aufbewahren. Er geht verloren, wenn Sie die Seite verlassen, bevor der Artikel angelegt ist.',
};
