import type { Catalogue } from './message.ts';

/** The messages of what a desk decides, of the outcome and of the work on a claim. */
export const work = {
  'standing.undecided': 'Undecided',

  'history.article.configure': 'changed the settings of the article',
  'history.outcome.decide': 'decided the outcome',
  'history.outcome.undecide': 'took a decision back',
  'history.outcome.reinstate': 'let an earlier decision stand again',
  'history.work.move': 'moved the work on a claim',
  'history.work.unmove': 'took a step of the work back',
  'part.article.configure': 'A change of the settings',
  'part.outcome.decide': 'A decision on an outcome',
  'part.outcome.undecide': 'Taking a decision back',
  'part.outcome.reinstate': 'Letting an earlier decision stand again',
  'part.work.move': 'A step of the work',
  'part.work.unmove': 'Taking a step of the work back',
  'done.outcome.decide': 'Outcome decided',
  'done.outcome.undecide': 'Decision taken back',
  'done.outcome.reinstate': 'Decision stands again',
  'done.work.move': 'Work moved',
  'done.work.unmove': 'Step taken back',
  'done.article.configure': 'Settings changed',
} as const satisfies Catalogue;
