import assert from 'node:assert/strict';
import { clockIn, dayIn, dayInAddress } from '../../../server/import/html/days.ts';
import { readHtml } from '../../../server/import/html/html-reader.ts';

const SENTENCE =
  'The council of the valley has counted its sheep for the third time this year, and it has found two more than before.';
const OTHER =
  'Nobody in the village could say where they had come from, and the shepherd did not want to be asked a second time.';
const STORY = `<p>${SENTENCE}</p><p>${OTHER}</p><p>${OTHER.replace('second', 'third')}</p>`;

const read = (head: string, body: string, address = '') =>
  readHtml(`<html><head>${head}</head><body>${body}</body></html>`, address, true, () => {});

describe('the title of a page', () => {
  const is = (says: string, head: string, body: string, title: string): void => {
    it(`is ${says}`, () => assert.equal(read(head, body).title, title));
  };
  is(
    'not the name of the site, though that is its only first heading',
    '<meta property="og:site_name" content="Valley Post"><meta property="og:title" content="Valley Post"><title>Valley Post</title>',
    `<h1>Valley Post</h1><main><div class="title"><p>Two sheep too many</p></div>${STORY}</main>`,
    'Two sheep too many',
  );
  is(
    'without what the page calls the way to its front page',
    '<title>Two sheep too many | Post of the Valley | News</title>',
    `<a href="/">Post of the Valley</a><a href="/index.html">News</a><main>${STORY}</main>`,
    'Two sheep too many',
  );
  is(
    'without the section that the page says it stands in',
    '<meta name="category" content="Valley news"><meta property="og:site_name" content="Post"><title>Two sheep too many - Valley news | Post</title>',
    `<main>${STORY}</main>`,
    'Two sheep too many',
  );
  is(
    'without its section behind a dash alone, in letters that make no words with one',
    '<meta name="content_category" content="정치"><meta property="og:site_name" content="한국"><title>양이 두 마리 너무 많다-정치ㅣ한국</title>',
    `<main>${STORY}</main>`,
    '양이 두 마리 너무 많다',
  );
  is(
    'with the whole of a word that ends as its section is called',
    '<meta property="article:section" content="Farming"><meta property="og:site_name" content="Post"><title>What comes of sheep-farming | Post</title>',
    `<main>${STORY}</main>`,
    'What comes of sheep-farming',
  );
  is(
    'without the address that the site goes by',
    '<title>valleypost.example | Sheep counted</title>',
    `<main>${STORY}</main>`,
    'Sheep counted',
  );
  is(
    'kept where links to the front page and the program are called the same',
    '<meta name="application-name" content="Two sheep too many in the valley"><title>Two sheep too many in the valley</title>',
    `<h1>post back to home</h1><a href="/" title="Two sheep too many in the valley">x</a><main><h1>Two sheep too many in the valley</h1>${STORY}</main>`,
    'Two sheep too many in the valley',
  );
  is(
    'the heading that stands beside the name of its series, which leads elsewhere',
    '<title>The daily sheep --wether</title>',
    `<h2><a href="/sheep/">The daily sheep</a></h2><main><h3>wether</h3>${STORY}</main>`,
    'wether',
  );
  is(
    'in full where the page names it cut',
    '<meta property="og:title" content="Two sheep too many in the valley of…"><title>Post</title>',
    `<h2>Other news of the week</h2><main><h2>Two sheep too many in the valley of the river</h2>${STORY}</main>`,
    'Two sheep too many in the valley of the river',
  );
  is(
    'the line that a class calls the headline, whatever the page says in its data',
    '<title>The valley has 412 of them by now</title>',
    `<div class="plp-headline">Two sheep too many in the valley</div><main>${STORY}</main>`,
    'Two sheep too many in the valley',
  );
  is(
    'no line of another thing that a class calls a headline',
    '<title>The valley has 412 of them by now</title>',
    `<main><div class="sub-headline">What the council had to say of it</div>${STORY}</main>
     <div class="box-headline">The wolf is back in the hills</div><div class="box-headline">The river is rising again</div>`,
    'The valley has 412 of them by now',
  );
  is(
    'the heading with which a longer one begins',
    '<title>Sheep of the week 9 - Dolly and her friends</title>',
    `<h1>Farming</h1><main><h2>Sheep of the week 9</h2><h3>Dolly and her friends</h3>${STORY}</main>`,
    'Sheep of the week 9',
  );
  is(
    'the heading above the text where the page names only a part of its site',
    '<title>Farming</title>',
    `<main><h6>Two sheep too many in the valley</h6><p>By Ann Lee</p>${STORY}</main>`,
    'Two sheep too many in the valley',
  );
  is(
    'what it names, before a heading that is one word',
    '<title>Counting sheep</title>',
    `<h1>Lorem</h1>${STORY}`,
    'Counting sheep',
  );
  it('leaves the heading in the text that it is not', () => {
    const { blocks } = read('<title>Counting sheep</title>', `<h1>Lorem</h1>${STORY}`);
    assert.ok(blocks.some((block) => block.kind === 'heading' && block.text === 'Lorem'));
  });
});

