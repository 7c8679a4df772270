import { isRightToLeft } from '../direction.ts';
import { titleOf } from '../schema.ts';
import { aboutEdition } from './about-edition.ts';
import { authorOf, commentParts, endOf, momentOf, startOf } from './docx/comments.ts';
import { numberingPart, settingsPart, stylesPart } from './docx/fixed-parts.ts';
import { ABOUT_TAG } from './docx/labels.ts';
import { linksOf } from './docx/links.ts';
import { type Changed, marksOf } from './docx/marks.ts';
import { NAMESPACES, wordType } from './docx/namespaces.ts';
import { remarksOf } from './docx/remarks.ts';
import { type LinkTo, type Pieces, paragraphOf, paragraphOfPieces, runOf, wordsXml } from './docx/runs.ts';
import { storyOf } from './docx/story.ts';
import type { Archive, Edition, Format, Loss } from './format.ts';
import { counted, noPlaceFor } from './losses.ts';
import { type OfficePart, officePackage } from './ooxml/package.ts';
import { BEYOND_XML, tag } from './ooxml/xml.ts';

const METHOD = [
  'Each comment that begins with “Claim” is a claim that can be checked: who said it, what it came to, and on which evidence.',
  'Its answers are the discussion about it; it is done when the claim is signed. Suggested corrections are tracked changes.',
].join(' ');

/** What is told at the end: how to read the file, what it is of, and what stands on no words of the text. */
const endOfFile = (edition: Edition, placeless: readonly (readonly Pieces[])[], linkTo: LinkTo): string => {
  const words = (pieces: Pieces, style?: string): string => paragraphOfPieces(pieces, linkTo, style ? { style } : {});
  const heading = (text: string): string => words([{ text }], 'Heading1');
  const about = aboutEdition(edition).map(([label, value]) => {
    const text = String(value);
    return words([
      { text: `${label}: `, style: 'Strong' },
      { text, ...(/^https?:/.test(text) && { href: text }) },
    ]);
  });
  const content = [
    paragraphOf('<w:r><w:br w:type="page"/></w:r>'),
    ...(placeless.length === 0 ? [] : [heading('Claims and remarks whose words are not in the text any more')]),
    ...placeless.flatMap((lines) => [...lines.map((line) => words(line)), paragraphOf('', { style: 'Rule' })]),
    heading('About this file'),
    words([{ text: METHOD }]),
    ...about,
  ];
  const properties = tag(
    'w:sdtPr',
    {},
    tag('w:alias', { 'w:val': 'About this file' }),
    tag('w:tag', { 'w:val': ABOUT_TAG }),
    '<w:id w:val="1"/>',
  );
  return tag('w:sdt', {}, properties, tag('w:sdtContent', {}, ...content));
};

const SECTION = tag(
  'w:sectPr',
  {},
  '<w:pgSz w:w="11906" w:h="16838"/>',
  '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>',
);

const write = (edition: Edition): Archive => {
  const { article, desk, exportedAt } = edition;
  const { comments, ranged, changes, placeless } = remarksOf(edition);
  // Some readers look up the links of comments among those of the text: they have the same ids in both.
  const links = linksOf();
  let revisions = 0;
  const revision = (name: 'w:ins' | 'w:del', run: string, { author, at }: Changed): string => {
    revisions += 1;
    // Ids of comments and of changes are one row of numbers.
    const id = comments.length + revisions;
    return tag(name, { 'w:id': id, 'w:author': authorOf(author), 'w:date': momentOf(at) }, run);
  };
  const marks = marksOf(ranged, changes, {
    start: startOf,
    end: endOf,
    inserted: (changed) =>
      changed.instead === ''
        ? ''
        : revision('w:ins', runOf(changed.instead, {}, { isWithin: isRightToLeft(changed.instead) }), changed),
  });
  const { body, lists } = storyOf(article.doc, {
    marks,
    linkTo: links.linkTo,
    deleted: (run, changed) => revision('w:del', run, changed),
  });
  const end = endOfFile(edition, placeless, links.linkTo);
  const beside = [
    { ...stylesPart(article.origin.language || 'en'), type: 'styles' },
    { ...settingsPart, type: 'settings' },
    { ...numberingPart(lists), type: 'numbering' },
    ...commentParts(comments, links),
  ];
  const document: OfficePart = {
    path: 'word/document.xml',
    mediaType: wordType('document.main'),
    content: tag('w:document', NAMESPACES, tag('w:body', {}, body, end, SECTION)),
    relations: [
      ...beside.map(({ type, path }, index) => ({ id: `rId${index + 1}`, type, target: path.replace('word/', '') })),
      ...links.relations(),
    ],
  };
  const about = { title: titleOf(article.doc), by: desk.name, at: exportedAt };
  return officePackage(about, [document, ...beside], wordsXml);
};

const picturedIn = ({ article }: Edition): readonly Loss[] => {
  const characters = article.doc.textContent.match(BEYOND_XML)?.length ?? 0;
  const words = `${counted(characters, 'control character')} of the text, which Word cannot hold: shown by pictures.`;
  return characters === 0 ? [] : [{ kind: 'pictured', words, things: { characters } }];
};

/**
 * The article as a Word file (ECMA-376, WordprocessingML): every claim a comment on its very words, its discussion the answers to it, done when
 * it is signed; suggested corrections as tracked changes. What it says of itself, and what stands on no words any more, is told at the end.
 */
export const docx: Format = {
  label: 'Word (DOCX): the article with every claim as a comment',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  purpose: 'office',
  audience: 'desk',
  write,
  losses: (edition) => [
    ...noPlaceFor('DOCX', edition, [
      'sourceOrigins',
      'unusedSources',
      'rationaleForm',
      'signedRationales',
      'answeredCorrections',
      'pictures',
      'asides',
      'contacts',
      'workSteps',
    ]),
    ...picturedIn(edition),
  ],
};
