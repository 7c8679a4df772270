import type { OfficePart, Relation } from '../ooxml/package.ts';
import { tag } from '../ooxml/xml.ts';
import type { Links } from './links.ts';
import { NAMESPACES, wordType } from './namespaces.ts';
import { type Pieces, paragraphOfPieces, pictured } from './runs.ts';

/** A comment as a word processor has it. */
export interface Comment {
  readonly id: number;
  readonly author: string;
  /** ISO 8601; absent where it is not known. */
  readonly at?: string;
  /** Its paragraphs; at least one. */
  readonly paragraphs: readonly Pieces[];
  /** The comment that it answers. */
  readonly answers?: number;
  readonly isDone: boolean;
}

/** Ids of eight hex digits, as the parts that came after ECMA-376 want them; below 0x80000000. */
const hex = (number: number): string => number.toString(16).toUpperCase().padStart(8, '0');

/** The last paragraph of a comment is what other parts know it by. */
const paragraphId = (id: number): string => hex(0x1000_0000 + id);

/** The first letters of the words of a name, three at most. */
const initialsOf = (name: string): string =>
  [...name.matchAll(/(?:^|[\s\p{Pd}])([\p{L}\p{N}])/gu)]
    .map(([, letter = '']) => letter)
    .slice(0, 3)
    .join('')
    .toUpperCase();

/** So long may a name be in a Word file. */
const NAME_LIMIT = 255;

/** A name as it stands beside what somebody wrote. */
export const authorOf = (name: string): string => pictured(name.slice(0, NAME_LIMIT));

/** A moment as it stands beside what somebody wrote, to the second; nothing where it is not known. */
export const momentOf = (at: string | undefined): string | undefined => {
  const time = Date.parse(at ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
};

const MARK = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>';

const commentXml = ({ id, author, at, paragraphs }: Comment, links: Links): string => {
  const last = paragraphs.length - 1;
  const name = authorOf(author);
  return tag(
    'w:comment',
    { 'w:id': id, 'w:author': name, 'w:date': momentOf(at), 'w:initials': initialsOf(name) },
    ...paragraphs.map((pieces, index) =>
      paragraphOfPieces(
        pieces,
        links.linkTo,
        { style: 'CommentText', ...(index === last && { id: paragraphId(id) }) },
        index === 0 ? MARK : '',
      ),
    ),
  );
};

/** Where a comment begins in the text. */
export const startOf = (id: number): string => tag('w:commentRangeStart', { 'w:id': id });

/** Where a comment ends in the text, with its mark. */
export const endOf = (id: number): string =>
  tag('w:commentRangeEnd', { 'w:id': id }) +
  tag(
    'w:r',
    {},
    tag('w:rPr', {}, tag('w:rStyle', { 'w:val': 'CommentReference' })),
    tag('w:commentReference', { 'w:id': id }),
  );

/** The parts of a Word file that hold its comments: what they say, which answer which and are done, ids that last, and who wrote them. */
export const commentParts = (
  comments: readonly Comment[],
  links: Links,
): readonly (OfficePart & { readonly type: string })[] => {
  const authors = [...new Set(comments.map(({ author }) => authorOf(author)))];
  const part = (
    name: string,
    type: string,
    root: string,
    content: readonly string[],
    relations: readonly Relation[] = [],
  ) => ({
    ...{ path: `word/${name}.xml`, mediaType: wordType(name), type, content: tag(root, NAMESPACES, ...content) },
    ...(relations.length > 0 && { relations }),
  });
  const said = comments.map((each) => commentXml(each, links));
  return [
    part('comments', 'comments', 'w:comments', said, links.relations()),
    part(
      'commentsExtended',
      'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
      'w15:commentsEx',
      comments.map(({ id, answers, isDone }) =>
        tag('w15:commentEx', {
          'w15:paraId': paragraphId(id),
          'w15:paraIdParent': answers === undefined ? undefined : paragraphId(answers),
          'w15:done': isDone ? 1 : 0,
        }),
      ),
    ),
    part(
      'commentsIds',
      'http://schemas.microsoft.com/office/2016/09/relationships/commentsIds',
      'w16cid:commentsIds',
      comments.map(({ id }) =>
        tag('w16cid:commentId', { 'w16cid:paraId': paragraphId(id), 'w16cid:durableId': hex(0x2000_0000 + id) }),
      ),
    ),
    part(
      'people',
      'http://schemas.microsoft.com/office/2011/relationships/people',
      'w15:people',
      authors.map((name) =>
        tag(
          'w15:person',
          { 'w15:author': name },
          tag('w15:presenceInfo', { 'w15:providerId': 'None', 'w15:userId': name }),
        ),
      ),
    ),
  ];
};
