import assert from 'node:assert/strict';
import { wordDiff } from '../../client/word-diff.ts';

const signs = { same: ['', ''], out: ['[-', '-]'], in: ['[+', '+]'] } as const;

const shows = (says: string, before: string, after: string, expected: string): void => {
  it(`shows ${says}`, () => {
    const runs = wordDiff(before, after);
    assert.equal(runs.map(({ kind, text }) => signs[kind][0] + text + signs[kind][1]).join(''), expected);
    assert.equal(runs.map(({ kind, text }) => (kind === 'in' ? '' : text)).join(''), before);
    assert.equal(runs.map(({ kind, text }) => (kind === 'out' ? '' : text)).join(''), after);
  });
};

describe('word diff', () => {
  shows('nothing for the same words', 'almost 80 percent', 'almost 80 percent', 'almost 80 percent');
  shows(
    'a number as one word',
    'killed 250,000 people',
    'killed 280,000 people',
    'killed [-250,000-][+280,000+] people',
  );
  shows(
    'a number with its sign as one word',
    'fell by 80 percent',
    'fell by −80 percent',
    'fell by [-80-][+−80+] percent',
  );
  shows('a percentage as one word', 'almost 80% of them', 'almost 18% of them', 'almost [-80%-][+18%+] of them');
  shows('a negation that went', 'areas not held by them', 'areas held by them', 'areas [-not -]held by them');
  shows('neighbouring changes as one', 'two weeks ago', 'three months ago', '[-two weeks-][+three months+] ago');
  shows('words that came at the end', 'cats fly', 'cats fly low', 'cats fly[+ low+]');
  shows('a whole text that went', 'cats fly', '', '[-cats fly-]');
  shows('letters of other scripts as words', 'عاد الرئيس أمس', 'عاد الوزير أمس', 'عاد [-الرئيس-][+الوزير+] أمس');
  it('is quick for long texts that share nothing', () => {
    const long = (word: string) => Array.from({ length: 5_000 }, (_, index) => `${word}${index}`).join(' ');
    assert.deepEqual(
      wordDiff(long('a'), long('b')).map((run) => run.kind),
      ['out', 'in'],
    );
  });
});
