import { type Node, Slice } from 'prosemirror-model';
import { liftTarget, ReplaceStep, type Step, Transform } from 'prosemirror-transform';
import { type Article, anchorOf } from '../../shared/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { quoteAt } from '../../shared/quote.ts';
import { create, schema } from '../../shared/schema.ts';
import { plainText } from '../../shared/text.ts';

/**
 * An article in a line: `one [c:two] three\nnext`. A line end begins a paragraph, `[c:…]` is a claim `c` on its words, `[c~:…]` one
 * whose words have changed, `[c>:…]` one that was carried elsewhere, and `{c}` at the end one whose words are gone.
 */
export interface Notation {
  readonly text: string;
  readonly claims: readonly { readonly id: string; readonly from: number; readonly to: number }[];
}

/** Reads the notation; offsets are into the text without it. */
export const readNotation = (line: string): Notation => {
  const claims: { id: string; from: number; to: number }[] = [];
  const open: { id: string; from: number }[] = [];
  let text = '';
  for (let at = 0; at < line.length; at += 1) {
    const opening = /^\[(\w+):/.exec(line.slice(at));
    if (opening?.[1]) {
      open.push({ id: opening[1], from: text.length });
      at += opening[0].length - 1;
    } else if (line[at] === ']') {
      const claim = open.pop();
      if (!claim) throw new Error(`a ] without a [ in ${line}`);
      claims.push({ ...claim, to: text.length });
    } else text += line[at];
  }
  return { text, claims };
};

/** The doc of a text: an empty title and a paragraph a line. */
export const docOf = (text: string): Node => {
  const paragraphs = text.split('\n').map((line) => create('paragraph', null, line === '' ? [] : [schema.text(line)]));
  return create('doc', null, [create('title', null, []), ...paragraphs]);
};

/** Where an offset of the plain text stands in a doc. */
export const at = (doc: Node, offset: number): number => plainText(doc).positionOf(offset);

/** An article written back in the notation. */
export const write = (article: Article): string => {
  const plain = plainText(article.doc);
  const inserts: { offset: number; rank: number; text: string }[] = [];
  const orphans: string[] = [];
  const signs = { exact: '', changed: '~', moved: '>', orphaned: '' };
  for (const id of [...article.claims.keys()].sort()) {
    const { from, to, state } = anchorOf(article, id);
    if (state === 'orphaned') orphans.push(`{${id}}`);
    else {
      inserts.push({ offset: plain.offsetOf(from), rank: to - from, text: `[${id}${signs[state]}:` });
      inserts.push({ offset: plain.offsetOf(to), rank: from - to, text: ']' });
    }
  }
  const order = [...inserts].sort(
    (one, other) => one.offset - other.offset || Math.sign(one.rank) - Math.sign(other.rank) || other.rank - one.rank,
  );
  let out = '';
  let done = 0;
  for (const { offset, text } of order) {
    out += plain.text.slice(done, offset) + text;
    done = offset;
  }
  return [out + plain.text.slice(done), ...orphans].join(' ');
};

/** The parts that mark claims where the notation has them. */
export const marksOf = (doc: Node, claims: Notation['claims']): readonly AnyPart[] =>
  claims.map(({ id, from, to }) => {
    const place = { from: at(doc, from), to: at(doc, to - 1) + 1 };
    return { kind: 'claim.mark', claim: id, place, quote: quoteAt(doc, place.from, place.to), fields: {} };
  });

/** A change of the text, given the doc it is made in. */
export type Edit = (doc: Node) => readonly Step[];

const edit =
  (make: (transform: Transform) => void): Edit =>
  (doc) => {
    const transform = new Transform(doc);
    make(transform);
    return transform.steps;
  };

/** Several changes in one entry, each made in what those before it left. */
export const all =
  (...edits: readonly Edit[]): Edit =>
  (doc) => {
    const transform = new Transform(doc);
    for (const each of edits) for (const step of each(transform.doc)) transform.step(step);
    return transform.steps;
  };

/** Types text at an offset. */
export const insert = (offset: number, text: string): Edit =>
  edit((transform) => transform.insert(at(transform.doc, offset), schema.text(text)));

/** Takes the text between two offsets away. */
export const cut = (from: number, to: number): Edit =>
  edit((transform) => transform.delete(at(transform.doc, from), at(transform.doc, to)));

/** Puts text in the place of the text between two offsets, in one step. */
export const put = (from: number, to: number, text: string): Edit =>
  edit((transform) => transform.replaceWith(at(transform.doc, from), at(transform.doc, to), schema.text(text)));

/** Takes away so many characters before an offset, key by key. */
export const backspace = (offset: number, times: number): Edit =>
  edit((transform) => {
    for (let key = 0; key < times; key += 1)
      transform.delete(at(transform.doc, offset - key) - 1, at(transform.doc, offset - key));
  });

/** Begins a paragraph at an offset. */
export const split = (offset: number): Edit => edit((transform) => transform.split(at(transform.doc, offset)));

/** Joins the paragraph that begins at an offset to the one before it. */
export const join = (offset: number): Edit =>
  edit((transform) => transform.join(transform.doc.resolve(at(transform.doc, offset)).before()));

const blockRange = (doc: Node, offset: number) => {
  const $at = doc.resolve(at(doc, offset));
  const range = $at.blockRange();
  if (!range) throw new Error('there is no block here');
  return range;
};

/** Puts the block at an offset into a quotation. */
export const wrapInQuote = (offset: number): Edit =>
  edit((transform) => transform.wrap(blockRange(transform.doc, offset), [{ type: schema.nodes.blockquote as never }]));

/** Takes the block at an offset out of what it is wrapped in. */
export const lift = (offset: number): Edit =>
  edit((transform) => {
    const range = blockRange(transform.doc, offset);
    const target = liftTarget(range);
    if (target === null) throw new Error('there is nothing to lift out of');
    transform.lift(range, target);
  });

/** Puts the block at an offset into a list. */
export const wrapInList = (offset: number): Edit =>
  edit((transform) =>
    transform.wrap(blockRange(transform.doc, offset), [
      { type: schema.nodes.bullet_list as never },
      { type: schema.nodes.list_item as never },
    ]),
  );

/** Makes the block at an offset a heading. */
export const heading = (offset: number): Edit =>
  edit((transform) =>
    transform.setBlockType(at(transform.doc, offset), undefined, schema.nodes.heading as never, { level: 2 }),
  );

/** Takes the paragraph at an offset and puts it before the paragraph at another, in one change, as dragging does. */
export const drag = (offset: number, before: number): Edit =>
  edit((transform) => {
    const $from = transform.doc.resolve(at(transform.doc, offset));
    const target = transform.doc.resolve(at(transform.doc, before)).before();
    const paragraph = $from.parent;
    transform.delete($from.before(), $from.after());
    transform.insert(transform.mapping.map(target), paragraph);
  });

/** Puts other paragraphs in the place of all there are, in one step. */
export const replaceAll = (text: string): Edit =>
  edit((transform) => {
    const title = transform.doc.firstChild?.nodeSize ?? 0;
    const content = docOf(text).content.cut(2);
    transform.step(new ReplaceStep(title, transform.doc.content.size, new Slice(content, 0, 0)));
  });
