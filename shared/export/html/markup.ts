/** HTML that is written already: everything in it that came from outside has been escaped. */
export interface Markup {
  readonly html: string;
}

/** What can stand in a template: text is escaped, markup stays, of lists each; nothing for `false`, `''` and what is absent. */
export type Piece = Markup | string | number | false | undefined | readonly Piece[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What HTML takes for no text at all (§13.2.3.5): controls but for white space, halves of characters, and what is no character. */
export const NO_TEXT = /(?![\t\n\f\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

const SPECIAL = new RegExp(`[&<>"']|${NO_TEXT.source}`, 'gu');

/** Text as it may stand between tags and in an attribute in quotes: the one place that escapes. */
export const escaped = (text: string): string => text.replaceAll(SPECIAL, (each) => ENTITIES[each] ?? '\ufffd');

const written = (piece: Piece): string => {
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  if (!piece) return '';
  return 'html' in piece ? piece.html : piece.map(written).join('');
};

/** A template of HTML: what is put into it is escaped unless it is markup. Attributes stand in double quotes. */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup => ({
  html: parts.map((part, index) => part + written(pieces[index])).join(''),
});

/** What is HTML as it is: the program's own style, and JSON in which nothing ends its element. Never with words from outside. */
export const asIs = (trusted: string): Markup => ({ html: trusted });

/** Some pieces with something between them. */
export const joined = (pieces: readonly Piece[], between: Piece): Piece =>
  pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]));
