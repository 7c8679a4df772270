import assert from 'node:assert/strict';
import { articleOfReading } from '../../../server/import/article-of-reading.ts';
import { dayIn, dayInAddress } from '../../../server/import/html/days.ts';
import { decodeHtml } from '../../../server/import/html/decode-html.ts';
import { read as readFile, readHtml } from '../../../server/import/html/html-reader.ts';
import { type Block, type Reading, wordsOfBlock } from '../../../server/import/reading.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { readerContract } from '../../support/reader-contract.ts';

const SENTENCE =
  'The moon is made of 80 percent cheese, a Reuters analysis of ministry data has found, and nobody has asked it.';
const OTHER =
  'Astronomers who were asked on Thursday did not agree with each other, nor with the ministry, nor with the moon.';

const QUOTED =
  'We have looked at it for a very long time, and we have found nothing there that could be eaten with bread.';

const read = (html: string, clean = true): Reading =>
  readHtml(html, 'https://news.example/2015/10/22/moon', clean, () => {});

const page = (
  article: string,
  around = '',
): string => `<!doctype html><html lang="en"><head><title>What the moon is made of | News</title></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>What the moon is made of</h1>${article}</article></main>${around}
<footer><p>Terms of use</p></footer></body></html>`;

const story = (inside = ''): string =>
  `<p>${SENTENCE}</p><p>${OTHER}</p>${inside}<p>${OTHER.replace('Thursday', 'Friday')}</p>`;

const docOf = (reading: Reading): string => articleOfReading(reading, () => 'r').doc.toString();

describe('the reader of web pages', () => {
  readerContract('html', {
    file: { name: 'moon.html', mediaType: 'text/html', bytes: new TextEncoder().encode(page(story())) },
    title: 'What the moon is made of',
    words: ['Home', 'World', 'Terms of use', SENTENCE, OTHER],
  });
});

