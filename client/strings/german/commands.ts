import type { commands as english } from '../commands.ts';
import type { Translated } from '../message.ts';

/** The messages of the list of commands, of the keys, and of why something cannot be done now, in German. */
export const commands: Translated<typeof english> = {
  'commands.rate': 'Urteil: {rating}',

  'commands.language': 'Sprache: {language}',

  'singleKeys.turnedOn': 'Einzelne Tasten sind ein.',
  'singleKeys.turnedOff':
    'Einzelne Tasten sind aus. Jede wirkt zusammen mit {keys}, und alle Befehle stehen unter {list}.',
};
