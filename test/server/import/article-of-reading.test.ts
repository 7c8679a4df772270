import assert from 'node:assert/strict';
import { articleOfReading, withTitle } from '../../../server/import/article-of-reading.ts';
import { decodeText } from '../../../server/import/decode-text.ts';
import { readerOfFile } from '../../../server/import/reader.ts';
import type { Block, Reading } from '../../../server/import/reading.ts';
import { read } from '../../../server/import/text-reader.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { plainText } from '../../../shared/text.ts';

const counting = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `r${count}`;
  };
};

const reading = (title: string, blocks: readonly Block[], removed: Reading['removed'] = []): Reading => ({
  title,
  blocks,
  removed,
});

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

describe('an article of a reading', () => {
  const becomes = (says: string, blocks: readonly Block[], expected: string): void => {
    it(says, () => {
      const { doc } = articleOfReading(reading('T', blocks), counting());
      doc.check();
      assert.equal(doc.toString(), `doc(title("T"), ${expected})`);
    });
  };

  becomes('has a paragraph where nothing else is', [], 'paragraph');
  becomes('has paragraphs', [paragraph('a'), paragraph('b')], 'paragraph("a"), paragraph("b")');
  becomes('has headings', [{ kind: 'heading', text: 'a' }], 'heading("a")');
  becomes('has captions in their figures', [{ kind: 'caption', text: 'a' }], 'figure(caption("a"))');
  becomes('has credits', [{ kind: 'credit', text: 'a' }], 'credit("a")');
  becomes('has quotations', [{ kind: 'quote', text: 'a' }], 'blockquote(paragraph("a"))');
  becomes(
    'has lists',
    [
      { kind: 'list', ordered: false, items: ['a', 'b'] },
      { kind: 'list', ordered: true, items: ['c'] },
    ],
    'bullet_list(list_item(paragraph("a")), list_item(paragraph("b"))), ordered_list(list_item(paragraph("c")))',
  );
  becomes('has breaks within a block', [paragraph('a\nb')], 'paragraph("a", hard_break, "b")');
  becomes('has no half characters', [paragraph('a\ud83d')], 'paragraph("a\ufffd")');

  it('keeps what was removed with the place between the blocks where it stood (T10)', () => {
    const removed = [-1, 0, 1, 2].map((before) => ({ text: `x${before}`, reason: 'sharing' as const, before }));
    const blocks: readonly Block[] = [{ kind: 'list', ordered: false, items: ['a'] }, paragraph('b')];
    const { doc, removals } = articleOfReading(reading('T', blocks, removed), counting());
    const starts = [3, 3, 3 + 7, 3 + 7 + 3];
    assert.deepEqual(
      removals.map(({ id, text, at }) => [id, text, at]),
      starts.map((at, index) => [`r${index + 1}`, `x${index - 1}`, at]),
    );
    for (const at of starts) assert.equal(doc.resolve(at).depth, 0);
    assert.equal(removals[0]?.reason, 'Buttons for sharing and following');
  });
});

describe('a reading under another title', () => {
  it('keeps its own as the first line, and what was removed beside the same blocks (T10)', () => {
    const removed = [-1, 0, 1].map((before) => ({ text: 'x', reason: 'notice' as const, before }));
    const other = withTitle(reading('T', [paragraph('a')], removed), 'U');
    const { doc } = articleOfReading(other, counting());
    assert.equal(plainText(doc).text, 'U\nT\na');
    assert.deepEqual(
      other.removed.map(({ before }) => before),
      [0, 1, 2],
    );
  });

  it('is the same when it has none, or that one', () => {
    assert.deepEqual(withTitle(reading('', [paragraph('a')]), 'U').blocks, [paragraph('a')]);
    assert.deepEqual(withTitle(reading('U', [paragraph('a')]), 'U').blocks, [paragraph('a')]);
  });
});

describe('a file', () => {
  const decodes = (says: string, bytes: readonly number[] | string, expected: string): void => {
    it(`of ${says} is read`, () => assert.equal(decodeText(Uint8Array.from(Buffer.from(bytes as string))), expected));
  };
  decodes('UTF-8', 'Café 🌙', 'Café 🌙');
  decodes('UTF-8 with its mark', '\ufeffCafé', 'Café');
  decodes('UTF-16, little end first', [0xff, 0xfe, 0x41, 0x00], 'A');
  decodes('UTF-16, big end first', [0xfe, 0xff, 0x00, 0x41], 'A');
  decodes('Windows', [0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x94], 'Café “”');

  it('of bytes that are no text is refused', () =>
    assert.throws(() => decodeText(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00])), Invalid));

  const isReadBy = (name: string, type: string, expected: string | undefined): void => {
    it(`${name} (${type}) is read by ${expected ?? 'nobody'}`, () =>
      assert.equal(readerOfFile({ name, mediaType: type, bytes: new Uint8Array() }), expected));
  };
  isReadBy('a.txt', 'application/octet-stream', 'text');
  isReadBy('A.TXT', '', 'text');
  isReadBy('notes', 'text/plain; charset=utf-8', 'text');
  isReadBy('a.docx', 'text/plain', 'docx');
  isReadBy('a.xlsx', 'text/plain', undefined);
  isReadBy('a', 'application/pdf', 'pdf');
  isReadBy('a', 'image/png', undefined);
  isReadBy('a.constructor', '', undefined);

  it('as it is has its first line as the title and every other line as a paragraph', () => {
    const file = new TextEncoder().encode('\n T \n\nShare\r\n a\n');
    assert.deepEqual(
      read({ file, clean: false }, () => {}),
      reading('T', [paragraph('Share'), paragraph('a')]),
    );
  });
});
