import type { Catalogue } from '../message.ts';

/** The messages of what can be done with the selected words. */
export const bubble = {
  'bubble.label': 'Selected words',
  'bubble.mark': 'Mark claim',
  'bubble.adjust': 'Move the claim’s ends here',
  'bubble.comment': 'Comment',
  'bubble.correct': 'Suggest a correction',
  'bubble.aside': 'Nothing to check',
  'bubble.asideBack': 'Look at it again',
} as const satisfies Catalogue;