describe('the structure of a page', () => {
  const keeps = (says: string, inside: string, ...expected: readonly Block[]): void => {
    it(`keeps ${says}`, () => {
      const { title, blocks } = read(page(story(inside)));
      assert.equal(title, 'What the moon is made of');
      assert.deepEqual(blocks.slice(2, -1), expected);
    });
  };
  keeps('headings with their level', '<h3>On the moon</h3>', { kind: 'heading', level: 3, text: 'On the moon' });
  keeps(
    'lists, numbered from where they begin, and lists in lists',
    '<ol start="3"><li>Brie, mostly<ul><li>old</li></ul></li><li>Gouda</li></ol>',
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [{ text: 'Brie, mostly', rest: [{ kind: 'list', ordered: false, items: ['old'] }] }, 'Gouda'],
    },
  );
  keeps('quotations of several paragraphs', `<blockquote><p>${QUOTED}</p><p>So they said.</p></blockquote>`, {
    kind: 'quote',
    text: QUOTED,
    rest: [{ kind: 'paragraph', text: 'So they said.' }],
  });
  keeps(
    'captions with their pictures',
    '<figure><img src="https://x.example/m.jpg" alt="The moon"><figcaption>The moon, at night.</figcaption></figure>',
    {
      kind: 'caption',
      text: 'The moon, at night.',
      image: { src: 'https://x.example/m.jpg', alt: 'The moon' },
    },
  );
  keeps(
    'tables with their heads',
    '<table><tr><th>Cheese</th><th>Share</th></tr><tr><td>Brie</td><td>80</td></tr><tr><td colspan="2">none</td></tr></table>',
    {
      kind: 'table',
      rows: [
        [
          { text: 'Cheese', heads: true },
          { text: 'Share', heads: true },
        ],
        [{ text: 'Brie' }, { text: '80' }],
        [{ text: 'none', colspan: 2 }],
      ],
    },
  );
  keeps(
    'lines that break within a paragraph, and parts those with an empty line between',
    'He said it twice:<br>and then again, to be sure of it.<br><br>She did not, and said so to everyone.',
    {
      kind: 'paragraph',
      text: 'He said it twice:\nand then again, to be sure of it.',
    },
    { kind: 'paragraph', text: 'She did not, and said so to everyone.' },
  );
  keeps(
    'links that are whole and safe, and what stands out',
    '<p>A <a href="/data">study</a> says <b>no</b>, and a <a href="javascript:alert(1)">trick</a> says yes to all of it.</p>',
    {
      kind: 'paragraph',
      text: 'A study says no, and a trick says yes to all of it.',
      spans: [
        { mark: 'link', href: 'https://news.example/data', from: 2, to: 7 },
        { mark: 'strong', from: 13, to: 15 },
      ],
    },
  );
  keeps(
    'words whole that hide a soft hyphen, and single spaces',
    '<p>Re&shy;uters   has\n asked&nbsp;everyone about it, as it says.</p>',
    {
      kind: 'paragraph',
      text: 'Reuters has asked everyone about it, as it says.',
    },
  );

  it('becomes that of an article', () => {
    const inside =
      '<ul><li>Brie</li><li>Gouda <em>old</em></li></ul><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><hr>';
    assert.match(
      docOf(read(page(story(inside)))),
      /bullet_list\(list_item\(paragraph\("Brie"\)\), list_item\(paragraph\("Gouda ", em\("old"\)\)\)\), table\(table_row\(table_header\(paragraph\("a"\)\), table_header\(paragraph\("b"\)\)\), table_row\(table_cell/,
    );
  });
});

describe('what is not the article in a page', () => {
  const removes = (says: string, inside: string, around: string, text: string, reason: string): void => {
    it(`is taken out and listed: ${says} (T10)`, () => {
      const { blocks, removed } = read(page(story(inside), around));
      assert.equal(blocks.length, 3, JSON.stringify(blocks));
      const found = removed.find((each) => each.text.split('\n').includes(text));
      assert.equal(found?.reason, reason, JSON.stringify(removed));
    });
  };
  removes('menus', '', '', 'World', 'navigation');
  removes('share buttons', '<div class="article-share"><a href="#">Facebook</a></div>', '', 'Facebook', 'sharing');
  removes(
    'links to other articles',
    '<p>Read more: <a href="/sun">The sun is no better</a></p>',
    '',
    'Read more: The sun is no better',
    'related',
  );
  removes(
    'lists of them',
    '<div class="related-stories"><ul><li><a href="/a">The sun is no better</a></li></ul></div>',
    '',
    'The sun is no better',
    'related',
  );
  removes(
    'comments',
    '',
    `<section id="comments"><h2>3 comments</h2><p>${OTHER.replace('moon', 'sun')}</p></section>`,
    OTHER.replace('moon', 'sun'),
    'comments',
  );
  removes('who wrote it, and when', '<div class="post-meta">By Una Desk</div>', '', 'By Una Desk', 'byline');
  removes(
    'what the page does not draw',
    '<p style="display:none">Unseen by anyone who reads it.</p>',
    '',
    'Unseen by anyone who reads it.',
    'widget',
  );

  it('is asked for: nothing is taken out', () => {
    const { blocks, removed } = read(page(story()), false);
    assert.deepEqual(removed, []);
    assert.ok(blocks.flatMap(wordsOfBlock).includes('Terms of use'));
  });

  it('is nothing in what was copied from within an article', () => {
    const { blocks, removed } = read(
      `<meta charset="utf-8"><!--StartFragment--><p>${SENTENCE}</p><ul><li>Brie</li></ul><!--EndFragment-->`,
    );
    assert.deepEqual(removed, []);
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['paragraph', 'list'],
    );
  });
});

describe('a page that is made to break its reader', () => {
  const reads = (says: string, html: string, holds: (reading: Reading) => boolean): void => {
    it(`is read: ${says}`, () => {
      const reading = read(html);
      const all = [reading.title, ...reading.blocks.flatMap(wordsOfBlock), ...reading.removed.map(({ text }) => text)];
      assert.ok(holds(reading) && all.join('').includes('moon'), all.join('|').slice(0, 300));
    });
  };
  reads('nested without end', `${'<div>'.repeat(5_000)}moon`, () => true);
  reads('formatted without end', `<p>${'<b><i>'.repeat(2_000)}moon`, () => true);
  reads('tables in tables', `${'<table><tr><td>'.repeat(2_000)}moon`, () => true);
  reads(
    'one paragraph as long as a book',
    `<p>${'The moon is cheese. '.repeat(30_000)}`,
    ({ blocks }) => blocks.length === 1,
  );

  it('is refused when it has more tags than anybody writes', () =>
    assert.throws(
      () => readFile({ file: new TextEncoder().encode('<p>'.repeat(100_000)), clean: true }, () => {}),
      Invalid,
    ));
});

