import type { OfficePart } from '../ooxml/package.ts';
import { tag } from '../ooxml/xml.ts';
import { NAMESPACES, wordType } from './namespaces.ts';
import { DEEPEST, type List } from './story.ts';

interface Style {
  readonly id: string;
  /** As word processors know it, whatever language they speak. */
  readonly name: string;
  readonly type?: 'character' | 'table';
  readonly isOwn?: boolean;
  readonly paragraph?: string;
  readonly characters?: string;
  readonly table?: string;
}

const heading = (level: number, size: number): Style => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  paragraph: `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`,
  characters: `<w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
});

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => tag(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' }))
  .join('');

const STYLES: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    paragraph: '<w:spacing w:after="240"/>',
    characters: '<w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/>',
  },
  ...[30, 26, 24, 22, 22].map((size, index) => heading(index + 1, size)),
  {
    id: 'Quote',
    name: 'Quote',
    paragraph: '<w:ind w:left="567" w:right="567"/>',
    characters: '<w:i/><w:iCs/>',
  },
  {
    id: 'Caption',
    name: 'caption',
    characters: '<w:i/><w:iCs/><w:sz w:val="20"/><w:szCs w:val="20"/>',
  },
  { id: 'Credit', name: 'Credit', isOwn: true, characters: '<w:sz w:val="20"/><w:szCs w:val="20"/>' },
  {
    id: 'Rule',
    name: 'Rule',
    isOwn: true,
    paragraph: '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>',
  },
  { id: 'ListParagraph', name: 'List Paragraph', paragraph: '<w:contextualSpacing/>' },
  {
    id: 'CommentText',
    name: 'annotation text',
    paragraph: '<w:spacing w:after="0"/>',
    characters: '<w:sz w:val="20"/><w:szCs w:val="20"/>',
  },
  {
    id: 'CommentReference',
    name: 'annotation reference',
    type: 'character',
    characters: '<w:sz w:val="16"/><w:szCs w:val="16"/>',
  },
  { id: 'Strong', name: 'Strong', type: 'character', characters: '<w:b/><w:bCs/>' },
  {
    id: 'Hyperlink',
    name: 'Hyperlink',
    type: 'character',
    characters: '<w:color w:val="0B57D0"/><w:u w:val="single"/>',
  },
  {
    id: 'HTMLCode',
    name: 'HTML Code',
    type: 'character',
    characters: '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>',
  },
  { id: 'TableGrid', name: 'Table Grid', type: 'table', table: tag('w:tblBorders', {}, BORDERS) },
];

const BASE = { character: 'DefaultParagraphFont', table: 'TableNormal', paragraph: 'Normal' } as const;

const styleXml = ({ id, name, type, isOwn, paragraph, characters, table }: Style): string =>
  tag(
    'w:style',
    { 'w:type': type ?? 'paragraph', 'w:customStyle': isOwn ? 1 : undefined, 'w:styleId': id },
    tag('w:name', { 'w:val': name }),
    tag('w:basedOn', { 'w:val': BASE[type ?? 'paragraph'] }),
    '<w:qFormat/>',
    paragraph ? tag('w:pPr', {}, paragraph) : '',
    characters ? tag('w:rPr', {}, characters) : '',
    table ? tag('w:tblPr', {}, table) : '',
  );

const DEFAULTS = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
].join('');

/** The styles of a Word file (§17.7), under the names that every word processor knows; `language` is BCP 47. */
export const stylesPart = (language: string): OfficePart => ({
  path: 'word/styles.xml',
  mediaType: wordType('styles'),
  content: tag(
    'w:styles',
    NAMESPACES,
    tag(
      'w:docDefaults',
      {},
      tag(
        'w:rPrDefault',
        {},
        tag(
          'w:rPr',
          {},
          '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/>',
          tag('w:lang', { 'w:val': language, 'w:bidi': language }),
        ),
      ),
      '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>',
    ),
    DEFAULTS,
    ...STYLES.map(styleXml),
  ),
});

const SIGNS = ['•', '◦', '▪'];

const levelXml = (list: List, level: number): string => {
  const { isOrdered = false, start = 1 } = list.levels[level] ?? {};
  return tag(
    'w:lvl',
    { 'w:ilvl': level },
    tag('w:start', { 'w:val': start }),
    tag('w:numFmt', { 'w:val': isOrdered ? 'decimal' : 'bullet' }),
    tag('w:lvlText', { 'w:val': isOrdered ? `%${level + 1}.` : SIGNS[level % SIGNS.length] }),
    tag('w:lvlJc', { 'w:val': 'left' }),
    tag('w:pPr', {}, tag('w:ind', { 'w:left': 720 * (level + 1), 'w:hanging': 360 })),
  );
};

/** The lists of a Word file (§17.9), each with a numbering of its own. */
export const numberingPart = (lists: readonly List[]): OfficePart => ({
  path: 'word/numbering.xml',
  mediaType: wordType('numbering'),
  content: tag(
    'w:numbering',
    NAMESPACES,
    ...lists.map((list) =>
      tag(
        'w:abstractNum',
        { 'w:abstractNumId': list.number },
        '<w:multiLevelType w:val="hybridMultilevel"/>',
        ...Array.from({ length: DEEPEST + 1 }, (_, level) => levelXml(list, level)),
      ),
    ),
    ...lists.map(({ number }) => tag('w:num', { 'w:numId': number }, tag('w:abstractNumId', { 'w:val': number }))),
  ),
});

/** The settings of a Word file (§17.15): as programs of today lay it out. */
export const settingsPart: OfficePart = {
  path: 'word/settings.xml',
  mediaType: wordType('settings'),
  content: tag(
    'w:settings',
    NAMESPACES,
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>',
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
  ),
};
