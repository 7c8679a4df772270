import assert from 'node:assert/strict';
import { matching } from '../../client/articles.ts';
import type { ArticleRow } from '../../shared/api/records/article.ts';

const at = '2026-03-01T00:00:00.000Z';
const row = (title: string): ArticleRow => ({
  ...{ id: title, version: 1, title, claims: 0, words: 0, locked: false, createdAt: at, updatedAt: at },
});
const rows = ['Élysée denies talks', 'Talks in Sochi', 'وزارة الصحة'].map(row);

const finds = (query: string, ...expected: readonly number[]): void => {
  it(`“${query}” finds ${expected.length}`, () =>
    assert.deepEqual(
      matching(rows, query),
      expected.map((index) => rows[index]),
    ));
};

describe('search of the articles', () => {
  finds('', 0, 1, 2);
  finds('  ', 0, 1, 2);
  finds('talks', 0, 1);
  finds('SOCHI talks', 1);
  finds('elysee', 0);
  finds('الصحة', 2);
  finds('moon');
});
