import assert from 'node:assert/strict';
import { readHtml } from '../../../server/import/html/html-reader.ts';
import type { Reading } from '../../../server/import/reading.ts';

const read = (html: string): Reading => readHtml(html, '', true, () => {});

const ITEM = `style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'`;
const drawn = (mark: string): string =>
  `<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>`;

/** As Word puts it on the clipboard. */
const wordPage = (body: string): string => `<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Font Definitions */ p.MsoNormal {margin:0cm;} --></style></head>
<body lang=EN-GB><!--StartFragment--><p class=MsoTitle>Council opens the old bridge<o:p></o:p></p>${body}<!--EndFragment--></body></html>`;

const LAST = '<p class=MsoNormal>The council has not published the report that it promised in spring.<o:p></o:p></p>';

describe('what was copied from Word', () => {
  it('has its title, paragraphs, emphasis and headings, and nothing of how it looked', () => {
    const { title, blocks, removed } = read(
      wordPage(
        `<p class=MsoNormal><span lang=EN-GB>It opened on <b>Tuesday</b> after two years of repairs.<o:p></o:p></span></p>
<h2>What it carries<o:p></o:p></h2><p class=MsoNormal><o:p>&nbsp;</o:p></p>${LAST}`,
      ),
    );
    assert.equal(title, 'Council opens the old bridge');
    assert.deepEqual(blocks, [
      {
        kind: 'paragraph',
        text: 'It opened on Tuesday after two years of repairs.',
        spans: [{ mark: 'strong', from: 13, to: 20 }],
      },
      { kind: 'heading', level: 2, text: 'What it carries' },
      { kind: 'paragraph', text: 'The council has not published the report that it promised in spring.' },
    ]);
    assert.deepEqual(removed, []);
  });

  it('has its lists as lists, without the marks that were drawn before the items', () => {
    const { blocks } = read(
      wordPage(
        `<p class=MsoListParagraphCxSpFirst ${ITEM}>${drawn('·')}8,000 cars a day<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast ${ITEM}>${drawn('·')}two trams<o:p></o:p></p>${LAST}
<p class=MsoListParagraph ${ITEM}>${drawn('1.')}the first<o:p></o:p></p>`,
      ),
    );
    assert.deepEqual(
      blocks.map((block) => (block.kind === 'list' ? [block.ordered, block.items] : block.kind)),
      [[false, ['8,000 cars a day', 'two trams']], 'paragraph', [true, ['the first']]],
    );
  });

  it('has no mark of a comment in its words, and lists the comment', () => {
    const { blocks, removed } = read(
      wordPage(
        `<p class=MsoNormal>It cost <a style='mso-comment-reference:UK_1'>12 million euros</a><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[UK1]</a><span style='mso-special-character:comment'>&nbsp;</span></span>.<o:p></o:p></p>${LAST}
<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div class=msocomtxt><p class=MsoCommentText><span class=MsoCommentReference><a href="#_msoanchor_1" class=msocomoff>[UK1]</a></span>Which budget?<o:p></o:p></p></div></div></div>`,
      ),
    );
    assert.equal(blocks[0]?.kind === 'paragraph' && blocks[0].text, 'It cost 12 million euros.');
    assert.deepEqual(
      removed.map(({ text }) => text),
      ['[UK1]Which budget?'],
    );
  });

  it('never mixes what a tracked change took out with what it put in, and lists it (T10)', () => {
    const { blocks, removed } = read(
      wordPage(
        `<p class=MsoNormal>It carried <del cite="mailto:Una" datetime="2026-05-01T12:00">7,000</del><ins cite="mailto:Una" datetime="2026-05-01T12:00">8,000</ins> cars a day.<o:p></o:p></p>${LAST}`,
      ),
    );
    assert.equal(blocks[0]?.kind === 'paragraph' && blocks[0].text, 'It carried 8,000 cars a day.');
    assert.deepEqual(removed, [{ text: '7,000', reason: 'hidden', before: 0 }]);
  });
});

describe('what was copied from Google Docs', () => {
  it('has its title, emphasis, links, lists and tables', () => {
    const { title, blocks } = read(
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-7d1b3a5e-7fff"><h1 dir="ltr"><span style="font-size:20pt;font-weight:400;">Council opens the old bridge</span></h1><p dir="ltr"><span style="font-weight:400;font-style:normal;">It opened on </span><span style="font-weight:700;">Tuesday</span><span style="font-style:italic;"> after two years</span><span> of repairs that cost </span><a href="https://example.org/budget" style="text-decoration:none;"><span style="color:#1155cc;">12 million euros</span></a><span>.</span></p><br /><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>8,000 cars a day</span></p></li><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>two trams</span></p></li></ul><div dir="ltr"><table><tbody><tr><td><p dir="ltr"><span>Year</span></p></td><td><p dir="ltr"><span>Cars</span></p></td></tr><tr><td><p dir="ltr"><span>2025</span></p></td><td><p dir="ltr"><span>8,000</span></p></td></tr></tbody></table></div><p dir="ltr"><span>The council has not published the report that it promised in spring.</span></p></b><br class="Apple-interchange-newline">`,
    );
    assert.equal(title, 'Council opens the old bridge');
    assert.deepEqual(blocks.slice(0, 3), [
      {
        kind: 'paragraph',
        text: 'It opened on Tuesday after two years of repairs that cost 12 million euros.',
        spans: [
          { mark: 'strong', from: 13, to: 20 },
          { mark: 'em', from: 20, to: 36 },
          { mark: 'link', href: 'https://example.org/budget', from: 58, to: 74 },
        ],
      },
      { kind: 'list', ordered: false, items: ['8,000 cars a day', 'two trams'] },
      {
        kind: 'table',
        rows: [
          [{ text: 'Year' }, { text: 'Cars' }],
          [{ text: '2025' }, { text: '8,000' }],
        ],
      },
    ]);
  });
});
