import { AUTHOR_LIMIT } from '../../../shared/imported.ts';
import type { Author } from '../remarks.ts';
import { type Element, elementAt, elementsIn, textIn } from '../xml.ts';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** Who did something, as an element says in the Dublin Core. */
export const authorIn = (element: Element | undefined): Author => {
  const creator = elementAt(element, 'creator');
  const date = elementAt(element, 'date');
  const at = TIME.exec(date ? textIn(date).trim() : '')?.[0];
  return { author: creator ? textIn(creator).trim().slice(0, AUTHOR_LIMIT) : '', ...(at && { at }) };
};

const wordsIn = ({ children }: Element): string =>
  children
    .map((child) => {
      if (typeof child === 'string') return child.replaceAll(/\s+/g, ' ');
      if (child.name === 'line-break') return '\n';
      return child.name === 's' || child.name === 'tab' ? ' ' : wordsIn(child);
    })
    .join('');

const paragraphsIn = (element: Element): readonly Element[] =>
  elementsIn(element).flatMap((child) => (child.name === 'p' || child.name === 'h' ? [child] : paragraphsIn(child)));

/** The words of a comment, a note, or of what was deleted, its paragraphs a line each. */
export const textOf = (element: Element | undefined): string =>
  element ? paragraphsIn(element).map(wordsIn).join('\n') : '';

/** A tracked change: by whom, and the words that it takes out, where it does. */
export interface OdtChange {
  readonly by: Author;
  readonly deleted: string;
}

/** The tracked changes of a text by their ids. */
export const changesIn = (tracked: Element | undefined): ReadonlyMap<string, OdtChange> =>
  new Map(
    elementsIn(tracked, 'changed-region').map((region) => {
      const deletion = elementAt(region, 'deletion');
      const by = authorIn(elementAt(deletion ?? elementAt(region, 'insertion'), 'change-info'));
      const deleted = elementsIn(deletion).filter(({ name }) => name !== 'change-info');
      return [
        region.attributes.id ?? '',
        { by, deleted: textOf({ name: 'deletion', attributes: {}, children: deleted }) },
      ];
    }),
  );
