/** The names of the dialects that the parts of a Word file are written in; those that came after ECMA-376 may be passed over. */
export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
  'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
  'xmlns:w16cid': 'http://schemas.microsoft.com/office/word/2016/wordml/cid',
  'mc:Ignorable': 'w14 w15 w16cid',
} as const;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The media type of a part of a Word file. */
export const wordType = (name: string): string => `${WORD}.${name}+xml`;
