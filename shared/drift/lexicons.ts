import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';
import type { Lexicon } from './lexicon.ts';

/** The languages that drift is looked for in: another one is its table and a row here. */
const LEXICONS: readonly Lexicon[] = [ENGLISH, GERMAN];

/** The lexicon of a language (BCP 47); English where there is none. */
export const lexiconOf = (language: string): Lexicon =>
  LEXICONS.find((each) => each.language === language.split('-')[0]?.toLowerCase()) ?? ENGLISH;
