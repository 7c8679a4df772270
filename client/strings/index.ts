import { signal } from '@preact/signals';
import { english } from './english.ts';
import { format, type Message, numbersIn, type PlacesOf } from './message.ts';

/** The key of a message. */
export type Key = keyof typeof english;

/** A key whose message needs no values. */
export type PlainKey = { [K in Key]: [PlacesOf<(typeof english)[K]>] extends [never] ? K : never }[Key];

type Values<K extends Key> = [PlacesOf<(typeof english)[K]>] extends [never]
  ? []
  : [values: Readonly<Record<PlacesOf<(typeof english)[K]>, string | number>>];

/** Every message in one language; the words of shipped scales are there where that language is not their own. */
export type Messages = Readonly<Record<Key, Message>> & { readonly [scale: `scale.shipped.${string}`]: string };

const spoken = signal<{ readonly language: string; readonly messages: Messages }>({
  language: 'en',
  messages: english,
});

/** The language of the screen (BCP 47). */
export const language = (): string => spoken.value.language;

/** A number as the language of the screen writes it. */
export const numberInWords = (number: number): string => numbersIn(language()).format(number);

/** Has every message said in a language from now on; what is on screen is drawn anew. */
export const speak = (language: string, messages: Messages): void => {
  spoken.value = { language, messages };
};

/** The message of a key: `t('articles.claims', { count: 3 })`. A missing value or an unknown key does not compile. */
export const t = <K extends Key>(key: K, ...values: Values<K>): string =>
  format(spoken.value.language, spoken.value.messages[key], values[0] ?? {});

/** The message of a key that is only known while it runs, such as that of a shared table's row; nothing where there is none. */
export const messageFor = (key: string, values: Readonly<Record<string, string | number>> = {}): string | undefined => {
  const { language, messages } = spoken.value;
  return Object.hasOwn(messages, key) ? format(language, messages[key as Key], values) : undefined;
};
