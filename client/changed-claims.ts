import type { Article } from '../shared/article.ts';
import { mainOf, occurrencesOf, parentOf } from '../shared/relations.ts';

/** Claims, or all of them where it is not known which. */
export type Some = ReadonlySet<string> | 'all';

type Table<T> = ReadonlyMap<string, T>;

/** The records that are other than in an earlier table; nothing when some are there no more, as after something was taken back. */
const changedRecords = <T>(before: Table<T>, after: Table<T>): readonly T[] | undefined => {
  if (before === after) return [];
  const changed: T[] = [];
  let found = 0;
  for (const [id, record] of after) {
    const was = before.get(id);
    if (was !== undefined) found += 1;
    if (was !== record) changed.push(record);
  }
  return found === before.size ? changed : undefined;
};

/** The tables of records that belong to a claim. */
const BELONGING = ['evidence', 'verdicts', 'decisions', 'work'] as const satisfies readonly (keyof Article)[];

/** Adds to some claims all whose outcome follows from theirs: other occurrences, and the claims that they are parts of. */
const withTied = (some: Set<string>, tables: readonly Article['claims'][]): Some => {
  const waiting = [...some];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const claims of tables) {
      const main = mainOf(claims, id);
      for (const tied of [main, parentOf(claims, id), ...occurrencesOf(claims, main).map((claim) => claim.id)]) {
        if (tied === undefined || some.has(tied)) continue;
        some.add(tied);
        waiting.push(tied);
      }
    }
  return some;
};

/**
 * The claims of which the record, the words, the evidence and what that rests on, the answers, the judgements or the work may be other than in an
 * earlier article, or those of a claim that they follow. Typing costs what stands near it: claims that were only shifted along with their text are not among them.
 */
export const changedClaims = (before: Article | undefined, after: Article): Some => {
  if (!before || before.settings !== after.settings || before.scales !== after.scales) return 'all';
  const touched = after.anchors.touchedSince(before.anchors);
  const claims = changedRecords(before.claims, after.claims);
  if (!touched || !claims) return 'all';
  const some = new Set([...touched.filter((id) => after.claims.has(id)), ...claims.map(({ id }) => id)]);
  for (const table of BELONGING) {
    const records = changedRecords<{ readonly claim: string }>(before[table], after[table]);
    if (!records) return 'all';
    for (const { claim } of records) some.add(claim);
  }
  // A calculation rests on the evidence of other claims, too.
  if (before.sources !== after.sources || before.evidence !== after.evidence)
    for (const { claim, source } of after.evidence.values()) {
      const is = after.sources.get(source);
      if (is?.calculation || is !== before.sources.get(source)) some.add(claim);
    }
  const contacts = changedRecords(before.contacts, after.contacts);
  if (!contacts) return 'all';
  for (const { id, questions } of contacts)
    for (const { claim } of [...questions, ...(before.contacts.get(id)?.questions ?? [])]) some.add(claim);
  return withTied(some, before.claims === after.claims ? [after.claims] : [before.claims, after.claims]);
};
