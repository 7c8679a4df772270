import type { Mark } from 'prosemirror-model';
import { type Command, type EditorState, Plugin } from 'prosemirror-state';
import { isSafeAddress } from '../../shared/parsing.ts';
import { addressTyped } from '../address-typed.ts';
import type { Words } from '../words-selected.ts';

const linkType = ({ schema }: EditorState) => {
  const type = schema.marks.link;
  if (!type) throw new Error('the schema has no links');
  return type;
};

const linkOf = (state: EditorState, marks: readonly Mark[]): Mark | undefined => linkType(state).isInSet(marks);

/** The selected words; where none are, those of the link in which the caret stands. */
const wordsMeant = (state: EditorState): Words => {
  const { $from, from, to, empty } = state.selection;
  const link = linkOf(state, $from.marks());
  if (!empty || !link) return { from, to };
  let [start, end] = [from, to];
  $from.parent.forEach((node, offset) => {
    const at = $from.start() + offset;
    if (!link.isInSet(node.marks) || at > end || at + node.nodeSize < start) return;
    [start, end] = [Math.min(start, at), Math.max(end, at + node.nodeSize)];
  });
  return { from: start, to: end };
};

/** Words that may lead somewhere; each empty where there is none. */
export interface Linked {
  readonly words: string;
  readonly href: string;
}

/** The selected words, or those of the link at the caret, and where they lead. */
export const linkedIn = (state: EditorState): Linked => {
  const { from, to } = wordsMeant(state);
  let found = linkOf(state, state.selection.$from.marks());
  state.doc.nodesBetween(from, to, (node) => {
    found ??= linkOf(state, node.marks);
  });
  return { words: state.doc.textBetween(from, to, ' '), href: String(found?.attrs.href ?? '') };
};

/** Has the selected words lead to an address, or nowhere where it is empty; where none are selected, the address itself is written. */
export const linkTo =
  (href: string): Command =>
  (state, dispatch) => {
    const { from, to } = wordsMeant(state);
    const type = linkType(state);
    if (href === '') {
      if (linkedIn(state).href === '') return false;
      dispatch?.(state.tr.removeMark(from, to, type));
      return true;
    }
    const link = type.create({ href });
    dispatch?.(
      from === to
        ? state.tr.replaceSelectionWith(state.schema.text(href, [link]), false)
        : state.tr.addMark(from, to, link),
    );
    return true;
  };

/** An address that is pasted makes a link of the selected words; where none are selected, it becomes one itself. */
export const linkPasted = (): Plugin =>
  new Plugin({
    props: {
      handlePaste: (view, event) => {
        const address = addressTyped(event.clipboardData?.getData('text/plain') ?? '');
        return isSafeAddress(address) && linkTo(address)(view.state, view.dispatch);
      },
    },
  });
