import { type Step, Transform } from 'prosemirror-transform';
import { plainText } from '../../../shared/text.ts';
import type { Chance } from '../random.ts';
import type { Person } from './person.ts';

/** Something that a person does, by chance. */
export type Deed = (person: Person, luck: Chance) => void;

/** The steps of a change that somebody makes to a text; none where it makes no sense. */
export const steps = (
  person: Person,
  make: (transform: Transform) => void,
  doc = person.editor.doc,
): readonly Step[] => {
  const transform = new Transform(doc);
  try {
    make(transform);
  } catch (error) {
    // Some choices make no sense where they fall; a person could not have made them.
    if (error instanceof RangeError || (error instanceof Error && /^(Replace|Transform)Error$/.test(error.name)))
      return [];
    throw error;
  }
  return transform.steps;
};

/** From where to where some characters of the text stand, `longest` at most. */
export const someRange = (person: Person, luck: Chance, longest: number): readonly [number, number] => {
  const plain = plainText(person.editor.doc);
  const from = luck.below(plain.text.length + 1);
  const to = Math.min(plain.text.length, from + luck.below(longest + 1));
  return [plain.positionOf(from), Math.max(plain.positionOf(from), plain.positionOf(to))];
};

/** A claim that is there, if any is. */
export const someClaim = (person: Person, luck: Chance): string | undefined => {
  const claims = [...person.session.visible.claims.keys()];
  return claims.length > 0 ? luck.pick(claims) : undefined;
};
