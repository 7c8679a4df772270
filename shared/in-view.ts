import { Anchors } from './anchors.ts';
import type { Article } from './article.ts';
import { asTold, isToldToReaders } from './reply.ts';
import { recordNamed } from './rests-on.ts';
import type { Reviewer } from './roles.ts';
import { withoutUnseen } from './seen-names.ts';
import { asShown, type Thread } from './thread.ts';
import type { Judged } from './verdict.ts';
import { isShownTo, type Onlooker, type Shown, turnsOf } from './visibility.ts';
import type { Work } from './work.ts';

/** The tables of an article of which each record says who sees it. */
const SHOWN = ['sources', 'evidence', 'contacts', 'threads'] as const satisfies readonly (keyof Article)[];

type Table = (typeof SHOWN)[number];

/** Whether a table is one of those. */
export const isShown = (table: string): table is Table => SHOWN.some((each) => each === table);

/** Evidence, sources and contacts by id: what a judgement can rest on. */
type Judging = Readonly<Record<'evidence' | 'sources' | 'contacts', ReadonlySet<string>>>;

/** What somebody does not see of an article by the visibility of its records: the ids in each table. */
export interface Closed extends Readonly<Record<Table, ReadonlySet<string>>> {
  /** Whether there is anything. */
  readonly any: boolean;
  /** Whether it is readers who look: a contact that is not closed to them has no more than they are ever told. */
  readonly forReaders: boolean;
  /** What of it a judgement can rest on. */
  readonly judging: Judging;
  /** Another text as soon as something that they saw is closed to them, or the other way round. */
  readonly turns: string;
}

/** A function of an object and of somebody who looks, worked out once for each. */
const knownFor = <K extends object, T>(work: (key: K, onlooker: Onlooker) => T) => {
  const known = new WeakMap<K, Map<string, T>>();
  return (key: K, onlooker: Onlooker): T => {
    const all = known.get(key) ?? new Map<string, T>();
    known.set(key, all);
    const name = onlooker === 'public' ? onlooker : `${onlooker.role} ${onlooker.id}`;
    const before = all.get(name);
    if (before !== undefined) return before;
    const found = work(key, onlooker);
    all.set(name, found);
    return found;
  };
};

/** Of a table the records that are not public, or once were not. */
const guardedIn = (() => {
  const known = new WeakMap<ReadonlyMap<string, unknown>, ReadonlyMap<string, Shown>>();
  return (table: Article[Table]): ReadonlyMap<string, Shown> => {
    const before = known.get(table);
    if (before) return before;
    const records = [...(table as ReadonlyMap<string, Thread | Shown>)];
    const all = records.map(([id, record]) => [id, 'messages' in record ? asShown(record) : record] as const);
    const guarded = new Map(all.filter(([, { visibility, visibilities }]) => visibility !== 'public' || visibilities));
    known.set(table, guarded);
    return guarded;
  };
})();

type Ids = ReadonlySet<string>;

interface TableClosed {
  readonly ids: Ids;
  /** How often each record came into sight or went out of it; absent for one that never did. */
  readonly turns: ReadonlyMap<string, number>;
}

const closedIn = knownFor((table: Article[Table], onlooker): TableClosed => {
  const guarded = guardedIn(table);
  const ids = [...guarded].flatMap(([id, shown]) => (isShownTo(shown, onlooker) ? [] : id));
  const turns = [...guarded].map(([id, shown]) => [id, turnsOf(shown, onlooker)] as const);
  return { ids: new Set(ids), turns: new Map(turns.filter(([, number]) => number > 0)) };
});

/** The contacts of which readers are told nothing as records: to show them to everyone is not enough, they agreed to it as well. */
const untold = (() => {
  const known = new WeakMap<Article['contacts'], Ids>();
  return (table: Article['contacts']): Ids => {
    const ids =
      known.get(table) ?? new Set([...table.values()].flatMap((each) => (isToldToReaders(each) ? [] : each.id)));
    known.set(table, ids);
    return ids;
  };
})();

/** A function of two objects, worked out once for each pair. */
const knownForBoth = <A extends object, B extends object, T>(work: (one: A, other: B) => T) => {
  const known = new WeakMap<A, WeakMap<B, T>>();
  return (one: A, other: B): T => {
    const all = known.get(one) ?? new WeakMap<B, T>();
    known.set(one, all);
    const before = all.get(other);
    if (before !== undefined) return before;
    const found = work(one, other);
    all.set(other, found);
    return found;
  };
};

const restingOn = knownForBoth(
  (evidence: Article['evidence'], sources: Ids): Ids =>
    new Set([...evidence.values()].flatMap(({ id, source }) => (sources.has(source) ? id : []))),
);

const grounds = knownForBoth((evidence: Ids, sources: Ids) => ({ evidence, sources }));

const judging = knownForBoth((two: Omit<Judging, 'contacts'>, contacts: Ids): Judging => ({ ...two, contacts }));

const both = knownForBoth((one: Ids, other: Ids): Ids => new Set([...one, ...other]));

const NONE: Ids = new Set();

const sum = (turns: TableClosed['turns'], but: Ids): number =>
  [...turns].reduce((all, [id, number]) => (but.has(id) ? all : all + number), 0);

