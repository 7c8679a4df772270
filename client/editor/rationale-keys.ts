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

/** The keys of a rationale; `leave` and `sign` are the card's. */
export const rationaleKeys = (own: { readonly leave: () => void; readonly sign: () => void }): Plugin => {
  const handlers = [
    keydownHandler({
      Escape: () => {
        own.leave();
        return true;
      },
      'Mod-Enter': () => {
        own.sign();
        return true;
      },
    }),
    keydownHandler(COMMANDS),
    keydownHandler(baseKeymap),
  ];
  return new Plugin({ props: { handleKeyDown: (view, event) => handlers.some((handle) => handle(view, event)) } });
};
