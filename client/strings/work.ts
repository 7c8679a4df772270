import type { Catalogue } from './message.ts';

/** The messages of what a desk decides, of the outcome and of the work on a claim. */
export const work = {
  'history.article.configure': 'changed the settings of the article',
  'part.article.configure': 'A change of the settings',
} as const satisfies Catalogue;
