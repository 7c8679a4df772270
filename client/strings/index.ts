import { signal } from '@preact/signals';
import { english } from './english.ts';
import type { later } from './later/index.ts';
import { format, type Message, numbersIn, type PlacesOf } from './message.ts';

type English = typeof english & typeof later;

/** The key of a message. */
export type Key = keyof English;

/** A key whose message needs no values. */
export type PlainKey = { [K in Key]: [PlacesOf<English[K]>] extends [never] ? K : never }[Key];

type Values<K extends Key> = [PlacesOf<English[K]>] extends [never]
  ? []
  : [values: Readonly<Record<PlacesOf<English[K]>, string | number>>];

/** In a language that is not English, also the words for what comes in English from elsewhere and is known. */
interface Received {
  readonly [known: `received.${string}`]: Message;
}

/** The messages that the first screens need, in one language. */
export type FirstMessages = Readonly<Record<keyof typeof english, Message>> & Received;

/** The messages of views that are fetched later, in one language. */
export type LaterMessages = Readonly<Record<keyof typeof later, Message>> & Received;

type Messages = Partial<FirstMessages & LaterMessages>;

const spoken = signal<{ readonly language: string; readonly messages: Messages }>({
  language: 'en',
  messages: english,
});

let fetched: Messages = {};

/** Adds messages of the language of the screen, for views that are not shown yet: nothing is drawn anew. */
export const addMessages = (messages: Messages): void => {
  fetched = messages;
};

/** The language of the screen (BCP 47). */
export const language = (): string => spoken.value.language;

/** A number as the language of the screen writes it. */
export const numberInWords = (number: number): string => numbersIn(language()).format(number);

/** Has every message said in a language from now on; what is on screen is drawn anew. */
export const speak = (language: string, messages: Messages): void => {
  fetched = {};
  spoken.value = { language, messages };
};

type AnyValues = Readonly<Record<string, string | number>>;

/** The message of a key that is only known while it runs, such as that of a shared table's row; nothing where there is none. */
export const messageFor = (key: string, values: AnyValues = {}): string | undefined => {
  const { language, messages } = spoken.value;
  const from = [messages, fetched].find((each) => Object.hasOwn(each, key));
  const message = from?.[key as Key];
  return message && format(language, message, values);
};

/** What came in English from elsewhere, in the language of the screen where it is known there by its kind and name. */
export const known = (
  kind: 'person' | 'scale' | 'removal' | 'format' | 'reason' | 'loss' | 'delivery',
  name: string,
  values: AnyValues = {},
): string | undefined => messageFor(`received.${kind}.${name}`, values);

/** The message of a key: `t('articles.claims', { count: 3 })`. A missing value or an unknown key does not compile. */
export const t = <K extends Key>(key: K, ...values: Values<K>): string => messageFor(key, values[0]) ?? key;
