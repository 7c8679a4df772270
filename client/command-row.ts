import type { Role } from '../shared/roles.ts';
import type { Command, Sight } from './commands.ts';
import type { PlainKey } from './strings/index.ts';
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

type NameIn<K> = K extends `command.${infer Name}` ? Name : never;

/** The id of a command that the catalogue calls by it, under `command.` and the id. */
export type CommandName = NameIn<PlainKey>;

/** What a command is called by the program, and by people: where nothing is said, the catalogue's words for its id. */
export type Called =
  | { readonly id: CommandName; readonly says?: never }
  | { readonly id: string; readonly says: PlainKey | ((sight: Sight) => string) };

/** All there is to know about something that a reviewer can do by keyboard: list, keys, hints and menus are drawn from it. */
export type CommandRow = Called & {
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
};
