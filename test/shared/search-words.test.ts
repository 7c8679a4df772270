import assert from 'node:assert/strict';
import { excerptOf, foundIn, indexedWords, soughtWords } from '../../shared/search/words.ts';

const lit = (text: string, query: string): readonly string[] =>
  foundIn(text, soughtWords(query)).map(([from, to]) => text.slice(from, to));

describe('words that are looked for', () => {
  it('are those that tell something, where there are any', () => {
    assert.deepEqual(soughtWords('The moon and the sea'), ['moon', 'sea']);
    assert.deepEqual(soughtWords('Der Mond über dem Meer'), ['mond', 'uber', 'meer']);
    assert.deepEqual(soughtWords('The Who'), ['who']);
    assert.deepEqual(soughtWords('to be or not'), ['to', 'be', 'or', 'not']);
    assert.deepEqual(soughtWords('…–!'), []);
  });

  it('are the same however they are written', () => {
    for (const [one, other] of [
      ['Straße', 'STRASSE'],
      ['Cafe\u0301', 'café'],
      ['ﬁnal', 'final'],
      ['Σοφός', 'σοφοσ'],
      ['İstanbul', 'istanbul'],
      ['السَّماء', 'السماء'],
      ['１２', '12'],
    ] as const)
      assert.deepEqual(indexedWords(one), indexedWords(other), one);
  });

  it('are lit up whole where they were found', () => {
    assert.deepEqual(lit('The Moons of Ärger — moonlight', 'moon arg'), ['Moons', 'Ärger', 'moonlight']);
    assert.deepEqual(lit('東京都の月面基地', '月面基地'), ['月面基地']);
    assert.deepEqual(lit('東京都の月面基地', '京'), ['京']);
    assert.deepEqual(lit('Nothing here', 'moon'), []);
  });

  it('are shown with what stands about them', () => {
    const long = `${'words before it '.repeat(40)}the moon ${'words after it '.repeat(40)}`;
    const { text, marks } = excerptOf(long, ['moon']);
    assert.match(text, /^… [a-z].* the moon words .* …$/);
    assert.ok(text.length < 250, String(text.length));
    assert.deepEqual(
      marks.map(([from, to]) => text.slice(from, to)),
      ['moon'],
    );
    assert.deepEqual(excerptOf('The\nmoon', ['moon']), { text: 'The moon', marks: [[4, 8]] });
    assert.doesNotMatch(excerptOf('🌕'.repeat(400), ['moon']).text, /^[\udc00-\udfff]|[\ud800-\udbff](?: …)?$/);
  });
});
