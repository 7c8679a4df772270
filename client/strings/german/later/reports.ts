import type { reports as english } from '../../later/reports.ts';
import type { Translated } from '../../message.ts';

/** The messages of what is published of an article, in German. */
export const reports: Translated<typeof english> = {
  'report.change.first': 'Veröffentlicht',
  'report.change.typo': 'Tippfehler: nichts, was gesagt wurde, ist anders',
  'report.change.update': 'Aktualisierung: etwas kam hinzu oder ist neuer',
  'report.change.correction': 'Korrektur: etwas, was gesagt wurde, war falsch',
  'report.change.retraction': 'Rücknahme: er gilt nicht mehr',
  'command.publish': 'Den Bericht oder eine Korrektur veröffentlichen',
  'report.title': 'Den Bericht veröffentlichen',
  'report.hint':
    'Was veröffentlicht ist, kann jeder ohne Anmeldung lesen, unter einer Adresse, die bleibt. Jede Version bleibt, wie sie war.',
  'report.kind': 'Was sich geändert hat',
  'report.note': 'Öffentlicher Hinweis',
  'report.noteHint': 'Was sich geändert hat und warum, für alle, die den Bericht lesen. Er steht auf der Seite.',
  'report.noteFirst': 'Ein Hinweis für die Lesenden, wenn es etwas zu sagen gibt',
  'report.missing': 'Sagen Sie, was sich geändert hat.',
  'report.language': 'Sprache der Seite',
  'report.ofArticle': 'Die des Artikels',
  'report.named': 'Nennen, wer geurteilt und geprüft hat',
  'report.preview': 'Die Seite ansehen',
  'report.previewTitle': 'Die Seite, wie sie veröffentlicht würde',
  'report.inTab': 'In einem eigenen Tab öffnen',
  'report.counting': 'Es wird nachgesehen, was öffentlich ist',
  'report.publish': 'Veröffentlichen',
  'report.retract': 'Den Bericht zurücknehmen',
  'report.publishing': 'Wird veröffentlicht',
  'report.done': 'Veröffentlicht',
  'report.show': 'Zeigen',
  'report.published': {
    one: '{count} Behauptung steht auf der Seite.',
    other: '{count} Behauptungen stehen auf der Seite.',
  },
  'report.none': 'Auf der Seite stünde keine Behauptung: Keine hat ein Ergebnis, das gilt.',
  'report.leftOut.unjudged': {
    one: '{count} Behauptung fehlt: Sie hat kein Ergebnis.',
    other: '{count} Behauptungen fehlen: Sie haben kein Ergebnis.',
  },
  'report.leftOut.stale': {
    one: '{count} Behauptung fehlt: Wortlaut oder Belege haben sich nach dem Urteil geändert.',
    other: '{count} Behauptungen fehlen: Wortlaut oder Belege haben sich nach dem Urteil geändert.',
  },
  'report.leftOut.orphaned': {
    one: '{count} Behauptung fehlt: Ihr Wortlaut steht nicht mehr im Artikel.',
    other: '{count} Behauptungen fehlen: Ihr Wortlaut steht nicht mehr im Artikel.',
  },
  'report.leftOut.disputed': {
    one: '{count} Behauptung fehlt: Die Prüfenden sind sich nicht einig.',
    other: '{count} Behauptungen fehlen: Die Prüfenden sind sich nicht einig.',
  },
  'report.leftOut.undecided': {
    one: '{count} Behauptung fehlt: Die Leitung hat noch nicht entschieden.',
    other: '{count} Behauptungen fehlen: Die Leitung hat noch nicht entschieden.',
  },
  'report.unsigned': {
    one: '{count} Behauptung auf der Seite ist nicht abgezeichnet.',
    other: '{count} Behauptungen auf der Seite sind nicht abgezeichnet.',
  },
  'report.onRetracted': {
    one: '{count} Behauptung auf der Seite stützt sich auf eine zurückgezogene Quelle.',
    other: '{count} Behauptungen auf der Seite stützen sich auf eine zurückgezogene Quelle.',
  },
  'report.openThreads': {
    one: '{count} Gespräch ist nicht erledigt.',
    other: '{count} Gespräche sind nicht erledigt.',
  },
  'report.openQuestions': {
    one: '{count} Frage wartet auf Antwort.',
    other: '{count} Fragen warten auf Antwort.',
  },
  'report.judgedElsewhere': {
    one: '{count} Behauptung ist in einem anderen Artikel anders beurteilt. Die Tafel zeigt, welche.',
    other: '{count} Behauptungen sind in anderen Artikeln anders beurteilt. Die Tafel zeigt, welche.',
  },
  'report.notPublic': 'Was am Artikel nicht öffentlich ist, fehlt.',
  'report.needsCorrection':
    'Der veröffentlichte Bericht stützt sich auf inzwischen Zurückgezogenes: {names}. Er braucht eine Korrektur.',
  'report.address': 'Bleibende Adresse',
  'report.embed': 'Um ihn auf einer anderen Seite zu zeigen',
  'report.copy': 'Kopieren',
  'report.copied': 'Kopiert',
  'report.versions': 'Bisher veröffentlicht',
  'report.version': 'Version {number}',
  'report.by': 'von {name}, {time}',
  'report.nothingYet': 'Noch ist nichts veröffentlicht.',

  'retract.begin': 'Zurückgezogen?',
  'retract.title': 'Diese Quelle als zurückgezogen vermerken',
  'retract.why': 'Warum sie nicht mehr gilt',
  'retract.hint': 'Was auf ihr beruht, ist wieder offen.',
  'retract.do': 'Vermerken',
  'retract.restore': 'Wieder gelten lassen',
  'retract.said': 'Zurückgezogen laut {name}, {time}: {reason}',
  'retract.claims': {
    one: '{count} Behauptung stützte sich darauf:',
    other: '{count} Behauptungen stützten sich darauf:',
  },
};
