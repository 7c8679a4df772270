/** What can be wrong with something that a person typed, each as what is told of it; its values stand in braces. */
export const WRONG = {
  empty: 'may not be empty',
  'too-long': 'at most {most} characters, not {given}',
  'too-many': 'at most {most} items, not {given}',
  date: 'a date such as 2015-10-22 is expected, not "{given}"',
  time: 'a time such as 00:12:30 is expected, or two such as 00:12:30–00:12:48, not "{given}"',
  language: 'a language such as en or zh-Hant is expected, not "{given}"',
  address: 'an address that begins with https:// or http:// is expected, not "{given}"',
  email: 'an email address such as una@example.org is expected',
  name: 'a name on one line is expected',
  ratings: 'a scale offers {least} to {most} ratings',
  'same-id': 'two ratings have the id "{given}"',
  'same-label': 'two ratings have the label "{given}"',
  'same-number': 'two ratings have the number "{given}"',
  'too-many-blocks': 'at most {most} paragraphs, not {given}',
  'too-many-bytes': 'of this kind of file, at most {most} MB are read',
  'too-slow': 'reading it takes longer than {seconds} seconds, so it was given up',
  'too-much-memory': 'reading it takes more memory than there is for it, so it was given up',
  'broken-file': 'the file is broken, or is not what its name says',
  'locked-file': 'the file is locked with a password: save it without one',
  'old-word': 'this is a file of an old Word, or one with a password: save it as .docx without one',
  'too-large-unpacked': 'unpacked, the file is larger than any article',
  'broken-page': 'page {page} of the file is broken',
  'too-many-pages': 'at most {most} pages, not {given}',
  'wordless-pages': 'no page of it, of {pages} in all, has words that could be read: they are pictures, or empty',
  'no-words': 'there are no words in it',
  unreadable: 'it cannot be read: something in it is broken, or the reader is',
} as const;

/** A key of `WRONG`. */
export type WrongName = keyof typeof WRONG;

/** The values of what is wrong, by name. */
export type WrongValues = Readonly<Record<string, string | number>>;

/** What is told of it, in English. */
export const wrongWords = (name: WrongName, values: WrongValues): string =>
  WRONG[name].replaceAll(/\{(\w+)\}/g, (place, value: string) => String(values[value] ?? place));
