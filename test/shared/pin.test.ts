import assert from 'node:assert/strict';
import { EVIDENCE_FIELDS } from '../../shared/evidence.ts';
import { placeInWords } from '../../shared/pin.ts';
import { placeOfQuote } from '../../shared/place-of-quote.ts';
import { quoteIn } from '../../shared/quote.ts';
import { addressAtWords } from '../../shared/text-fragment.ts';

const TEXT = 'The moon is made of 80 percent cheese, they say.\nNobody asked:80 percent of what?';

const quoteOf = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, quote: quoteIn(TEXT, start, start + words.length) };
};

describe('a place in a frozen copy', () => {
  const second = quoteOf('80 percent', 40);

  it('has the words with what stands around them', () => {
    assert.deepEqual(quoteOf('80 percent').quote, {
      exact: '80 percent',
      prefix: 'The moon is made of ',
      suffix: ' cheese, they say.\nNobody asked:',
    });
  });

  it('is where the words stand', () => assert.equal(placeOfQuote(TEXT, second.quote, second.start), second.start));

  it('is found by what stands around the words when the text before it is another', () => {
    assert.equal(placeOfQuote(`New. ${TEXT}`, second.quote, second.start), second.start + 5);
  });

  it('is found by the words alone where they stand once', () => {
    assert.equal(placeOfQuote('So: 80 percent!', second.quote, second.start), 4);
  });

  it('is nowhere rather than at one of two places, or at other words', () => {
    assert.equal(placeOfQuote('80 percent, 80 percent', second.quote), undefined);
    assert.equal(placeOfQuote('81 percent', second.quote, 0), undefined);
  });

  it('never cuts a character in half', () => {
    const text = `🧀${'x'.repeat(31)}moon`;
    assert.equal(quoteIn(text, text.indexOf('moon'), text.length).prefix, 'x'.repeat(31));
  });
});

describe('a pin', () => {
  const given = { capture: 'k', sha256: 'a'.repeat(64), quote: quoteOf('80 percent').quote, start: 20 };
  const parsed = (more: object): unknown => EVIDENCE_FIELDS.pin.parse({ ...given, ...more }, 'pin');

  it('of an earlier day is read as it was', () => assert.deepEqual(parsed({}), given));

  it('may name its page and its cell', () => {
    const cell = { table: 2, row: 'Total', column: '' };
    assert.deepEqual(parsed({ page: 4, cell }), { ...given, page: 4, cell });
    for (const more of [{ page: 0 }, { page: 'x' }, { cell: { table: 0 } }, { cell: 1 }])
      assert.throws(() => parsed(more), /pin\./);
  });

  it('of a whole page may have no words, no other', () => {
    const quote = { exact: '', prefix: '', suffix: '' };
    assert.deepEqual(parsed({ quote, page: 4, isWholePage: true }), { ...given, quote, page: 4, isWholePage: true });
    assert.throws(() => parsed({ quote, isWholePage: true }), /may not be empty/);
  });

  it('is told by its page, or its cell', () => {
    const pin = { ...given, page: 4 };
    assert.equal(placeInWords(pin), 'p. 4');
    assert.equal(
      placeInWords({ ...given, cell: { table: 2, row: 'Total', column: '2024' } }),
      'Table 2, row Total, column 2024',
    );
  });
});

describe('the address of a page at words of it', () => {
  const at = (address: string, exact: string, prefix = '', suffix = ''): string =>
    addressAtWords(address, { exact, prefix, suffix });

  it('has the words, with whole words from around them', () => {
    assert.equal(
      at('https://a.example/p', '80 percent', 'oon is made of ', ' cheese, they sa'),
      'https://a.example/p#:~:text=is%20made%20of-,80%20percent,-cheese%2C%20they',
    );
  });

  it('has a dash, a comma and an ampersand as part of the words', () => {
    assert.equal(at('https://a.example/', 'a-b, c&d'), 'https://a.example/#:~:text=a%2Db%2C%20c%26d');
  });

  it('keeps a fragment that is there, and no second directive', () => {
    assert.equal(at('https://a.example/#top', 'moon'), 'https://a.example/#top:~:text=moon');
    assert.equal(at('https://a.example/#:~:text=sun', 'moon'), 'https://a.example/#:~:text=moon');
  });

  it('has the ends of a long passage', () => {
    const words = Array.from({ length: 30 }, (_, index) => `w${index}`).join(' ');
    assert.equal(
      at('https://a.example/', words),
      'https://a.example/#:~:text=w0%20w1%20w2%20w3%20w4%20w5,w24%20w25%20w26%20w27%20w28%20w29',
    );
  });

  it('is left as it is when it is none of the web', () => {
    assert.equal(at('mailto:una@example.org', 'moon'), 'mailto:una@example.org');
    assert.equal(at('', 'moon'), '');
  });
});
