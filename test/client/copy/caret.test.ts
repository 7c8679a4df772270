import assert from 'node:assert/strict';
import { type Caret, type Key, movedCaret, moveOf, sentenceAt } from '../../../client/copy/caret.ts';

const TEXT = 'It is 80 percent. Mr. Ito asked.\nNobody answered.';
const NONE = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

const key = (keys: string): Key => {
  const all = keys.split('+');
  return { ...NONE, key: all.at(-1) ?? '', shiftKey: all.includes('Shift'), ctrlKey: all.includes('Ctrl') };
};

const moved = (text: string, from: Caret, ...keys: readonly string[]): Caret =>
  keys.reduce((caret, each) => {
    const move = moveOf(key(each));
    return move ? movedCaret(text, caret, move, (at, way) => at + way * 10) : caret;
  }, from);

const chooses = (says: string, from: number, keys: readonly string[], words: string): void => {
  it(says, () => {
    const { anchor, focus } = moved(TEXT, { anchor: from, focus: from }, ...keys);
    assert.equal(TEXT.slice(Math.min(anchor, focus), Math.max(anchor, focus)), words);
  });
};

describe('the caret in a copy', () => {
  chooses('takes characters', 0, ['Shift+ArrowRight', 'Shift+ArrowRight'], 'It');
  chooses('takes words, to their ends', 0, ['Ctrl+Shift+ArrowRight', 'Ctrl+Shift+ArrowRight'], 'It is');
  chooses('takes words back, to their beginnings', 16, ['Ctrl+Shift+ArrowLeft', 'Ctrl+Shift+ArrowLeft'], '80 percent');
  chooses(
    'takes sentences, an abbreviation is none',
    0,
    ['Ctrl+Shift+ArrowDown', 'Ctrl+Shift+ArrowDown'],
    TEXT.slice(0, 33),
  );
  chooses('takes sentences back', 49, ['Ctrl+Shift+ArrowUp', 'Ctrl+Shift+ArrowUp'], TEXT.slice(18, 49));
  chooses('takes the rest of the paragraph', 6, ['Shift+End'], TEXT.slice(6, 32));
  chooses('takes all', 0, ['Ctrl+Shift+End'], TEXT);
  chooses('takes what the screen has on the next line', 0, ['Shift+ArrowDown'], TEXT.slice(0, 10));
  chooses('lets go at the end of what was chosen', 0, ['Ctrl+Shift+ArrowRight', 'ArrowRight'], '');

  it('goes back to the beginning and no further', () => {
    assert.deepEqual(moved(TEXT, { anchor: 2, focus: 2 }, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Ctrl+ArrowUp'), {
      anchor: 0,
      focus: 0,
    });
    assert.equal(moved(TEXT, { anchor: 49, focus: 49 }, 'ArrowRight', 'Ctrl+ArrowRight', 'Ctrl+ArrowDown').focus, 49);
  });

  it('never stops inside a character', () => {
    assert.equal(moved('a👩‍👩‍👧b', { anchor: 1, focus: 1 }, 'ArrowRight').focus, 9);
    assert.equal(moved('a👩‍👩‍👧b', { anchor: 9, focus: 9 }, 'ArrowLeft').focus, 1);
  });

  it('goes the other way in a text that runs to the left', () => {
    assert.equal(moveOf(key('ArrowLeft'), true)?.way, 1);
    assert.equal(moveOf(key('ArrowDown'), true)?.way, 1);
  });

  it('knows the sentence it stands in', () => {
    const { start, end } = sentenceAt(TEXT, 22);
    assert.equal(TEXT.slice(start, end), 'Mr. Ito asked.');
  });
});
