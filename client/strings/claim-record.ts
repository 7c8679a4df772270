import type { Catalogue } from './message.ts';

/** The messages of the fields of a claim, its parts and its occurrences. */
export const claimRecord = {
  'people.nobody': 'Nobody',
  'people.me': '{name} (you)',
  'picker.words': 'Words of the claim',
  'picker.none': 'None',
  'picker.nothing': 'No claim says that.',
} as const satisfies Catalogue;
