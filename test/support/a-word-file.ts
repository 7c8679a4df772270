import assert from 'node:assert/strict';
import { type Element, elementAt, elementsIn, textIn } from '../../server/import/xml.ts';
import type { Written } from './export-contract.ts';
import { openPackage } from './office-package.ts';

/** Which elements may stand in an element, in this order (ECMA-376, Part 1, Annex A); one that is not named here or below holds nothing. */
const ORDERS: Readonly<Record<string, string>> = {
  document: 'body',
  pPr: 'pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs bidi spacing ind contextualSpacing jc outlineLvl rPr',
  rPr: 'rStyle rFonts b bCs i iCs color sz szCs u rtl lang',
  numPr: 'ilvl numId',
  tbl: 'tblPr tblGrid tr',
  tblPr: 'tblStyle tblW tblInd tblBorders tblCellMar',
  tr: 'trPr tc',
  tcPr: 'tcW gridSpan vMerge',
  sdt: 'sdtPr sdtContent',
  sdtPr: 'alias tag id',
  sectPr: 'pgSz pgMar',
  styles: 'docDefaults style',
  docDefaults: 'rPrDefault pPrDefault',
  style: 'name basedOn qFormat pPr rPr tblPr',
  numbering: 'abstractNum num',
  abstractNum: 'multiLevelType lvl',
  lvl: 'start numFmt lvlText lvlJc pPr',
  num: 'abstractNumId',
  settings: 'zoom defaultTabStop compat',
  rPrDefault: 'rPr',
  pPrDefault: 'pPr',
  tblGrid: 'gridCol',
  tblBorders: 'top left bottom right insideH insideV',
  tblCellMar: 'top left bottom right',
  pBdr: 'top left bottom right between bar',
  tabs: 'tab',
  trPr: 'cantSplit tblHeader',
};

/** Which elements may stand in an element in any order. */
const MIXES: Readonly<Record<string, string>> = {
  body: 'p tbl sdt sectPr',
  sdtContent: 'p tbl',
  tc: 'tcPr p tbl',
  comment: 'p',
  comments: 'comment',
  p: 'pPr r hyperlink ins del commentRangeStart commentRangeEnd',
  hyperlink: 'r ins del',
  ins: 'r',
  del: 'r',
  r: 'rPr t delText br tab commentReference annotationRef',
};

const inPlace = (element: Element): void => {
  const names = elementsIn(element).map(({ name }) => name);
  const order = ORDERS[element.name]?.split(' ');
  const mix = MIXES[element.name]?.split(' ');
  assert.ok(mix ?? order ?? names.length === 0, `nothing is known of what stands in ${element.name}: ${names}`);
  let last = 0;
  for (const name of names) {
    if (mix) assert.ok(mix.includes(name), `${name} in ${element.name}`);
    if (!order) continue;
    const at = order.indexOf(name);
    assert.ok(at >= last, `${name} stands in the wrong place in ${element.name}`);
    last = at;
  }
  for (const properties of mix ? ['pPr', 'rPr', 'tcPr'] : [])
    assert.ok(names.lastIndexOf(properties) <= 0, `${properties} comes first in ${element.name}, and once`);
  if (element.name === 'tc') assert.equal(names.at(-1), 'p', 'a cell ends with a paragraph');
  if (element.name === 'tr') assert.ok(names.includes('tc'), 'a row has a cell');
  if (element.name === 'body') assert.equal(names.indexOf('sectPr'), names.length - 1);
};

const below = (element: Element): readonly Element[] => elementsIn(element).flatMap((each) => [each, ...below(each)]);

const unique = (values: readonly (string | undefined)[], what: string): void => {
  assert.ok(!values.includes(undefined), `${what} is missing`);
  assert.equal(new Set(values).size, values.length, `${what} stands there twice`);
};

/** The words of elements: of runs that stand, are taken out or are put in. */
const wordsOf = (run: Element): string =>
  elementsIn(run)
    .map((each) => ({ t: textIn(each), delText: textIn(each), br: '\n', tab: '\t' })[each.name] ?? '')
    .join('');

