import type { Article } from './article.ts';
import type { Derivation } from './derivation.ts';
import type { Stance } from './evidence.ts';
import { behind, lineOf, type Sources } from './lineage.ts';
import { evidenceOf } from './outcome.ts';
import type { Source, SourceFields } from './source.ts';

/** The sources that a source comes from in the end: itself where it comes from none. */
export const rootsOf = (sources: Sources, id: string): readonly string[] =>
  [...lineOf(sources, id)].filter((each) => behind(sources, each).length === 0);

/**
 * Sources that stand together, since they have a root in common, with their roots: so many groups, so many count. One that comes from two
 * joins whatever else comes from either, so that the count never says more than is there.
 */
export interface Group {
  readonly sources: readonly string[];
  readonly roots: readonly string[];
}

/** Some sources of an article in groups that have no root in common, in the order in which the first of each is named. */
export const groupsOf = (sources: Sources, ids: readonly string[]): readonly Group[] => {
  let groups: readonly Group[] = [];
  for (const id of new Set(ids)) {
    const roots = rootsOf(sources, id);
    const joined = groups.filter((group) => group.roots.some((root) => roots.includes(root)));
    const group = {
      sources: [...joined.flatMap((each) => each.sources), id],
      roots: [...new Set([...joined.flatMap((each) => each.roots), ...roots])],
    };
    const [first] = joined;
    groups = first
      ? groups.flatMap((each) => (each === first ? [group] : joined.includes(each) ? [] : [each]))
      : [...groups, group];
  }
  return groups;
};

/** The sources of a claim's evidence of one stance, each once. */
export const citedFor = (article: Article, claim: string, stance: Stance): readonly string[] => [
  ...new Set(
    evidenceOf(article, claim)
      .filter((each) => each.stance === stance && article.sources.has(each.source))
      .map(({ source }) => source),
  ),
];

/** How many sources a claim's evidence of one stance has, and how many of them are independent. */
export const independenceOf = (article: Article, claim: string, stance: Stance) => {
  const cited = citedFor(article, claim, stance);
  const groups = groupsOf(article.sources, cited);
  return { sources: cited.length, independent: groups.length, groups };
};

/** Sources that seem to be one text, and the one that the others most likely come from. */
export interface SameText {
  readonly sources: readonly string[];
  readonly root: string;
}

const earliest = (one: Source, other: Source): number => {
  const [first, second] = [one, other].map(({ date, addedAt, id }) => `${date || '9999'} ${addedAt} ${id}`);
  return first! < second! ? -1 : 1;
};

/**
 * What is proposed of pairs of sources with the same text: the pairs that nobody has told apart and that have no root in common yet, joined.
 * The root is the one of them that most come from already, then the earliest.
 */
export const proposedRoots = (sources: Sources, pairs: readonly (readonly [string, string])[]): readonly SameText[] => {
  const open = pairs.filter(([one, other]) => isOpen(sources, one, other));
  const clusters: Set<string>[] = [];
  for (const pair of open) {
    const touched = clusters.filter((cluster) => pair.some((id) => cluster.has(id)));
    const [first = new Set<string>()] = touched;
    for (const id of [...pair, ...touched.flatMap((cluster) => [...cluster])]) first.add(id);
    for (const other of touched.slice(1)) clusters.splice(clusters.indexOf(other), 1);
    if (touched.length === 0) clusters.push(first);
  }
  return clusters.map((cluster) => {
    const members = [...cluster].flatMap((id) => sources.get(id) ?? []).sort(earliest);
    const comingFrom = (id: string): number => members.filter((each) => lineOf(sources, each.id).has(id)).length;
    const most = Math.max(...members.map(({ id }) => comingFrom(id)));
    // Never one that comes from another of them: that one has more that come from it.
    const root = members.find(({ id }) => comingFrom(id) === most)!.id;
    return { sources: members.map(({ id }) => id), root };
  });
};

const isOpen = (sources: Sources, one: string, other: string): boolean => {
  const [first, second] = [sources.get(one), sources.get(other)];
  if (!first || !second || first.apartFrom.includes(other) || second.apartFrom.includes(one)) return false;
  const roots = rootsOf(sources, one);
  return !rootsOf(sources, other).some((root) => roots.includes(root));
};

/** The fields that make all sources of a proposal come from its root, for each that does not yet. */
export const joiningFields = (
  sources: Sources,
  { sources: ids, root }: SameText,
): readonly (readonly [id: string, fields: Partial<SourceFields>])[] =>
  ids
    .filter((id) => !lineOf(sources, id).has(root))
    .map((id) => [
      id,
      {
        derivesFrom: [...(sources.get(id)?.derivesFrom ?? []), { source: root, manner: 'copy' }] satisfies Derivation[],
      },
    ]);

/** The fields that say of each two sources of a proposal that they have no root in common. */
export const partingFields = (
  sources: Sources,
  { sources: ids }: SameText,
): readonly (readonly [id: string, fields: Partial<SourceFields>])[] =>
  ids
    .slice(1)
    .map((id, index) => [
      id,
      { apartFrom: [...new Set([...(sources.get(id)?.apartFrom ?? []), ...ids.slice(0, index + 1)])] },
    ]);
