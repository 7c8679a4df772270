import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type PageNode = DefaultTreeAdapterTypes.Node;

/** An element of a page, as a reader of HTML finds it. */
export type PageElement = DefaultTreeAdapterTypes.Element;

const childrenOf = (node: PageNode): readonly PageNode[] => ('childNodes' in node ? node.childNodes : []);

const allUnder = (node: PageNode): readonly PageNode[] => [node, ...childrenOf(node).flatMap(allUnder)];

/** Every element of a page, in the order in which they stand, as the algorithm of the HTML standard reads it. */
export const elementsOf = (page: string): readonly PageElement[] =>
  allUnder(parse(page)).filter((node): node is PageElement => 'tagName' in node);

/** The words in an element. */
export const wordsIn = (node: PageNode): string =>
  'value' in node ? node.value : childrenOf(node).map(wordsIn).join('');

/** An attribute of an element; empty where it has none of the name. */
export const attribute = ({ attrs }: PageElement, name: string): string =>
  attrs.find((each) => each.name === name)?.value ?? '';

/** What the HTML standard calls errors in a page, by name. */
export const errorsIn = (page: string): readonly string[] => {
  const errors: string[] = [];
  parse(page, { onParseError: ({ code, startLine }) => errors.push(`${code}, line ${startLine}`) });
  return errors;
};
