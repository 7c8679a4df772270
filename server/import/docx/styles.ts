import type { LineStyle, ListPlace } from '../written/line.ts';
import { type Element, elementAt, elementsIn } from '../xml.ts';
import { isOn, valueAt } from './package.ts';

/** What paragraphs and words are by their styles. */
export interface Styles {
  readonly ofParagraph: (properties: Element | undefined) => LineStyle;
  /** Whether a style of characters is bold, or italic. */
  readonly ofRun: (properties: Element | undefined, mark: 'b' | 'i') => boolean;
  /** BCP 47; absent where the file does not say it. */
  readonly language?: string;
}

const DEEPEST = 12;
const HEADING = /^heading([1-9])$/;
const QUOTES: ReadonlySet<string> = new Set(['quote', 'intensequote', 'blocktext', 'quotations']);

interface Style {
  readonly name: string;
  readonly element: Element;
}

/** A style and those that it is based on, nearest first. */
type Chain = readonly Style[];

const folded = (name: string): string => name.replaceAll(/[\s_-]/g, '').toLowerCase();

const chainOf = (styles: ReadonlyMap<string, Element>, id: string | undefined): Chain => {
  const chain: Style[] = [];
  let next = id;
  while (next !== undefined && chain.length < DEEPEST) {
    const element = styles.get(next);
    if (!element) return [...chain, { name: folded(next), element: { name: '', attributes: {}, children: [] } }];
    chain.push({ name: folded(valueAt(element, 'name') ?? next), element });
    next = valueAt(element, 'basedOn');
  }
  return chain;
};

const kindIn = (chain: Chain): Omit<LineStyle, 'list'> => {
  for (const { name } of chain) {
    const level = HEADING.exec(name)?.[1];
    if (level) return { kind: 'heading', level: Number(level) };
    if (name === 'title' || name === 'caption' || name === 'credit') return { kind: name };
    if (QUOTES.has(name)) return { kind: 'quote' };
  }
  return { kind: 'paragraph' };
};

const levelsOf = (numbering: Element | undefined): ((list: string, level: number) => Element | undefined) => {
  const abstracts = new Map(elementsIn(numbering, 'abstractNum').map((each) => [each.attributes.abstractNumId, each]));
  const lists = new Map(elementsIn(numbering, 'num').map((each) => [each.attributes.numId, each]));
  const levelIn = (element: Element | undefined, level: number): Element | undefined =>
    elementsIn(element, 'lvl').find(({ attributes }) => attributes.ilvl === String(level));
  return (list, level) => {
    const num = lists.get(list);
    const override = elementsIn(num, 'lvlOverride').find(({ attributes }) => attributes.ilvl === String(level));
    return levelIn(override, level) ?? levelIn(abstracts.get(valueAt(num, 'abstractNumId')), level);
  };
};

const NO_NUMBERS: ReadonlySet<string> = new Set(['bullet', 'none']);

const placeIn = (properties: Element | undefined, levels: ReturnType<typeof levelsOf>): ListPlace | undefined => {
  const list = valueAt(properties, 'numPr', 'numId');
  if (list === undefined || list === '0') return undefined;
  const level = Math.min(8, Math.max(0, Math.trunc(Number(valueAt(properties, 'numPr', 'ilvl') ?? 0)) || 0));
  const found = levels(list, level);
  if (!found) return undefined;
  const start = Math.trunc(Number(valueAt(found, 'start') ?? 1));
  return { list, level, ordered: !NO_NUMBERS.has(valueAt(found, 'numFmt') ?? 'bullet'), start: start >= 0 ? start : 1 };
};

/** What the styles and the numbering of a file say. */
export const readStyles = (styles: Element | undefined, numbering: Element | undefined): Styles => {
  const known = new Map(elementsIn(styles, 'style').map((each) => [each.attributes.styleId ?? '', each]));
  const levels = levelsOf(numbering);
  const language = elementAt(styles, 'docDefaults', 'rPrDefault', 'rPr', 'lang')?.attributes.val;
  return {
    ofParagraph: (properties) => {
      const chain = chainOf(known, valueAt(properties, 'pStyle'));
      const kind = kindIn(chain);
      if (kind.kind !== 'paragraph') return kind;
      const own = elementAt(properties, 'numPr') ? properties : undefined;
      const styled = chain.find(({ element }) => elementAt(element, 'pPr', 'numPr'));
      const list = placeIn(own ?? elementAt(styled?.element, 'pPr'), levels);
      return list ? { ...kind, list } : kind;
    },
    ofRun: (properties, mark) => {
      if (elementAt(properties, mark)) return isOn(properties, mark);
      const chain = chainOf(known, valueAt(properties, 'rStyle'));
      const styled = chain.find(({ element }) => elementAt(element, 'rPr', mark));
      return isOn(elementAt(styled?.element, 'rPr'), mark);
    },
    ...(language && /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(language) && { language }),
  };
};
