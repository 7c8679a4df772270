const WORDS = 'The moon is about 384,400 kilometres away, which light crosses in little more than a second. ';

/** Paragraphs of plain text, each `length` characters long and none like another. */
export const paragraphs = (count: number, length = 200): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const text = `${index + 1}. ${WORDS.repeat(Math.ceil(length / WORDS.length))}`.slice(0, length - 1);
    return `${text.trimEnd()}.`.padEnd(length, '.');
  });

/** So many paragraphs the article that is typed in has; the writer at seat n types in the one at index n. */
export const SEATS = 64;

/** Where in a paragraph its writer types: so many characters from its start. */
export const OFFSET = 20;
