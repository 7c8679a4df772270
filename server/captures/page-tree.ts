import type { DefaultTreeAdapterTypes } from 'parse5';

/** A node of a page as parse5 reads it. */
export type PageNode = DefaultTreeAdapterTypes.Node;

/** An element of a page. */
export type PageElement = DefaultTreeAdapterTypes.Element;

/** What a page has in it that nobody reads. */
const UNREAD = new Set([
  ...['head', 'script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'audio', 'video', 'canvas'],
  ...['select', 'textarea', 'button', 'dialog', 'datalist'],
]);

const isHidden = ({ attrs }: PageElement): boolean =>
  attrs.some(({ name, value }) => name === 'hidden' || (name === 'aria-hidden' && value === 'true'));

/** Whether the words in an element are read: what is left out of the readable text is left out of the page that is looked at. */
export const isRead = (element: PageElement): boolean => !UNREAD.has(element.tagName) && !isHidden(element);
