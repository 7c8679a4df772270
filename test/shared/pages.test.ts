import assert from 'node:assert/strict';
import { StepMap } from 'prosemirror-transform';
import { followPages, type PageStart, pagesBetween, pagesInWords } from '../../shared/pages.ts';

const starts: readonly PageStart[] = [
  { page: 1, at: 1 },
  { page: 2, at: 100 },
  { page: 4, at: 200 },
];
const pages = (from: number, to: number, after: readonly StepMap[] = []): string => {
  const found = pagesBetween(followPages(starts, after), from, to);
  return found ? pagesInWords(found) : '';
};
const cut = (from: number, to: number): StepMap => new StepMap([from, to - from, 0]);
const typed = (at: number, size: number): StepMap => new StepMap([at, 0, size]);

describe('the page that words stand on', () => {
  it('is the one that begins before them, or all that they stand on', () => {
    assert.deepEqual([pages(1, 9), pages(99, 100), pages(100, 101), pages(150, 199)], ['p. 1', 'p. 1', 'p. 2', 'p. 2']);
    assert.deepEqual([pages(90, 110), pages(90, 210), pages(250, 260)], ['pp. 1–2', 'pp. 1–4', 'p. 4']);
  });

  it('is not known where the text has no pages, or for words before the first', () => {
    assert.equal(pagesBetween(undefined, 1, 2), undefined);
    assert.equal(pagesBetween(starts, 0, 1), undefined);
  });

  it('follows what is typed and cut elsewhere', () => {
    assert.deepEqual([pages(105, 109, [typed(50, 10)]), pages(105, 112, [typed(50, 10)])], ['p. 1', 'pp. 1–2']);
    assert.equal(pages(110, 120, [typed(50, 10)]), 'p. 2');
    assert.equal(pages(90, 91, [cut(20, 30)]), 'p. 2');
  });

  it('is one of two where the words around the end of a page were cut at once, and came back or not', () => {
    assert.deepEqual([pages(80, 85, [cut(90, 110)]), pages(90, 95, [cut(90, 110)])], ['p. 1', 'pp. 1–2']);
    assert.deepEqual(
      [pages(95, 99, [cut(90, 110), typed(90, 20)]), pages(200, 201, [cut(90, 110), typed(90, 20)])],
      ['pp. 1–2', 'p. 4'],
    );
  });
});
