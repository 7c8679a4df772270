import type { Fields } from '../shared/fields.ts';
import type { Invalid, Wrong } from '../shared/parsing.ts';
import { messageFor } from './strings/index.ts';

/** What is told of something wrong, in the language of the screen; nothing where no message is known for it. */
export const wordsOfWrong = ({ name, values }: Wrong): string | undefined => messageFor(`wrong.${name}`, values);

/** What is wrong with what was typed, without its place. */
export const wrongWords = ({ wrong, what }: Invalid): string => (wrong && wordsOfWrong(wrong)) ?? what;

/** The same with the label of the field that it stands in. */
export const wrongField = (fields: Fields, invalid: Invalid): string => {
  const field = fields[invalid.where.replace(/^\./, '')];
  return field ? `${field.label}: ${wrongWords(invalid)}` : wrongWords(invalid);
};
