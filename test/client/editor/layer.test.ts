import assert from 'node:assert/strict';
import { EditorState } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import { layer } from '../../../client/editor/layer.ts';
import { schema } from '../../../shared/schema.ts';

describe('a layer over the text', () => {
  const doc = schema.node('doc', null, [
    schema.node('title', null, [schema.text('Harvest')]),
    schema.node('paragraph', null, [schema.text('Half of the wheat was cut by July.')]),
  ]);
  const reading = layer('tried');
  const plugin = reading.plugin();
  const begun = () => EditorState.create({ doc, plugins: [plugin] });
  const setOf = (state: EditorState) => plugin.getState(state) as DecorationSet;
  const on = (from: number, to: number, name: string) => ({ from, to, attrs: { class: name } });
  const showing = (state: EditorState, ...wanted: ReturnType<typeof on>[]) => {
    const change = reading.draw(state, wanted);
    return change ? state.apply(change) : state;
  };

  it('leaves what is drawn already as it is, and draws the rest', () => {
    const one = showing(begun(), on(10, 14, 'a'), on(18, 21, 'a'));
    const kept = setOf(one).find(10, 14)[0]?.spec;
    const two = showing(one, on(10, 14, 'a'), on(22, 27, 'b'));
    assert.equal(setOf(two).find(10, 14)[0]?.spec, kept);
    assert.deepEqual(
      setOf(two)
        .find()
        .map(({ from, to, spec }) => [from, to, spec.attrs.class]),
      [
        [10, 14, 'a'],
        [22, 27, 'b'],
      ],
    );
  });

  it('has nothing to do where all is drawn, moved along with the text or not', () => {
    const one = showing(begun(), on(18, 21, 'a'));
    assert.equal(reading.draw(one, [on(18, 21, 'a')]), undefined);
    const moved = one.apply(one.tr.insertText('x', 12));
    assert.equal(reading.draw(moved, [on(19, 22, 'a')]), undefined);
    assert.notEqual(reading.draw(moved, [on(18, 21, 'a')]), undefined);
  });

  it('draws the same words anew when something else is said of them', () => {
    const one = showing(begun(), on(18, 21, 'a'));
    const two = showing(one, on(18, 21, 'b'));
    assert.deepEqual(
      setOf(two)
        .find()
        .map(({ spec }) => spec.attrs.class),
      ['b'],
    );
  });
});
