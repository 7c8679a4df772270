import { english } from './english.ts';
import { german } from './german.ts';
import type { PageLanguage } from './languages.ts';
import type { Words } from './words.ts';

const WORDS: Readonly<Record<PageLanguage, Words>> = { en: english, de: german };

/** What a report page says in a language. */
export const wordsIn = (language: PageLanguage): Words => WORDS[language];
