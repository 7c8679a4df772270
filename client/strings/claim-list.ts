import type { Catalogue } from './message.ts';

/** The messages of the list of claims, what it is asked for, and what a row says. */
export const claimList = {
  'facts.priority': '{priority} priority',
  'facts.assigned': 'with {name}',
  'facts.due': 'due {day}',
  'facts.partOf': 'Part of',

  'occurrences.times': { one: '{count} place', other: '{count} places' },
  'occurrences.again': 'said again',

  'filter.label': 'Which claims are listed',
  'filter.search': 'Search claims',
  'filter.mine': 'Mine',
  'filter.more': 'Filter and order',
  'filter.count': { one: '{listed} of {count} claim', other: '{listed} of {count} claims' },
  'filter.clear': 'Show all',
  'filter.none': 'No claim is as asked for.',

  'board.open': 'Board',
} as const satisfies Catalogue;
