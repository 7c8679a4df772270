import type { Article } from '../shared/article.ts';
import { type Entry, replayEntry } from '../shared/log.ts';
import { readable } from '../shared/text.ts';

/** The words that an entry took out of the text of an article, as that stood before, each piece for itself. */
export const wordsTaken = (before: Article, entry: Entry): readonly string[] =>
  replayEntry(before, entry)
    .steps.flatMap(({ change }) => change.ranges.map(({ taken }) => readable(taken).trim()))
    .filter((words) => words !== '');
