import type { Role } from '../shared/roles.ts';
import type { Command, Sight } from './commands.ts';
import { type PlainKey, t } from './strings/index.ts';
import type { NEEDS } from './why-not.ts';

/** Under which heading commands are listed, in this order. */
export const GROUPS = [
  'claim',
  'verdict',
  'discussion',
  'reading',
  'select',
  'text',
  'go',
  'article',
  'screen',
] as const;

export type Group = (typeof GROUPS)[number];

/** All there is to know about something that a reviewer can do by keyboard: list, keys, hints and menus are drawn from it. */
export interface CommandRow {
  /** Never another one's; by it the list remembers what was used. */
  readonly id: string;
  readonly says: PlainKey | ((sight: Sight) => string);
  readonly group: Group;
  /** A key pressed alone while the text is only read; with Ctrl Alt it works too, and when single keys are off. */
  readonly key?: string;
  /** Keys pressed together, as ProseMirror writes them; they work always. */
  readonly chord?: string;
  /** Whether `key` with Ctrl Alt does it while the text is edited too. */
  readonly whileEditing?: true;
  readonly role: Role;
  /** What has to be so, that which is to be said first in front. */
  readonly needs?: readonly (keyof typeof NEEDS)[];
  readonly command: Command;
  /** Why it cannot be done where nothing else says so. */
  readonly why?: (sight: Sight) => string | undefined;
}

/** What a command is called. */
export const wordsOfRow = ({ says }: CommandRow, sight: Sight): string =>
  typeof says === 'function' ? says(sight) : t(says);