/** A control character for the picture that it was shown by, and what has no picture for its name. */
export const unpictured = (text: string): string =>
  text
    .replaceAll(/[\u2400-\u241f]/g, (picture) => String.fromCharCode(picture.charCodeAt(0) - 0x2400))
    .replaceAll(/‹U\+(FFF[EF])›/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** A comment as a word processor has it. */
export interface ReadComment {
  readonly id: string;
  readonly author: string | undefined;
  readonly date: string | undefined;
  /** Of each of its paragraphs. */
  readonly lines: readonly string[];
  /** The words that it stands on, before any change. */
  readonly words: string;
  readonly answers: string | undefined;
  readonly isDone: boolean;
}

/** A Word file as a word processor has it. */
export interface ReadWordFile {
  readonly body: Element;
  readonly comments: readonly ReadComment[];
  /** The text with every change declined, and with every change accepted: a paragraph a line, what is told at the end left out. */
  readonly before: string;
  readonly after: string;
  /** The words of every run of text and comments. */
  readonly runs: readonly string[];
}

const runsIn = (element: Element, within = ''): readonly { readonly words: string; readonly within: string }[] =>
  elementsIn(element).flatMap((child) => {
    if (child.name === 'r') return [{ words: wordsOf(child), within }];
    return runsIn(child, child.name === 'ins' || child.name === 'del' ? child.name : within);
  });

const rangesIn = (body: Element): ReadonlyMap<string, string> => {
  const open = new Map<string, string>();
  const closed = new Map<string, string>();
  const marked = new Set<string>();
  const walk = (element: Element, isAdded: boolean): void => {
    for (const child of elementsIn(element)) {
      const { id = '' } = child.attributes;
      if (child.name === 'commentRangeStart') {
        assert.ok(!open.has(id) && !closed.has(id), `the comment ${id} begins twice`);
        open.set(id, '');
      } else if (child.name === 'commentRangeEnd') {
        closed.set(id, open.get(id) ?? assert.fail(`the comment ${id} ends before it begins`));
        open.delete(id);
      } else if (child.name === 'commentReference') {
        assert.ok(closed.has(id) && !marked.has(id), `the mark of the comment ${id}`);
        marked.add(id);
      } else if (child.name === 'r' && !isAdded) {
        for (const [each, words] of open) open.set(each, words + wordsOf(child));
        walk(child, isAdded);
      } else walk(child, isAdded || child.name === 'ins');
      if (child.name === 'p') for (const [each, words] of open) open.set(each, `${words}\n`);
    }
  };
  walk(body, false);
  assert.equal(open.size, 0, 'a comment does not end');
  assert.deepEqual([...marked].sort(), [...closed.keys()].sort(), 'each range has its mark');
  return closed;
};

const paragraphsIn = (element: Element): readonly Element[] => below(element).filter(({ name }) => name === 'p');

/** Reads a Word file, and holds it to what ECMA-376 and what came after it ask of one. */
export const readWordFile = async (written: Written): Promise<ReadWordFile> => {
  const { part, targets } = await openPackage(written);
  const document = part('word/document.xml');
  const comments = part('word/comments.xml');
  const body = elementAt(document, 'body') ?? assert.fail('there is no body');
  const all = [document, ...below(document), ...below(comments)];
  for (const element of [...all, ...below(part('word/styles.xml')), ...below(part('word/numbering.xml'))])
    inPlace(element);

  const styles = new Set(elementsIn(part('word/styles.xml'), 'style').map(({ attributes }) => attributes.styleId));
  const lists = new Set(elementsIn(part('word/numbering.xml'), 'num').map(({ attributes }) => attributes.numId));
  for (const { name, attributes } of all) {
    if (['pStyle', 'rStyle', 'tblStyle'].includes(name))
      assert.ok(styles.has(attributes.val), `no style ${attributes.val}`);
    if (name === 'numId') assert.ok(lists.has(attributes.val), `no list ${attributes.val}`);
  }
  for (const [path, root] of [
    ['word/document.xml', document],
    ['word/comments.xml', comments],
  ] as const)
    for (const { name, attributes } of below(root))
      if (name === 'hyperlink') assert.ok(targets(path).has(attributes.id ?? ''), `a link of ${path} leads nowhere`);
  for (const element of all.filter(({ name }) => name === 'del'))
    assert.ok(!below(element).some(({ name }) => name === 't'), 'words that are taken out are no text');
  for (const element of all.filter(({ name }) => name === 'r'))
    if (wordsOf(element) === '') assert.ok(!elementAt(element, 't'), 'a run of nothing');

  const said = elementsIn(comments, 'comment');
  unique(
    said.map(({ attributes }) => attributes.id),
    'the id of a comment',
  );
  unique(
    below(document)
      .filter(({ name }) => name === 'ins' || name === 'del')
      .map(({ attributes }) => attributes.id),
    'the id of a change',
  );
  const paragraphIds = all.flatMap(({ name, attributes }) =>
    name === 'p' && attributes.paraId ? [attributes.paraId] : [],
  );
  unique(paragraphIds, 'the id of a paragraph');
  for (const id of paragraphIds) assert.match(id, /^[0-7][0-9A-F]{7}$/);
  const extended = elementsIn(part('word/commentsExtended.xml')).map(({ attributes }) => attributes);
  const lasting = elementsIn(part('word/commentsIds.xml')).map(({ attributes }) => attributes);
  const lastOf = (comment: Element): string | undefined => elementsIn(comment, 'p').at(-1)?.attributes.paraId;
  assert.deepEqual(
    extended.map(({ paraId }) => paraId),
    said.map(lastOf),
  );
  assert.deepEqual(
    lasting.map(({ paraId }) => paraId),
    said.map(lastOf),
  );
  unique(
    lasting.map(({ durableId }) => durableId),
    'the lasting id of a comment',
  );
  const people = elementsIn(part('word/people.xml')).map(({ attributes }) => attributes.author);
  unique(people, 'somebody');
  const ids = new Map(said.map((each) => [lastOf(each), each.attributes.id]));
  const ranges = rangesIn(body);

  const about = elementsIn(body, 'sdt');
  const story = elementsIn(body).filter((each) => !about.includes(each));
  const textWithout = (gone: string): string =>
    story
      .flatMap((each) => (each.name === 'p' ? [each] : paragraphsIn(each)))
      .map((each) =>
        runsIn(each)
          .filter(({ within }) => within !== gone)
          .map(({ words }) => words)
          .join(''),
      )
      .filter((line) => line !== '')
      .join('\n');
  return {
    body,
    comments: said.map((each, index) => {
      const { id = '', author, date } = each.attributes;
      assert.ok(author === undefined || people.includes(author), `${author} is nobody`);
      const { paraIdParent, done } = extended[index] ?? {};
      const answers =
        paraIdParent === undefined ? undefined : (ids.get(paraIdParent) ?? assert.fail('answers nothing'));
      const lines = elementsIn(each, 'p').map((line) =>
        runsIn(line)
          .map(({ words }) => words)
          .join(''),
      );
      const words = ranges.get(id) ?? assert.fail(`the comment ${id} stands on nothing`);
      return { id, author, date, lines, words, answers, isDone: done === '1' };
    }),
    before: textWithout('ins'),
    after: textWithout('del'),
    runs: [body, comments].flatMap((each) => runsIn(each).map(({ words }) => words)),
  };
};
