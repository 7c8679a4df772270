import type { RefusalReason } from './operations/kind.ts';
import type { Source, SourceFields } from './source.ts';

/** The sources of an article, by id. */
export type Sources = ReadonlyMap<string, Source>;

/** The sources that a source comes from at first hand. */
export const behind = (sources: Sources, id: string): readonly string[] =>
  (sources.get(id)?.derivesFrom ?? []).map(({ source }) => source).filter((source) => sources.has(source));

/** A source with all that it comes from, at first hand and further back. */
export const lineOf = (sources: Sources, id: string): ReadonlySet<string> => {
  const line = new Set([id]);
  for (const each of line) for (const source of behind(sources, each)) line.add(source);
  return line;
};

/** Why some fields of a source cannot be; nothing when they can. */
export const whyNotDerived = (
  sources: Sources,
  id: string,
  { derivesFrom = [], apartFrom = [] }: Partial<SourceFields>,
): RefusalReason | undefined => {
  const from = derivesFrom.map(({ source }) => source);
  if ([...from, ...apartFrom].includes(id)) return 'source-circle';
  if (![...from, ...apartFrom].every((source) => sources.has(source))) return 'unknown';
  return from.some((source) => lineOf(sources, source).has(id)) ? 'source-circle' : undefined;
};
