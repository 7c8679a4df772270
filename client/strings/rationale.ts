import type { Catalogue } from './message.ts';

/** The messages about why a claim is judged as it is. */
export const rationale = {
  'rationale.edit': 'Edit why',
  'rationale.sign': 'Sign these words',
  'rationale.close': 'Close',
  'rationale.together': 'Everyone writes here together.',
  'rationale.hands': 'Written by {names}',
  'rationale.before': 'Signed before the reasons were written.',
  'rationale.reworded': 'Reworded since it was signed',
} as const satisfies Catalogue;
