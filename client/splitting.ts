import { anchorOf } from '../shared/article.ts';
import type { Claim } from '../shared/claim.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import { mainOf, occurrencesOf } from '../shared/relations.ts';
import { type Command, doing, noParts, type Sight } from './commands.ts';
import { type Elsewhere, elsewhere } from './occurrences.ts';
import { placeAndQuote, trimmed, type Words } from './words-selected.ts';

const standing = ({ article }: Sight, claim: string): boolean => {
  const record = article.claims.get(claim);
  return record !== undefined && !record.withdrawn && mainOf(article.claims, claim) === claim;
};

/** The words that a new part of a claim is marked on: those selected within the claim, else all the claim's; none for an orphan. */
export const wordsOfPartIn = ({ article, selection }: Sight, claim: string): Words | undefined => {
  const { from, to } = anchorOf(article, claim);
  const words = trimmed(article.doc, selection);
  const within = words && words.from >= from && words.to <= to ? words : undefined;
  return within ?? (from < to ? { from, to } : undefined);
};

/** Who said a claim, where and when: of its parts the same is so until somebody says otherwise. */
const saidOf = (claim: Claim | undefined): Pick<Claim, 'attribution' | 'saidOn' | 'saidAt'> | undefined =>
  claim && { attribution: claim.attribution, saidOn: claim.saidOn, saidAt: claim.saidAt };

/** Marks a part of a claim that can be understood, and checked, without the rest of it. */
export const addPart = (parent: string, statement: string): Command =>
  doing(
    (sight) => {
      const words = standing(sight, parent) ? wordsOfPartIn(sight, parent) : undefined;
      if (!words) return noParts;
      const fields = { statement, parent, ...saidOf(sight.article.claims.get(parent)) };
      return [{ kind: 'claim.mark', claim: sight.newId(), ...placeAndQuote(sight.article.doc, words), fields }];
    },
    () => ({ unselect: true }),
  );

/** Says of words elsewhere that they say the same as a claim; each place is another occurrence of it. */
export const markOccurrences = (claim: string, places: readonly Elsewhere[]): Command =>
  doing(({ article, newId }) => {
    const sameAs = mainOf(article.claims, claim);
    return places.map(
      (place): AnyPart =>
        place.claim === undefined
          ? { kind: 'claim.mark', claim: newId(), ...placeAndQuote(article.doc, place), fields: { sameAs } }
          : { kind: 'claim.revise', claim: place.claim, fields: { sameAs } },
    );
  });

/** Opens, in the card, the form that splits the claim. */
export const splitClaim: Command = (sight, dispatch) => {
  const { claim } = sight;
  if (claim === undefined || !addPart(claim, '')(sight)) return false;
  dispatch?.({ form: 'part' });
  return true;
};

/** Looks for the words of the open claim elsewhere. */
export const findElsewhere: Command = (sight, dispatch) => {
  const { article, claim } = sight;
  if (claim === undefined || article.claims.get(claim)?.withdrawn || elsewhere(article, claim).length === 0)
    return false;
  dispatch?.({ form: 'elsewhere', claim: mainOf(article.claims, claim) });
  return true;
};

/** Goes to the next place that says the same as the open claim, and round again. */
export const nextOccurrence: Command = ({ article, claim }, dispatch) => {
  if (claim === undefined || !article.claims.has(claim)) return false;
  const main = mainOf(article.claims, claim);
  const all = [main, ...occurrencesOf(article.claims, main).map(({ id }) => id)];
  const placed = all.toSorted((one, other) => anchorOf(article, one).from - anchorOf(article, other).from);
  const next = placed[(placed.indexOf(claim) + 1) % placed.length];
  if (placed.length < 2 || next === undefined) return false;
  dispatch?.({ claim: next });
  return true;
};
