import type { Translated } from '../message.ts';
import type { work as english } from '../work.ts';

/** The messages of what a desk decides, of the outcome and of the work on a claim, in German. */
export const work: Translated<typeof english> = {
  'standing.undecided': 'Unentschieden',

  'desk.open': 'Einstellungen der Redaktion',
  'settings.title': 'Einstellungen dieses Artikels',

  'keys.work': 'Nächster Arbeitsschritt an der offenen Behauptung',

  'work.title': 'Arbeit',
  'work.do.start': 'Beginnen',
  'work.do.leave': 'Abgeben',
  'work.do.ready': 'Bereit zur Prüfung',
  'work.do.first': 'Erste Prüfung',
  'work.do.second': 'Zweite Prüfung',
  'work.do.sign': 'Abzeichnen',
  'work.do.reopen': 'Wieder öffnen',
  'work.again': 'Erneut prüfen',
  'work.leave': 'Abgeben',
  'work.reopen': 'Wieder öffnen',
  'work.why': 'Warum wird sie wieder geöffnet?',
  'work.whyMissing': 'Sagen Sie in ein paar Worten, warum.',
  'work.waitsForCheck': 'wartet auf die Prüfung durch jemand anderen',
  'work.waitsForLead': 'wartet darauf, dass die Leitung abzeichnet',
  'work.by.ready': 'Bereit:',
  'work.by.first': 'Erste Prüfung:',
  'work.by.second': 'Zweite Prüfung:',
  'work.by.signed': 'Abgezeichnet:',
  'work.mark.first': 'Erste Prüfung: {name}',
  'work.mark.second': 'Zweite Prüfung: {name}',
  'work.mark.signed': 'Abgezeichnet: {name}',
  'work.step.ready': 'sie für bereit erklärt hatte',
  'work.step.first': 'die erste Prüfung gemacht hatte',
  'work.step.second': 'die zweite Prüfung gemacht hatte',
  'work.step.signed': 'sie abgezeichnet hatte',
  'work.changed.words': 'Der Wortlaut hat sich geändert, nachdem {name} {step}, {time}.',
  'work.changed.evidence': 'Die Belege haben sich geändert, nachdem {name} {step}, {time}.',
  'work.changed.answers': 'Was geantwortet wurde, hat sich geändert, nachdem {name} {step}, {time}.',
  'work.changed.outcome': 'Das Ergebnis hat sich geändert, nachdem {name} {step}, {time}.',
  'work.reopenedBy': '{name} hat sie wieder geöffnet, {time}: {reason}',

  'outcome.decide': 'Entscheiden',
  'outcome.undecide': 'Entscheidung zurücknehmen',

  'done.outcome.decide': 'Ergebnis entschieden',
  'done.outcome.undecide': 'Entscheidung zurückgenommen',
  'done.outcome.reinstate': 'Entscheidung gilt wieder',
  'done.work.unmove': 'Schritt zurückgenommen',
  'done.article.configure': 'Einstellungen geändert',
};
