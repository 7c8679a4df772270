import type { screens as english } from '../../later/screens.ts';
import type { Translated } from '../../message.ts';

/** The messages of what lies over the workspace or beside it now and then, in German. */
export const screens: Translated<typeof english> = {
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

  'share.title': 'Diesen Artikel teilen',
  'share.link': 'Link für alle in der Redaktion',
  'share.copy': 'Kopieren',
  'share.copied': 'Link kopiert',
  'share.invite': 'Jemand ist noch nicht in der Redaktion:',

  'review.title': 'Sie waren lange weg',
  'review.words': {
    one: '{count} Änderung von Ihnen hat hier gewartet, während viel geschehen ist. Sehen Sie sie durch, bevor sie hinausgeht.',
    other:
      '{count} Änderungen von Ihnen haben hier gewartet, während viel geschehen ist. Sehen Sie sie durch, bevor sie hinausgehen.',
  },
  'review.since': 'getan {time}',
  'review.send': 'Alles senden',
  'review.takeBack': 'Nichts senden, mir alles zurückgeben',

  'commands.title': 'Befehle',
  'commands.search': 'Befehl, Behauptung oder Absatz suchen',
  'commands.list': 'Was sich finden lässt',
  'commands.none': 'Hier heißt nichts „{query}“.',
  'commands.found': { one: '{count} gefunden', other: '{count} gefunden' },
  'commands.paragraph': 'Absatz {number}',
  'commands.group.recent': 'Zuletzt verwendet',
  'commands.group.claim': 'Behauptungen',
  'commands.group.verdict': 'Urteil',
  'commands.group.discussion': 'Diskussion',
  'commands.group.reading': 'Was gesichtet ist',
  'commands.group.select': 'Wörter auswählen',
  'commands.group.text': 'Der Text',
  'commands.group.go': 'Sich bewegen',
  'commands.group.article': 'Der Artikel',
  'commands.group.screen': 'Der Bildschirm',
  'commands.group.claims': 'Zu einer Behauptung',
  'commands.group.paragraphs': 'Zu einem Absatz',
  'commands.group.not': 'Jetzt nicht möglich',

  'command.statement': 'Die offene Behauptung in eigenen Worten sagen',
  'command.attribution': 'Sagen, wer die offene Behauptung aufgestellt hat',
  'command.move': 'Arbeit an der offenen Behauptung: {move}',
  'command.takeVerdictBack': 'Ihr Urteil über die offene Behauptung zurückziehen',
  'command.decide': 'Das Ergebnis der offenen Behauptung entscheiden',
  'command.undecide': 'Die Entscheidung über die offene Behauptung zurücknehmen',
  'command.reply': 'Im offenen Gespräch antworten',
  'command.resolve': 'Das offene Gespräch erledigen',
  'command.reopenThread': 'Das offene Gespräch wieder öffnen',
  'command.again': 'Die offene Korrektur für den jetzigen Wortlaut vorschlagen',
  'command.withdrawCorrection': 'Die offene Korrektur zurückziehen',
  'command.copyTray': 'Das Erste kopieren, das sich nicht zusammenführen ließ',
  'command.asideTray': 'Das Erste beiseitelegen, das sich nicht zusammenführen ließ',

  'singleKeys.areOff': 'Einzelne Tasten sind aus: Drücken Sie jede zusammen mit {keys}.',

  'suggest.title': 'Prüfenswert?',
  'suggest.score': '{percent} %',
  'suggest.dismiss': 'Verwerfen',

  'announce.claim': '{name} hat eine Behauptung markiert: {words}.',
  'announce.claims': {
    one: 'Andere haben {count} Behauptung markiert.',
    other: 'Andere haben {count} Behauptungen markiert.',
  },
  'announce.verdict': '{name} hat über „{words}“ geurteilt: {rating}.',
  'announce.verdicts': {
    one: 'Andere haben {count} Urteil gefällt.',
    other: 'Andere haben {count} Urteile gefällt.',
  },
  'announce.outcome': '„{words}“ ist jetzt: {outcome}.',
  'announce.outcomes': { one: '{count} Ergebnis hat sich geändert.', other: '{count} Ergebnisse haben sich geändert.' },
  'announce.message': '{name} schreibt: {words}',
  'announce.messages': {
    one: 'Andere haben {count} Nachricht geschrieben.',
    other: 'Andere haben {count} Nachrichten geschrieben.',
  },
  'announce.locked': '{name} hat den Text gesperrt.',
  'announce.unlocked': 'Der Text ist wieder offen.',
  'announce.offline': 'Die Verbindung ist unterbrochen. Was Sie tun, wartet hier und wird später gesendet.',
  'announce.online': 'Die Verbindung steht wieder.',
};
