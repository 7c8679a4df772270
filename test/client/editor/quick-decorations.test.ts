import assert from 'node:assert/strict';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { quick } from '../../../client/editor/quick-decorations.ts';
import { schema } from '../../../shared/schema.ts';

const paragraph = (text: string) => schema.node('paragraph', null, schema.text(text));
const doc = schema.node('doc', null, [
  schema.node('title', null, schema.text('The moon')),
  ...Array.from({ length: 40 }, (_, index) => paragraph(`Paragraph ${index} of the text.`)),
]);

/** Where each block begins. */
const blocks: number[] = [];
doc.forEach((_node, offset) => void blocks.push(offset));

const inWords = (block: number): Decoration => {
  const at = (blocks[block] ?? 0) + 1;
  return Decoration.inline(at + 2, at + 6, { class: `claim-${block}` });
};

const seen = (set: DecorationSet | undefined) =>
  blocks.map((offset) => {
    const found: unknown[] = [];
    set
      ?.forChild(offset, doc.nodeAt(offset) ?? doc)
      .forEachSet((each) => found.push(...each.find().map(({ from, to }) => [from, to])));
    return found;
  });

/** What the view asks a set for, and its types keep to themselves. */
interface Locals {
  readonly locals: (node: typeof doc) => readonly Decoration[];
}

/** Those of whole blocks. */
const whole = (set: DecorationSet | undefined) => (set as unknown as Locals).locals(doc);

describe('decorations that are handed to the view sooner', () => {
  it('are those of each block that the set itself has, in the first, the last and none between', () => {
    const third = Decoration.node(blocks[3] ?? 0, blocks[4] ?? 0, { class: 'numbered' });
    const set = DecorationSet.create(doc, [inWords(0), inWords(3), inWords(17), inWords(40), third]);
    assert.notEqual(quick(set), set);
    assert.deepEqual(seen(quick(set)), seen(set));
    assert.deepEqual(
      seen(quick(set)).flatMap((found, index) => (found.length > 0 ? [index] : [])),
      [0, 3, 17, 40],
    );
    assert.deepEqual(whole(quick(set)), whole(set));
    assert.equal(whole(set).length, 1);
  });

  it('are left to the set where words over several blocks are drawn', () => {
    const over = Decoration.inline((blocks[2] ?? 0) + 3, (blocks[5] ?? 0) + 4, { class: 'claim' });
    const set = DecorationSet.create(doc, [inWords(1), over]);
    assert.equal(seen(set).filter((found) => found.length > 0).length, 5);
    assert.deepEqual(seen(quick(set)), seen(set));
  });

  it('are the same object as long as the set is, so that the view sees that nothing changed', () => {
    const set = DecorationSet.create(doc, [inWords(5)]);
    assert.equal(quick(set), quick(set));
    assert.equal(quick(undefined), undefined);
    assert.equal(quick(DecorationSet.empty), DecorationSet.empty);
  });
});
