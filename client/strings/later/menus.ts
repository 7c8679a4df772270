import type { Catalogue } from '../message.ts';

/** The messages of the menus in the bar. */
export const menus = {
  'settings.title': 'Settings of this article',
  'commands.open': 'Find a command',
  'bar.publish': 'Publish',
  'bar.annotations': 'Bring annotations',
  'bar.versions': 'Versions',
} as const satisfies Catalogue;
