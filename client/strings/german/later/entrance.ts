import type { entrance as english } from '../../later/entrance.ts';
import type { Translated } from '../../message.ts';

/** The messages of what one sees before one is in, and on an empty desk, in German. */
export const entrance: Translated<typeof english> = {
  'entrance.name': 'Ihr Name',
  'entrance.nameHint': 'So, wie man Sie in der Redaktion kennt; er steht neben Ihren Urteilen.',
  'entrance.email': 'E-Mail',
  'entrance.emailOptional': 'E-Mail (kann entfallen)',
  'entrance.missingName': 'Geben Sie Ihren Namen an.',
  'entrance.passkey': 'Weiter mit einem Passkey',
  'entrance.provider': 'Weiter mit {name}',
  'entrance.noPasskey':
    'Sie sind angemeldet, aber es wurde kein Passkey erzeugt. Holen Sie das unter „Ihr Konto“ nach oder setzen Sie dort ein Passwort, um wieder hereinzukommen.',
  'entrance.signedIn':
    'Sie sind als {name} angemeldet. Wenn Sie hier weitermachen, entsteht ein zweites Konto, und Sie werden damit angemeldet.',

  'signIn.page': 'Anmelden',
  'signIn.title': 'Anmelden',
  'signIn.password': 'Passwort',
  'signIn.wrong': 'E-Mail oder Passwort stimmt nicht.',
  'signIn.missingEmail': 'Geben Sie Ihre E-Mail-Adresse an.',
  'signIn.missingPassword': 'Geben Sie Ihr Passwort an.',
  'signIn.forgot': 'Passwort vergessen?',
  'signIn.forgotWords':
    'Wir schicken Ihnen einen Link, um ein neues zu setzen, wenn es mit dieser Adresse ein Konto gibt.',
  'signIn.forgotDo': 'Link schicken',
  'signIn.forgotBack': 'Zurück zur Anmeldung',
  'signIn.forgotDone':
    'Wenn es mit dieser Adresse ein Konto gibt, ist eine Nachricht unterwegs. Ihr Link gilt eine Stunde lang.',
  'signIn.noMail':
    'Passwort vergessen? Die Verwaltung Ihrer Redaktion kann Ihnen einen Link geben, um ein neues zu setzen.',
  'signIn.passkey': 'Mit Passkey anmelden',
  'signIn.noPasskey': 'Der Browser hat keinen Passkey gezeigt, der hier bekannt ist.',
  'signIn.byToken': 'Mit einem Zugangsschlüssel',
  'signIn.notGood': 'Dieser Zugangsschlüssel gilt nicht oder nicht mehr.',
  'signIn.token': 'Zugangsschlüssel',
  'signIn.tokenHint': 'Fügen Sie ihn vollständig ein; er bleibt 30 Tage lang als Sitzung in diesem Browser.',
  'signIn.doToken': 'Mit dem Schlüssel anmelden',
  'signIn.show': 'Schlüssel zeigen',
  'signIn.missing': 'Fügen Sie Ihren Zugangsschlüssel ein.',
  'signIn.do': 'Anmelden',
  'signIn.noToken': 'Noch kein Konto?',
  'signIn.invitation':
    'Bitten Sie die Leitung oder Verwaltung Ihrer Redaktion um einen Einladungslink. Öffnen Sie ihn hier, nennen Sie Ihren Namen, und schon sind Sie dabei.',
  'signIn.operator': 'Wer den Server betreibt, erzeugt mit diesem Befehl einen Schlüssel:',

  'provider.signIn': 'Mit {name} anmelden',
  'provider.leaving': 'Weiter zu {name} …',
  'provider.stillIn':
    'Hier sind Sie abgemeldet. Bei {name} sind Sie noch angemeldet: Wer diesen Browser als Nächstes benutzt, kommt damit herein.',
  'provider.signOut': 'Auch bei {name} abmelden',
  'provider.down':
    'Der Anmeldedienst antwortet gerade nicht. Melden Sie sich anders an oder versuchen Sie es später noch einmal.',
  'provider.wrong':
    'Der Antwort des Anmeldedienstes war nicht zu trauen. Sagen Sie es der Person, die diesen Server betreibt.',
  'provider.denied': 'Niemand wurde angemeldet: Beim Anmeldedienst wurde abgebrochen.',
  'provider.refused':
    'Der Anmeldedienst hat die Anmeldung abgelehnt. Sagen Sie es der Person, die diesen Server betreibt.',
  'provider.late': 'Das hat zu lange gedauert oder in einem anderen Fenster begonnen. Versuchen Sie es noch einmal.',
  'provider.stranger':
    'Mit diesem Konto des Anmeldedienstes ist hier niemand bekannt. Bitten Sie die Leitung oder Verwaltung Ihrer Redaktion um eine Einladung.',
  'provider.unverified':
    'Der Anmeldedienst bestätigt nicht, dass die E-Mail-Adresse Ihre ist. Melden Sie sich anders an und verknüpfen Sie ihn unter „Ihr Konto“.',
  'provider.unproven':
    'Mit Ihrer E-Mail-Adresse gibt es hier ein Konto, und noch hat niemand gezeigt, dass die Adresse dazugehört. Melden Sie sich dort anders an und verknüpfen Sie es unter „Ihr Konto“; oder setzen Sie vorher ein neues Passwort über eine Nachricht.',
  'provider.domain': 'Konten mit einer Adresse dieser Domain werden hier nicht eingelassen. Nehmen Sie ein anderes.',
  'provider.another':
    'Ihr Konto hier ist mit einem anderen Konto des Anmeldedienstes verknüpft. Nehmen Sie dieses oder lösen Sie die Verknüpfung.',
  'provider.taken': 'Dieses Konto des Anmeldedienstes gehört hier jemand anderem.',
  'provider.shut-out': 'Sie werden hier nicht mehr eingelassen. Fragen Sie die Verwaltung Ihrer Redaktion.',

  'password.optional': 'Passwort (kann entfallen)',
  'password.hint':
    'Mindestens 12 Zeichen: ein paar Wörter, die nicht zusammengehören. Ohne Passwort und ohne Passkey kommen Sie nur mit einem Link wieder herein.',
  'password.needsEmail': 'Geben Sie auch Ihre E-Mail-Adresse an: Mit ihr melden Sie sich an.',
  'password.short': 'Mindestens 12 Zeichen: Ein paar Wörter, die nicht zusammengehören, merken sich leicht.',
  'password.long': 'Höchstens 200 Zeichen.',
  'password.common':
    'Dieses Passwort gehört zu den ersten, die probiert werden. Nehmen Sie Wörter, die nicht zusammengehören.',
  'password.personal':
    'Dieses Passwort besteht aus Ihrem Namen oder Ihrer Adresse. Nehmen Sie Wörter, auf die niemand kommt.',
  'reset.page': 'Neues Passwort',
  'reset.title': 'Neues Passwort setzen',
  'reset.words': 'Für {name}, {email}. Wo Sie jetzt angemeldet sind, werden Sie abgemeldet.',
  'reset.new': 'Neues Passwort',
  'reset.do': 'Passwort setzen',
  'reset.done': 'Das Passwort ist gesetzt. Melden Sie sich damit an.',
  'reset.another':
    'Bitten Sie auf der Anmeldeseite um einen neuen Link, oder jemanden in der Verwaltung Ihrer Redaktion.',

  'setUp.page': 'Einrichten',
  'setUp.title': 'Richten Sie Ihre Redaktion ein',
  'setUp.words': 'Sie sind zuerst hier. Sie übernehmen die Verwaltung und laden die anderen ein.',
  'setUp.missingEmail': 'Geben Sie Ihre E-Mail-Adresse an.',
  'setUp.do': 'Einrichten und anmelden',
  'setUp.alone': 'Arbeiten Sie allein?',
  'setUp.aloneWords':
    'Dieser Browser läuft auf dem Rechner, auf dem Touchstone läuft. Sie können gleich anfangen, ohne Namen und Passwort. Setzen Sie ein Passwort unter „Ihr Konto“, bevor Sie eine Woche fort sind.',
  'setUp.aloneDo': 'Allein auf diesem Rechner anfangen',

  'join.page': 'Beitreten',
  'join.title': 'Der Redaktion beitreten',
  'join.words': 'Sie wurden eingeladen, gemeinsam Artikel zu prüfen. Sagen Sie, wer Sie sind, um hereinzukommen.',
  'join.wordsAs':
    'Sie wurden eingeladen, gemeinsam Artikel zu prüfen. Ihre Rolle: {role}. Sagen Sie, wer Sie sind, um hereinzukommen.',
  'join.emailHint': 'Hierher ging die Einladung; damit melden Sie sich an.',
  'join.back': 'Zurück zur Einladung',
  'join.another': 'Bitten Sie die Person, die ihn geschickt hat, um einen neuen.',
  'join.do': 'Beitreten',

  'guest.page': 'Gast',
  'guest.words': 'Sie sind als Gast zu diesem Artikel eingeladen. Was Sie dürfen: {role}.',
  'guest.signedIn':
    'Sie sind als {name} angemeldet. Wenn Sie hier weitermachen, sind Sie stattdessen als Gast angemeldet.',
  'guest.toArticle': 'Den Artikel öffnen, wie Sie sind',
  'guest.until': 'Sie können in diesem Browser bis {time} wiederkommen.',
  'guest.do': 'Artikel öffnen',

  'articles.empty': 'Noch kein Artikel',
  'articles.emptyWords':
    'Kopieren Sie eine ganze Seite mit allen Menüs und fügen Sie sie irgendwo hier ein. Der Artikel wird darin gefunden, und Sie sehen, was weggelassen wurde.',
  'articles.emptyReader':
    'Noch gibt es nichts zu prüfen. Jemand aus Ihrer Redaktion wird hier einen Artikel einstellen.',
  'articles.paste': 'Einen Artikel einfügen oder ablegen',
  'articles.sample': 'Beispiel öffnen',
};