describe('the day of a page', () => {
  const H1 = '<h1>Two sheep too many</h1>';
  const on = (says: string, head: string, body: string, published: string | undefined, changed?: string): void => {
    it(`is ${says}`, () => {
      const { about } = read(`<title>Two sheep too many</title>${head}`, body);
      assert.equal(about?.published, published);
      assert.equal(about?.changed, changed);
    });
  };
  on(
    'beside the headline, not that of a teaser',
    '',
    `<div class="related"><p>3 May 2021</p></div><ul><li>Wool is dear 4 May 2021</li></ul><main>${H1}<p>5 May 2021</p>${STORY}</main>`,
    '2021-05-05',
  );
  on(
    'not that of the picture',
    '',
    `<main>${H1}<figure><img src="x"><figcaption>Sheep, 3 May 2021</figcaption></figure><p>Date 5 May 2021</p>${STORY}</main>`,
    '2021-05-05',
  );
  on(
    'the one called so, and the other is that of its change',
    '',
    `<main>${H1}<p>Last updated 9 May 2021, originally published 5 May 2021</p>${STORY}</main>`,
    '2021-05-05',
    '2021-05-09',
  );
  on(
    'that of its change, where no other is written',
    '',
    `<main>${H1}<p>Aktualisiert am 9. Mai 2021</p>${STORY}</main>`,
    '2021-05-09',
    undefined,
  );
  on('in the place line', '', `<main>${H1}<p>Moss, (5.5.2021). ${SENTENCE}</p>${STORY}</main>`, '2021-05-05');
  on(
    'a part of the title',
    '<meta property="og:title" content="Two sheep too many | Post | 05.05.2021">',
    STORY,
    '2021-05-05',
  );
  on(
    'the one that its programs know',
    '',
    `<main>${H1}${STORY}</main><script>var a = {"publishedAt": "2021-05-05T10:00:00Z"};</script>`,
    '2021-05-05T10:00:00Z',
  );
  on(
    'where the outlet is, by its clock',
    '<meta property="article:published_time" content="2021-05-06T02:25:54Z">',
    `<main>${H1}<p>May 5, 2021 | 9:25pm</p>${STORY}</main>`,
    '2021-05-05T21:25:54-05:00',
  );
  on(
    'where the outlet is, the day alone without a clock',
    '<meta property="article:published_time" content="2021-05-06T02:25:54Z">',
    `<main>${H1}<p>May 5, 2021</p>${STORY}</main>`,
    '2021-05-05',
  );
  on(
    'as its data says, where another day is written than the one before or after',
    '<meta property="article:published_time" content="2021-05-06T02:25:54Z">',
    `<main>${H1}<p>May 1, 2021</p>${STORY}</main>`,
    '2021-05-06T02:25:54Z',
  );
  on(
    'not that of the comments',
    '',
    `<main>${H1}${STORY}</main><div class="comments"><time datetime="2022-01-01">1 January 2022</time><p>3 January 2022</p></div>`,
    undefined,
  );
  on(
    'none in a sentence',
    '',
    `<main>${H1}<p>On 5 May 2021 the sheep of the valley were counted, and all of them were there, said Ann.</p>${STORY}</main>`,
    undefined,
  );

  const written = (text: string, expected: string | undefined): void => {
    it(`${text} is ${expected ?? 'none'}`, () => assert.equal(dayIn(text), expected));
  };
  written('2015-5-7 22:17:36', '2015-05-07T22:17:36');
  written('7 de março de 2015', '2015-03-07');
  written('7 sierpnia 2015', '2015-08-07');
  written('7. července 2015', '2015-07-07');
  written('7. června 2015', '2015-06-07');
  written('7 Μαΐου 2015', '2015-05-07');
  written('7 жовтня 2015', '2015-10-07');
  written('2015. augusztus 7.', '2015-08-07');
  written('7 أغسطس 2015', '2015-08-07');
  it('may begin the long number of an address', () =>
    assert.equal(dayInAddress('https://x.example/news/A2026012914320005196'), '2026-01-29'));
  it('is not that of the copy in an archive', () =>
    assert.equal(dayInAddress('https://archive.example/web/20130307194448/http://x.example/sheep'), undefined));
  it('has a time of day', () => {
    assert.equal(clockIn('May 5, 2021 | 9:25pm'), 21 * 60 + 25);
    assert.equal(clockIn('05.05.2021, 14.05 Uhr'), 14 * 60 + 5);
    assert.equal(clockIn('12:05 a.m.'), 5);
    assert.equal(clockIn('05.05.2021'), undefined);
  });
});
