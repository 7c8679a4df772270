import { type Article, withRecord } from '../article.ts';
import { parseSome, someOf, withEmpty } from '../fields.ts';
import { whyNotDerived } from '../lineage.ts';
import { evidenceFrom } from '../outcome.ts';
import { filledText, Invalid, identifier, record } from '../parsing.ts';
import { SOURCE_FIELDS, type Source, type SourceFields, withFields } from '../source.ts';
import { keptVisibilities } from '../visibility.ts';
import { type Kind, type Part, refuse } from './kind.ts';
import { mayShow, ownOrLead } from './may.ts';
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

/** Marks a source as one that no longer stands: what leans on it is to be judged anew. */
export interface RetractSource extends Part {
  readonly kind: 'source.retract';
  readonly source: string;
  readonly reason: string;
}

/** Lets a source stand again. */
export interface RestoreSource extends Part {
  readonly kind: 'source.restore';
  readonly source: string;
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
  may: (article, part, reviewer) => mayShow(article.sources.get(part.source), part.fields, reviewer),
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

/**
 * The article with a source as it is now, and the evidence from it as revised: verdicts and checks that rest on that are stale (T8). Evidence
 * from a source that comes from it is not: who sees that one need not see this one (T11).
 */
const withLeaning = (article: Article, source: Source): Article => {
  const evidence = new Map(article.evidence);
  for (const each of evidenceFrom(article, source.id)) evidence.set(each.id, { ...each, revision: each.revision + 1 });
  return withRecord({ ...article, evidence }, 'sources', source.id, source);
};

const retractSource: Kind<RetractSource> = {
  parse: (value, where) => {
    const fields = record(value, where);
    return {
      source: identifier(fields.source, `${where}.source`),
      reason: filledText(1_000)(fields.reason, `${where}.reason`),
    };
  },
  apply: (article, { source: id, reason }, act) => {
    const source = article.sources.get(id);
    if (!source) return refuse('unknown');
    if (source.retracted) return refuse('no-change');
    return withLeaning(article, { ...source, retracted: { reason, reviewer: act.reviewer, at: act.at } });
  },
  invert: (_before, { source }) => [{ kind: 'source.restore', source } satisfies RestoreSource],
};

const restoreSource: Kind<RestoreSource> = {
  parse: (value, where) => ({ source: identifier(record(value, where).source, `${where}.source`) }),
  may: (article, part, reviewer) => ownOrLead(article.sources.get(part.source)?.retracted?.reviewer, reviewer),
  apply: (article, { source: id }) => {
    const source = article.sources.get(id);
    if (!source) return refuse('unknown');
    if (!source.retracted) return refuse('no-change');
    const { retracted: _, ...standing } = source;
    return withLeaning(article, standing);
  },
  invert: (before, { source }) => {
    const retracted = before.sources.get(source)?.retracted;
    return retracted ? [{ kind: 'source.retract', source, reason: retracted.reason } satisfies RetractSource] : [];
  },
};

/** What can happen to a source. */
export const sourceKinds = {
  'source.add': addSource,
  'source.revise': reviseSource,
  'source.retract': retractSource,
  'source.restore': restoreSource,
} as const;
