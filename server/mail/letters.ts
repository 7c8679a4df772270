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

interface Invited {
  readonly desk: string;
  readonly link: string;
  /** Who invites. */
  readonly by: string;
  /** Days for which the link is good. */
  readonly days: number;
}

const INVITATION: Readonly<Record<LetterLanguage, (told: Invited) => Omit<Letter, 'to'>>> = {
  en: ({ desk, link, by, days }) => ({
    subject: `${desk}: you are invited`,
    text: `${by} invites you to check articles together at ${desk}.

Come in here, once and within ${days} day${days === 1 ? '' : 's'}:
${link}

The link is for you alone. If you do not know why you get this, there is nothing to do.
`,
  }),
  de: ({ desk, link, by, days }) => ({
    subject: `${desk}: Einladung`,
    text: `${by} lädt Sie ein, bei ${desk} gemeinsam Artikel zu prüfen.

Kommen Sie hier herein, einmal und innerhalb von ${days === 1 ? 'einem Tag' : `${days} Tagen`}:
${link}

Der Link ist nur für Sie. Wissen Sie nicht, warum Sie das bekommen, so ist nichts zu tun.
`,
  }),
};

/** The letter with an invitation. */
export const invitationLetter = (language: LetterLanguage, told: Invited): Omit<Letter, 'to'> =>
  INVITATION[language](told);

/** The letter with a link to set a new password. */
export const resetLetter = (language: LetterLanguage, told: Told): Omit<Letter, 'to'> => RESET[language](told);
