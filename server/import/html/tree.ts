import type { DefaultTreeAdapterTypes } from 'parse5';

export type TreeNode = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** Whether a node is an element. */
export const isElement = (node: TreeNode): node is Element => 'tagName' in node;

/** The value of an attribute; empty when it is not there. */
export const attribute = (element: Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? '';

/** Whether an attribute is there, whatever its value. */
export const hasAttribute = (element: Element, name: string): boolean =>
  element.attrs.some((each) => each.name === name);

/** The nodes within a node. */
export const childrenOf = (node: TreeNode): readonly TreeNode[] => ('childNodes' in node ? node.childNodes : []);

/** All elements of a tree in their order. Not by recursion: pages nest as deep as they like. */
export function* elementsOf(root: TreeNode): Generator<Element> {
  const waiting: TreeNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node)) yield node;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at]!);
  }
}

/** The text in a node, as it stands. */
export const textIn = (root: TreeNode): string => {
  const texts: string[] = [];
  const waiting: TreeNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === '#text') texts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at]!);
  }
  return texts.join('');
};

/** The first element of which something holds. */
export const firstOf = (root: TreeNode, holds: (element: Element) => boolean): Element | undefined => {
  for (const element of elementsOf(root)) if (holds(element)) return element;
  return undefined;
};
