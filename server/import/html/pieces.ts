import type { Span } from '../reading.ts';
import { Gathering, markOf, parted, trimmed } from './gathering.ts';
import { attribute, childrenOf, type Element, hasAttribute, isElement, type TreeNode, textIn } from './tree.ts';

/** A run of words of a page that stands on lines of its own. */
export interface Piece {
  readonly text: string;
  readonly spans: readonly Span[];
  /** The elements around it, the outermost first. */
  readonly path: readonly Element[];
  /** How many of its characters lead elsewhere. */
  readonly linked: number;
  /** Not drawn by the page's own word. */
  readonly hidden: boolean;
}

/** What a page has in it that nobody reads. */
const UNREAD = new Set([
  ...['head', 'script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'embed', 'audio', 'video'],
  ...['canvas', 'select', 'textarea', 'datalist', 'map', 'img', 'input', 'progress', 'meter', 'link', 'meta', 'title'],
]);

/** What stands on lines of its own. */
const BLOCKS = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'caption',
    'center',
    'dd',
    'details',
    'dialog',
    'dir',
    'div',
  ],
  ...['dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header'],
  ...['hgroup', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'search', 'section', 'summary'],
  ...['table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);

/** The deepest nesting that is looked at as such; what stands deeper stands there. */
const DEEPEST = 200;

/** Whether an element is one of those that stand on lines of their own. */
export const isBlock = (node: TreeNode): boolean => isElement(node) && BLOCKS.has(node.tagName);

const isHidden = (element: Element): boolean =>
  hasAttribute(element, 'hidden') ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style'));

/** The elements that hold one which stands on lines of its own, so that they do not run within a line themselves. */
const holdersOf = (root: TreeNode): ReadonlySet<TreeNode> => {
  const holders = new Set<TreeNode>();
  const waiting: TreeNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isBlock(node)) {
      let above = 'parentNode' in node ? node.parentNode : null;
      while (above && !holders.has(above)) {
        holders.add(above);
        above = 'parentNode' in above ? above.parentNode : null;
      }
    }
    waiting.push(...childrenOf(node));
  }
  return holders;
};

/** What a page comes to: its pieces in their order, and which nodes each is made of. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  /** For each parent, the runs of its nodes that are pieces: from its `from`-th node, up to its `to`-th, pieces `first` up to `last`. */
  readonly runs: ReadonlyMap<TreeNode, readonly Run[]>;
}

/** Nodes of one parent that run in the same lines, and the pieces that they are. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** Cuts a page into pieces. `resolve` makes the address of a link absolute, or empty when it leads nowhere that may be opened. */
export const piecesOf = (root: TreeNode, resolve: (href: string) => string): Pieces => {
  const holders = holdersOf(root);
  const pieces: Piece[] = [];
  const runs = new Map<TreeNode, Run[]>();
  const runsInLine = (node: TreeNode): boolean => !isBlock(node) && !holders.has(node);

  const gather = (node: TreeNode, into: Gathering, isKept: boolean, depth: number): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      into.add(node.value, isKept);
      return;
    }
    if (!isElement(node) || UNREAD.has(node.tagName)) return;
    if (depth > 2 * DEEPEST) {
      into.add(textIn(node), isKept);
      return;
    }
    if (node.tagName === 'br') {
      into.break();
      return;
    }
    if (node.tagName === 'wbr' || isHidden(node)) return;
    const mark = markOf(node, resolve);
    const from = into.begin();
    const before = into.text.length;
    for (const child of node.childNodes) gather(child, into, isKept || node.tagName === 'pre', depth + 1);
    if (mark) into.end(mark, from);
    if (node.tagName === 'a' || node.tagName === 'button') into.linked += into.text.length - before;
  };

  const addRun = (parent: TreeNode, from: number, to: number, path: readonly Element[], hidden: boolean): void => {
    const into = new Gathering();
    const isKept = path.some(({ tagName }) => tagName === 'pre');
    for (const child of childrenOf(parent).slice(from, to)) gather(child, into, isKept, path.length);
    const first = pieces.length;
    const parts = isKept
      ? [trimmed(into.text, into.spans)].filter(({ text }) => text !== '')
      : parted(into.text, into.spans);
    const share = into.text.length === 0 ? 0 : into.linked / into.text.length;
    for (const part of parts) {
      const links = part.spans
        .filter(({ mark }) => mark === 'link')
        .reduce((sum, span) => sum + span.to - span.from, 0);
      const linked = Math.max(links, parts.length === 1 ? Math.round(share * part.text.length) : 0);
      pieces.push({ ...part, path, linked, hidden });
    }
    if (pieces.length === first) return;
    const all = runs.get(parent) ?? [];
    all.push({ from, to, first, last: pieces.length });
    runs.set(parent, all);
  };

  const visit = (node: TreeNode, path: readonly Element[], hidden: boolean): void => {
    if (isElement(node) && UNREAD.has(node.tagName)) return;
    const children = childrenOf(node);
    const isDeep = path.length >= DEEPEST;
    const within = isElement(node) && !isDeep ? [...path, node] : path;
    const isOut = hidden || (isElement(node) && isHidden(node));
    let from = 0;
    children.forEach((child, at) => {
      if (runsInLine(child)) return;
      if (at > from) addRun(node, from, at, within, isOut);
      from = at + 1;
      if (!isDeep) visit(child, within, isOut);
      else addRun(node, at, at + 1, within, isOut);
    });
    if (children.length > from) addRun(node, from, children.length, within, isOut);
  };

  visit(root, [], false);
  return { pieces, runs };
};
