import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { isBlock, type Piece, type Run } from './pieces.ts';
import { childrenOf, isElement, type TreeNode, textIn } from './tree.ts';

const UNWRITTEN = new Set([
  'script',
  'style',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'noscript',
  'link',
]);
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'track', 'wbr', 'meta', 'base']);
const ATTRIBUTES = new Set([
  ...['class', 'id', 'role', 'rel', 'itemprop', 'itemtype', 'property', 'style', 'hidden', 'aria-hidden', 'aria-modal'],
  ...['href', 'type', 'src', 'alt', 'lang', 'dir', 'colspan', 'rowspan', 'summary', 'datatable'],
]);
const DEEPEST = 400;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A page written anew, without what nobody reads, every run of words in an element that says which pieces it is. */
const markedHtml = (root: TreeNode, runs: ReadonlyMap<TreeNode, readonly Run[]>): string => {
  const out: string[] = [];
  const write = (node: TreeNode, depth: number): void => {
    if ('value' in node && node.nodeName === '#text') {
      out.push(escaped(node.value));
      return;
    }
    if (!isElement(node)) {
      if (node.nodeName !== '#comment') writeChildren(node, depth);
      return;
    }
    if (UNWRITTEN.has(node.tagName)) return;
    if (depth > DEEPEST) {
      out.push(escaped(textIn(node)));
      return;
    }
    const own = runs.get(node);
    const isWhole = own?.length === 1 && own[0]!.last - own[0]!.first === 1 && !childrenOf(node).some(isBlock);
    const attrs = node.attrs
      .filter(({ name }) => ATTRIBUTES.has(name))
      .map(({ name, value }) => ` ${name}="${escaped(value.slice(0, 500))}"`);
    if (isWhole) attrs.push(` data-piece="${own[0]!.first}"`);
    out.push(`<${node.tagName}${attrs.join('')}>`);
    if (VOID.has(node.tagName)) return;
    writeChildren(node, depth, isWhole ? undefined : own);
    out.push(`</${node.tagName}>`);
  };
  const writeChildren = (node: TreeNode, depth: number, own?: readonly Run[]): void => {
    const children = childrenOf(node);
    let at = 0;
    for (const { from, to, first, last } of own ?? []) {
      while (at < from) write(children[at++]!, depth + 1);
      let piece = first;
      const open = (): void => void out.push(`<span data-piece="${piece}">`);
      open();
      for (; at < to; at += 1) {
        const child = children[at]!;
        // Two line ends part two pieces.
        const next = children
          .slice(at + 1, to)
          .find((each) => each.nodeName !== '#text' || /\S/.test('value' in each ? each.value : ''));
        const parts = child.nodeName === 'br' && next?.nodeName === 'br' && piece + 1 < last;
        if (parts) {
          out.push('</span>');
          write(child, depth + 1);
          piece += 1;
          open();
        } else write(child, depth + 1);
      }
      out.push('</span>');
    }
    while (at < children.length) write(children[at++]!, depth + 1);
  };
  write(root, 0);
  return out.join('');
};

/** The pieces of a page that Readability, as browsers have it, takes for its article; none when it finds no article. */
export const readablePieces = (
  root: TreeNode,
  { pieces, runs }: { readonly pieces: readonly Piece[]; readonly runs: ReadonlyMap<TreeNode, readonly Run[]> },
): ReadonlySet<number> => {
  const { document } = parseHTML(markedHtml(root, runs));
  const kept = new Set<number>();
  const readability = new Readability<unknown>(document as unknown as Document, {
    disableJSONLD: true,
    maxElemsToParse: 60_000,
    serializer: (content) => {
      const marked = (content as Element).querySelectorAll('[data-piece]');
      for (const each of marked) kept.add(Number(each.getAttribute('data-piece')));
      const own = (content as Element).getAttribute('data-piece');
      if (own !== null) kept.add(Number(own));
      return '';
    },
  });
  readability.parse();
  return new Set([...kept].filter((at) => at < pieces.length));
};
