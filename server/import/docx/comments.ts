import type { Author } from '../remarks.ts';
import { type Element, elementsIn } from '../xml.ts';
import { authorOf } from './author.ts';
import { runTexts } from './run-texts.ts';

/** A comment as the file holds it. */
export interface Comment extends Author {
  readonly id: string;
  readonly text: string;
  /** The comment that it answers. */
  readonly parent?: string;
  /** Absent where the file does not say. */
  readonly resolved?: boolean;
}

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

/** A thread of comments: the one that opened it, and all that answer it or its answers, in the order of the file. */
export type CommentThread = readonly [Comment, ...Comment[]];

/** The comments of a file as threads; a comment that answers nothing that is there opens one. */
export const threadsIn = (comments: readonly Comment[]): readonly CommentThread[] => {
  const known = new Map(comments.map((each) => [each.id, each]));
  const rootOf = (comment: Comment): Comment => {
    let root = comment;
    const seen = new Set([root.id]);
    while (root.parent !== undefined) {
      const parent = known.get(root.parent);
      if (!parent || seen.has(parent.id)) break;
      seen.add(parent.id);
      root = parent;
    }
    return root;
  };
  const threads = new Map<string, [Comment, ...Comment[]]>();
  for (const comment of comments) if (rootOf(comment) === comment) threads.set(comment.id, [comment]);
  for (const comment of comments) {
    const root = rootOf(comment);
    const thread = threads.get(root.id);
    if (root === comment) continue;
    if (thread) thread.push(comment);
    else threads.set(comment.id, [comment]);
  }
  return [...threads.values()];
};
