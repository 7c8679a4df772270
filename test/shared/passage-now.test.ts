import assert from 'node:assert/strict';
import { pageChanged, passageNow } from '../../shared/passage-now.ts';
import { processorTime } from '../support/processor-time.ts';

/** A text with the passage in brackets. */
const passage = (notation: string) => {
  const start = notation.indexOf('[');
  const end = notation.indexOf(']') - 1;
  return { text: notation.replaceAll(/[[\]]/g, ''), start, end };
};

const became = (says: string, state: string, was: string, now: string, after?: string): Mocha.Test =>
  it(says, () => {
    const found = passageNow(passage(was), now);
    assert.equal(found.state, state, JSON.stringify(found));
    if (after !== undefined) assert.equal(found.after, after);
  });

const MOON = 'Menu\nIt is long known.\nThe board finds [80 percent of it to be cheese].\nNobody was surprised.';

describe('a passage in the page as it is now', () => {
  became(
    'is there when only what stands around it is other',
    'there',
    MOON,
    'Buy now!\nThe board finds 80 percent of it to be cheese.\nRead also: Mars',
  );
  became(
    'is there when white space, dashes and quotes are set otherwise',
    'there',
    'He said [“10–20 goats”].',
    'He said "10-20\u00a0goats".',
  );
  became('is there when a line is broken elsewhere', 'there', 'a [few words\nof it] b', 'a few\nwords of it b');
  became(
    'is there wherever it stands by now',
    'there',
    MOON,
    `${'x. '.repeat(500)}The board finds 80 percent of it to be cheese.`,
  );
  became(
    'changed when a number is another',
    'changed',
    MOON,
    'It is long known.\nThe board finds 70 percent of it to be cheese.\nNobody cared.',
    'The board finds 70 percent of it to be cheese.',
  );
  became('changed when a number runs on', 'changed', 'Of them [80] were held.', 'Of them 180 were held.');
  became(
    'changed when a word runs on',
    'changed',
    'The money was [held] for years.',
    'The money was withheld for years.',
  );
  became(
    'changed when a number has a sign',
    'changed',
    'The balance was [5 percent] then.',
    'The balance was −5 percent then.',
  );
  became(
    'changed when a negation comes into it',
    'changed',
    MOON,
    'The board finds 80 percent of it not to be cheese.',
    'The board finds 80 percent of it not to be cheese.',
  );
  became(
    'changed when its sentence is denied around it',
    'changed',
    MOON,
    'The board never finds 80 percent of it to be cheese.',
  );
  became(
    'changed when a name is another',
    'changed',
    'The report says [Ann Power paid for the flight].',
    'The report says Ben Miller paid for the flight.',
  );
  became(
    'changed when words are put between its words',
    'changed',
    MOON,
    'The board finds 80 percent of it, as of today, to be cheese.',
  );
  became('is lost when nothing is like it', 'lost', MOON, 'The page you look for has moved. Search our site.');
  became(
    'is there when a likeness stands beside it',
    'there',
    MOON,
    'The board finds 70 percent of it to be cheese.\nThe board finds 80 percent of it to be cheese.',
  );
  became(
    'is a row of a table as well',
    'changed',
    'year\tshare\n[2014\t80.5]\n2015\t81',
    'year\tshare\n2014\t79.1\n2015\t81',
    '2014 79.1',
  );
  became(
    'is found among signs that mean something to a pattern',
    'there',
    'a [(b+c)*[d?]'.replace('*[', '*'),
    'a (b+c)*d?',
  );

  it('takes a text of a million letters in its stride', () => {
    const text = 'The quick brown fox jumps over 12 lazy dogs in the park today. '.repeat(16_000);
    const took = processorTime(() => assert.equal(passageNow(passage(MOON), text).state, 'lost'));
    assert.ok(took < 3_000, `${took} ms`);
  });
});

describe('a page of which no passage is pinned', () => {
  const STORY = Array.from({ length: 10 }, (_, n) =>
    Array.from({ length: 14 }, (_, word) => `word${n}x${word}`)
      .join(' ')
      .concat('.'),
  );
  const page = (around: string, story = STORY): string =>
    [`Home\n${around}`, ...story, `Read also\n${around}`].join('\n');

  it('has not changed when its advertisements have', () =>
    assert.equal(pageChanged(page('Buy a car'), page('Fly to Rome\nNew: a phone\nOnly today')), false));
  it('has not changed when a word of it has', () =>
    assert.equal(pageChanged(page('x'), page('x', STORY.with(3, `${STORY[3]}`.replace('word3x5', 'other')))), false));
  it('has changed when much of it has', () =>
    assert.equal(
      pageChanged(
        page('x'),
        page('x', [...STORY.slice(0, 6), 'All the rest was taken back by the desk after a complaint.']),
      ),
      true,
    ));
  it('has changed when there is only a notice any more', () =>
    assert.equal(pageChanged(page('x'), 'Sorry, not available.'), true));
  it('of data has changed when many of its rows have', () => {
    const rows = (by: number): string => Array.from({ length: 20 }, (_, n) => `${2000 + n},${n * by}`).join('\n');
    assert.equal(pageChanged(rows(3), `${rows(3)}\n2020,60`), false);
    assert.equal(pageChanged(rows(3), rows(4)), true);
  });
});
