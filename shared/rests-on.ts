import type { Article } from './article.ts';
import type { Evidence } from './evidence.ts';

type Tables = Pick<Article, 'evidence' | 'sources'>;

interface Known extends Pick<Tables, 'evidence'> {
  readonly names: readonly string[];
}

/** By the sources, then by the list: sources that nobody has any more are not held by the evidence that outlives them. */
const known = new WeakMap<Tables['sources'], WeakMap<readonly Evidence[], Known>>();

/**
 * All that evidence rests on, each once and sorted: itself as `id#revision`; where its source is a calculation, that as
 * `source@revision`, and in the same way the evidence that the inputs are from, as far as it stands. Worked out once for a list, as
 * long as the tables are the same.
 */
export const restsOn = ({ evidence, sources }: Tables, list: readonly Evidence[]): readonly string[] => {
  const lists = known.get(sources) ?? new WeakMap<readonly Evidence[], Known>();
  known.set(sources, lists);
  const before = lists.get(list);
  if (before?.evidence === evidence) return before.names;
  const names = namesIn({ evidence, sources }, list);
  lists.set(list, { evidence, names });
  return names;
};

const namesIn = ({ evidence: all, sources }: Tables, evidence: readonly Evidence[]): readonly string[] => {
  const found = new Set<string>();
  const wait = [...evidence];
  for (const { id, revision, source: from } of wait) {
    const name = `${id}#${revision}`;
    if (found.has(name)) continue;
    found.add(name);
    const source = sources.get(from);
    if (!source?.calculation) continue;
    found.add(`${from}@${source.worked?.revision ?? 0}`);
    for (const input of source.calculation.inputs) {
      const cited = all.get(input.evidence);
      if (cited && !cited.withdrawn) wait.push(cited);
    }
  }
  return [...found].sort();
};

/** The record that a name in such a list is of, and which. */
export const recordNamed = (
  name: string,
): { readonly table: 'evidence' | 'sources'; readonly id: string; readonly revision: number } => {
  const [, id = '', sign, revision] = /^(.*)([#@])(\d+)$/.exec(name) ?? [];
  return { table: sign === '@' ? 'sources' : 'evidence', id, revision: Number(revision) };
};
