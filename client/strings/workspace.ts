import type { Catalogue } from './message.ts';

/** The messages of the workspace. */
export const workspace = {
  'workspace.loading': 'Opening the article',
} as const satisfies Catalogue;
