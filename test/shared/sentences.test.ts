import assert from 'node:assert/strict';
import fc from 'fast-check';
import { create, schema } from '../../shared/schema.ts';
import { sentencesIn, sentencesOf, sentencesOfText, textBlocks } from '../../shared/sentences.ts';
import { wordsBetween } from '../../shared/text.ts';
import { wordCount } from '../../shared/word-count.ts';
import { docOf } from '../support/notation.ts';

/** `splits(says, 'One. | Two.')`: the bars are where the sentences part. */
const splits = (says: string, line: string): void => {
  it(says, () => {
    const parts = line.split('|').map((part) => part.trim());
    const text = says.includes('line end') ? parts.join('\n') : parts.join(' ');
    assert.deepEqual(
      sentencesOfText(text).map((sentence) => sentence.text),
      parts,
    );
  });
};

describe('the sentences of a text', () => {
  splits('end at full stops, questions and calls', 'It rained. | Did it stop? | It did! | We left.');
  splits('do not end at the point of a number', 'It rose by 3.5 percent to 1.2 million. | Then it fell.');
  splits('do not end at an abbreviation with points', 'The U.S. Navy and the U.K. Treasury agreed. | They signed.');
  splits('can end at such an abbreviation', 'He returned to the U.S. | The court had ruled.');
  splits('do not end at a rank or a form of address', 'Gen. Lee met Dr. Ana Ruiz and Mr. Ford. | Nobody spoke.');
  splits('do not end at initials', 'A report by J. R. Small was read. | It was short.');
  splits('do not end at the number sign or a month', 'See No. 5 of Oct. 3 on pp. 7 and 8. | It is there.');
  splits('go on after what lower case goes on', 'He came, e.g. by train, etc. and left at 5 p.m. sharp. | I saw it.');
  splits(
    'end after the quotes and brackets that close',
    'She said: “We won.” | (They had lost.) | “Really.” | He left.',
  );
  splits('hold who asked together with what was asked', '“Who paid?” Anna Smith asked. | Nobody answered.');
  splits('go on after a question in lower case', '“Who paid?” she asked. | Nobody answered.');
  splits('end at three dots that a capital follows', 'We waited ... and waited … | Nothing came.');
  splits('may begin with a number', 'They left. | 300 people stayed.');
  splits('end at a line end', 'A line | Another line');
  splits('German: do not end at a date or an abbreviation', 'Am 22. Oktober kam z. B. Dr. Merk. | Er blieb.');
  splits('French: keep M. before a name', 'Hier, M. Dupont a parlé à 200 élus. | « Non. » | Il a ri.');
  splits('Spanish: begin with their own marks', 'La Sra. Ruiz llegó. | ¿Cuándo? | ¡Hoy!');
  splits('Russian: keep initials and cities', 'В. В. Иванов приехал в г. Тверь. | Он молчал.');
  splits('Arabic: end at its own question mark', 'هل ارتفعت الأسعار؟ | نعم، بنسبة ١٢٫٥ في المئة.');
  splits('Hindi: end at the danda', 'कीमतें बढ़ीं। | लोग नाराज़ हैं।');

  it('part in Chinese and Japanese, where no space stands between them', () => {
    const parts = (text: string) => sentencesOfText(text).map((sentence) => sentence.text);
    assert.deepEqual(parts('去年增长了3.5%。为什么？没人知道。'), ['去年增长了3.5%。', '为什么？', '没人知道。']);
    assert.deepEqual(parts('「値上げした。」と社長は述べた。利益は出た。'), [
      '「値上げした。」と社長は述べた。',
      '利益は出た。',
    ]);
  });

  it('count their words; Chinese and Japanese by the character', () => {
    const words = (text: string) => sentencesOfText(text).map((sentence) => sentence.words);
    assert.deepEqual(words('Two words. And three more.'), [2, 3]);
    assert.deepEqual(words('增长了。Node 快。'), [3, 2]);
  });

  it('have as many words as the article', () => {
    assert.equal(wordCount(docOf('One two. Three — four?\n\nFive 3.5')), 7);
    assert.equal(wordCount(docOf('增长了。Node 快。')), 5);
  });

  it('hold every word of an article, once, at its place, whatever is written', () => {
    const marks = fc.constantFrom(
      '. ',
      '.',
      '? ',
      '。',
      '」',
      '“',
      ' ',
      '\u2026 ',
      'U.S. ',
      '3.5 ',
      'Mr. ',
      'ok',
      'A',
      '中',
      '؟ ',
    );
    const line = fc.array(fc.oneof(marks, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const doc = docOf(lines.map((parts) => parts.join('').replaceAll(/[\n\r\u2028\u2029]/g, ' ')).join('\n'));
        const sentences = sentencesIn(doc);
        let end = 0;
        for (const { from, to, text } of sentences) {
          assert.equal(wordsBetween(doc, end, from).trim(), '');
          assert.equal(wordsBetween(doc, from, to), text);
          assert.ok(to > from);
          end = to;
        }
        assert.equal(wordsBetween(doc, end, doc.content.size).trim(), '');
      }),
    );
  });
});

describe('the blocks of an article', () => {
  const item = create('list_item', null, [create('paragraph', null, [schema.text('One. Two.')])]);
  const doc = create('doc', null, [
    create('title', null, [schema.text('Title')]),
    create('bullet_list', null, [item, item]),
    create('paragraph', null, [schema.text('a'), create('hard_break', null, []), schema.text('b')]),
  ]);

  it('are found inside lists too, with where their text begins', () => {
    assert.deepEqual(
      textBlocks(doc).map(({ block, start }) => doc.textBetween(start, start + block.content.size, '', '/')),
      ['Title', 'One. Two.', 'One. Two.', 'a/b'],
    );
  });

  it('are read once: what is not edited is not read again', () => {
    const [, first] = textBlocks(doc);
    assert.ok(first);
    assert.equal(sentencesOf(first.block), sentencesOf(first.block));
  });
});
