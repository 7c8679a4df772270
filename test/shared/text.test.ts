import assert from 'node:assert/strict';
import fc from 'fast-check';
import { create, schema } from '../../shared/schema.ts';
import { BOUNDARY, plainText, tokens, wordsBetween } from '../../shared/text.ts';
import { docOf } from '../support/notation.ts';

describe('the text of an article', () => {
  const doc = docOf('one\n\ntwo');

  it('has one token a position', () => {
    const all = tokens(doc, 0, doc.content.size);
    assert.equal(all.length, doc.content.size);
    assert.equal(all, `${BOUNDARY.repeat(3)}one${BOUNDARY.repeat(4)}two${BOUNDARY}`);
  });

  it('is its blocks, one a line, empty ones left out', () => {
    assert.equal(plainText(doc).text, 'one\ntwo');
    assert.equal(wordsBetween(doc, 4, doc.content.size - 2), 'ne\ntw');
  });

  it('has a line break where a block has one', () => {
    const broken = create('doc', null, [
      create('title', null, [schema.text('T')]),
      create('paragraph', null, [schema.text('a'), create('hard_break', null, []), schema.text('b')]),
    ]);
    assert.equal(plainText(broken).text, 'T\na\nb');
  });

  it('leads from each character to its position and back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 6 }), (lines) => {
        const some = docOf(lines.map((line) => line.replaceAll(/[\n\u2028]/g, ' ')).join('\n'));
        const plain = plainText(some);
        for (let offset = 0; offset < plain.text.length; offset += 1) {
          if (plain.text[offset] === '\n') continue;
          const position = plain.positionOf(offset);
          assert.equal(tokens(some, position, position + 1), plain.text[offset]);
          assert.equal(plain.offsetOf(position), offset);
        }
      }),
    );
  });
});
