import type { Node } from 'prosemirror-model';
import { rationaleOf, rationaleWords } from '../../rationale.ts';
import { marked } from './marked-text.ts';
import { html, type Markup, type Piece } from './markup.ts';
import type { Report, ShownClaim } from './report.ts';

const WRAPS: Readonly<Record<string, (inner: Piece) => Markup>> = {
  paragraph: (inner) => html`<p dir="auto">${inner}</p>`,
  bullet_list: (inner) => html`<ul>${inner}</ul>`,
  ordered_list: (inner) => html`<ol>${inner}</ol>`,
  list_item: (inner) => html`<li>${inner}</li>`,
};

const written = (node: Node): Piece => {
  if (node.isText) return marked(node, node.text ?? '').piece;
  if (node.type.name === 'hard_break') return html`<br>`;
  const wrap = WRAPS[node.type.name];
  return wrap ? wrap(node.children.map(written)) : node.children.map(written);
};

/** Text a line, each a paragraph. */
export const paragraphs = (text: string): Piece =>
  text.trim() !== '' && text.split(/\n+/).map((line) => line.trim() !== '' && html`<p dir="auto">${line}</p>`);

/** Why a claim is judged as it is, in its form; where nobody wrote it together, in the words that were signed. */
export const rationaleText = ({ edition }: Report, { main, outcome }: ShownClaim): Piece => {
  const rationale = rationaleOf(edition.article.rationales, main);
  if (rationaleWords(rationale) !== '') return written(rationale.doc);
  return paragraphs(outcome?.verdict.rationale ?? '');
};
