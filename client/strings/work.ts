import type { Catalogue } from './message.ts';

/** The messages of what a desk decides, of the outcome and of the work on a claim. */
export const work = {
  'standing.undecided': 'Undecided',

  'work.mark.first': 'First check: {name}',
  'work.mark.second': 'Second check: {name}',
  'work.mark.signed': 'Signed: {name}',
  'outcome.decide': 'Decide',
  'outcome.undecide': 'Take decision back',

  'done.outcome.decide': 'Outcome decided',
  'done.outcome.undecide': 'Decision taken back',
  'done.outcome.reinstate': 'Decision stands again',
  'done.work.unmove': 'Step taken back',
  'done.article.configure': 'Settings changed',
} as const satisfies Catalogue;
