import type { Author } from '../remarks.ts';
import type { Element } from '../xml.ts';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/;

/** Who did something, as an element of a Word file says. */
export const authorOf = ({ attributes: { author = '', date = '' } }: Element): Author => ({
  author: author.toWellFormed().trim().slice(0, 300),
  ...(TIME.test(date) && { at: date }),
});
