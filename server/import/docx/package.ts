import { type Element, elementAt, elementsIn, readXml } from '../xml.ts';
import { openZip, type Zip } from '../zip.ts';

/** What never says anything about words: left out while reading, so that a long text takes little memory. */
const SKIPPED: ReadonlySet<string> = new Set(
  `proofErr lastRenderedPageBreak bookmarkStart bookmarkEnd rFonts sz szCs color spacing ind jc tabs tblPr tblGrid tblPrEx
  sectPr rPrChange pPrChange tcPrChange trPrChange tblPrChange sectPrChange numberingChange shd kern w bdr pBdr permStart permEnd
  latentStyles rsids spPr style bodyPr oMathParaPr Fallback binData`.split(/\s+/),
);

/** Styles are skipped in a text, where "style" is how a shape is drawn, and read in their own file. */
const SKIPPED_IN_STYLES: ReadonlySet<string> = new Set([...SKIPPED].filter((name) => name !== 'style'));

/** The parts of a Word file that are read. */
export interface DocxParts {
  readonly document: Element;
  readonly styles?: Element | undefined;
  readonly numbering?: Element | undefined;
  readonly comments?: Element | undefined;
  /** Which comments answer which, and which are resolved. */
  readonly commentsExtended?: Element | undefined;
  readonly footnotes?: Element | undefined;
  readonly endnotes?: Element | undefined;
  /** The addresses of links by the ids of their relations. */
  readonly links: ReadonlyMap<string, string>;
}

interface Relation {
  readonly id: string;
  /** The last part of its type, which both dialects share. */
  readonly type: string;
  readonly target: string;
}

const relationsIn = (root: Element | undefined): readonly Relation[] =>
  elementsIn(root, 'Relationship').map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
    id: Id,
    type: Type.split('/').at(-1) ?? '',
    target: Target,
  }));

const readIn = async (zip: Zip, name: string, skip = SKIPPED): Promise<Element | undefined> =>
  zip.names.includes(name) ? readXml(zip.file(name), skip) : undefined;

const pathFrom = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : new URL(`${folder}${target}`, 'file:///').pathname.slice(1);

/** Reads the parts of a Word file; throws `Invalid` when it is none, is broken, or unpacks to too much. */
export const readPackage = async (file: Uint8Array, told: (done: number) => void): Promise<DocxParts> => {
  const zip = await openZip(file);
  const top = relationsIn(await readIn(zip, '_rels/.rels'));
  const path = pathFrom('', top.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml');
  const slash = path.lastIndexOf('/') + 1;
  const [folder, name] = [path.slice(0, slash), path.slice(slash)];
  const relations = relationsIn(await readIn(zip, `${folder}_rels/${name}.rels`));
  const part = (type: string, skip?: ReadonlySet<string>): Promise<Element | undefined> => {
    const target = relations.find((each) => each.type === type)?.target;
    return readIn(zip, target === undefined ? `${folder}${type}.xml` : pathFrom(folder, target), skip);
  };
  const document = await readXml(zip.file(path), SKIPPED, (bytes) => told(Math.min(0.9, bytes / (file.length * 10))));
  return {
    document,
    styles: await part('styles', SKIPPED_IN_STYLES),
    numbering: await part('numbering'),
    comments: await part('comments'),
    commentsExtended: await part('commentsExtended'),
    footnotes: await part('footnotes'),
    endnotes: await part('endnotes'),
    links: new Map(relations.filter(({ type }) => type === 'hyperlink').map(({ id, target }) => [id, target])),
  };
};

/** What an element says of itself in the attribute `val` of a child. */
export const valueAt = (element: Element | undefined, ...path: readonly string[]): string | undefined =>
  elementAt(element, ...path)?.attributes.val;

/** Whether a property is there and not switched off. */
export const isOn = (element: Element | undefined, name: string): boolean => {
  const found = elementAt(element, name);
  return found !== undefined && !['0', 'false', 'off', 'none'].includes(found.attributes.val ?? 'true');
};
