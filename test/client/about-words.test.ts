import assert from 'node:assert/strict';
import { whereNow } from '../../client/about-words.ts';
import { begin } from '../support/anchored-article.ts';

const article = begin('the moon is far');
const at = (position: number) => position; // of the doc: "the" begins at 3
const quote = { exact: 'moon', prefix: 'the ', suffix: ' is far' };
const start = 3 + 'the '.length;

describe('what is written about words', () => {
  it('goes to their place now', () => {
    const about = { quote, version: 1, from: start - 2, to: start + 2 };
    assert.deepEqual(whereNow(article, about, (_version, position) => at(position) + 2).place, {
      from: start,
      to: start + 4,
    });
  });
  it('is looked for by the words where their place cannot be told, or others stand there', () => {
    const about = { quote, version: 1, from: start, to: start + 4 };
    assert.deepEqual(
      whereNow(article, about, () => undefined),
      { quote },
    );
    assert.deepEqual(
      whereNow(article, about, (_version, position) => position + 1),
      { quote },
    );
  });
});
