import assert from 'node:assert/strict';
import { placesOf } from '../../../client/copy/finding.ts';
import { alignedByLetters } from '../../../client/copy/letters.ts';

describe('texts that have the letters of another', () => {
  it('are found in it, whatever the white space', () => {
    const [all, texts] = ['The moon\nis 80\t%', ['\n The', ' moon is ', '80', '%']];
    const found = alignedByLetters(texts, all);
    assert.deepEqual(
      found?.map(({ index, from, at, length }) => [
        texts[index]?.slice(from, from + length),
        all.slice(at, at + length),
      ]),
      [
        ['The', 'The'],
        ['moon is', 'moon\nis'],
        ['80', '80'],
        ['%', '%'],
      ],
    );
  });

  it('are found where words are divided otherwise', () => {
    assert.deepEqual(alignedByLetters(['mo', 'on'], 'moon'), [
      { index: 0, from: 0, at: 0, length: 2 },
      { index: 1, from: 0, at: 2, length: 2 },
    ]);
  });

  it('are not found where letters differ, or some are left', () => {
    assert.equal(alignedByLetters(['moon'], 'noon'), undefined);
    assert.equal(alignedByLetters(['moon'], 'moon x'), undefined);
    assert.equal(alignedByLetters(['moon', 'x'], 'moon'), undefined);
  });
});

describe('finding in a copy', () => {
  const finds = (wanted: string, ...places: readonly string[]): void => {
    const text = 'The Moon is (80 %) moon\nlight, and 8000.';
    it(`finds ${places.length} of ${JSON.stringify(wanted)}`, () =>
      assert.deepEqual(
        placesOf(text, wanted).map(({ start, end }) => text.slice(start, end)),
        places,
      ));
  };
  finds('moon', 'Moon', 'moon');
  finds(' moon  light ', 'moon\nlight');
  finds('(80 %)', '(80 %)');
  finds('.*');
  finds('  ');
});
