import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlainText } from '../../../server/import/plain-text.ts';
import { type Block, type Reading, wordsOfBlock } from '../../../server/import/reading.ts';
import { processorTime } from '../../support/processor-time.ts';

const FIRST =
  'The council voted on Tuesday to close the old bridge, and it gave the builders eleven months to mend it.';
const SECOND =
  'Anna Berg, who lives beside the river, said that she had heard the steel sing every night since the flood.';
const THIRD =
  'The mayor did not answer the letters that the shopkeepers of the northern bank had sent him in the spring.';
const MENU = 'Skip to content\nHome\nNews\nPolitics\nSport\n';
const FOOT = 'About us\nContact us\nPrivacy policy\nTerms of use\n© 2024 The River Post';

const page = (...article: readonly string[]): string => `${MENU}\n${article.join('\n\n')}\n\n${FOOT}`;

const inked = (text: string): string => [...text.replace(/\s/gu, '')].sort().join('');
const textOf = (block: Block): string => wordsOfBlock(block).join('');
const allOf = ({ title, blocks, removed }: Reading): string =>
  title + blocks.map(textOf).join('') + removed.map((removal) => removal.text).join('');

const shape = (text: string): readonly string[] => {
  const { title, blocks } = readPlainText(text);
  const shown = blocks.map((block) => `${block.kind}: ${wordsOfBlock(block).join(' / ')}`);
  return title === '' ? shown : [`title: ${title}`, ...shown];
};

const comesTo = (sentence: string, text: string, ...expected: readonly string[]): void => {
  it(sentence, () => assert.deepEqual(shape(text), expected));
};

const takesAway = (
  sentence: string,
  text: string,
  ...expected: readonly (readonly [string, string, number])[]
): void => {
  it(sentence, () => {
    const found = readPlainText(text).removed.map(({ text, reason, before }) => [reason, text, before]);
    assert.deepEqual(found, expected);
  });
};

describe('a clean text', () => {
  comesTo('is nothing when empty', '');
  comesTo('is nothing when all white space', ' \r\n\t\n\u00a0');
  comesTo('of paragraphs has no title', `${FIRST}\n\n${SECOND}`, `paragraph: ${FIRST}`, `paragraph: ${SECOND}`);
  comesTo('of one line is a paragraph', 'Bridge closes', 'paragraph: Bridge closes');
  comesTo(
    'begins with its headline',
    `Old bridge to close\n\n${FIRST}`,
    'title: Old bridge to close',
    `paragraph: ${FIRST}`,
  );
  comesTo('may ask in its headline', `Who pays for it?\n${FIRST}`, 'title: Who pays for it?', `paragraph: ${FIRST}`);
  comesTo('may open with a short sentence', `It rained.\n\n${FIRST}`, 'paragraph: It rained.', `paragraph: ${FIRST}`);
  comesTo('may open with speech', `“Run!”\n\n${FIRST}`, 'paragraph: “Run!”', `paragraph: ${FIRST}`);
  comesTo(
    'has a paragraph in each line',
    `${FIRST}\n${SECOND}\nHe left.`,
    `paragraph: ${FIRST}`,
    `paragraph: ${SECOND}`,
    'paragraph: He left.',
  );
  comesTo(
    'keeps headings between paragraphs',
    `${FIRST}\n\nWhat comes next\n\n${SECOND}`,
    `paragraph: ${FIRST}`,
    'heading: What comes next',
    `paragraph: ${SECOND}`,
  );
  comesTo(
    'keeps verse as it stands',
    'the steel sang\nthe steel sang\nand no one slept\nby the river\nthat night',
    'paragraph: the steel sang',
    'paragraph: the steel sang',
    'paragraph: and no one slept',
    'paragraph: by the river',
    'paragraph: that night',
  );
  comesTo(
    'keeps the lines of an interview',
    'Did you sleep?\nNo.\nWhy not?\nThe bridge.',
    'paragraph: Did you sleep?',
    'paragraph: No.',
    'paragraph: Why not?',
    'paragraph: The bridge.',
  );
  comesTo(
    'may head its parts with words that menus use',
    `${FIRST}\n\nPolitics\n\n${SECOND}\n\nSee also\n\n${THIRD}`,
    `paragraph: ${FIRST}`,
    'heading: Politics',
    `paragraph: ${SECOND}`,
    'heading: See also',
    `paragraph: ${THIRD}`,
  );
  comesTo('has a credit', `${FIRST}\n\nWith reporting by AP`, `paragraph: ${FIRST}`, 'credit: With reporting by AP');
  comesTo('says what is said thrice', `${FIRST}\n${FIRST}\n${FIRST}`, ...Array(3).fill(`paragraph: ${FIRST}`));
});

