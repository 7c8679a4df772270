import type { claimList as english } from '../claim-list.ts';
import type { Translated } from '../message.ts';

/** The messages of the list of claims, what it is asked for, and what a row says, in German. */
export const claimList: Translated<typeof english> = {
  'facts.priority': 'Priorität: {priority}',
  'facts.assigned': 'bei {name}',
  'facts.due': 'fällig {day}',
  'facts.partOf': 'Teil von',

  'occurrences.times': { one: '{count} Stelle', other: '{count} Stellen' },
  'occurrences.again': 'wiederholt',

  'filter.label': 'Welche Behauptungen aufgeführt sind',
  'filter.search': 'Behauptungen durchsuchen',
  'filter.mine': 'Meine',
  'filter.more': 'Filtern und ordnen',
  'filter.count': { one: '{listed} von {count} Behauptung', other: '{listed} von {count} Behauptungen' },
  'filter.clear': 'Alle zeigen',
  'filter.none': 'Keine Behauptung entspricht dem.',

  'board.open': 'Tafel',
};
