import { type Article, withRecord } from '../article.ts';
import { parseSome, someOf, withEmpty } from '../fields.ts';
import { whyNotDerived } from '../lineage.ts';
import { Invalid, identifier, record } from '../parsing.ts';
import { SOURCE_FIELDS, type SourceFields, withFields } from '../source.ts';
import { keptVisibilities } from '../visibility.ts';
import { type Kind, type Part, refuse } from './kind.ts';
import { atLeast, mayShow } from './may.ts';
import { tracesOfRecord } from './traces.ts';

/** Adds a source to the article's sources. */
export interface AddSource extends Part {
  readonly kind: 'source.add';
  readonly source: string;
  readonly fields: Partial<SourceFields>;
}

/** Changes fields of a source; the others stay. */
export interface ReviseSource extends Part {
  readonly kind: 'source.revise';
  readonly source: string;
  readonly fields: Partial<SourceFields>;
}

const parse: Kind<AddSource>['parse'] = (value, where) => {
  const fields = record(value, where);
  return {
    source: identifier(fields.source, `${where}.source`),
    fields: parseSome(SOURCE_FIELDS)(fields.fields, `${where}.fields`),
  };
};

const addSource: Kind<AddSource> = {
  parse: (value, where) => {
    const part = parse(value, where);
    if (!part.fields.title?.trim() && !part.fields.url)
      throw new Invalid(`${where}.fields`, 'a title or an address is expected');
    return part;
  },
  may: atLeast('annotator'),
  apply: (article: Article, part, act) => {
    if (article.sources.has(part.source)) return refuse('exists');
    const why = whyNotDerived(article.sources, part.source, part.fields);
    if (why) return refuse(why);
    const source = {
      ...withEmpty(SOURCE_FIELDS, {}),
      id: part.source,
      reviewer: act.reviewer,
      addedAt: act.at,
    };
    return withRecord(article, 'sources', source.id, withFields(source, part.fields));
  },
  // A source that no evidence rests on does no harm: it stays, and says that it is not used.
  invert: () => [],
};

const reviseSource: Kind<ReviseSource> = {
  parse,
  may: (article, part, reviewer) =>
    atLeast('annotator')(article, part, reviewer) ?? mayShow(article.sources.get(part.source), part.fields, reviewer),
  apply: (article, part, act) => {
    const source = article.sources.get(part.source);
    if (!source) return refuse('unknown');
    const why = whyNotDerived(article.sources, source.id, part.fields);
    if (why) return refuse(why);
    const revised = { reviewer: act.reviewer, at: act.at };
    const changed = { ...withFields(source, part.fields), ...keptVisibilities(source, part.fields) };
    return withRecord(article, 'sources', source.id, { ...changed, revised });
  },
  invert: (before, part) => {
    const source = before.sources.get(part.source);
    return source ? [{ ...part, fields: someOf(source, part.fields) } satisfies ReviseSource] : [];
  },
  traces: (article, part) => tracesOfRecord(article.sources.get(part.source)),
};

/** What can happen to a source. */
export const sourceKinds = { 'source.add': addSource, 'source.revise': reviseSource } as const;