describe('what a page says of its article', () => {
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebPage', name: 'x' },
      {
        '@type': ['NewsArticle'],
        headline: 'What the moon is made of',
        author: [{ '@type': 'Person', name: 'Una Desk' }, 'Ben Desk'],
        publisher: { name: 'The News' },
        datePublished: '2015-10-22T14:03:00+0200',
        dateModified: '2015-10-23',
      },
    ],
  });

  it('is read from its JSON-LD', () => {
    const html = page(story()).replace(
      '<title>',
      `<script type="application/ld+json">${data}</script><link rel="canonical" href="/moon"><title>`,
    );
    const { about, language } = read(html);
    assert.equal(language, 'en');
    assert.deepEqual(about, {
      byline: 'Una Desk, Ben Desk',
      outlet: 'The News',
      published: '2015-10-22T14:03:00+02:00',
      changed: '2015-10-23',
      address: 'https://news.example/moon',
    });
  });

  it('is read from its meta elements and its address', () => {
    const html = page(story())
      .replace('<html lang="en">', '<html dir="rtl">')
      .replace(
        '<title>',
        '<meta property="og:site_name" content="Al News"><meta name="author" content="Una"><meta property="og:locale" content="ar_EG"><title>',
      );
    const { about, language } = read(html);
    assert.equal(language, 'ar-EG');
    assert.deepEqual(about, { byline: 'Una', outlet: 'Al News', published: '2015-10-22', direction: 'rtl' });
  });

  it('is the article itself where the page draws it with a script only', () => {
    const html = `<html><head><script type="application/ld+json">${JSON.stringify({ '@type': 'Article', headline: 'The moon', articleBody: `${SENTENCE}\n\n${OTHER}` })}</script></head><body><div id="app"></div></body></html>`;
    const { title, blocks } = read(html);
    assert.equal(title, 'The moon');
    assert.deepEqual(
      blocks.map((block) => wordsOfBlock(block)[0]),
      [SENTENCE, OTHER],
    );
  });
});

describe('the title of a page', () => {
  const is = (says: string, html: string, title: string): void => {
    it(`is ${says}`, () => assert.equal(read(html).title, title));
  };
  const around = (head: string, body: string): string =>
    `<html><head>${head}</head><body><main>${body}${story()}</main></body></html>`;
  is(
    'its only first heading, though the page names itself otherwise',
    around('<title>Moon: buy or lease? What pays</title>', '<h1>Cheese from above: whom it feeds</h1>'),
    'Cheese from above: whom it feeds',
  );
  is(
    'read where it stands behind the head by mistake',
    '<html><head><div>x</div><title>What the moon is made of</title></head><body><svg><title>Star</title></svg></body></html>',
    'What the moon is made of',
  );
});

describe('a day on a page', () => {
  const is = (text: string, expected: string | undefined, monthFirst = false): void => {
    it(`${text} is ${expected ?? 'none'}`, () => assert.equal(dayIn(text, monthFirst), expected));
  };
  is('2015-10-22', '2015-10-22');
  is('2015-10-22T14:03:00.123+0200', '2015-10-22T14:03:00+02:00');
  is('22. Oktober 2015, 14:03 Uhr', '2015-10-22');
  is('Publié le 3 août 2019', '2019-08-03');
  is('Oct. 22nd, 2015', '2015-10-22');
  is('22 de octubre de 2015', '2015-10-22');
  is('22 октября 2015', '2015-10-22');
  is('2015年10月22日', '2015-10-22');
  is('22.10.2015', '2015-10-22');
  is('10/22/2015', '2015-10-22');
  is('3/4/2015', '2015-04-03');
  is('3/4/2015', '2015-03-04', true);
  is('20151022', '2015-10-22');
  is('80 percent', undefined);
  is('99.99.2015', undefined);
  it('may stand in its address', () =>
    assert.equal(dayInAddress('https://x.example/2015/10/22/moon.html'), '2015-10-22'));
});

describe('a page as bytes', () => {
  const decodes = (says: string, bytes: Uint8Array | readonly number[], charset: string, expected: string): void => {
    it(`is ${says}`, () => assert.equal(decodeHtml(Uint8Array.from(bytes), charset), expected));
  };
  decodes(
    'UTF-8 where it is that, whatever it says of itself',
    Buffer.from('<meta charset="gb2312">月é'),
    '',
    '<meta charset="gb2312">月é',
  );
  decodes(
    'in the character set that it names',
    [...Buffer.from('<meta charset=windows-1251>'), 0xeb, 0xf3],
    '',
    '<meta charset=windows-1251>лу',
  );
  decodes(
    'in the one that its site names, before',
    [...Buffer.from('<meta charset=windows-1251>'), 0xe9],
    'iso-8859-1',
    '<meta charset=windows-1251>é',
  );
  decodes('of Windows where nothing is said', [0x43, 0xe9], 'no-such-set', 'Cé');
});
