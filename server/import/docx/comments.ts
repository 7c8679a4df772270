import type { Comment } from '../written/written.ts';
import { type Element, elementsIn } from '../xml.ts';
import { authorOf } from './author.ts';
import { runTexts } from './run-texts.ts';

const SUGGESTED_OUT: ReadonlySet<string> = new Set(['del', 'moveFrom', 'pPr', 'rPr']);

const wordsIn = (element: Element): string =>
  elementsIn(element)
    .map((child) => {
      if (child.name === 'r')
        return runTexts(child).reduce((all, piece) => ('text' in piece ? all + piece.text : all), '');
      return SUGGESTED_OUT.has(child.name) ? '' : wordsIn(child);
    })
    .join('');

const paragraphsIn = (element: Element): readonly Element[] =>
  elementsIn(element).flatMap((child) => (child.name === 'p' ? [child] : paragraphsIn(child)));

/** The words of a comment or a note, its paragraphs a line each. */
export const textOfStory = (element: Element): string => paragraphsIn(element).map(wordsIn).join('\n');

/** The comments of a file in their order, with what they answer and whether they are resolved. */
export const readComments = (comments: Element | undefined, extended: Element | undefined): readonly Comment[] => {
  const said = new Map(elementsIn(extended).map(({ attributes }) => [attributes.paraId, attributes]));
  const all = elementsIn(comments, 'comment').map((element) => ({
    element,
    // Word names a comment by its last paragraph.
    paragraph: paragraphsIn(element).at(-1)?.attributes.paraId,
  }));
  const ids = new Map(all.flatMap(({ element, paragraph }) => (paragraph ? [[paragraph, element.attributes.id]] : [])));
  return all.map(({ element, paragraph }): Comment => {
    const more = paragraph === undefined ? undefined : said.get(paragraph);
    const parent = more?.paraIdParent === undefined ? undefined : ids.get(more.paraIdParent);
    return {
      id: element.attributes.id ?? '',
      ...authorOf(element),
      text: textOfStory(element),
      ...(parent !== undefined && { parent }),
      ...(more && { resolved: more.done === '1' || more.done === 'true' }),
    };
  });
};
