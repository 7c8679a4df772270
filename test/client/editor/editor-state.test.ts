import assert from 'node:assert/strict';
import { type EditorState, TextSelection } from 'prosemirror-state';
import { editorStateOn, incoming } from '../../../client/editor/editor-state.ts';
import { at, docOf, insert } from '../../support/notation.ts';

/** A text with the caret, or with what is selected, at offsets of its words. */
const withSelection = (text: string, anchor: number, head = anchor): EditorState => {
  const state = editorStateOn(docOf(text), []);
  const [from, to] = [at(state.doc, anchor), at(state.doc, head)];
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
};

describe('what others write where the caret stands', () => {
  it('stands behind it', () => {
    const state = withSelection('Anna', 4);
    const { selection, doc } = state.apply(incoming(state, insert(4, ' Ben')(state.doc), []));
    assert.deepEqual([doc.textContent, selection.head, selection.empty], ['Anna Ben', at(doc, 4), true]);
  });

  it('stands before it when what was typed here comes after theirs', () => {
    const before = withSelection('', 0);
    const typed = before.apply(before.tr.insertText('Anna'));
    const away = insert(0, 'Anna')(before.doc).map((step) => step.invert(before.doc));
    const theirs = insert(0, 'Ben ')(before.doc);
    const withTheirs = before.apply(incoming(before, theirs, [])).doc;
    const again = insert(4, 'Anna')(withTheirs);
    const { selection, doc } = typed.apply(incoming(typed, [...away, ...theirs, ...again], [[0, 2]]));
    assert.deepEqual([doc.textContent, selection.head], ['Ben Anna', at(doc, 8)]);
  });

  it('leaves what is selected selected', () => {
    const state = withSelection('Anna', 0, 4);
    const { selection, doc } = state.apply(incoming(state, insert(4, ' Ben')(state.doc), []));
    assert.equal(doc.textBetween(selection.from, selection.to), 'Anna');
  });
});
