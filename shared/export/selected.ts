import type { Article } from '../article.ts';
import type { Claim } from '../claim.ts';
import { isCheckable } from '../claim-types.ts';
import { isUndecided, outcomeOf } from '../outcome.ts';
import { mainOf, partsOf } from '../relations.ts';
import type { WorkState } from '../work.ts';
import { workOf } from '../work-now.ts';
import type { Edition } from './format.ts';

/** Which claims are asked for: those that fit every list; an empty list asks nothing. */
export interface Selection {
  readonly work: readonly WorkState[];
  /** Ids of ratings, or `-none`, `-stale`, `-disputed`, `-uncheckable` for what has no rating that holds. */
  readonly outcomes: readonly string[];
  /** Ids of claims. */
  readonly claims: readonly string[];
}

/** What a claim can be asked for by. */
const outcomesOf = (article: Article, claim: Claim): readonly string[] => {
  const outcome = outcomeOf(article, claim.id);
  if (!outcome) return [isCheckable(article, claim) ? '-none' : '-uncheckable'];
  const rated = isUndecided(outcome) ? '-disputed' : outcome.rating.id;
  return outcome.stale ? [rated, '-stale'] : [rated];
};

/** Whether anything is asked. */
export const asks = ({ work, outcomes, claims }: Selection): boolean =>
  work.length + outcomes.length + claims.length > 0;

const fits = (article: Article, { work, outcomes, claims }: Selection, claim: Claim): boolean =>
  (claims.length === 0 || claims.includes(claim.id)) &&
  (work.length === 0 || work.includes(workOf(article, claim.id).state)) &&
  (outcomes.length === 0 || outcomesOf(article, claim).some((each) => outcomes.includes(each)));

/** The claims that some rest on too: another occurrence has the record of its claim, and a whole the outcomes of its parts. */
const withTied = (article: Article, ids: readonly string[]): ReadonlySet<string> => {
  const kept = new Set<string>();
  const wait = [...ids];
  for (const id of wait) {
    if (kept.has(id)) continue;
    kept.add(id);
    wait.push(mainOf(article.claims, id), ...partsOf(article.claims, id).map((part) => part.id));
  }
  return kept;
};

const only = <T>(table: ReadonlyMap<string, T>, keeps: (value: T, id: string) => boolean): ReadonlyMap<string, T> =>
  new Map([...table].filter(([id, value]) => keeps(value, id)));

const onlyAbout = (contacts: Article['contacts'], kept: ReadonlySet<string>): Article['contacts'] =>
  new Map(
    [...contacts].flatMap(([id, contact]) => {
      const questions = contact.questions.filter(({ claim }) => kept.has(claim));
      return questions.length === 0 ? [] : [[id, { ...contact, questions }]];
    }),
  );

/** An edition with the claims that are asked for, with all that belongs to them, and those that they rest on; it says so itself. */
export const selectedEdition = (edition: Edition, selection: Selection): Edition => {
  if (!asks(selection)) return edition;
  const { article } = edition;
  const standing = [...article.claims.values()].filter((claim) => !claim.withdrawn);
  const chosen = standing.filter((claim) => fits(article, selection, claim)).map(({ id }) => id);
  const kept = withTied(article, chosen);
  const ofKept = ({ claim }: { readonly claim: string }): boolean => kept.has(claim);
  return {
    ...edition,
    selection: { ...selection, shown: kept.size, of: standing.length },
    asked: onlyAbout(edition.asked, kept),
    article: {
      ...article,
      claims: only(article.claims, (_, id) => kept.has(id)),
      evidence: only(article.evidence, ofKept),
      verdicts: only(article.verdicts, ofKept),
      decisions: only(article.decisions, ofKept),
      rationales: only(article.rationales, (_, id) => kept.has(id)),
      work: only(article.work, (_, id) => kept.has(id)),
      threads: only(article.threads, ({ claim }) => claim === undefined || kept.has(claim)),
      contacts: onlyAbout(article.contacts, kept),
    },
  };
};

/** What a file says of its selection: "2 of 11 claims (work: signed; outcome: false)". Empty where it has all claims. */
export const selectionInWords = ({ selection }: Pick<Edition, 'selection'>): string => {
  if (!selection) return '';
  const { work, outcomes, claims, shown, of } = selection;
  const asked = [
    work.length > 0 && `work: ${work.join(', ')}`,
    outcomes.length > 0 && `outcome: ${outcomes.join(', ')}`,
    claims.length > 0 && `chosen: ${claims.length}`,
  ].filter((each) => each !== false);
  return `${shown} of ${of} claims (${asked.join('; ')})`;
};