describe('the characters of a text', () => {
  comesTo(
    'break lines in every system’s way',
    'One.\r\nTwo.\rThree.\u2028Four.',
    ...['One.', 'Two.', 'Three.', 'Four.'].map((text) => `paragraph: ${text}`),
  );
  comesTo('may begin with a byte order mark', `\ufeff${FIRST}`, `paragraph: ${FIRST}`);
  comesTo(
    'make single spaces of hard ones',
    'It cost 5\u00a0000\u202feuros,\t  they said.',
    'paragraph: It cost 5 000 euros, they said.',
  );
  comesTo(
    'keep what has no width within words',
    'A zero\u200bwidth sp\u200dace stays.',
    'paragraph: A zero\u200bwidth sp\u200dace stays.',
  );
  takesAway('are named when invisible and alone', `${FIRST}\n\u200b\n${SECOND}`, ['invisible', '\u200b', 1]);
});

describe('lists and quotations', () => {
  comesTo('make a list of bullets', `${FIRST}\n• mend\n• paint`, `paragraph: ${FIRST}`, 'list: mend / paint');
  comesTo('make a list of hyphens', '- mend\n- paint', 'list: mend / paint');
  comesTo('make a list of numbers that count', '1. mend\n2. paint', 'list: mend / paint');
  comesTo('leave numbers that do not count', '3. mend\n5. paint', 'paragraph: 3. mend', 'paragraph: 5. paint');
  comesTo('leave speech that opens with a dash', '— Yes.\n— No.', 'paragraph: — Yes.', 'paragraph: — No.');
  comesTo(
    'leave tagged speech',
    '- Yes, - he said.\n- No, - she said.',
    'paragraph: - Yes, - he said.',
    'paragraph: - No, - she said.',
  );
  comesTo(
    'join the lines of a quotation',
    '> it sang\n> all night\n>\n> and stopped',
    'quote: it sang all night',
    'quote: and stopped',
  );
  takesAway('give their marks back', '1. mend\n2. paint\n> it sang', ['marks', '1. 2.', 0], ['marks', '>', 1]);
});

describe('a text wrapped at a margin', () => {
  const wrapped =
    'The council voted on Tuesday to close the old bridge, and gave\nthe builders eleven months to mend it. They begin in the second\nweek of May.';
  comesTo(
    'has its paragraphs joined',
    `Old bridge to close\n\n${wrapped}\n\nHe wept.`,
    'title: Old bridge to close',
    `paragraph: ${wrapped.replaceAll('\n', ' ')}`,
    'paragraph: He wept.',
  );
  comesTo(
    'is told from lines of any length',
    'One short line here\nand a much longer line that goes on for a while\nend\n\nmore',
    'paragraph: One short line here',
    'paragraph: and a much longer line that goes on for a while',
    'paragraph: end',
    'paragraph: more',
  );
});

describe('what stands twice', () => {
  const caption = 'The old bridge in the morning of its last day, seen from the north.';
  comesTo('is a caption', `${caption}\n${caption}\n\n${FIRST}`, `caption: ${caption}`, `paragraph: ${FIRST}`);
  takesAway('is listed', `${caption}\n${caption}\n\n${FIRST}`, ['repeated', caption, 1]);
  comesTo('is one paragraph when long', `${SECOND.repeat(4)}\n${SECOND.repeat(4)}`, `paragraph: ${SECOND.repeat(4)}`);
});

describe('a page copied whole', () => {
  comesTo(
    'comes to its article',
    page('Old bridge to close', FIRST, SECOND),
    'title: Old bridge to close',
    `paragraph: ${FIRST}`,
    `paragraph: ${SECOND}`,
  );
  takesAway(
    'gives its menus back',
    page('Old bridge to close', FIRST, SECOND),
    ['navigation', 'Skip to content\nHome\nNews\nPolitics\nSport', -1],
    ['navigation', 'About us\nContact us', 2],
    ['notice', 'Privacy policy\nTerms of use\n© 2024 The River Post', 2],
  );
  takesAway(
    'loses the links between its paragraphs',
    page(
      'Old bridge to close',
      FIRST,
      'Read more\nSeven bridges that fell\nA life in steel',
      SECOND,
      'Advertisement',
      THIRD,
    )
      .replace(MENU, '')
      .replace(FOOT, ''),
    ['related', 'Read more\nSeven bridges that fell\nA life in steel', 1],
    ['advertisement', 'Advertisement', 2],
  );
  comesTo(
    'keeps a short paragraph and a heading',
    page('Old bridge to close', FIRST, 'He wept.', 'What comes next', SECOND, THIRD),
    'title: Old bridge to close',
    `paragraph: ${FIRST}`,
    'paragraph: He wept.',
    'heading: What comes next',
    `paragraph: ${SECOND}`,
    `paragraph: ${THIRD}`,
  );
  comesTo(
    'loses its comments',
    page(
      'Old bridge to close',
      FIRST,
      SECOND,
      THIRD,
      'Leave a reply',
      'Tom',
      'I have crossed this bridge every day for forty years, and I shall miss it more than I can say.',
    ),
    'title: Old bridge to close',
    `paragraph: ${FIRST}`,
    `paragraph: ${SECOND}`,
    `paragraph: ${THIRD}`,
  );
  comesTo(
    'without paragraphs keeps its lines',
    'Share this\nHome\nNews\nSport\nPrivacy policy\nthe steel sang',
    ...['Home', 'News', 'Sport', 'Privacy policy', 'the steel sang'].map((text) => `paragraph: ${text}`),
  );
});

