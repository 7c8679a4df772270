import assert from 'node:assert/strict';
import { bidiSigns } from '../../../client/editor/bidi-signs.ts';
import { editorStateOn } from '../../../client/editor/editor-state.ts';
import { docOf } from '../../support/notation.ts';

const signsIn = (text: string): readonly (readonly [number, string])[] => {
  const plugin = bidiSigns();
  const state = editorStateOn(docOf(text), [plugin]);
  return (plugin.getState(state)?.find() ?? []).map((each) => [
    each.to - each.from,
    // biome-ignore lint/suspicious/noExplicitAny: the type of a decoration does not show what it was made of.
    (each as any).type.attrs['data-sign'],
  ]);
};

describe('signs for characters that turn the direction', () => {
  it('stand on each of them', () =>
    assert.deepEqual(signsIn('a \u202Eb\u202C c\n\u2067d\u2069'), [
      [1, 'RLO'],
      [1, 'PDF'],
      [1, 'RLI'],
      [1, 'PDI'],
    ]));

  it('do not stand where a script runs to the left by itself', () => assert.deepEqual(signsIn('قال الرئيس'), []));
});
