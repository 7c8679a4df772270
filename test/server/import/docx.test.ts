import assert from 'node:assert/strict';
import { read } from '../../../server/import/docx/docx-reader.ts';
import type { Reading } from '../../../server/import/reading.ts';
import { aDocx, added, type Beside, deleted, from, item, note, p, table, to, words } from '../../support/a-docx.ts';
import { readerContract } from '../../support/reader-contract.ts';

const reading = async (body: string, beside?: Beside): Promise<Reading> =>
  read({ file: aDocx(body, beside), clean: true }, () => {});

const MOON = p('What the moon is made of', 'Title');
const BASALT = p('The moon is made of basalt, as every sample that was ever brought back shows.');

describe('the reader of Word files', () => {
  readerContract('docx', {
    file: { name: 'moon.docx', mediaType: '', bytes: aDocx(MOON + BASALT + p('Nobody has asked the moon.')) },
    title: 'What the moon is made of',
    words: ['The moon is made of basalt', 'Nobody has asked the moon.'],
  });

  it('reads headings, quotations, lists, captions and tables by their styles, in whatever language Word was', async () => {
    const { title, blocks, language } = await reading(
      MOON +
        p('Samples', 'berschrift1') +
        p('A picture of it', 'Bildunterschrift') +
        p('It is cheese.', 'Zitat') +
        p('All of it.', 'Zitat') +
        p('one', '', item(2)) +
        p('one a', '', item(2, 1)) +
        p('two', '', item(2)) +
        table([
          ['Rock', 'Share'],
          ['Basalt', ''],
        ]),
    );
    assert.equal(title, 'What the moon is made of');
    assert.equal(language, 'en-GB');
    assert.deepEqual(blocks, [
      { kind: 'heading', text: 'Samples', level: 2 },
      { kind: 'caption', text: 'A picture of it' },
      { kind: 'quote', text: 'It is cheese.', rest: [{ kind: 'paragraph', text: 'All of it.' }] },
      {
        kind: 'list',
        ordered: true,
        items: [{ text: 'one', rest: [{ kind: 'list', ordered: true, items: [{ text: 'one a' }] }] }, { text: 'two' }],
      },
      {
        kind: 'table',
        rows: [
          [{ text: 'Rock' }, { text: 'Share' }],
          [{ text: 'Basalt' }, { text: '' }],
        ],
      },
    ]);
  });

  it('reads what is bold or slanted, and links by their relations and by their fields', async () => {
    const link = `<w:hyperlink r:id="l1">${words('NASA')}</w:hyperlink>`;
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://esa.int/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${words('ESA')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { blocks } = await reading(
      MOON +
        p(`${words('very', '<w:b/>')}${words(' near', '<w:b/><w:i/>')}, ${link} ${field}`.replace(', ', words(', '))),
      { links: { l1: 'https://nasa.gov/' } },
    );
    assert.deepEqual(blocks, [
      {
        kind: 'paragraph',
        text: 'very near, NASAESA',
        spans: [
          { from: 0, to: 9, mark: 'strong' },
          { from: 4, to: 9, mark: 'em' },
          { from: 11, to: 15, mark: 'link', href: 'https://nasa.gov/' },
          { from: 15, to: 18, mark: 'link', href: 'https://esa.int/' },
        ],
      },
    ]);
  });

  it('takes a heading that stands above all for the title', async () => {
    const { title, blocks } = await reading(p('The moon', 'berschrift1') + BASALT);
    assert.equal(title, 'The moon');
    assert.equal(blocks.length, 1);
  });
});