describe('a notice to visitors', () => {
  const named = 'The Post has been declared a "foreign agent" by the ministry of another country.';
  const addressed = 'If you are in that country and share this page, please note that you could be fined.';
  takesAway(
    'goes from the end, paragraph by paragraph',
    `${FIRST}\n\nSource: Reuters\n\n${named}\n\n${addressed}`,
    ['notice', named, 2],
    ['notice', addressed, 2],
  );
  comesTo(
    'is not what an article says of an agent',
    `${FIRST}\n\n${named}`,
    `paragraph: ${FIRST}`,
    `paragraph: ${named}`,
  );
});

describe('no silent loss (T10)', () => {
  const pieces = [
    FIRST,
    SECOND,
    'Home',
    'News',
    'Share this',
    'Read more',
    'Privacy policy',
    '• item',
    '1. item',
    '2. item',
    '> said',
    '- x',
    '\u200b',
    '5',
    '',
    '© 2024 X',
    'Comments',
    'Old bridge to close',
    'By Ann Lee',
    '\u00a0',
  ];
  it('every sign of a page is in the title, a block or a removal', () => {
    const line = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' }));
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\n\n', '\r', ' ')))
      .map((lines) => lines.flat().join(''));
    fc.assert(
      fc.property(text, (input) => assert.equal(inked(allOf(readPlainText(input))), inked(input))),
      { numRuns: 500 },
    );
  });
  it('each removal stands before a block, the title or the end', () => {
    const text = fc.array(fc.constantFrom(...pieces)).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (input) => {
        const { removed, blocks } = readPlainText(input);
        assert.ok(removed.every(({ before }) => before >= -1 && before <= blocks.length));
      }),
    );
  });
});

describe('a text of any size', () => {
  const LINEAR = 5000;
  it('of one line of 50 MB is read in seconds', () =>
    assert.ok(processorTime(() => readPlainText('word '.repeat(10_000_000))) < LINEAR));
  it('of 100,000 lines is read in seconds', () =>
    assert.ok(processorTime(() => readPlainText(`${FIRST}\n${SECOND}\n`.repeat(50_000))) < LINEAR));
  it('of 100,000 menu lines is read in seconds', () =>
    assert.ok(processorTime(() => readPlainText(page(FIRST).repeat(10_000))) < LINEAR));
});

describe('a pasted page whose article is no prose at first', () => {
  const LIST = ['First: Old bridge, northern bank', 'Second: Market square, at noon', 'Third: Town hall, second floor'];
  const noted = `${MENU}\nThe summer concerts\n2 July 2024\n\n${LIST.join('\n')}\n\n${FIRST}\n\n${SECOND}\n\n${FOOT}`;
  it('begins below its byline', () => {
    const { title, blocks } = readPlainText(noted);
    assert.equal(title, 'The summer concerts');
    assert.deepEqual(blocks.slice(0, 3).map(textOf), LIST);
  });
  it('does not begin with the labels below its byline', () => {
    const { blocks } = readPlainText(noted.replace(LIST.join('\n'), 'Listen\nNorth\nWest\nEast'));
    assert.deepEqual(blocks.map(textOf), [FIRST, SECOND]);
  });
});

describe('a pasted page with a short article and long notes below', () => {
  const notes = Array.from({ length: 8 }, (_, at) => `Service ${at}\n${THIRD.replace('spring', `year ${at}`)}`);
  const text = (caption: string): string =>
    `${MENU}\nOld bridge to close\n\n${FIRST}${FIRST}\n\n${caption}\n\n${SECOND}${SECOND}\n\n${caption}\n\n${THIRD}${THIRD}\n\nMore\nMore of it\nAll of it\n${notes.join('\n')}\n${FOOT}`;
  it('keeps its paragraphs, though there are pictures between them', () => {
    const { blocks } = readPlainText(text('The bridge on Tuesday (Photo: Ann Lee)'));
    for (const own of [FIRST, SECOND, THIRD])
      assert.ok(
        blocks.some((block) => textOf(block) === own + own),
        own,
      );
  });
});
