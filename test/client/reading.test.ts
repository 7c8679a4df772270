import assert from 'node:assert/strict';
import { broughtAlong, keptOf, laidOut, linesIn, named, type Reading } from '../../client/reading.ts';

const reading: Reading = {
  title: 'Title',
  blocks: [
    { kind: 'paragraph', text: 'One' },
    { kind: 'paragraph', text: 'Two' },
  ],
  removed: [
    { text: 'Menu', reason: 'navigation', before: -1 },
    { text: 'Share', reason: 'sharing', before: 1 },
    { text: 'Share', reason: 'sharing', before: 1 },
    { text: 'XS\nSM', reason: 'widget', before: 2 },
    { text: 'late', reason: 'widget', before: 9 },
  ],
};

const drawn = (given: Reading): readonly string[] =>
  laidOut(given).map((piece) => {
    if (piece.kind === 'title') return 'title';
    if (piece.kind === 'removed') return piece.lines.map(({ text }) => `-${text}`).join(' ');
    return 'text' in piece.block ? piece.block.text : piece.block.kind;
  });

describe('reading', () => {
  it('is laid out with what was removed in its place, at the end too', () =>
    assert.deepEqual(drawn(reading), ['-Menu', 'title', 'One', '-Share -Share', 'Two', '-XS\nSM -late']));

  it('without anything removed is the title and the blocks', () =>
    assert.deepEqual(drawn({ ...reading, removed: [] }), ['title', 'One', 'Two']));

  it('names what was removed twice twice', () =>
    assert.equal(new Set(named(reading.removed).map(({ key }) => key)).size, 5));

  it('finds what stays, whatever was removed before it since', () => {
    const kept = [named(reading.removed)[2]?.key ?? ''];
    assert.deepEqual(keptOf(reading, kept), [2]);
    assert.deepEqual(keptOf({ ...reading, removed: reading.removed.slice(1) }, kept), [1]);
    assert.deepEqual(keptOf({ ...reading, removed: [] }, kept), []);
  });

  it('counts lines, not removals', () => assert.equal(linesIn(reading.removed), 6));

  it('lists what comes along with a file by the place of its words, in items and cells too', () => {
    const spot = (text: number, at: number) => ({ text, at });
    const brought = broughtAlong({
      title: 'Title',
      blocks: [
        { kind: 'list', ordered: false, items: ['One', { text: 'Two', rest: [{ kind: 'paragraph', text: 'Three' }] }] },
        { kind: 'table', rows: [[{ text: 'Four' }, { text: 'Five' }]] },
      ],
      removed: [],
      suggestions: [{ text: 5, from: 1, to: 3, instead: 'x', author: 'Una' }],
      remarks: [
        {
          kind: 'comment',
          from: spot(3, 0),
          to: spot(4, 2),
          messages: [{ author: 'Ben', text: '?' }],
          resolved: false,
        },
        { kind: 'footnote', from: spot(0, 0), to: spot(0, 5), messages: [{ author: '', text: '!' }], resolved: false },
      ],
    });
    assert.deepEqual(
      brought.map(({ words }) => words),
      ['Title', 'Three … Fo', 'iv'],
    );
  });
});
