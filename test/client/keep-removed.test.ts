import assert from 'node:assert/strict';
import { keepingOperation } from '../../client/keep-removed.ts';
import { parseOperation } from '../../shared/operation.ts';
import { create, schema } from '../../shared/schema.ts';

const paragraph = (text: string) => create('paragraph', null, [schema.text(text)]);
const doc = create('doc', null, [create('title', null, [schema.text('T')]), paragraph('One'), paragraph('Two')]);
const removed = [
  { id: 'r1', text: 'Menu', reason: '', at: 3 },
  { id: 'r2', text: 'Share', reason: '', at: 3 },
  { id: 'r3', text: 'XS\nSM', reason: '', at: 13 },
];

const textKeeping = (kept: readonly number[]): readonly string[] => {
  const operation = parseOperation(keepingOperation({ version: 1, doc: doc.toJSON(), removed }, kept, 'keep'), '');
  let now = doc;
  for (const part of operation.parts)
    if (part.kind === 'text') for (const step of part.steps) now = step.apply(now).doc ?? assert.fail('does not apply');
  return now.children.map((block) => block.textContent);
};

describe('keeping what was removed', () => {
  it('puts it back where it stood, in its order, one paragraph a line', () =>
    assert.deepEqual(textKeeping([0, 1, 2]), ['T', 'Menu', 'Share', 'One', 'Two', 'XS', 'SM']));
  it('leaves the rest out', () => assert.deepEqual(textKeeping([1]), ['T', 'Share', 'One', 'Two']));
  it('notes each as restored, all or none', () => {
    const operation = keepingOperation({ version: 4, doc: doc.toJSON(), removed }, [0, 2], 'keep');
    const parts = operation.parts as readonly { readonly kind: string; readonly removal?: string }[];
    assert.deepEqual(
      parts.flatMap(({ kind, removal }) => (kind === 'article.restore' ? removal : [])),
      ['r3', 'r1'],
    );
    assert.equal(operation.base, 4);
    assert.equal(operation.atomic, true);
  });
});
