import type { Archive } from '../format.ts';
import { tag, xmlPart } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** What a part leads to: another part, by its path from the folder of this one, or an address outside. */
export interface Relation {
  readonly id: string;
  /** A whole type, or the last part of one of ECMA-376, Part 1. */
  readonly type: string;
  readonly target: string;
  readonly isOutside?: boolean;
}

/** A part of a package (ECMA-376, Part 2). */
export interface OfficePart {
  readonly path: string;
  readonly mediaType: string;
  /** Its root element. */
  readonly content: string;
  readonly relations?: readonly Relation[];
}

/** What a package says of itself. */
export interface About {
  readonly title: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const relationsPart = (relations: readonly Relation[]): string =>
  xmlPart(
    tag(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      ...relations.map(({ id, type, target, isOutside }) =>
        tag('Relationship', {
          Id: id,
          Type: type.includes('/') ? type : `${OFFICE}/${type}`,
          Target: target,
          TargetMode: isOutside ? 'External' : undefined,
        }),
      ),
    ),
  );

const relationsPathOf = (path: string): string => path.replace(/[^/]*$/, (name) => `_rels/${name}.rels`);

const core = ({ title, by, at }: About, text: (words: string) => string): OfficePart => ({
  path: 'docProps/core.xml',
  mediaType: 'application/vnd.openxmlformats-package.core-properties+xml',
  content: tag(
    'cp:coreProperties',
    {
      'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    tag('dc:title', {}, text(title)),
    tag('dc:creator', {}, text(by)),
    tag('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, text(at)),
    tag('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, text(at)),
  ),
});

const app: OfficePart = {
  path: 'docProps/app.xml',
  mediaType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  content: tag(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    tag('Application', {}, 'Touchstone'),
  ),
};

const contentTypes = (parts: readonly OfficePart[]): string =>
  xmlPart(
    tag(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      tag('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      tag('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ...parts.map(({ path, mediaType }) => tag('Override', { PartName: `/${path}`, ContentType: mediaType })),
    ),
  );

/** A package of parts, the first of which is what it is all about; `text` writes words as XML. */
export const officePackage = (
  about: About,
  parts: readonly [OfficePart, ...OfficePart[]],
  text: (words: string) => string,
): Archive => {
  const all = [...parts, core(about, text), app];
  const top: readonly Relation[] = [
    { id: 'rId1', type: 'officeDocument', target: parts[0].path },
    { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
  ];
  return {
    parts: [
      { path: '[Content_Types].xml', content: contentTypes(all) },
      { path: '_rels/.rels', content: relationsPart(top) },
      ...all.flatMap(({ path, content, relations = [] }) => [
        { path, content: xmlPart(content) },
        ...(relations.length > 0 ? [{ path: relationsPathOf(path), content: relationsPart(relations) }] : []),
      ]),
    ],
  };
};