describe('comments of a Word file', () => {
  const comments = [
    { id: 1, by: 'Una Ní', text: 'Which samples?\nAll?', resolved: true },
    { id: 2, by: 'Ben', text: 'Apollo’s.', answers: 1 },
    { id: 3, by: 'Una Ní', text: 'And Luna’s.', answers: 2 },
    { id: 4, by: 'Ben', text: 'On nothing.' },
  ];

  it('stand on their words with their answers, names, days, and whether they are resolved', async () => {
    const body = MOON + p(words('Every ') + from(1) + from(2) + words('sample') + to(1) + to(2) + words(' shows it.'));
    const { remarks, removed } = await reading(body, { comments });
    const at = '2026-03-04T05:06:00Z';
    assert.deepEqual(remarks, [
      {
        kind: 'comment',
        from: { text: 1, at: 6 },
        to: { text: 1, at: 12 },
        messages: [
          { author: 'Una Ní', at, text: 'Which samples?\nAll?' },
          { author: 'Ben', at, text: 'Apollo’s.' },
          { author: 'Una Ní', at, text: 'And Luna’s.' },
        ],
        resolved: true,
      },
    ]);
    assert.deepEqual(removed, [{ text: 'Ben: On nothing.', reason: 'placeless', before: 1 }]);
  });

  it('reach over paragraphs, into the title and into cells, without the ends that cover nothing', async () => {
    const body =
      p(from(1) + words('The moon'), 'Title') +
      p(words('is far.') + to(1) + from(2)) +
      table([['x', 'Far']]) +
      p(to(2) + words('No.'));
    const { remarks } = await reading(body, { comments: comments.map(({ id, by, text }) => ({ id, by, text })) });
    assert.deepEqual(
      remarks?.map(({ from, to }) => [from, to]),
      [
        [
          { text: 0, at: 0 },
          { text: 1, at: 7 },
        ],
        [
          { text: 2, at: 0 },
          { text: 3, at: 3 },
        ],
      ],
    );
  });
});

describe('footnotes of a Word file', () => {
  it('are the writer’s annotations of the sentences that bear their marks', async () => {
    const body = MOON + p(words('It is far. It is old') + note(1) + words(' and grey.') + note(2));
    const { remarks } = await reading(body, { footnotes: ['Almanac, p. 3', 'Own eyes'] });
    assert.deepEqual(
      remarks?.map(({ kind, from, to, messages }) => [kind, from.at, to.at, messages[0]?.text]),
      [
        ['footnote', 11, 20, 'Almanac, p. 3'],
        ['footnote', 20, 30, 'Own eyes'],
      ],
    );
  });
});

describe('tracked changes of a Word file', () => {
  /** What is suggested, as `old > new`, with the text that it is suggested for. */
  const suggests = (says: string, content: string, text: string, expected: readonly string[]): void => {
    it(says, async () => {
      const { blocks, suggestions = [] } = await reading(MOON + p(content));
      assert.deepEqual(blocks, [{ kind: 'paragraph', text }]);
      assert.deepEqual(
        suggestions.map(({ from, to, instead, author }) => `${author}: ${text.slice(from, to)} > ${instead}`),
        expected,
      );
    });
  };
  suggests(
    'are corrections of the words that stood before',
    words('It is ') + deleted('near', 'Una') + added('far', 'Una') + words('.'),
    'It is near.',
    ['Una: near > far'],
  );
  suggests('take in a word beside what is put in', words('A ') + added('grey ', 'Una') + words('moon.'), 'A moon.', [
    'Una: moon. > grey moon.',
  ]);
  suggests('take in the word that they change', words('It wa') + added('ne', 'Una') + words('s.'), 'It was.', [
    'Una: was. > wanes.',
  ]);
  suggests('take words out', words('It is ') + deleted('very ', 'Ben') + words('far.'), 'It is very far.', [
    'Ben: very  > ',
  ]);
  suggests('are none where only white space changes', words('It is far.') + deleted(' ', 'Ben'), 'It is far.', []);
  suggests(
    'stay apart where two suggest them',
    words('It is ') + deleted('near', 'Una') + added('far', 'Ben') + words(' off.'),
    'It is near off.',
    ['Una: near > ', 'Ben: near > nearfar'],
  );

  it('that add a paragraph are listed where it would stand, to be put in', async () => {
    const mark = '<w:rPr><w:ins w:id="1" w:author="Una" w:date="2026-01-02T03:04:00Z"/></w:rPr>';
    const { blocks, removed, suggestions } = await reading(
      MOON + p(words('It is far.'), '', mark) + p(added('It is old.', 'Una')) + p('It is grey.'),
    );
    assert.deepEqual(blocks, [
      { kind: 'paragraph', text: 'It is far.' },
      { kind: 'paragraph', text: 'It is grey.' },
    ]);
    assert.deepEqual(removed, [{ text: 'It is old.', reason: 'inserted', before: 1 }]);
    assert.equal(suggestions, undefined);
  });

  it('that break a paragraph are listed as what they are', async () => {
    const mark = '<w:rPr><w:ins w:id="1" w:author="Una" w:date="2026-01-02T03:04:00Z"/></w:rPr>';
    const { blocks, removed } = await reading(MOON + p(words('It is far. '), '', mark) + p('It is grey.'));
    assert.deepEqual(blocks, [{ kind: 'paragraph', text: 'It is far. It is grey.' }]);
    assert.deepEqual(removed, []);
  });
});
