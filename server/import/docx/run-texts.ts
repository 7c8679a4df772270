import { type Element, elementsIn, textIn } from '../xml.ts';

/** What stands in a run: words, a text box, the mark of a note, or a piece of a field. */
export type Piece =
  | { readonly text: string }
  | { readonly box: Element }
  | { readonly note: 'footnote' | 'endnote'; readonly id: string }
  | { readonly field: string }
  | { readonly instruction: string };

/** Symbols of fonts of symbols have no words of their own. */
const symbolOf = (code: string): string => {
  const value = Number.parseInt(code, 16);
  return Number.isNaN(value) || value < 0x20 || (value >= 0xd800 && value < 0xf900) || value > 0xffff
    ? ''
    : String.fromCharCode(value);
};

const breakOf = (type: string | undefined): string => (type === 'page' || type === 'column' ? '' : '\n');

const boxesIn = (element: Element): readonly Piece[] =>
  elementsIn(element).flatMap((child) => (child.name === 'txbxContent' ? [{ box: child }] : boxesIn(child)));

/** What stands in a run, in order. */
export const runTexts = (run: Element): readonly Piece[] =>
  elementsIn(run).flatMap((child): readonly Piece[] => {
    const { id = '', type, char = '', fldCharType = '' } = child.attributes;
    switch (child.name) {
      case 't':
      case 'delText':
        return [{ text: textIn(child) }];
      case 'tab':
        return [{ text: '\t' }];
      case 'br':
        return [{ text: breakOf(type) }];
      case 'cr':
        return [{ text: '\n' }];
      case 'noBreakHyphen':
        return [{ text: '\u2011' }];
      case 'softHyphen':
        return [{ text: '\u00ad' }];
      case 'sym':
        return [{ text: symbolOf(char) }];
      case 'footnoteReference':
        return [{ note: 'footnote', id }];
      case 'endnoteReference':
        return [{ note: 'endnote', id }];
      case 'fldChar':
        return [{ field: fldCharType }];
      case 'instrText':
      case 'delInstrText':
        return [{ instruction: textIn(child) }];
      case 'ruby':
        return elementsIn(child, 'rubyBase').flatMap((base) => elementsIn(base).flatMap(runTexts));
      case 'AlternateContent':
      case 'drawing':
      case 'pict':
      case 'object':
        return boxesIn(child);
      default:
        return [];
    }
  });
