import assert from 'node:assert/strict';
import type { Command, Effect, Sight } from '../../client/commands.ts';
import { elsewhere } from '../../client/occurrences.ts';
import { addPart, findElsewhere, markOccurrences, nextOccurrence, splitClaim } from '../../client/splitting.ts';
import { type Article, blankArticle, wordsOf } from '../../shared/article.ts';
import { perform } from '../../shared/rebase.ts';
import { occurrencesOf, partsOf } from '../../shared/relations.ts';
import { at, docOf, marksOf, readNotation } from '../support/notation.ts';

const act = { reviewer: 'ann', at: '2026-01-01T00:00:00.000Z' };
let ids = 0;
const newId = (): string => `id${++ids}`;

const articleOf = (line: string): Article => {
  const { text, claims } = readNotation(line);
  const doc = docOf(text);
  return perform({ ...blankArticle(), version: 1, doc }, marksOf(doc, claims), act).article;
};

const sightOf = (article: Article, claim: string, from = 0, to = 0): Sight => ({
  ...{ article, claim, editing: false, newId },
  reviewer: { id: 'ann', role: 'annotator' },
  selection: { from: at(article.doc, from), to: at(article.doc, to) },
});

const effectOf = (command: Command, sight: Sight): Effect | undefined => {
  let effect: Effect | undefined;
  command(sight, (made) => {
    effect = made;
  });
  return effect;
};

const done = (command: Command, sight: Sight): Article =>
  perform(sight.article, effectOf(command, sight)?.parts ?? [], act).article;

const finds = (says: string, line: string, ...expected: readonly string[]): void => {
  it(says, () => {
    const article = articleOf(line);
    assert.deepEqual(
      elsewhere(article, 'c').map(
        ({ from, to, claim }) => `${article.doc.textBetween(from, to)}${claim ? ` ${claim}` : ''}`,
      ),
      expected,
    );
  });
};

describe('the words of a claim elsewhere', () => {
  finds('are found', '[c:80 percent] here, 80 percent there, 80 percent', '80 percent', '80 percent');
  finds('are found in another case and with other blanks', '[c:The moon] and the  MOON.', 'the  MOON');
  finds('are not found in part of a word', '[c:moon] moonlight and moons');
  finds('are not found in part of a number (T4)', '[c:80 percent] and 180 percent and 1.80 percent');
  finds('are not found over two paragraphs', '[c:the moon] the\nmoon');
  finds('are told where a claim stands on them already', '[c:moon] and [d:moon]', 'moon d');
  finds('are not its own', '[c:moon]');
});

describe('splitting a claim', () => {
  const article = articleOf('say: [c:it is far and cold] end');

  it('marks the selected words within it as a part', () => {
    const after = done(addPart('c', 'It is cold.'), sightOf(article, 'c', 19, 23));
    const [part] = partsOf(after.claims, 'c');
    assert.deepEqual([part?.statement, part && wordsOf(after, part.id)], ['It is cold.', 'cold']);
  });
  it('marks all its words where none within it are selected', () => {
    const after = done(addPart('c', 'It is far.'), sightOf(article, 'c', 0, 3));
    assert.deepEqual(
      partsOf(after.claims, 'c').map(({ id }) => wordsOf(after, id)),
      ['it is far and cold'],
    );
  });
  it('has whoever said the claim say the part, where and when they did', () => {
    const power = {
      name: 'Ann Power',
      kind: 'person',
      role: '',
      verb: 'said',
      words: '',
      place: '',
      date: '',
    } as const;
    const said = { attribution: [power], saidOn: '2016-09-25', saidAt: 'New York' };
    const revised = perform(article, [{ kind: 'claim.revise', claim: 'c', fields: said }], act);
    const after = done(addPart('c', 'It is cold.'), sightOf(revised.article, 'c', 19, 23));
    const [part] = partsOf(after.claims, 'c');
    assert.deepEqual(part && [part.attribution, part.saidOn, part.saidAt], [[power], '2016-09-25', 'New York']);
  });
  it('is offered for the open claim, and to nobody who only reads', () => {
    assert.equal(effectOf(splitClaim, sightOf(article, 'c'))?.form, 'part');
    assert.equal(splitClaim({ ...sightOf(article, 'c'), reviewer: { id: 'vic', role: 'viewer' } }), false);
  });
});

describe('occurrences', () => {
  const article = articleOf('[c:moon] and moon and [d:moon]');
  const marked = done(markOccurrences('c', elsewhere(article, 'c')), sightOf(article, 'c'));

  it('are marked where nothing stood, and tied where a claim stood', () =>
    assert.deepEqual(
      occurrencesOf(marked.claims, 'c').map(({ id }) => wordsOf(marked, id)),
      ['moon', 'moon'],
    ));
  it('are looked for no more when all are marked', () => {
    assert.equal(findElsewhere(sightOf(article, 'c')), true);
    assert.equal(findElsewhere(sightOf(marked, 'c')), false);
  });
  it('are gone through in the order of the text, and round', () => {
    const [between] = occurrencesOf(marked.claims, 'c')
      .map(({ id }) => id)
      .filter((id) => id !== 'd');
    const way = ['c', between, 'd'];
    for (const [index, claim] of way.entries())
      assert.equal(effectOf(nextOccurrence, sightOf(marked, claim ?? ''))?.claim, way[(index + 1) % 3]);
  });
});
