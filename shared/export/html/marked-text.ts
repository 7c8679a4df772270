import type { Node } from 'prosemirror-model';
import { webAddress } from '../web-address.ts';
import { html, type Markup, type Piece } from './markup.ts';

/** A link that leads out of the page; nothing is told to where it leads. */
export const linkTo = (href: string, inner: Piece): Markup =>
  html`<a class="out" href="${href}" rel="noopener noreferrer nofollow">${inner}</a>`;

/** An address as a link, where it is one of a page; else as it is. Its words turn nothing that stands beside them. */
export const addressLink = (address: string, words: Piece = html`<bdi dir="ltr">${address}</bdi>`): Piece => {
  const href = webAddress(address);
  return href === '' ? words : linkTo(href, words);
};

const tagOf = (name: string, inner: Piece): Markup => {
  if (name === 'em') return html`<em>${inner}</em>`;
  return name === 'strong' ? html`<strong>${inner}</strong>` : html`<code>${inner}</code>`;
};

/** A run of text with its emphasis, and with its link where that leads to a page. */
export const marked = (node: Node, text: string): { readonly piece: Piece; readonly isLink: boolean } => {
  const link = node.marks.find(({ type }) => type.name === 'link');
  const href = link ? webAddress(String(link.attrs.href)) : '';
  const piece = node.marks
    .filter(({ type }) => type.name !== 'link')
    .reduce<Piece>((inner, { type }) => tagOf(type.name, inner), text);
  return { piece: href === '' ? piece : linkTo(href, piece), isLink: href !== '' };
};
