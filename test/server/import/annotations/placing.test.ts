import assert from 'node:assert/strict';
import { anno, broughtTo, onWords, position, quote } from '../../../support/annotations.ts';
import { paragraph, writing } from '../../../support/edition.ts';

const LINES = [
  'The moon 🌕 is made of cheese, قال الوزير in 2015.',
  'It weighs 180 tons. The train took the rain. Cafe\u0301 owners agree.',
  'Nobody asked the moon. Nobody asked the mice.',
];

const article = writing('The moon', LINES.map(paragraph)).edition().article;

const TEXT = ['The moon', ...LINES].join('\n');

const pointOf = (words: string): number => [...TEXT.slice(0, TEXT.indexOf(words))].length;

/** Where an annotation stands: its words, and what is doubted; or why it stands nowhere. */
const placedBy = (selector: object | readonly object[]): readonly string[] => {
  const [item] = broughtTo(article, onWords(selector, { bodyValue: 'x' })).items;
  assert.ok(item);
  return item.reason ? [`no: ${item.reason}`] : [item.words, ...item.doubts];
};

const places = (says: string, selector: object | readonly object[], ...expected: readonly string[]): void => {
  it(says, () => assert.deepEqual(placedBy(selector), expected));
};

describe('an annotation in the text of an article', () => {
  places('stands on the words that it quotes', quote('made of cheese'), 'made of cheese');
  places('is told apart by what is around it', quote('Nobody asked', 'moon. ', ' the mice'), 'Nobody asked');
  places('stands nowhere when its words are there twice', quote('Nobody asked'), 'no: more-than-once');
  places(
    'stands nowhere when what is around it decides nothing',
    quote('Nobody asked', 'xx ', ''),
    'no: more-than-once',
  );
  places('stands nowhere when its words are not there', quote('made of chalk'), 'no: not-there');
  places('is never put on a part of a number (T4)', quote('80 tons'), 'no: not-there');
  places('is never put into a longer word', quote('rain'), 'rain');
  places('may be a part of a word when it says so', quote('rain', 't', ' took'), 'rain');
  places('takes white space as it is', quote('cheese,\n   قال'), 'cheese, قال');
  places('goes over the end of a line', quote('in 2015. It weighs'), 'in 2015.\nIt weighs');
  places('is not found in other letters', quote('Made of cheese'), 'no: not-there');
  places('does not stand on nothing', quote('  '), 'no: empty');
  places('counts code points', position(pointOf('cheese'), pointOf('cheese') + 6), 'cheese', 'position-only');
  places('is doubted by its position alone', position(4, 8), 'moon', 'position-only');
  places('stands nowhere beyond the end', position(4, 100_000), 'no: outside');
  places('stands nowhere when it ends before it begins', position(8, 4), 'no: empty');
  places('is not doubted when both agree', [quote('moon'), position(4, 8)], 'moon');
  places(
    'goes by the quote when the position says something else',
    [quote('made of cheese'), position(0, 3)],
    ...['made of cheese', 'position-differs'],
  );
  places(
    'is told apart by its position',
    [quote('Nobody asked'), position(pointOf('Nobody asked the mice'), pointOf(' the mice'))],
    'Nobody asked',
  );
  places(
    'stands nowhere when its words are not at its position, nor elsewhere',
    [quote('chalk'), position(4, 8)],
    'no: not-there',
  );
  places(
    'is doubted amid other words',
    quote('made of cheese', 'Mars is ', ', they say'),
    'made of cheese',
    'surroundings-differ',
  );
  places('does not follow the structure of a page', { type: 'XPathSelector', value: '/p[1]' }, 'no: other-selector');
  places(
    'follows words in a structure that it cannot follow, and says so',
    { type: 'XPathSelector', value: '/p[1]', refinedBy: quote('made of cheese') },
    ...['made of cheese', 'outer-unread'],
  );
  places('narrows a quote by a quote', { ...quote('asked the mice'), refinedBy: quote('the') }, 'the');
  places(
    'narrows a quote by a position',
    { ...quote('made of cheese'), refinedBy: position(5, 7) },
    'of',
    'position-only',
  );
  places(
    'runs from one selector to the beginning of another',
    { type: 'RangeSelector', startSelector: quote('It weighs'), endSelector: quote('The train') },
    'It weighs 180 tons.',
  );
  places(
    'reads a text fragment',
    { type: 'FragmentSelector', value: ':~:text=Nobody%20asked,-the%20mice' },
    'Nobody asked',
  );

  it('of a whole page stands nowhere', () => {
    const [item] = broughtTo(article, anno({ bodyValue: 'x' })).items;
    assert.equal(item?.reason, 'whole-page');
  });

  it('tells a person where similar words are, and stands nowhere', () => {
    const { items, after } = broughtTo(article, onWords(quote('It weighs 190 tons'), { bodyValue: 'x' }));
    assert.deepEqual([items[0]?.reason, items[0]?.similar], ['not-there', 'It weighs 180 tons.']);
    assert.equal(after.threads.size, 0);
  });

  it('that stands nowhere is kept, once, with what it said (T10)', () => {
    const lost = onWords(quote('chalk'), { bodyValue: 'Which?' });
    const { after } = broughtTo(article, lost);
    const [removal] = after.removals.values();
    assert.match(removal?.text ?? '', /^“chalk”\nWhich\?/);
    assert.equal(broughtTo(after, lost).parts.length, 0);
  });
});
