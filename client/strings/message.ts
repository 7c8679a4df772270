/** A message with its places in braces, or its forms by number (CLDR: one, other …), chosen by the value `count`. */
export type Message = string | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** Messages by key; the key says where the message stands: `articles.empty`. */
export type Catalogue = Readonly<Record<string, Message>>;

type Places<S extends string> = S extends `${string}{${infer Place}}${infer Rest}` ? Place | Places<Rest> : never;

/** The names of the values that a message needs. */
export type PlacesOf<M extends Message> = M extends string ? Places<M> : 'count' | Places<Extract<M[keyof M], string>>;

type Every<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer All) => void ? All : never;

/** Text that has a place for each of some values, wherever it stands. */
type Holding<P extends string> = string &
  ([P] extends [never] ? unknown : Every<P extends string ? `${string}{${P}}${string}` : never>);

type FormsOf<P extends string> = { readonly other: Holding<P> } & {
  readonly [Rule in Exclude<Intl.LDMLPluralRule, 'other'>]?: Holding<Exclude<P, 'count'>>;
};

/**
 * The same messages in another language: a key that is missing or too many, or a message without a place for one of its values, does
 * not compile. Which forms by number there are is the language's.
 */
export type Translated<C extends Catalogue> = {
  readonly [K in keyof C]: C[K] extends string ? Holding<PlacesOf<C[K]>> : FormsOf<PlacesOf<C[K]>>;
};

/** The message with its values in their places; numbers are written as the language writes them. */
export const format = (language: string, message: Message, values: Readonly<Record<string, string | number>>): string =>
  chosen(language, message, Number(values.count)).replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    if (!Object.hasOwn(values, name)) return place;
    const value = values[name];
    return typeof value === 'number' ? numbersIn(language).format(value) : isolated(String(value));
  });

/** Words that may run the other way, so that they turn nothing around them: in FSI and PDI, their own such characters left out. */
const isolated = (words: string): string =>
  TURNS.test(words) ? `\u2068${words.replaceAll(CONTROLS, '')}\u2069` : words;

const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const TURNS = /[\u202a-\u202e\u2066-\u2069]|[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;

/** Makes something once for each language: one of Intl's takes longer to make than all else that a message takes. */
export const perLanguage = <T>(make: (language: string) => T): ((language: string) => T) => {
  const made = new Map<string, T>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
};

/** How numbers are written in a language. */
export const numbersIn = perLanguage((language) => new Intl.NumberFormat(language));
const formsIn = perLanguage((language) => new Intl.PluralRules(language));

const chosen = (language: string, message: Message, count: number): string =>
  typeof message === 'string' ? message : (message[formsIn(language).select(count)] ?? message.other);
