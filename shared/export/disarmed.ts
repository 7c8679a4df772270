/** What makes a spreadsheet calculate where a text begins, full-width and small forms too, behind white space or nothing visible. */
const FORMULA = String.raw`'*(?:(?![\t\r\n])[\p{Z}\p{Cc}\p{Cf}])*(?:[=+\-@＝＋－＠﹦﹢﹣﹫]|DDE\s*\()`;

/** A cell begins at its first character; and, for a reader that takes other separators than ours, behind each of those. */
const ARMED = new RegExp(String.raw`^(?='*[\t\r\n])|(?<=^|[;\t\r\n])(?=${FORMULA})`, 'giu');
const DISARMED = new RegExp(String.raw`^'(?='*[\t\r\n])|(?<=^|[;\t\r\n])'(?=${FORMULA})`, 'giu');

/** A text that no spreadsheet takes for a formula: an apostrophe before whatever could be one (OWASP, CSV Injection). */
export const disarmed = (text: string): string => text.replaceAll(ARMED, "'");

/** The text that was disarmed: one apostrophe before whatever could be a formula was put there by us, so nothing is lost. */
export const rearmed = (text: string): string => text.replaceAll(DISARMED, '');
