import { english } from './strings/english.ts';
import { fetchTheRest, language, type Messages, speak, t } from './strings/index.ts';
import { toast } from './toasts.ts';

/** The languages of the interface, each by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;

/** A key of `LANGUAGES`. */
export type Language = keyof typeof LANGUAGES;

/** How each language's messages are had, all of them. */
const MESSAGES: Readonly<Record<Language, () => Promise<Partial<Messages>>>> = {
  en: () => fetchTheRest().then(() => english),
  de: async () => (await import('./strings/german/index.ts')).german,
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

const show = async (chosen: Language): Promise<void> => {
  if (chosen !== language()) speak(chosen, await MESSAGES[chosen]());
  document.documentElement.lang = chosen;
};

/** Has the page speak the language that was chosen last on this machine, else the browser's; English while another cannot be fetched. */
export const applyLanguage = (): Promise<void> => show(kept() ?? languageFor(navigator.languages)).catch(() => {});

/** Has the page speak a language and keeps the choice; says so where its messages cannot be fetched. */
export const setLanguage = async (chosen: Language): Promise<void> => {
  try {
    await show(chosen);
  } catch {
    toast(t('problem.offline'), { tone: 'error' });
    return;
  }
  try {
    localStorage.setItem(KEPT, chosen);
  } catch {
    // it holds until the page is left
  }
};
