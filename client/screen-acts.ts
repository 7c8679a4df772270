import type { TEXT_COMMANDS } from './editor/keymap.ts';
import type { Language } from './language.ts';
import type { Words } from './words-selected.ts';

/** Where on the screen a command can take one. */
export type Place =
  | 'card'
  | 'details'
  | 'claims'
  | 'search'
  | 'board'
  | 'sources'
  | 'contacts'
  | 'callSheet'
  | 'annotations'
  | 'passage'
  | 'cleaned'
  | 'history'
  | 'versions'
  | 'discussion'
  | 'coverage'
  | 'tray'
  | 'share'
  | 'settings'
  | 'report'
  | 'deletion'
  | 'export'
  | 'account'
  | 'commands'
  | 'articles'
  | 'library'
  | 'tokens'
  | 'text';

/** A form that opens where one is: in the thread or correction that is shown, or in the open card. */
export type Beginning = 'statement' | 'attribution' | 'proposal' | 'reopen' | 'decide' | 'answer' | 'reply' | 'again';

/** What a command does to the screen, which the article knows nothing of. */
export interface ScreenAct {
  /** The focus goes to a place, which opens for it. */
  readonly go?: Place;
  /** Words of the text become the selected ones, and the text gets the focus. */
  readonly select?: Words;
  /** Something is done to the text in which the caret stands. */
  readonly tool?: keyof typeof TEXT_COMMANDS;
  /** A form opens. */
  readonly begin?: Beginning;
  /** The first of what could not be merged is copied, or put aside. */
  readonly tray?: 'copy' | 'aside';
  /** What is remembered on this machine is turned on, or off. */
  readonly turn?: 'single-keys';
  /** The addresses of all sources are looked at again. */
  readonly look?: 'all';
  /** Those of some sources get a frozen copy that have none yet. */
  readonly copies?: readonly string[];
  /** Words are looked for in all articles. */
  readonly seek?: string;
  /** What the article was read from is saved as a file. */
  readonly save?: 'original';
  /** The screen is in a language from now on. */
  readonly speak?: Language;
}
