/** The fewest and the most characters of a password (NIST SP 800-63B-4 §3.1.1.2: length counts, composition does not). */
const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** Why a password is not taken, each with the sentence that its person reads. */
export const PASSWORD_FAULTS = {
  short: `A password has at least ${PASSWORD_LENGTH.least} characters: a few words that do not belong together are easy to keep.`,
  long: `A password has at most ${PASSWORD_LENGTH.most} characters.`,
  common: 'This password is among the first that are tried. Take words that do not belong together.',
  personal: 'This password is made of your name or email. Take words that others would not think of.',
} as const;

/** A key of `PASSWORD_FAULTS`. */
export type PasswordFault = keyof typeof PASSWORD_FAULTS;

/** What the most tried passwords are made of; our own list, of what published leaks have in common. */
const TRIED = new Set(
  `password passwort passwd pass word secret geheim letmein welcome willkommen hello hallo login admin administrator root user guest test
  tester testing demo default changeme change please master super superman batman spiderman dragon monkey tiger lion eagle shadow
  sunshine princess flower butterfly football fussball soccer baseball basketball hockey michael jordan jennifer jessica charlie daniel
  thomas andrea thomas love iloveyou ichliebedich liebe schatz sommer summer winter spring herbst autumn january monday freedom money
  computer internet server google facebook apple samsung android windows linux microsoft qwerty qwertz azerty asdf asdfgh asdfghjkl
  zxcvbn zxcvbnm yxcvbn yxcvbnm qwertyuiop qwertzuiop abc abcd abcdef abcdefgh abcdefghijkl aaa one two three four five six
  touchstone newsroom redaktion factcheck desk company office firma work arbeit home haus my mein is the der die das i you ich du ist
  and und new neu old key schluessel pass phrase passphrase secure sicher security correct horse battery staple trustno starwars
  pokemon minecraft fortnite liverpool arsenal chelsea barcelona madrid bayern berlin london paris`
    .split(/\s+/)
    .filter(Boolean),
);

const LOOKALIKES: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  $: 's',
  '@': 'a',
};

const plain = (words: string): string => words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const unmasked = (word: string): string => word.replaceAll(/[013457$@]/g, (sign) => LOOKALIKES[sign] ?? sign);

const lettersOf = (word: string): string => word.replaceAll(/[^\p{L}]/gu, '');

/** Whether letters are nothing but words of a list, one after another. */
const isMadeOf = (letters: string, words: ReadonlySet<string>): boolean => {
  const reaches = [true];
  for (let end = 1; end <= letters.length; end += 1)
    reaches[end] = Array.from({ length: Math.min(end, 24) }, (_, index) => end - 1 - index).some(
      (from) => reaches[from] && words.has(letters.slice(from, end)),
    );
  return reaches[letters.length] ?? false;
};

/** Whether each character follows from the one before: the same, the next or the one before, as in 123456 or aaaa. */
const isRun = (word: string): boolean => {
  const codes = [...word].map((sign) => sign.codePointAt(0) ?? 0);
  const odd = codes.filter((code, index) => index > 0 && Math.abs(code - (codes[index - 1] ?? 0)) > 1).length;
  return odd <= codes.length / 4;
};

const isCommon = (password: string): boolean => {
  const word = plain(password);
  if (new Set(word).size <= 4 || isRun(word)) return true;
  return [lettersOf(word), lettersOf(unmasked(word))].some((letters) => isMadeOf(letters, TRIED));
};

const isPersonal = (password: string, about: readonly string[]): boolean => {
  const words = about.flatMap((each) => plain(each).split(/[^\p{L}]+/u)).filter((word) => word.length > 2);
  if (words.length === 0) return false;
  const own = new Set([...words, ...TRIED]);
  const letters = lettersOf(plain(password));
  return isMadeOf(letters, own) || isMadeOf(lettersOf(unmasked(plain(password))), own);
};

/** Why a password is not taken from somebody about whom others know so much; nothing when it is. Length counts in characters. */
export const passwordFault = (password: string, about: readonly string[] = []): PasswordFault | undefined => {
  const { length } = [...password];
  if (length < PASSWORD_LENGTH.least) return 'short';
  if (length > PASSWORD_LENGTH.most) return 'long';
  if (isCommon(password)) return 'common';
  return isPersonal(password, about) ? 'personal' : undefined;
};
