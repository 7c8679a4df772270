import type { Catalogue } from './message.ts';

/** The messages of the list of commands, of the keys, and of why something cannot be done now. */
export const commands = {
  'commands.rate': 'Verdict: {rating}',

  'commands.language': 'Language: {language}',

  'singleKeys.turnedOn': 'Single keys are on.',
  'singleKeys.turnedOff': 'Single keys are off. Each works together with {keys}, and all commands are in {list}.',
} as const satisfies Catalogue;
