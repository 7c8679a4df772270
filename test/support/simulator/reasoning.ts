import { Fragment, type Node, type Schema, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step, type Transform } from 'prosemirror-transform';
import { quoteAt } from '../../../shared/quote.ts';
import { rationaleSchema } from '../../../shared/rationale.ts';
import { schema } from '../../../shared/schema.ts';
import type { Target } from '../../../shared/target.ts';
import { plainText } from '../../../shared/text.ts';
import type { Chance } from '../random.ts';
import { type Deed, someRange, steps } from './deed.ts';
import type { Person } from './person.ts';

const rationaleBy = (person: Person, luck: Chance): { readonly target: Target; readonly doc: Node } | undefined => {
  const { claims, rationales } = person.session.visible;
  const open = [...claims.values()].filter((claim) => !claim.withdrawn);
  if (open.length === 0) return undefined;
  // People crowd where there is something written already.
  const written = open.filter((claim) => rationales.has(claim.id));
  const { id } = luck.pick(written.length > 0 && luck.likely(0.7) ? written : open);
  const target = { rationale: id };
  return { target, doc: person.editors.of(target).doc };
};

const bullets = (writing: Transform, at: number): void => {
  const range = writing.doc.resolve(at).blockRange();
  const { bullet_list, list_item } = rationaleSchema.nodes;
  if (range?.depth === 0 && bullet_list && list_item) writing.wrap(range, [{ type: bullet_list }, { type: list_item }]);
};

/** Words of a reason: none that an edit of the article's own words could come to by chance, since they may be secret (T11). */
const reason = (word: string): string => `?${word}`;

export const reasons: Deed = (person, luck) => {
  const { target, doc } = rationaleBy(person, luck) ?? {};
  if (!target || !doc) return;
  const at = (longest: number): readonly [number, number] => {
    const plain = plainText(doc);
    const from = luck.below(plain.text.length + 1);
    return [plain.positionOf(from), plain.positionOf(Math.min(plain.text.length, from + luck.below(longest + 1)))];
  };
  const [from, to] = at(8);
  const what = luck.next();
  const strong = rationaleSchema.mark('strong');
  const write = (writing: Transform): void => {
    if (what < 0.5) writing.insert(from, rationaleSchema.text(reason(person.wordToKeep())));
    else if (what < 0.65 && from < to) writing.delete(from, to);
    else if (what < 0.75)
      writing.replaceWith(from, Math.max(from, to), rationaleSchema.text(reason(person.wordToKeep())));
    else if (what < 0.85) writing.split(from);
    else if (what < 0.9) bullets(writing, from);
    else if (from < to) writing.addMark(from, to, strong);
  };
  person.edits(steps(person, write, doc), target);
};

/** Marks a claim, says why at once, and writes in the article too: one operation over three texts. */
export const marksWithReasons: Deed = (person, luck) => {
  const { doc } = person.editor;
  const [from, to] = someRange(person, luck, 25);
  const quote = quoteAt(doc, from, to);
  if (quote.exact.trim() === '') return;
  const claim = person.newId();
  const other = rationaleBy(person, luck);
  const word = (schema: Schema): readonly Step[] => {
    const typed = schema === rationaleSchema ? reason(person.word()) : person.word();
    return [new ReplaceStep(1, 1, new Slice(Fragment.from(schema.text(typed)), 0, 0))];
  };
  person.does(
    [
      { kind: 'claim.mark', claim, place: { from, to }, quote, fields: {} },
      { kind: 'text', target: { rationale: claim }, steps: word(rationaleSchema) },
      { kind: 'text', target: 'body', steps: word(schema) },
      ...(other ? [{ kind: 'text', target: other.target, steps: word(rationaleSchema) } as const] : []),
    ],
    luck.likely(0.5) ? true : undefined,
  );
};

export const undoesReasons: Deed = (person, luck) => {
  const found = rationaleBy(person, luck);
  if (found) person.undoes(found.target);
};

export const redoesReasons: Deed = (person, luck) => {
  const found = rationaleBy(person, luck);
  if (found) person.redoes(found.target);
};
