import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { keydownHandler } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, Plugin } from 'prosemirror-state';
import { rationaleSchema } from '../../shared/rationale.ts';
import { redo, undo } from '../history.ts';

const { marks, nodes } = rationaleSchema;
const known = <T>(found: T | undefined): T => {
  if (!found) throw new Error('the schema of a rationale lost a name');
  return found;
};
const item = known(nodes.list_item);

const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(known(nodes.hard_break).create()).scrollIntoView());
  return true;
});

/** What can be done to a rationale by key: as in the article, but Tab goes on to the next thing of the card. */
const COMMANDS: Readonly<Record<string, Command>> = {
  'Mod-z': undo,
  'Mod-Shift-z': redo,
  'Mod-y': redo,
  'Mod-b': toggleMark(known(marks.strong)),
  'Mod-i': toggleMark(known(marks.em)),
  'Mod-Shift-8': wrapInList(known(nodes.bullet_list)),
  'Mod-Shift-7': wrapInList(known(nodes.ordered_list)),
  'Mod-]': sinkListItem(item),
  'Mod-[': liftListItem(item),
  Enter: splitListItem(item),
  'Shift-Enter': breakLine,
};

/** What the card does at a key. */
export interface CardKeys {
  /** Closes the rationale. */
  readonly leave: () => void;
  /** Signs its words as they stand. */
  readonly sign: () => void;
  /** Asks where the selected words lead. */
  readonly link: () => void;
}

const done =
  (act: () => void): Command =>
  () => {
    act();
    return true;
  };

/** The key that asks where the selected words lead. */
export const LINK_KEY = 'Mod-Shift-k';

/** The keys of a rationale, with those that are the card's. */
export const rationaleKeys = (own: CardKeys): Plugin => {
  const handlers = [
    keydownHandler({ Escape: done(own.leave), 'Mod-Enter': done(own.sign), [LINK_KEY]: done(own.link) }),
    keydownHandler(COMMANDS),
    keydownHandler(baseKeymap),
  ];
  return new Plugin({ props: { handleKeyDown: (view, event) => handlers.some((handle) => handle(view, event)) } });
};
