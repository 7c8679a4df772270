import { Node, Schema } from 'prosemirror-model';
import type { Signature } from './claim.ts';
import { schema } from './schema.ts';
import { collapsed, wordsBetween } from './text.ts';
import type { Verdict } from './verdict.ts';

const { nodes, marks } = schema.spec;

/** What a rationale is made of: paragraphs and lists with emphasis and links, as the article has them, and nothing else. */
export const rationaleSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    ...Object.fromEntries(
      ['paragraph', 'bullet_list', 'ordered_list', 'list_item', 'text', 'hard_break'].map((name) => [
        name,
        nodes.get(name) ?? {},
      ]),
    ),
  },
  marks: Object.fromEntries(['link', 'em', 'strong'].map((name) => [name, marks.get(name) ?? {}])),
});

/** Why a claim is judged as it is: a small text that everyone may edit together. Only what was written in is in the table of them. */
export interface Rationale {
  readonly doc: Node;
  /** Everyone who changed it, each with when they last did, the latest last. */
  readonly hands: readonly Signature[];
}

const EMPTY: Rationale = { doc: rationaleSchema.node('doc', null, [rationaleSchema.node('paragraph')]), hands: [] };

/** The rationale of a claim; empty where nobody has written in it yet. */
export const rationaleOf = (rationales: ReadonlyMap<string, Rationale>, claim: string): Rationale =>
  rationales.get(claim) ?? EMPTY;

/** The words of a rationale, a block a line; empty when there are none. */
export const rationaleWords = ({ doc }: Rationale): string => wordsBetween(doc, 0, doc.content.size).trim();

/** Whether the rationale of a claim says something else now than when a verdict was signed with it. Not stale: T8 is about words and evidence. */
export const isReworded = (
  rationales: ReadonlyMap<string, Rationale>,
  { claim, rationale, shared }: Verdict,
): boolean => shared === true && collapsed(rationaleWords(rationaleOf(rationales, claim))) !== collapsed(rationale);

/** Why a claim is judged as it is, for readers: the words of its rationale; where nobody wrote any, those signed with a verdict. */
export const publishedRationale = (
  rationales: ReadonlyMap<string, Rationale>,
  claim: string,
  verdict: Verdict | undefined,
): string => rationaleWords(rationaleOf(rationales, claim)) || (verdict?.rationale ?? '');

/** Whether a rationale is more than plain paragraphs. */
export const hasForm = ({ doc }: Rationale): boolean => {
  let found = false;
  doc.descendants((node) => {
    found ||= node.marks.length > 0 || !['paragraph', 'text', 'hard_break'].includes(node.type.name);
    return !found;
  });
  return found;
};

/** The rationale with another text, signed by who made it so. */
export const rewritten = ({ hands }: Rationale, doc: Node, hand: Signature): Rationale => ({
  doc,
  hands: [...hands.filter((each) => each.reviewer !== hand.reviewer), hand],
});

/** A rationale as JSON: its text as ProseMirror writes it. */
export interface RationaleJson extends Omit<Rationale, 'doc'> {
  readonly doc: unknown;
}

/** Writes a rationale so that `rationaleFromJson` reads the same one. */
export const rationaleToJson = ({ doc, hands }: Rationale): RationaleJson => ({ doc: doc.toJSON(), hands });

export const rationaleFromJson = ({ doc, hands }: RationaleJson): Rationale => ({
  doc: Node.fromJSON(rationaleSchema, doc),
  hands,
});
