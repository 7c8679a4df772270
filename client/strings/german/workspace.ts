import type { Translated } from '../message.ts';
import type { workspace as english } from '../workspace.ts';

/** The messages of the workspace, in German. */
export const workspace: Translated<typeof english> = {
  'workspace.loading': 'Der Artikel wird geöffnet',
  'workspace.untitled': 'Artikel ohne Titel',
  'workspace.notFound': 'Diesen Artikel gibt es nicht',
  'workspace.notFoundWords': 'Vielleicht liegt er bei einer anderen Redaktion, oder die Adresse ist unvollständig.',
  'workspace.notOpen': 'Der Artikel lässt sich nicht öffnen',
  'workspace.toList': 'Zu den Artikeln',
  'workspace.reload': 'Neu laden',

  'save.saved': 'Alle Änderungen gespeichert',
  'save.storingWaiting': { one: '{count} Änderung wartet', other: '{count} Änderungen warten' },
  'save.saving': 'Wird gespeichert …',
  'save.offline': 'Offline',
  'save.offlineWaiting': { one: 'Offline, {count} Änderung wartet', other: 'Offline, {count} Änderungen warten' },
  'save.reconnecting': 'Verbindung wird wiederhergestellt …',
  'save.reconnectingWaiting': {
    one: 'Verbindung wird wiederhergestellt, {count} Änderung wartet',
    other: 'Verbindung wird wiederhergestellt, {count} Änderungen warten',
  },

  'people.here': 'Auch hier',
  'people.more': '+{count}',

  'lock.open': 'Text offen',
  'lock.locked': 'Text gesperrt · {day}',
  'lock.by': 'Gesperrt von {name}',
  'bar.more': 'Mehr zu diesem Artikel',

  'share.share': 'Teilen',

  'export.export': 'Exportieren',

  'panels.label': 'Bereiche des Arbeitsplatzes',
  'panels.coverage': 'Abdeckung',
  'panels.text': 'Artikeltext',
  'panels.side': 'Behauptungen',

  'standing.open': 'Offen',
  'standing.disputed': 'Strittig',
  'standing.stale': 'Erneut prüfen',
  'standing.uncheckable': 'Nicht prüfbar',

  'anchor.changed': 'Wortlaut geändert',
  'anchor.moved': 'Verschoben',
  'anchor.orphaned': 'Wortlaut fehlt',

  'hints.mark': 'Behauptung markieren',
  'hints.next': 'nächste, vorige',
  'hints.source': 'Quelle hinzufügen',
  'hints.verdict': 'Urteil',
  'hints.all': 'alle Tasten',

  'text.claim': 'Behauptung: {standing}',
  'text.label': 'Text des Artikels',
  'text.edit': 'Text bearbeiten',
  'text.original': 'Original sichern',
  'text.added': 'Hinzugefügt {day}',
  'text.words': { one: '{count} Wort', other: '{count} Wörter' },
  'text.empty': 'Dieser Artikel hat noch keinen Text.',
  'text.emptyEditor': 'Dieser Artikel hat noch keinen Text. Drücken Sie E, um ihn zu schreiben oder einzufügen.',
  'text.noClaims': 'Wählen Sie Wörter aus und drücken Sie',

  'tools.label': 'Textwerkzeuge',
  'tools.editing': 'Der Text wird bearbeitet',
  'tools.done': 'Fertig',
  'tools.undo': 'Rückgängig',
  'tools.redo': 'Wiederholen',
  'tools.strong': 'Fett',
  'tools.em': 'Kursiv',
  'tools.heading': 'Zwischentitel',
  'tools.quote': 'Zitat',
  'tools.bullets': 'Liste',
  'tools.numbers': 'Nummerierte Liste',

  'side.label': 'Neben dem Text',
  'side.claims': 'Behauptungen',
  'side.sources': 'Quellen',
  'side.contacts': 'Kontakte',
  'side.cleaned': 'Entfernt',
  'side.history': 'Verlauf',

  'claims.none': 'Noch sind keine Behauptungen markiert.',
  'claims.begin': 'Noch keine Behauptungen. Wählen Sie Wörter im Text aus und drücken Sie',
  'claims.withdrawn': { one: '{count} zurückgezogene Behauptung', other: '{count} zurückgezogene Behauptungen' },

  'claim.label': 'Behauptung: {words}',
  'claim.inTitle': 'Titel',
  'claim.page': 'S. {first}',
  'claim.pages': 'S. {first}–{last}',
  'claim.sources': { one: '{count} Quelle', other: '{count} Quellen' },
  'claim.changed': 'Ihr Wortlaut hat sich geändert',
  'claim.reanchor': 'Auf die ausgewählten Wörter setzen',
  'claim.withdraw': 'Behauptung zurückziehen',
  'claim.reinstate': 'Zurückholen',

  'stale.words': 'Der Satz hat sich nach diesem Urteil geändert: {changed}.',
  'stale.pair': '„{before}“ → „{after}“',
  'stale.taken': '„{words}“ fehlt',
  'stale.brought': '+ „{words}“',
  'stale.gone': 'Der Wortlaut fehlt seit diesem Urteil.',
  'stale.evidence': 'Die Belege haben sich nach diesem Urteil geändert.',
  'stale.answers': 'Was geantwortet wurde, hat sich nach diesem Urteil geändert.',
  'stale.again': 'Prüfen Sie erneut.',
  'stale.holds': 'Weiterhin {rating}',

  'evidence.withdraw': 'Diesen Beleg zurückziehen',
  'claim.sourceChanged': 'Eine Quelle hat sich geändert. Bitte erneut ansehen.',

  'verdict.withdraw': 'Urteil zurückziehen',

  'done.verdict.give': 'Urteil gefällt',
  'done.verdict.withdraw': 'Urteil zurückgezogen',
  'done.verdict.reinstate': 'Urteil gilt wieder',
  'done.contact': 'Kontaktprotokoll aktualisiert',
  'done.evidence.attach': 'Quelle hinzugefügt',
  'done.evidence.withdraw': 'Beleg zurückgezogen',
  'done.evidence.reinstate': 'Beleg zurückgeholt',
  'done.evidence.uphold': 'Am Beleg wird festgehalten',
  'done.revise': 'Einzelheiten geändert',
  'undo.undo': 'Rückgängig',
  'undo.claimWorkedOn': '{name} hat seither an dieser Behauptung gearbeitet. Ziehen Sie sie auf ihrer Karte zurück.',
  'undo.workedOn': '{name} hat seither daran gearbeitet, deshalb bleibt es, wie es ist.',

  'review.takenBack': 'Sie haben das zurückgenommen, als Sie wieder hier waren.',
  'outbox.failed': 'Dieser Browser kann das Wartende nicht über sein Schließen hinaus aufbewahren: {why}',

  'tray.copied': 'Kopiert',

  'lock.lock': 'Text sperren',
  'lock.unlock': 'Text freigeben',
};