/** What of an article is closed to somebody; with a source, the evidence from it. Worked out once for each article as it stands. */
export const closedTo = knownFor((article: Article, onlooker): Closed => {
  const sources = closedIn(article.sources, onlooker);
  const evidence = closedIn(article.evidence, onlooker);
  const contacts = closedIn(article.contacts, onlooker);
  const threads = closedIn(article.threads, onlooker);
  const forReaders = onlooker === 'public';
  const resting = sources.ids.size === 0 ? NONE : restingOn(article.evidence, sources.ids);
  const ids = {
    sources: sources.ids,
    evidence: resting.size === 0 ? evidence.ids : both(evidence.ids, resting),
    contacts: forReaders ? untold(article.contacts) : contacts.ids,
    threads: threads.ids,
  };
  return {
    ...ids,
    judging: judging(grounds(ids.evidence, ids.sources), ids.contacts),
    forReaders,
    any: SHOWN.some((table) => ids[table].size > 0) || (forReaders && article.contacts.size > 0),
    // Never their sum: what comes into sight in one table may go out of it in another.
    turns: [
      sum(sources.turns, NONE),
      sum(evidence.turns, resting),
      sum(contacts.turns, NONE),
      sum(threads.turns, NONE),
    ].join('.'),
  };
});

const sourcesWithout = knownForBoth((table: Article['sources'], ids: Ids): Article['sources'] => {
  const open = [...table].filter(([id]) => !ids.has(id));
  return new Map(open.map(([id, source]) => [id, withoutUnseen(source, (_, named) => !ids.has(named))]));
});

const withoutIds = knownForBoth(
  (table: ReadonlyMap<string, unknown>, ids: Ids): ReadonlyMap<string, unknown> =>
    new Map([...table].filter(([id]) => !ids.has(id))),
);

const toldIn = knownForBoth(
  (table: Article['contacts'], ids: Ids): Article['contacts'] =>
    new Map([...table].flatMap(([id, contact]) => (ids.has(id) ? [] : [[id, asTold(contact)] as const]))),
);

const tableWithout = (article: Article, table: Table, ids: Ids): ReadonlyMap<string, unknown> =>
  table === 'sources' ? sourcesWithout(article.sources, ids) : withoutIds(article[table], ids);

const isNothing = ({ evidence, sources, contacts }: Judging): boolean =>
  evidence.size + sources.size + contacts.size === 0;

/** What was judged, without what is closed of that which it rests on. */
export const judgedWithout = <J extends Judged>(judged: J, closed: Judging): J => {
  if (isNothing(closed)) return judged;
  const isOpen = (name: string): boolean => {
    const { table, id } = recordNamed(name);
    return !closed[table].has(id);
  };
  const { answers: given = [], ...rest } = judged;
  const answers = given.filter((answer) => !closed.contacts.has(answer.replace(/\/.*/, '')));
  const open = { ...rest, evidence: judged.evidence.filter(isOpen), ...(answers.length > 0 && { answers }) };
  return open as unknown as J;
};

const judgementsWithout = knownForBoth(
  <T extends { readonly judged: Judged }>(table: ReadonlyMap<string, T>, closed: Judging): ReadonlyMap<string, T> =>
    new Map([...table].map(([id, each]) => [id, { ...each, judged: judgedWithout(each.judged, closed) }])),
);

const workWithout = knownForBoth(
  (table: Article['work'], closed: Judging): Article['work'] =>
    new Map(
      [...table].map(([id, work]): readonly [string, Work] => {
        const steps = work.steps.map((step) => ({ ...step, judged: judgedWithout(step.judged, closed) }));
        return [id, { ...work, steps }];
      }),
    ),
);

const judgedTables = (article: Article, closed: Judging): Partial<Article> =>
  isNothing(closed)
    ? {}
    : {
        verdicts: judgementsWithout(article.verdicts, closed) as Article['verdicts'],
        decisions: judgementsWithout(article.decisions, closed) as Article['decisions'],
        work: workWithout(article.work, closed),
      };

/** An article without what is closed: nothing in it says that there was more. */
export const withoutClosed = (article: Article, closed: Closed): Article => {
  if (!closed.any) return article;
  const open = SHOWN.flatMap((table) =>
    closed[table].size === 0 ? [] : [[table, tableWithout(article, table, closed[table])] as const],
  );
  const told = closed.forReaders && { contacts: toldIn(article.contacts, closed.contacts) };
  const onWords = [...closed.threads].some((id) => article.anchors.has(id));
  return {
    ...article,
    ...Object.fromEntries(open),
    ...told,
    ...judgedTables(article, closed.judging),
    ...(onWords && { anchors: Anchors.of([...article.anchors].filter(([id]) => !closed.threads.has(id))) }),
  };
};

/** A reviewer who judges or checks, whatever became of their role since. */
const asJudge = (reviewer: string): Reviewer => ({ id: reviewer, role: 'annotator' });

/** What somebody who judges does not see of that which a judgement can rest on. */
export const closedToJudge = (article: Article, reviewer: string): Judging =>
  closedTo(article, asJudge(reviewer)).judging;

const openTable = <T extends ReadonlyMap<string, unknown>>(table: T, ids: Ids): T =>
  ids.size === 0 ? table : (withoutIds(table, ids) as unknown as T);

/** What somebody who judges sees of that which a judgement can rest on. */
export const openToJudge = (article: Article, reviewer: string): Pick<Article, keyof Judging> => {
  const { evidence, sources, contacts } = closedToJudge(article, reviewer);
  return {
    evidence: openTable(article.evidence, evidence),
    sources: openTable(article.sources, sources),
    contacts: openTable(article.contacts, contacts),
  };
};

/** An article as somebody sees it who judges or checks: what they do rests on that alone. */
export const asJudgedBy = (article: Article, reviewer: string): Article =>
  withoutClosed(article, closedTo(article, asJudge(reviewer)));
