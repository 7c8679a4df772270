const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text of the characters that XML 1.0 has (§2.2) as it stands in an element or an attribute, line ends and tabs kept. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"\t\n\r]/g, (sign) => SIGNS[sign] ?? sign);

/** Whether XML 1.0 has no way to hold a character, not even by its number. */
const NO_XML = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff';

/** What XML 1.0 cannot hold, one at a time. */
export const BEYOND_XML = new RegExp(`[${NO_XML}]`, 'g');

/** The values of attributes; one that is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('');

/** An element; what stands in it is XML already. */
export const tag = (name: string, attributes: Attributes = {}, ...content: readonly string[]): string => {
  const inner = content.join('');
  return inner === ''
    ? `<${name}${attributesOf(attributes)}/>`
    : `<${name}${attributesOf(attributes)}>${inner}</${name}>`;
};

/** A part of a package: one element with its declaration. */
export const xmlPart = (root: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
