/** The languages that a report page can speak, by BCP 47. */
export const PAGE_LANGUAGES = { en: 'English', de: 'Deutsch' } as const;

/** A key of `PAGE_LANGUAGES`. */
export type PageLanguage = keyof typeof PAGE_LANGUAGES;

/** The language of those that a page can speak which some language is; English where it is none of them. */
export const pageLanguage = (language: string): PageLanguage => {
  const base = language.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(PAGE_LANGUAGES, base) ? (base as PageLanguage) : 'en';
};
