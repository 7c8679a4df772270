import { wrong } from '../../../shared/parsing.ts';
import type { Read } from '../reader.ts';
import { readingOfWritten } from '../written/reading-of-written.ts';
import { type Element, elementAt, elementsIn } from '../xml.ts';
import { readComments, textOfStory } from './comments.ts';
import { readPackage } from './package.ts';
import { readStyles } from './styles.ts';
import { walk } from './walk.ts';

const OLD_WORD = [0xd0, 0xcf, 0x11, 0xe0];

/** A Word file with its comments, notes and tracked changes. */
export const read: Read = async ({ file, clean }, told) => {
  if (OLD_WORD.every((byte, at) => file[at] === byte)) throw wrong('', 'old-word');
  const parts = await readPackage(file, told);
  const styles = readStyles(parts.styles, parts.numbering);
  const stories = { footnote: parts.footnotes, endnote: parts.endnotes };
  const notes = new Map<string, Element>(
    (['footnote', 'endnote'] as const).flatMap((kind) =>
      elementsIn(stories[kind], kind).map((element) => [`${kind} ${element.attributes.id}`, element] as const),
    ),
  );
  const written = {
    ...walk(elementAt(parts.document, 'body'), styles, parts.links),
    comments: readComments(parts.comments, parts.commentsExtended),
    textOfNote: ({ kind, id }: { readonly kind: string; readonly id: string }): string | undefined => {
      const note = notes.get(`${kind} ${id}`);
      return note && textOfStory(note);
    },
    language: styles.language,
  };
  return readingOfWritten(written, clean);
};
