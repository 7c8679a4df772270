import type { menus as english } from '../../later/menus.ts';
import type { Translated } from '../../message.ts';

/** The messages of the menus in the bar, in German. */
export const menus: Translated<typeof english> = {
  'settings.title': 'Einstellungen dieses Artikels',
  'commands.open': 'Befehl suchen',
  'bar.publish': 'Veröffentlichen',
  'bar.annotations': 'Anmerkungen einbringen',
  'bar.versions': 'Fassungen',
};
