import type { Translated } from '../message.ts';
import type { work as english } from '../work.ts';

/** The messages of what a desk decides, of the outcome and of the work on a claim, in German. */
export const work: Translated<typeof english> = {
  'standing.undecided': 'Unentschieden',

  'work.mark.first': 'Erste Prüfung: {name}',
  'work.mark.second': 'Zweite Prüfung: {name}',
  'work.mark.signed': 'Abgezeichnet: {name}',
  'outcome.decide': 'Entscheiden',
  'outcome.undecide': 'Entscheidung zurücknehmen',

  'done.outcome.decide': 'Ergebnis entschieden',
  'done.outcome.undecide': 'Entscheidung zurückgenommen',
  'done.outcome.reinstate': 'Entscheidung gilt wieder',
  'done.work.unmove': 'Schritt zurückgenommen',
  'done.article.configure': 'Einstellungen geändert',
};
