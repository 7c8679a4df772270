import type { Node } from 'prosemirror-model';
import { type Lit, LitText, litClaims } from './lit-text.ts';
import { html, type Markup, type Piece } from './markup.ts';
import type { Report } from './report.ts';

type Write = (node: Node, inner: Piece) => Markup;

const cell =
  (tag: 'td' | 'th'): Write =>
  ({ attrs }, inner) => {
    const span = html`colspan="${Number(attrs.colspan)}" rowspan="${Number(attrs.rowspan)}"`;
    return tag === 'td' ? html`<td ${span}>${inner}</td>` : html`<th ${span}>${inner}</th>`;
  };

// The title of the article is the first heading of the page, that of the article's part the second.
const headings: readonly ((inner: Piece) => Markup)[] = [
  (inner) => html`<h3 dir="auto">${inner}</h3>`,
  (inner) => html`<h4 dir="auto">${inner}</h4>`,
  (inner) => html`<h5 dir="auto">${inner}</h5>`,
  (inner) => html`<h6 dir="auto">${inner}</h6>`,
];

/** How each kind of block is written; a picture is never fetched, so its place is taken by what it shows. */
const BLOCKS: Readonly<Record<string, Write>> = {
  title: (_, inner) => html`<h1 dir="auto">${inner}</h1>`,
  paragraph: (_, inner) => html`<p dir="auto">${inner}</p>`,
  credit: (_, inner) => html`<p class="credit" dir="auto">${inner}</p>`,
  heading: ({ attrs }, inner) => (headings[Math.min(Number(attrs.level) - 2, 3)] ?? headings[3]!)(inner),
  blockquote: (_, inner) => html`<blockquote>${inner}</blockquote>`,
  bullet_list: (_, inner) => html`<ul>${inner}</ul>`,
  ordered_list: ({ attrs }, inner) => html`<ol start="${Number(attrs.start)}">${inner}</ol>`,
  list_item: (_, inner) => html`<li>${inner}</li>`,
  figure: ({ attrs }, inner) =>
    html`<figure>${String(attrs.alt) !== '' && html`<p class="picture" dir="auto">${String(attrs.alt)}</p>`}${inner}</figure>`,
  caption: (_, inner) => html`<figcaption dir="auto">${inner}</figcaption>`,
  table: (_, inner) => html`<div class="wide" tabindex="0"><table><tbody>${inner}</tbody></table></div>`,
  table_row: (_, inner) => html`<tr>${inner}</tr>`,
  table_cell: cell('td'),
  table_header: cell('th'),
  horizontal_rule: () => html`<hr>`,
};

const blockOf = (text: LitText, node: Node, at: number): Markup => {
  const write = BLOCKS[node.type.name];
  if (!write) throw new Error(`a page has no way to write "${node.type.name}"`);
  if (node.isTextblock) return write(node, text.write(node, at + 1));
  const inner: Piece[] = [];
  node.forEach((child, offset) => {
    inner.push(blockOf(text, child, at + 1 + offset));
  });
  return write(node, inner);
};

/** What a block's claims came to, beside it for the eye: their numbers in the text say the same. */
const beside = (lit: readonly Lit[]): Piece =>
  lit.length > 0 &&
  html`<ul class="beside" aria-hidden="true">${lit.map(
    ({ shown: { claim, number, label, look } }) =>
      html`<li><a class="outcome ${look}" href="#claim-${claim.id}" tabindex="-1"><span>${number}</span> <bdi>${label}</bdi></a></li>`,
  )}</ul>`;

/** The article with its claims lit: the title, and its blocks, each with what its claims came to beside it. */
export const articleText = (report: Report): { readonly title: Piece; readonly blocks: readonly Piece[] } => {
  const { doc } = report.edition.article;
  const lit = litClaims(report);
  const text = new LitText(report, lit);
  const blocks: Piece[] = [];
  doc.forEach((node, at) => {
    const begun = lit.filter(({ from }) => from >= at && from < at + node.nodeSize);
    const block = blockOf(text, node, at);
    blocks.push(node.type.name === 'title' ? block : html`<div class="block">${block}${beside(begun)}</div>`);
  });
  const [title, ...rest] = blocks;
  return { title, blocks: rest };
};
