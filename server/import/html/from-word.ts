import { defaultTreeAdapter as tree, html as vocabulary } from 'parse5';
import { attribute, type Element, elementsOf, isElement, type TreeNode, textIn } from './tree.ts';

/** What Word puts on the clipboard calls its paragraphs so, whatever the language of the program. */
const OF_WORD = /\bMso[A-Z]/;
const LISTED = /\bmso-list:\s*l\d+/;
const NUMBERED = /^\s*\(?(?:\d+|[a-z]{1,4})[.)]/i;

const hide = (element: Element): void => {
  element.attrs.push({ name: 'hidden', value: '' });
};

const asHeading = (element: Element): void => {
  element.tagName = 'h1';
  element.nodeName = 'h1';
};

const isWithin = (element: Element, holds: (each: Element) => boolean): boolean => {
  for (let at: TreeNode | null = element; at; at = 'parentNode' in at ? at.parentNode : null)
    if (isElement(at) && holds(at)) return true;
  return false;
};

const isCommentText = (element: Element): boolean =>
  /\bmsocomtxt\b/.test(attribute(element, 'class')) || /comment-list/.test(attribute(element, 'style'));

const BLOCKS = new Set(['p', 'li', 'td', 'th', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Takes out what a tracked change took out, and keeps its words beside the paragraph, hidden: they are listed among what was removed (T10). */
const takeOut = (element: Element): void => {
  const words = textIn(element);
  let block: Element = element;
  while (!BLOCKS.has(block.tagName) && block.parentNode && isElement(block.parentNode)) block = block.parentNode;
  const { parentNode } = block;
  if (words.trim() === '' || !parentNode || block === element) {
    hide(element);
    return;
  }
  const beside = tree.createElement('p', vocabulary.NS.HTML, [{ name: 'hidden', value: '' }]);
  tree.insertText(beside, words);
  tree.insertBefore(parentNode, beside, block);
  tree.detachNode(element);
};

/** What marks a comment in the text or is drawn before an item of a list: none of it is words of the text. */
const isNoText = (element: Element): boolean =>
  /mso-list:\s*ignore/i.test(attribute(element, 'style')) ||
  (/\b(?:msocomanchor|MsoCommentReference)\b/.test(attribute(element, 'class')) && !isWithin(element, isCommentText));

const isListed = (node: TreeNode): node is Element =>
  isElement(node) && node.tagName === 'p' && LISTED.test(attribute(node, 'style'));

const isNothing = (node: TreeNode): boolean =>
  node.nodeName === '#comment' || (node.nodeName === '#text' && textIn(node).trim() === '');

/** What stands before an item, such as a bullet or "2." */
const markOf = (item: Element): string => {
  const [mark] = [...elementsOf(item)].filter((each) => /mso-list:\s*ignore/i.test(attribute(each, 'style')));
  return mark ? textIn(mark) : '';
};

/** Puts paragraphs that are items, one after the other, into a list. */
const listed = (parent: Element): void => {
  let list: Element | undefined;
  for (const node of [...parent.childNodes]) {
    if (isListed(node)) {
      const name = NUMBERED.test(markOf(node)) ? 'ol' : 'ul';
      if (list?.tagName !== name) {
        list = tree.createElement(name, vocabulary.NS.HTML, []);
        tree.insertBefore(parent, list, node);
      }
      tree.detachNode(node);
      const item = tree.createElement('li', vocabulary.NS.HTML, []);
      for (const child of [...node.childNodes]) {
        tree.detachNode(child);
        tree.appendChild(item, child);
      }
      tree.appendChild(list, item);
    } else if (!isNothing(node)) list = undefined;
  }
};

/**
 * What was copied from Word, as a page has it: its title is a heading, lists are lists, the marks of comments and of items stand in no words, and what a tracked change
 * took out is told apart from what it put in. Anything else stays as it is.
 */
export const fromWord = (root: TreeNode): void => {
  const all = [...elementsOf(root)];
  if (!all.some((each) => OF_WORD.test(attribute(each, 'class')))) return;
  for (const element of all) {
    if (element.tagName === 'p' && /\bMsoTitle\b/.test(attribute(element, 'class'))) asHeading(element);
    if (element.tagName === 'del') takeOut(element);
    else if (isNoText(element)) hide(element);
  }
  const parents = new Set(
    all.filter(isListed).flatMap((each) => (each.parentNode && isElement(each.parentNode) ? each.parentNode : [])),
  );
  for (const parent of parents) listed(parent);
};
