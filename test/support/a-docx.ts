import { aZip, type Zipped } from './a-zip.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A run of words. */
export const words = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** Words that somebody suggests to put in. */
export const added = (text: string, by: string, at = '2026-01-02T03:04:00Z'): string =>
  `<w:ins w:id="90" w:author="${escaped(by)}" w:date="${at}">${words(text)}</w:ins>`;

/** Words that somebody suggests to take out. */
export const deleted = (text: string, by: string, at = '2026-01-02T03:04:00Z'): string =>
  `<w:del w:id="91" w:author="${escaped(by)}" w:date="${at}"><w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r></w:del>`;

/** Where a comment begins and ends. */
export const from = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
export const to = (id: number): string =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

/** The mark of a footnote. */
export const note = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

/** A paragraph; text alone is one run. */
export const p = (content: string, style = '', properties = ''): string =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr>${content.startsWith('<') || content === '' ? content : words(content)}</w:p>`;

/** The paragraph property of an item of a list. */
export const item = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** A table of texts. */
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell === '' ? '<w:p/>' : p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A comment; `answers` is the id of the one that it answers. */
export interface AComment {
  readonly id: number;
  readonly by: string;
  readonly text: string;
  readonly answers?: number;
  readonly resolved?: boolean;
}

const AT = '2026-03-04T05:06:00Z';
const paragraphId = (id: number): string => (0x1000 + id).toString(16).padStart(8, '0');

const STYLES = `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
${[
  ['Title', 'Title'],
  ['berschrift1', 'heading 1'],
  ['berschrift2', 'heading 2'],
  ['Zitat', 'Quote'],
  ['Bildunterschrift', 'caption'],
]
  .map(([id, name]) => `<w:style w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join('')}</w:styles>`;

const level = (at: number, format: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`;

const NUMBERING = `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0">${level(0, 'bullet')}${level(1, 'bullet')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'decimal')}${level(1, 'decimal')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

const relations = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${R}/${type}" Target="${escaped(target)}"/>`)
    .join('')}</Relationships>`;

/** What a Word file holds beside its text. */
export interface Beside {
  readonly comments?: readonly AComment[];
  readonly footnotes?: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
}

/** The files in a Word file. */
export const docxFiles = (
  body: string,
  { comments = [], footnotes = [], links = {} }: Beside = {},
): readonly Zipped[] => [
  { name: '_rels/.rels', data: relations([['r1', 'officeDocument', 'word/document.xml']]) },
  {
    name: 'word/_rels/document.xml.rels',
    data: relations([
      ...['styles', 'numbering', 'comments', 'commentsExtended', 'footnotes'].map((type): [string, string, string] => [
        `r-${type}`,
        type,
        `${type}.xml`,
      ]),
      ...Object.entries(links).map(([id, address]): [string, string, string] => [id, 'hyperlink', address]),
    ]),
  },
  { name: 'word/styles.xml', data: STYLES },
  { name: 'word/numbering.xml', data: NUMBERING },
  {
    name: 'word/comments.xml',
    data: `<w:comments xmlns:w="${W}" xmlns:w14="${W14}">${comments
      .map(
        ({ id, by, text }) =>
          `<w:comment w:id="${id}" w:author="${escaped(by)}" w:date="${AT}">${text
            .split('\n')
            .map((line) => `<w:p w14:paraId="${paragraphId(id)}">${words(line)}</w:p>`)
            .join('')}</w:comment>`,
      )
      .join('')}</w:comments>`,
  },
  {
    name: 'word/commentsExtended.xml',
    data: `<w15:commentsEx xmlns:w15="${W15}">${comments
      .map(({ id, answers, resolved }) => {
        const parent = answers === undefined ? '' : ` w15:paraIdParent="${paragraphId(answers)}"`;
        return `<w15:commentEx w15:paraId="${paragraphId(id)}"${parent} w15:done="${resolved ? 1 : 0}"/>`;
      })
      .join('')}</w15:commentsEx>`,
  },
  {
    name: 'word/footnotes.xml',
    data: `<w:footnotes xmlns:w="${W}">${footnotes
      .map((text, at) => `<w:footnote w:id="${at + 1}">${p(text)}</w:footnote>`)
      .join('')}</w:footnotes>`,
  },
  {
    name: 'word/document.xml',
    data: `<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}</w:body></w:document>`,
  },
];

/** A Word file with a text, given as the paragraphs and tables of its body. */
export const aDocx = (body: string, beside?: Beside): Uint8Array<ArrayBuffer> => aZip(docxFiles(body, beside));
