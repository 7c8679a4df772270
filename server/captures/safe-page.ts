import { hash } from 'node:crypto';
import { html as markup, parse } from 'parse5';
import { PAGE_STYLE } from './page-style.ts';
import { isRead, type PageElement, type PageNode } from './page-tree.ts';

/** The elements that a page keeps; of any other only what is in it stays. */
const KEPT = new Set([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'section', 'article', 'header', 'footer', 'main', 'nav', 'aside'],
  ...['address', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'pre', 'br', 'hr', 'wbr'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
  ...[
    'a',
    'span',
    'em',
    'strong',
    'b',
    'i',
    'u',
    's',
    'sub',
    'sup',
    'small',
    'mark',
    'q',
    'cite',
    'abbr',
    'time',
    'code',
  ],
  ...['ins', 'del', 'bdi', 'bdo', 'ruby', 'rt', 'rp'],
]);

const EMPTY = new Set(['br', 'hr', 'wbr', 'img']);

const NUMBER = /^\d{1,3}$/;

/** The attributes that an element keeps, with what they may say: none leads anywhere, and none styles or runs anything. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  dir: /^(ltr|rtl|auto)$/i,
  lang: /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i,
  colspan: NUMBER,
  rowspan: NUMBER,
  start: /^-?\d{1,6}$/,
  scope: /^(row|col|rowgroup|colgroup)$/i,
};

/** Pictures that are in the page itself; drawings are left out, since they are pages of their own. */
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z\d+/=\s]+$/i;

const PICTURES = 5_000_000;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"\u00a0]/g, (character) => ESCAPES[character] ?? '');

const attributesOf = (element: PageElement): string =>
  element.attrs
    .filter(({ name, value }) => Object.hasOwn(ATTRIBUTES, name) && ATTRIBUTES[name]?.test(value))
    .map(({ name, value }) => ` ${name}="${escaped(value)}"`)
    .join('');

const attribute = (element: PageElement, wanted: string): string =>
  element.attrs.find(({ name }) => name === wanted)?.value ?? '';

const isElement = (node: PageNode): node is PageElement => 'tagName' in node;

/** Writes the elements and words of a page that may stay. Not by recursion: pages nest as deep as they like. */
const written = (root: PageNode): string => {
  const pieces: string[] = [];
  let pictures = 0;
  const waiting: (PageNode | string)[] = [root];
  const enter = (element: PageElement): void => {
    const { tagName, namespaceURI } = element;
    if (!isRead(element)) return;
    const isKept = KEPT.has(tagName) && namespaceURI === markup.NS.HTML;
    if (isKept) pieces.push(`<${tagName}${attributesOf(element)}>`);
    if (isKept && !EMPTY.has(tagName)) waiting.push(`</${tagName}>`);
    waiting.push(...element.childNodes.toReversed());
  };
  const picture = (element: PageElement): void => {
    const source = attribute(element, 'src');
    if (isRead(element) && PICTURE.test(source) && pictures + source.length <= PICTURES) {
      pictures += source.length;
      pieces.push(`<img src="${source}" alt="${escaped(attribute(element, 'alt'))}">`);
    }
  };
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') pieces.push(node);
    else if (isElement(node)) (node.tagName === 'img' ? picture : enter)(node);
    else if ('value' in node) pieces.push(escaped(node.value));
    else if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
  return pieces.join('');
};

/**
 * A page as something to look at: its headings, lists, tables, quotes and words, and the pictures that are in the page itself. Nothing in it
 * runs, leads anywhere or is fetched; its words are those of its readable text, in their order.
 */
export const safePage = (html: string): string => {
  const document = parse(html);
  const root = document.childNodes.find(isElement);
  const attributes = root ? attributesOf(root) : '';
  return (
    `<!doctype html><html${attributes}><head><meta charset="utf-8"><meta name="color-scheme" content="light">` +
    `<title></title><style>${PAGE_STYLE}</style></head><body>${written(document)}</body></html>`
  );
};

/** What a browser lets such a page do: be looked at in a page of ours, in our own style (CSP Level 3). */
export const SAFE_PAGE_POLICY = [
  'sandbox allow-same-origin',
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', PAGE_STYLE, 'base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');
