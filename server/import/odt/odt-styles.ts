import type { LineStyle, Mark } from '../written/line.ts';
import { type Element, elementAt, elementsIn } from '../xml.ts';

/** What paragraphs, words and lists are by their styles. */
export interface OdtStyles {
  readonly ofParagraph: (name: string | undefined) => LineStyle;
  readonly marksOf: (name: string | undefined) => readonly Mark[];
  /** Whether the items of a list have numbers at a level, from 0. */
  readonly isOrdered: (list: string, level: number) => boolean;
  /** BCP 47; absent where the file does not say it. */
  readonly language: string | undefined;
}

const DEEPEST = 12;
const KINDS: ReadonlyMap<string, LineStyle['kind']> = new Map([
  ['title', 'title'],
  ['quotations', 'quote'],
  ['caption', 'caption'],
]);

// A space in a name is written as its code.
const folded = (name: string): string => name.replaceAll(/_20_|[\s_-]/g, '').toLowerCase();

const languageOf = (styles: Element | undefined): string | undefined => {
  const found = elementsIn(elementAt(styles, 'styles'), 'default-style').find(
    ({ attributes }) => attributes.family === 'paragraph',
  );
  const { language = '', country = '' } = elementAt(found, 'text-properties')?.attributes ?? {};
  const tag = /^[A-Z]{2}$/.test(country) ? `${language}-${country}` : language;
  return /^[a-z]{2,3}(-[A-Z]{2})?$/.test(tag) ? tag : undefined;
};

/** What the styles of a file say: those of `styles.xml`, and those that its text makes up as it goes. */
export const readOdtStyles = (styles: Element | undefined, content: Element): OdtStyles => {
  const places = [
    elementAt(styles, 'styles'),
    elementAt(styles, 'automatic-styles'),
    elementAt(content, 'automatic-styles'),
  ];
  const all = places.flatMap((place) => elementsIn(place));
  const named = (kind: string): ReadonlyMap<string, Element> =>
    new Map(all.filter(({ name }) => name === kind).map((each) => [each.attributes.name ?? '', each]));
  const [known, lists] = [named('style'), named('list-style')];
  const chainOf = (name: string | undefined): readonly string[] => {
    const chain: string[] = [];
    for (let next = name; next !== undefined && chain.length < DEEPEST; )
      next = known.get(chain[chain.push(next) - 1] ?? '')?.attributes['parent-style-name'];
    return chain;
  };
  const propertyOf = (name: string | undefined, property: string): string | undefined =>
    chainOf(name)
      .map((each) => elementAt(known.get(each), 'text-properties')?.attributes[property])
      .find((value) => value !== undefined);
  return {
    ofParagraph: (name) => {
      const kind = chainOf(name)
        .map((each) => KINDS.get(folded(each)))
        .find((found) => found !== undefined);
      return { kind: kind ?? 'paragraph' };
    },
    marksOf: (name) => [
      ...(propertyOf(name, 'font-weight') === 'bold' ? ['strong' as const] : []),
      ...(propertyOf(name, 'font-style') === 'italic' ? ['em' as const] : []),
    ],
    isOrdered: (list, level) =>
      elementsIn(lists.get(list), 'list-level-style-number').some(
        ({ attributes }) => attributes.level === String(level + 1) && attributes['num-format'] !== '',
      ),
    language: languageOf(styles),
  };
};
