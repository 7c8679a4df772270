import type { Letter } from './mailer.ts';

/** The languages that letters are written in. */
export const LETTER_LANGUAGES = { en: 'English', de: 'German' } as const;

/** A key of `LETTER_LANGUAGES`. */
export type LetterLanguage = keyof typeof LETTER_LANGUAGES;

interface Told {
  readonly desk: string;
  readonly link: string;
  /** Hours for which the link is good. */
  readonly hours: number;
}

type Write = (told: Told) => Omit<Letter, 'to'>;

const RESET: Readonly<Record<LetterLanguage, Write>> = {
  en: ({ desk, link, hours }) => ({
    subject: `${desk}: set a new password`,
    text: `Somebody, most likely you, asked to set a new password at ${desk}.

Set it here, once and within ${hours} hour${hours === 1 ? '' : 's'}:
${link}

If it was not you, there is nothing to do: your password is as it was.
`,
  }),
  de: ({ desk, link, hours }) => ({
    subject: `${desk}: neues Passwort setzen`,
    text: `Jemand, wahrscheinlich Sie, möchte bei ${desk} ein neues Passwort setzen.

Setzen Sie es hier, einmal und innerhalb von ${hours} Stunde${hours === 1 ? '' : 'n'}:
${link}

Waren Sie es nicht, so ist nichts zu tun: Ihr Passwort ist, wie es war.
`,
  }),
};

/** The letter with a link to set a new password. */
export const resetLetter = (language: LetterLanguage, told: Told): Omit<Letter, 'to'> => RESET[language](told);
