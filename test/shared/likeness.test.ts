import assert from 'node:assert/strict';
import { likenessTerms, likenessTo } from '../../shared/search/likeness.ts';

const told = (one: string, other: string, language = 'en'): string => {
  const likeness = likenessTo(one, language)(other);
  return likeness ? `${likeness.relation} ${likeness.because}`.trim() : '';
};

/** Each the same, said in another way. */
const SAME = [
  ['The city of Graz built 1,200 homes in 2018', 'In 2018, Graz city built 1200 homes'],
  ['40 percent of the farms own no ploughs', 'No ploughs are owned by 40 per cent of the farms'],
  ['The ferry carries two million people', 'The ferry carried 2,000,000 people'],
  ['The UK has 67 million inhabitants', 'Britain has 67 million inhabitants'],
  ['Half of all pupils in Ghent cycle to school', '50% of all pupils in Ghent cycle to school'],
] as const;

describe('claims that are like one another', () => {
  it('say the same in another order, with other forms, synonyms, and figures written otherwise', () => {
    for (const [one, other] of SAME) {
      assert.equal(told(one, other), 'same', other);
      assert.equal(told(other, one), 'same', other);
    }
  });

  it('are never the same where a figure is another, or counts something else', () => {
    const words = 'The city of Graz built 1,200 homes and 30 schools in 2018';
    assert.equal(told(words, words), 'same');
    for (const [from, to] of [
      ['1,200', '2,100'],
      ['1,200', '12,000'],
      ['2018', '2017'],
      ['30', 'thirty-one'],
      ['1,200 homes and 30 schools', '30 homes and 1,200 schools'],
    ] as const)
      assert.doesNotMatch(told(words, words.replace(from, to)), /^same/, to);
    assert.equal(told('40 percent of all farms use ploughs', '40 of all farms use ploughs').startsWith('same'), false);
  });

  it('are never the same where one denies, says the opposite, or bounds a figure otherwise', () => {
    assert.equal(told('The bridge is safe for trains', 'The bridge is not safe for trains'), 'contradicts negation');
    assert.equal(told('Wages in Graz rose in May', 'Wages in Graz fell in May'), 'contradicts opposite');
    assert.doesNotMatch(told('At least 80 trains were late in Bern', 'At most 80 trains were late in Bern'), /^same/);
    assert.doesNotMatch(told('Die Brücke ist sicher', 'Die Brücke ist nicht sicher', 'de'), /^same/);
    assert.doesNotMatch(
      told('La ville a construit des écoles', "La ville n'a pas construit des écoles", 'fr'),
      /^same/,
    );
    assert.doesNotMatch(told('这座桥很安全', '这座桥不很安全', 'zh'), /^same/);
  });

  it('are the like of others where each has a name of its own', () => {
    assert.match(
      told('In May the town of Graz built 1,200 homes', 'In May the town of Bern built 1,200 homes'),
      /^similar names/,
    );
    assert.doesNotMatch(told('Norway sold its last ferry in May', 'Sweden sold its last ferry in May'), /^same/);
    assert.equal(told('Mayor Ada Stein closed the old ferry', 'Stein closed the old ferry'), 'same');
    assert.equal(
      told('The Alpine Ferry Board closed five harbours in May', 'The AFB closed five harbours in May'),
      'same',
    );
  });

  it('tell in words what is another', () => {
    assert.deepEqual(
      likenessTo('Graz did not build 1,200 homes in the year', 'en')('Graz built 2,100 homes in the year')?.differences,
      [
        { by: 'figures', here: '1,200', there: '2,100' },
        { by: 'negation', here: 'not', there: '' },
      ],
    );
  });

  it('say more or less where one says what the other does, and something besides', () => {
    const words = 'Graz built 1,200 homes';
    assert.match(told(words, 'Graz built 1,200 homes and sold 30 old schools to private owners'), /^narrower/);
    assert.match(told('Graz built 1,200 homes and sold 30 old schools to private owners', words), /^wider/);
  });

  it('are not like one another for a word or a figure in common', () => {
    assert.equal(told('almost 18 percent of Russia’s declared targets', 'Moscow for talks'), '');
    assert.equal(told('Moscow for talks', 'Talks in Paris'), '');
    assert.equal(told('Graz built 1,200 homes', 'In Bern 1,200 trains were late'), '');
    assert.equal(told('', 'Graz built 1,200 homes'), '');
  });

  it('have their words and figures in common, however they are written', () => {
    assert.deepEqual(
      likenessTerms('The ferry carries two million people', 'en').toSorted(),
      likenessTerms('People carried by ferry: 2,000,000', 'en').toSorted(),
    );
    for (const term of likenessTerms("3.5 percent of O'Brien’s “men” in 東京都", 'en'))
      assert.match(term, /^[\p{L}\p{N}\p{M}]+$/u);
  });
});
