import type { Fragment, Node, Schema } from 'prosemirror-model';
import { ReplaceAroundStep, ReplaceStep, Step } from 'prosemirror-transform';
import { Invalid, integer, list, own, type Parse, record, text } from '../parsing.ts';
import { parseTarget, type Targeted } from '../target.ts';
import { isRefusal, type Kind, type Part, type Refusal, refuse } from './kind.ts';
import { formOf, mayWrite, TEXT_CAPS, textAt, withText } from './texts.ts';

/** A change of a text, as ProseMirror steps in order. */
export interface TextPart extends Part, Targeted {
  readonly kind: 'text';
  readonly steps: readonly Step[];
}

const POSITIONS: Readonly<Record<string, readonly string[]>> = {
  replace: ['from', 'to'],
  replaceAround: ['from', 'gapFrom', 'gapTo', 'to'],
  addMark: ['from', 'to'],
  removeMark: ['from', 'to'],
  attr: ['pos'],
};

const openDepth = (content: Fragment, side: 'firstChild' | 'lastChild'): number => {
  const child = content[side];
  return child && !child.isLeaf ? 1 + openDepth(child.content, side) : 0;
};

const checkSlice = (step: ReplaceStep | ReplaceAroundStep, where: string): void => {
  const { content, openStart, openEnd } = step.slice;
  let nodes = 0;
  const visit = (node: Node, depth: number): void => {
    nodes += 1;
    if (nodes > TEXT_CAPS.nodes) throw new Invalid(where, `more than ${TEXT_CAPS.nodes} nodes`);
    if (depth > TEXT_CAPS.depth) throw new Invalid(where, `nested more than ${TEXT_CAPS.depth} deep`);
    if (node.isText && !node.text?.isWellFormed())
      throw new Invalid(where, 'holds half a character (a lone surrogate)');
    for (const child of node.children) visit(child, depth + 1);
  };
  for (const child of content.content) visit(child, 1);
  if (openStart > openDepth(content, 'firstChild') || openEnd > openDepth(content, 'lastChild')) {
    throw new Invalid(where, 'a slice is open deeper than it is');
  }
  if (step instanceof ReplaceAroundStep && step.insert > step.slice.size)
    throw new Invalid(where, 'inserts beyond its slice');
};

// Whether the attribute may have this value is the schema's to say, once the node is known; what nests has no end.
const parseAttribute = (step: Readonly<Record<string, unknown>>, where: string): void => {
  text(64)(own(step, 'attr'), `${where}.attr`);
  const value = own(step, 'value');
  if (typeof value === 'object' && value !== null) throw new Invalid(`${where}.value`, 'an attribute is not an object');
};

/** Reads a step of a text; ProseMirror does not defend itself against positions, slices and attributes that make no sense. */
const parseStep =
  (schema: Schema): Parse<Step> =>
  (value, where) => {
    const json = record(value, where);
    const type = own(json, 'stepType');
    const positions = typeof type === 'string' && Object.hasOwn(POSITIONS, type) ? POSITIONS[type] : undefined;
    if (!positions) throw new Invalid(`${where}.stepType`, `one of ${Object.keys(POSITIONS).join(', ')} is expected`);
    let least = 0;
    for (const name of positions) least = integer(least, 8_000_000)(own(json, name), `${where}.${name}`);
    if (type === 'attr') parseAttribute(json, where);
    if (type === 'replaceAround') integer(0, 8_000_000)(own(json, 'insert'), `${where}.insert`);
    const slice = own(json, 'slice');
    if (slice !== undefined) {
      for (const name of ['openStart', 'openEnd'])
        integer(0, TEXT_CAPS.depth)(own(record(slice, where), name) ?? 0, `${where}.slice.${name}`);
    }
    let step: Step;
    try {
      step = Step.fromJSON(schema, json);
    } catch (error) {
      throw new Invalid(where, error instanceof Error ? error.message : 'not a step');
    }
    if (step instanceof ReplaceStep || step instanceof ReplaceAroundStep) checkSlice(step, where);
    return step;
  };

const cutsCharacter = (doc: Node, position: number): boolean => {
  const { textOffset, parent, parentOffset } = doc.resolve(position);
  return textOffset > 0 && !/^[^\udc00-\udfff]/.test(parent.textBetween(parentOffset, parentOffset + 1));
};

const checkTouched = (doc: Node, from: number, to: number): void => {
  const $from = doc.resolve(from);
  const shared = $from.sharedDepth(to);
  if (shared > TEXT_CAPS.depth) throw new RangeError('nested too deep');
  const block = $from.node(shared);
  if (block.isTextblock) {
    block.check();
    return;
  }
  for (const ancestor of [$from.node(Math.max(0, shared - 1)), $from.node(shared)]) {
    if (!ancestor.type.validContent(ancestor.content)) throw new RangeError(`${ancestor.type.name} may not hold this`);
  }
  const start = $from.start(shared);
  $from.node(shared).forEach((child, offset) => {
    if (start + offset <= to && start + offset + child.nodeSize >= from) child.check();
  });
};

/** The text after a step; refused where the step does not fit or would leave what the schema or the greatest size does not allow. */
export const applyStep = (step: Step, doc: Node, most: number): Node | Refusal => {
  try {
    const ranges: [number, number][] = [];
    step.getMap().forEach((from, to, newFrom, newTo) => {
      if (cutsCharacter(doc, from) || cutsCharacter(doc, to)) throw new RangeError('cuts a character in half');
      ranges.push([newFrom, newTo]);
    });
    const { doc: after } = step.apply(doc);
    if (!after) return refuse('conflict');
    if (after.content.size > most) return refuse('too-large');
    const json = step.toJSON() as { from?: number; to?: number; pos?: number };
    if (ranges.length === 0) {
      const from = json.from ?? json.pos ?? 0;
      ranges.push([from, Math.min(after.content.size, json.to ?? from + 1)]);
    }
    for (const [from, to] of ranges) checkTouched(after, from, to);
    return after;
  } catch (error) {
    if (
      error instanceof RangeError ||
      error instanceof TypeError ||
      (error instanceof Error && error.name === 'ReplaceError')
    )
      return refuse('conflict');
    throw error;
  }
};

/** Changes of a text: the article's, or the rationale of a claim. */
export const textKind: Kind<TextPart> = {
  parse: (value, where) => {
    const fields = record(value, where);
    const target = parseTarget(own(fields, 'target'), `${where}.target`);
    const steps = list(parseStep(formOf(target).schema), TEXT_CAPS.steps)(own(fields, 'steps'), `${where}.steps`);
    if (steps.length === 0) throw new Invalid(`${where}.steps`, 'may not be empty');
    return { target, steps };
  },
  may: (article, { target }, reviewer) => mayWrite(article, target, reviewer),
  apply: (article, { target, steps }, act) => {
    let doc = textAt(article, target);
    for (const step of steps) if (!isRefusal(doc)) doc = applyStep(step, doc, formOf(target).most);
    return isRefusal(doc) ? doc : withText(article, target, doc, act);
  },
};
