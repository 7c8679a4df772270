import { english } from './strings/english.ts';
import { addMessages, type FirstMessages, type LaterMessages, language, speak, t } from './strings/index.ts';
import { toast } from './toasts.ts';

/** The languages of the interface, each by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;

/** A key of `LANGUAGES`. */
export type Language = keyof typeof LANGUAGES;

/** How each language's messages are had: those of the first screens, and those that come with the code of other views. */
const MESSAGES: Readonly<
  Record<Language, { readonly first: () => Promise<FirstMessages>; readonly rest: () => Promise<LaterMessages> }>
> = {
  en: {
    first: async () => english,
    rest: async () => (await import('./strings/later/index.ts')).later,
  },
  de: {
    first: async () => (await import('./strings/german/index.ts')).german,
    rest: async () => (await import('./strings/german/later/index.ts')).later,
  },
};

const KEPT = 'touchstone.language';

const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);

const kept = (): Language | undefined => {
  try {
    const value = localStorage.getItem(KEPT) ?? '';
    return isLanguage(value) ? value : undefined;
  } catch {
    return undefined; // storage may be forbidden
  }
};

/** The first of some languages (BCP 47), as a browser has them, that the interface is in; English where it is in none. */
export const languageFor = (wanted: readonly string[]): Language =>
  wanted.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '').find(isLanguage) ?? 'en';

/** Fetches the messages of views that are fetched later. */
export const fetchTheRest = async (): Promise<void> => {
  const spoken = language() as Language;
  const rest = await MESSAGES[spoken].rest();
  if (language() === spoken) addMessages(rest); // who changed the language meanwhile has all of the other
};

/** Has the page speak the language that was chosen last on this machine, else the browser's; English while another cannot be fetched. */
export const applyLanguage = async (): Promise<void> => {
  const chosen = kept() ?? languageFor(navigator.languages);
  try {
    speak(chosen, await MESSAGES[chosen].first());
    document.documentElement.lang = chosen;
  } catch {
    // it is asked for again when the page is loaded again
  }
};

/** Has the page speak a language and keeps the choice; says so where its messages cannot be fetched. */
export const setLanguage = async (chosen: Language): Promise<void> => {
  try {
    const { first, rest } = MESSAGES[chosen];
    const [some, others] = await Promise.all([first(), rest()]);
    speak(chosen, { ...some, ...others });
  } catch {
    toast(t('problem.offline'), { tone: 'error' });
    return;
  }
  document.documentElement.lang = chosen;
  try {
    localStorage.setItem(KEPT, chosen);
  } catch {
    // it holds until the page is left
  }
};
