import assert from 'node:assert/strict';
import { pageDetails } from '../../../server/captures/page-details.ts';
import { type PageDetails, proposedFields } from '../../../shared/page-details.ts';
import type { Source } from '../../../shared/source.ts';

const ld = (...things: readonly object[]): string =>
  `<script type="application/ld+json">${JSON.stringify(things.length === 1 ? things[0] : { '@graph': things })}</script>`;

const CASES: readonly (readonly [says: string, html: string, found: PageDetails])[] = [
  [
    'JSON-LD of a news report before all else',
    `<html lang="en-GB"><title>Moon | Paper</title><meta property="og:title" content="Moon!"><meta name=author content="Web desk">${ld(
      { '@type': 'WebPage', name: 'A page' },
      {
        '@type': ['NewsArticle'],
        headline: 'No  cheese\non the moon',
        author: [
          { '@type': 'Person', name: 'Ada Stein' },
          { name: 'Ben Ito' },
          { '@type': 'NewsMediaOrganization', name: 'Wire' },
        ],
        publisher: { '@type': 'Organization', name: 'The Paper' },
        datePublished: '2026-03-02T23:30:00-05:00',
      },
    )}`,
    {
      title: 'No cheese on the moon',
      kind: 'report',
      publisher: 'The Paper',
      people: ['Ada Stein', 'Ben Ito'],
      date: '2026-03-02',
      language: 'en-GB',
    },
  ],
  [
    'OpenGraph and plain meta',
    `<meta property="og:title" content="Mond"><meta property="og:site_name" content="Die Zeitung"><meta property="og:locale" content="de_DE">
     <meta name="author" content="Von Ada Stein, Ben Ito und Cho Wu"><meta property="article:published_time" content="2026-03-02T08:00:00Z">`,
    {
      title: 'Mond',
      publisher: 'Die Zeitung',
      people: ['Ada Stein', 'Ben Ito', 'Cho Wu'],
      date: '2026-03-02',
      language: 'de-DE',
    },
  ],
  [
    'Highwire of a study',
    `<meta name="citation_title" content="Lunar dairy"><meta name="citation_doi" content="10.1/x"><meta name="citation_author" content="Stein, Ada">
     <meta name="citation_author" content="Ito, Ben"><meta name="citation_journal_title" content="Moon Letters"><meta name="citation_publication_date" content="2025/7">`,
    {
      title: 'Lunar dairy',
      kind: 'study',
      publisher: 'Moon Letters',
      people: ['Ada Stein', 'Ben Ito'],
      date: '2025-07',
    },
  ],
  ['the title of a bare page', '<title>\n The  moon </title>', { title: 'The moon' }],
  ['nothing of an empty one', '', {}],
  [
    'nothing of what is not what it should be',
    `<html lang="?!"><meta name=date content="soon"><meta name=author content="https://facebook.example/ada"><script type="application/ld+json">{"@type": "NewsArticle", </script>
     ${ld({ '@type': 'NewsArticle', headline: 7, author: null, datePublished: '2026-02-31', publisher: { name: ['x'] } })}`,
    { kind: 'report' },
  ],
  [
    'a name that stands last name first, as it is said',
    '<meta name=author content="Stein, Ada">',
    { people: ['Ada Stein'] },
  ],
  [
    'a name with what follows it',
    '<meta name=citation_author content="Ada Stein, Jr.">',
    { people: ['Ada Stein, Jr.'] },
  ],
  ['a compact day', '<meta name="dc.date" content="20260302">', { date: '2026-03-02' }],
];

describe('what a page says of itself', () => {
  for (const [says, html, found] of CASES) it(`is ${says}`, () => assert.deepEqual(pageDetails(html).details, found));

  it('is as long as a field may be', () => {
    const { title = '', people = [] } = pageDetails(
      `<title>${'moon '.repeat(500)}</title>${'<meta name=citation_author content="Ada Stein 1">'.repeat(50)}`,
    ).details;
    assert.deepEqual([title.length <= 500, people.length], [true, 1]);
  });

  it('is read of a page that nests as deep as it likes', () => {
    assert.equal(pageDetails(`<title>Moon</title>${'<div>'.repeat(20_000)}`).details.title, 'Moon');
  });

  it('has the address that it gives as its own, on its site and not the front page', () => {
    const of = (href: string) =>
      pageDetails(`<link rel="canonical" href="${href}">`, 'https://m.news.example/moon?id=7').canonical;
    assert.equal(of('https://www.news.example/moon'), 'https://www.news.example/moon');
    assert.equal(of('/moon'), 'https://m.news.example/moon');
    for (const href of ['https://other.example/moon', 'https://www.news.example/', 'javascript:alert(1)', ''])
      assert.equal(of(href), undefined, href);
  });

  it('is proposed for what nobody has typed, and for nothing else', () => {
    const source = { title: '', publisher: 'Typed', people: [], date: '', kind: 'page' } as unknown as Source;
    const details: PageDetails = { title: 'Moon', publisher: 'The Paper', people: ['Ada Stein'], kind: 'report' };
    assert.deepEqual(proposedFields(source, details), { title: 'Moon', people: ['Ada Stein'] });
    assert.deepEqual(proposedFields(source), {});
  });
});
