import { isRightToLeft } from '../../direction.ts';
import { BEYOND_XML, escaped, tag } from '../ooxml/xml.ts';

/** How words look. */
export interface Look {
  readonly strong?: boolean;
  readonly em?: boolean;
  readonly code?: boolean;
  /** The id of a style of characters. */
  readonly style?: string;
  /** Where the words are a link. */
  readonly href?: string;
}

/** How a link is written: under the id of a relation to its address; empty where it cannot lead there. */
export type LinkTo = (address: string) => string;

/** A text of the characters that XML has: a control character is shown by its picture (U+2400 to U+241F), another by its name. */
export const pictured = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(BEYOND_XML, (sign) =>
      sign < ' '
        ? String.fromCharCode(0x2400 + sign.charCodeAt(0))
        : `‹U+${sign.charCodeAt(0).toString(16).toUpperCase()}›`,
    );

/** Words as XML. */
export const wordsXml = (text: string): string => escaped(pictured(text));

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

const propertiesOf = (text: string, { strong, em, code, style, href }: Look, isWithin: boolean): string => {
  const characters = style ?? (href === undefined ? (code ? 'HTMLCode' : undefined) : 'Hyperlink');
  return [
    characters ? tag('w:rStyle', { 'w:val': characters }) : '',
    strong ? '<w:b/><w:bCs/>' : '',
    em ? '<w:i/><w:iCs/>' : '',
    (hasLetters(text) ? isRightToLeft(text) : isWithin) ? '<w:rtl/>' : '',
  ].join('');
};

const PIECE = /\r\n|[\r\n\t]|[^\r\n\t]+/g;

/** A run of words (ECMA-376, Part 1, §17.3.2); `isWithin` says whether it stands in a paragraph from right to left. */
export const runOf = (
  text: string,
  look: Look = {},
  { isWithin = false, isDeleted = false }: { readonly isWithin?: boolean; readonly isDeleted?: boolean } = {},
): string => {
  const properties = propertiesOf(text, look, isWithin);
  const pieces = (text.match(PIECE) ?? []).map((piece) => {
    if (piece === '\t') return '<w:tab/>';
    if (/^[\r\n]/.test(piece)) return '<w:br/>';
    return tag(isDeleted ? 'w:delText' : 'w:t', { 'xml:space': 'preserve' }, wordsXml(piece));
  });
  return tag('w:r', {}, properties && tag('w:rPr', {}, properties), ...pieces);
};

/** The same in its link, where it is one. */
export const inLink = (run: string, href: string | undefined, linkTo: LinkTo): string => {
  const id = href === undefined ? '' : linkTo(href);
  return id === '' ? run : tag('w:hyperlink', { 'r:id': id, 'w:history': 1 }, run);
};

/** Words with how they look, one after the other. */
export type Pieces = readonly (Look & { readonly text: string })[];

/** What a paragraph is. */
export interface ParagraphLook {
  readonly style?: string;
  readonly list?: { readonly number: number; readonly level: number };
  readonly isRightToLeft?: boolean;
  readonly indent?: number;
  /** In another paragraph of its story none has this id (8 hex digits). */
  readonly id?: string;
}

/** A paragraph (§17.3.1); what stands in it is XML already. */
export const paragraphOf = (
  content: string,
  { style, list, isRightToLeft: isRtl, indent, id }: ParagraphLook = {},
): string => {
  const properties = [
    style ? tag('w:pStyle', { 'w:val': style }) : '',
    list ? tag('w:numPr', {}, tag('w:ilvl', { 'w:val': list.level }), tag('w:numId', { 'w:val': list.number })) : '',
    isRtl ? '<w:bidi/>' : '',
    indent ? tag('w:ind', { 'w:left': indent }) : '',
  ].join('');
  return tag('w:p', { 'w14:paraId': id }, properties && tag('w:pPr', {}, properties), content);
};

/** A paragraph of words. */
export const paragraphOfPieces = (pieces: Pieces, linkTo: LinkTo, look: ParagraphLook = {}, before = ''): string => {
  const isRtl = isRightToLeft(pieces.map(({ text }) => text).join(''));
  const runs = pieces.map(({ text, ...each }) => inLink(runOf(text, each, { isWithin: isRtl }), each.href, linkTo));
  return paragraphOf(before + runs.join(''), { ...look, isRightToLeft: isRtl });
};
