import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { keydownHandler } from 'prosemirror-keymap';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, Plugin } from 'prosemirror-state';
import { schema } from '../../shared/schema.ts';
import { redo, undo } from '../history.ts';

const node = (name: string): NodeType => {
  const type = schema.nodes[name];
  if (!type) throw new Error(`the schema has no node "${name}"`);
  return type;
};

const mark = (name: string): MarkType => {
  const type = schema.marks[name];
  if (!type) throw new Error(`the schema has no mark "${name}"`);
  return type;
};

/** The heading when the block is none, the paragraph when it is one. */
const toggleHeading: Command = (state, dispatch, view) =>
  chainCommands(setBlockType(node('heading'), { level: 2 }), setBlockType(node('paragraph')))(state, dispatch, view);

const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
  if (!state.selection.$from.parent.type.contentMatch.matchType(node('hard_break'))) return false;
  dispatch?.(state.tr.replaceSelectionWith(node('hard_break').create()).scrollIntoView());
  return true;
});

/** Undo and redo, whether the text is edited or only read. */
export const turnKeys = keydownHandler({ 'Mod-z': undo, 'Mod-Shift-z': redo, 'Mod-y': redo });

/** What can be done to the text while it is edited; toolbar and keys are drawn from it. */
export const TEXT_COMMANDS = {
  undo: { key: 'Mod-z', command: undo },
  redo: { key: 'Mod-Shift-z', command: redo },
  strong: { key: 'Mod-b', command: toggleMark(mark('strong')) },
  em: { key: 'Mod-i', command: toggleMark(mark('em')) },
  heading: { key: 'Mod-Alt-2', command: toggleHeading },
  quote: { key: 'Mod-Alt-q', command: chainCommands(wrapIn(node('blockquote')), lift) },
  bullets: { key: 'Mod-Shift-8', command: wrapInList(node('bullet_list')) },
  numbers: { key: 'Mod-Shift-7', command: wrapInList(node('ordered_list')) },
} as const satisfies Readonly<Record<string, { readonly key: string; readonly command: Command }>>;

const KEYS: readonly Readonly<Record<string, Command>>[] = [
  Object.fromEntries(Object.values(TEXT_COMMANDS).map(({ key, command }) => [key, command as Command])),
  {
    'Mod-y': redo,
    Enter: splitListItem(node('list_item')),
    Tab: sinkListItem(node('list_item')),
    'Shift-Tab': liftListItem(node('list_item')),
    'Shift-Enter': breakLine,
  },
  baseKeymap,
];

/** The keys of the text: those that change it while it is edited, those that take back what was done always. */
export const textKeys = (isEditing: () => boolean): Plugin => {
  const handlers = KEYS.map((keys) => keydownHandler(keys));
  return new Plugin({
    props: {
      handleKeyDown: (view, event) =>
        isEditing() ? handlers.some((handle) => handle(view, event)) : turnKeys(view, event),
    },
  });
};
