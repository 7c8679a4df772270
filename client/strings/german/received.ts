import { GERMAN_RATINGS } from '../../../shared/german-ratings.ts';

const scales: { readonly [name: `received.scale.${string}`]: string } = Object.fromEntries(
  Object.entries(GERMAN_RATINGS).map(([name, words]) => [`received.scale.${name}`, words]),
);

/**
 * What comes in English from elsewhere and is known, in German: the words of shipped scales and why a line was cleaned away by what they
 * say in English, as the log has them; export formats and the reasons of the server by their names.
 */
export const received = {
  ...scales,

  'received.person.A former member': 'Ein früheres Mitglied',

  'received.removal.Menus and links of the page': 'Menüs und Links der Seite',
  'received.removal.Buttons for sharing and following': 'Knöpfe zum Teilen und Folgen',
  'received.removal.Stands in the text twice': 'Steht zweimal im Text',
  'received.removal.Advertising': 'Werbung',
  'received.removal.Legal or site notice': 'Rechtlicher Hinweis oder Impressum',
  'received.removal.Cookie notice': 'Cookie-Hinweis',
  'received.removal.Invitation to subscribe or sign in': 'Einladung zum Abonnieren oder Anmelden',
  'received.removal.Links to other articles': 'Links zu anderen Artikeln',
  'received.removal.Readers’ comments': 'Leserkommentare',
  'received.removal.Author, date or reading time': 'Autorenzeile, Datum oder Lesezeit',
  'received.removal.Counters, labels and controls of the page': 'Zähler, Beschriftungen und Bedienelemente der Seite',
  'received.removal.Text that stands outside the article': 'Text, der außerhalb des Artikels steht',
  'received.removal.List and quotation marks, drawn by the layout instead':
    'Listen- und Anführungszeichen, die stattdessen die Gestaltung setzt',
  'received.removal.Invisible characters alone on a line': 'Unsichtbare Zeichen allein in einer Zeile',
  'received.removal.Hidden in the file': 'In der Datei verborgen',
  'received.removal.Running head, foot or number of a page': 'Kopfzeile, Fußzeile oder Seitenzahl',
  'received.removal.A comment or note that stands on no words of the text':
    'Eine Anmerkung oder Fußnote, die an keinen Wörtern des Textes steht',
  'received.removal.What an export of Touchstone tells at the end of its file':
    'Was ein Export von Touchstone am Ende seiner Datei sagt',
  'received.removal.A paragraph that somebody suggests to add, as a tracked change':
    'Ein Absatz, dessen Einfügung vorgeschlagen wird (Änderungsverfolgung)',
  'received.removal.A tracked change that is no correction of words':
    'Eine nachverfolgte Änderung, die keine Korrektur von Wörtern ist',
  'received.removal.It is about the page as a whole, not about words in it.':
    'Sie betrifft die ganze Seite, nicht Wörter darin.',
  'received.removal.It selects by the structure of a page, which the text of an article does not have.':
    'Sie wählt nach dem Aufbau einer Seite aus, den der Text eines Artikels nicht hat.',
  'received.removal.It selects no words.': 'Sie wählt keine Wörter aus.',
  'received.removal.Its words are not in the article.': 'Ihre Wörter stehen nicht im Artikel.',
  'received.removal.Its words stand in the article more than once, and nothing says which are meant.':
    'Ihre Wörter stehen mehrmals im Artikel, und nichts sagt, welche gemeint sind.',
  'received.removal.Its position is beyond the end of the article.': 'Ihre Stelle liegt hinter dem Ende des Artikels.',
  'received.removal.It selects more words than a claim can have.':
    'Sie wählt mehr Wörter aus, als eine Behauptung haben kann.',
  'received.removal.It is about an annotation that is neither in the file nor here.':
    'Sie betrifft eine Anmerkung, die weder in der Datei noch hier ist.',
  'received.removal.It stands elsewhere: the file has its address only.':
    'Sie steht anderswo: In der Datei ist nur ihre Adresse.',
  'received.removal.It says nothing that could be brought.': 'Sie sagt nichts, was mitgebracht werden könnte.',
  'received.removal.It suggests other words for more than one line.':
    'Sie schlägt andere Wörter für mehr als eine Zeile vor.',

  'received.format.json': 'Touchstone JSON: alles, zum Wiedereinlesen',
  'received.format.bundle': 'Touchstone-Bündel: alles mit eingefrorenen Kopien und Originalen, zum Wiedereinlesen',
  'received.format.claimreview': 'ClaimReview (schema.org): für die Seite des Faktenchecks',
  'received.format.web-annotation': 'Web Annotation (W3C): Behauptungen, Belege, Urteile und Diskussion',
  'received.format.html': 'Berichtsseite (HTML): zum Lesen, Drucken und Veröffentlichen',
  'received.format.markdown': 'Markdown: der Artikel mit seinen Behauptungen',
  'received.format.docx': 'Textdatei (DOCX): der Artikel mit jeder Behauptung als Kommentar',
  'received.format.xlsx': 'Excel-Mappe (XLSX): Behauptungen, Belege, Urteile, Kontakte',
  'received.format.csv': 'Tabelle (CSV): eine Zeile je Behauptung',
  'received.format.jsonl': 'JSON Lines: eine Behauptung je Zeile, für Datensätze',
  'received.format.brat': 'Standoff für brat: Text und Annotationen, für Datensätze',
  'received.format.csl': 'CSL-JSON: die Quellen, für die Literaturverwaltung',

  'received.delivery.timed out': 'keine Antwort in der Frist',
  'received.delivery.could not be reached': 'nicht erreichbar',

  'received.reason.sign-in': 'Sie sind nicht oder nicht mehr angemeldet.',
  'received.reason.locked':
    'Der Text ist gesperrt. Wer die Leitung hat, kann eine Fassung übernehmen oder zurücknehmen.',
  'received.reason.changed-since': 'Der Text hat sich geändert, seit verglichen wurde. Vergleichen Sie noch einmal.',
  'received.reason.no-change': 'Es ist derselbe Text.',
  'received.reason.newer': 'Nur die letzte Fassung, die gilt, lässt sich zurücknehmen.',
  'received.reason.worked-over':
    'Worte, die diese Fassung brachte, sind seither geändert worden. Bringen Sie stattdessen die Fassung davor noch einmal.',
  'received.reason.not-allowed': 'Ihre Rolle lässt das nicht zu.',
  'received.reason.blind': 'An diesem Artikel wird verdeckt gearbeitet: Das wartet, bis die Leitung aufdeckt.',
  'received.reason.not-found': 'Hier ist nichts, oder Sie dürfen es nicht sehen.',
  'received.reason.not-good':
    'Dieser Link gilt nicht oder nicht mehr: Er ist benutzt worden, abgelaufen oder nicht vollständig kopiert.',
  'received.reason.provider-down':
    'Der Anmeldedienst antwortet gerade nicht. Melden Sie sich anders an oder versuchen Sie es später noch einmal.',
  'received.reason.provider-wrong':
    'Der Antwort des Anmeldedienstes war nicht zu trauen. Sagen Sie es der Person, die diesen Server betreibt.',
  'received.reason.no-provider': 'Dieser Server kennt keinen Anmeldedienst. Melden Sie sich anders an.',
  'received.reason.only-way':
    'Sie kommen auf keinem anderen Weg herein. Setzen Sie zuerst ein Passwort oder fügen Sie einen Passkey hinzu.',
  'received.reason.known': 'Jemand mit dieser E-Mail-Adresse ist schon hier.',
  'received.reason.email-taken': 'Mit dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich damit an.',
  'received.reason.guest-link':
    'Dieser Link gilt nicht oder nicht mehr: Er ist abgelaufen, widerrufen oder nicht vollständig kopiert.',
  'received.reason.wrong-password': 'Das ist nicht Ihr bisheriges Passwort.',
  'received.reason.email-missing': 'Ohne E-Mail-Adresse gibt es kein Passwort.',
  'received.reason.no-mail':
    'Dieser Server verschickt nichts. Bitten Sie die Verwaltung Ihrer Redaktion um einen Link.',
  'received.reason.set-up': 'Diese Redaktion ist schon eingerichtet. Bitten Sie jemanden dort um eine Einladung.',
  'received.reason.overtaken':
    'Jemand hat diese Einstellungen inzwischen geändert. Sehen Sie sich jene an und ändern Sie Ihre dann erneut.',
  'received.reason.unsupported': 'Das lässt sich hier noch nicht lesen; eine reine Textdatei geht.',
  'received.reason.too-large': 'Das ist mehr, als der Server auf einmal annimmt.',
  'received.reason.too-fast': 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
  'received.reason.too-many': 'Mehr davon nimmt eine Redaktion nicht auf.',
  'received.reason.malformed': 'Der Server konnte die Anfrage nicht lesen.',
  'received.reason.storage': 'Der Server kann jetzt nichts speichern. Versuchen Sie es gleich noch einmal.',
  'received.reason.closing': 'Der Server wird neu gestartet.',
  'received.reason.bug': 'Auf dem Server ist etwas schiefgegangen. Es ist vermerkt.',
  'received.reason.no-article': 'Diesen Artikel gibt es nicht.',
} as const;
