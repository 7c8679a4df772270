import { parse } from 'parse5';
import { isRead, type PageNode } from './page-tree.ts';

/** What stands on lines of its own. */
const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset'],
  ...['figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main'],
  ...['menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul', 'br'],
]);

const CELLS = new Set(['td', 'th']);

/** The pieces of a page's text in their order, a line end before and after each block. Not by recursion: pages nest as deep as they like. */
const piecesOf = (root: PageNode): readonly string[] => {
  const pieces: string[] = [];
  const waiting: (PageNode | string)[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') pieces.push(node);
    else if ('value' in node) pieces.push(node.value.replaceAll(/\s+/g, ' '));
    else if ('childNodes' in node) {
      if ('tagName' in node && !isRead(node)) continue;
      const name = 'tagName' in node ? node.tagName : '';
      const edge = BLOCKS.has(name) ? '\n' : CELLS.has(name) ? '\t' : '';
      waiting.push(edge, ...node.childNodes.toReversed(), edge);
    }
  }
  return pieces;
};

/** The words of a page as it is read: a block a line, cells with a tab between them. */
const textOfHtml = (html: string): string =>
  piecesOf(parse(html))
    .join('')
    .split('\n')
    .map((line) =>
      line
        .replaceAll(/ *\t[\t ]*/g, '\t')
        .replaceAll(/ +/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');

const decoderOf = (label: string): TextDecoder | undefined => {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** The character set that a page itself names near its beginning (HTML, "prescan a byte stream"). */
const namedIn = (bytes: Uint8Array): string =>
  /<meta[^>]+charset\s*=\s*["']?([\w:-]+)/i.exec(Buffer.from(bytes.subarray(0, 1_024)).toString('latin1'))?.[1] ?? '';

const HTML = new Set(['text/html', 'application/xhtml+xml']);

/** Whether a media type is that of pages. */
export const isHtml = (mediaType: string): boolean => HTML.has(mediaType);

/** A file of text as it is written, in the character set of the site, else the one it names itself. */
export const decoded = (mediaType: string, charset: string, bytes: Uint8Array): string =>
  (decoderOf(charset || (isHtml(mediaType) && namedIn(bytes)) || 'utf-8') ?? new TextDecoder()).decode(bytes);

/** What can be read in a file of text, with line ends as `\n`. */
export const readableText = (mediaType: string, charset: string, bytes: Uint8Array): string => {
  const text = decoded(mediaType, charset, bytes);
  return isHtml(mediaType) ? textOfHtml(text) : text.replaceAll(/\r\n?/g, '\n');
};
