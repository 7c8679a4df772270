import { Anchors } from './anchors.ts';
import { type Article, isAnchored } from './article.ts';
import { type Contact, claimOfLine } from './contact.ts';
import type { Entry } from './log.ts';
import type { AnyPart } from './operations/index.ts';
import { type Refusal, refuse } from './operations/kind.ts';
import type { EntryJson, Presence } from './protocol.ts';
import { recordNamed } from './rests-on.ts';
import { hasRole, type Reviewer } from './roles.ts';
import { settingsOf } from './settings.ts';
import type { SourceFields } from './source.ts';
import { openingOf, type Thread } from './thread.ts';

/** How somebody sees an article of which they do not see all (T11). */
export interface Sight {
  readonly reviewer: string;
  readonly blind: 'verdicts' | 'all';
  /** Another one as soon as something else may be hidden: what was sent under one key does not go on with what is sent under another. */
  readonly key: string;
}

/** How a reviewer sees an article; nothing when they see all of it: while work is not blind, and always from the role of a lead on. */
export const sightOf = (article: Article, { id, role }: Reviewer): Sight | undefined => {
  const { blind } = settingsOf(article);
  if (blind === 'no' || hasRole(role, 'lead')) return undefined;
  return { reviewer: id, blind, key: `${blind} ${article.configured?.at ?? ''}`.trim() };
};

/** The tables that hold records of one author each, and the key by which a part names a record of them. */
const OWNED = {
  claim: 'claims',
  aside: 'asides',
  source: 'sources',
  evidence: 'evidence',
  contact: 'contacts',
  verdict: 'verdicts',
  thread: 'threads',
  correction: 'corrections',
  decision: 'decisions',
} as const satisfies Readonly<Record<string, keyof Article>>;

type Table = (typeof OWNED)[keyof typeof OWNED];

/** Whether a record of a table is seen. */
type Sees = (table: Table, id: string) => boolean;

const authorOf = (record: Thread | { readonly reviewer: string }): string =>
  'messages' in record ? openingOf(record).reviewer : record.reviewer;

const seesOf = (article: Article, { reviewer, blind }: Sight): Sees => {
  const own: Sees = (table, id) => {
    const record = article[table].get(id);
    return record !== undefined && authorOf(record) === reviewer;
  };
  if (blind === 'verdicts') return (table, id) => table !== 'decisions' && (table !== 'verdicts' || own(table, id));
  const { corrections, evidence, threads, verdicts } = article;
  const works = [evidence, verdicts, threads, corrections].flatMap((table) =>
    [...table.values()].filter((record) => authorOf(record) === reviewer),
  );
  const asked = [...article.contacts.values()]
    .filter((contact) => authorOf(contact) === reviewer)
    .flatMap(({ questions }) => questions.filter((question) => authorOf(question) === reviewer));
  const worked = {
    claims: new Set([...works, ...asked].flatMap(({ claim }) => claim ?? [])),
    sources: new Set(works.flatMap((each) => ('source' in each ? each.source : []))),
  };
  return (table, id) =>
    table !== 'decisions' && (own(table, id) || ((table === 'claims' || table === 'sources') && worked[table].has(id)));
};

/** A field's value without what it names that is not seen; the very same where it names nothing else. */
const seenValue = (key: string, value: unknown, sees: Sees): unknown => {
  if (key === 'parent' || key === 'sameAs') return value && !sees('claims', String(value)) ? '' : value;
  if (key !== 'derivesFrom' && key !== 'apartFrom') return value;
  const named = value as SourceFields['derivesFrom' | 'apartFrom'];
  const seen = named.filter((each) => sees('sources', typeof each === 'string' ? each : each.source));
  return seen.length === named.length ? value : seen;
};

/** Fields of a claim without the claims that it belongs to, of a source without those that it comes from, where they are not seen. */
const withoutUnseen = <T extends object>(fields: T, sees: Sees): T => {
  const changed = Object.entries(fields).flatMap(([key, value]) => {
    const seen = seenValue(key, value, sees);
    return seen === value ? [] : [[key, seen]];
  });
  return changed.length === 0 ? fields : { ...fields, ...Object.fromEntries(changed) };
};

/** A contact without the questions about claims that are not seen. */
const withoutUnseenQuestions = (contact: Contact, sees: Sees): Contact => ({
  ...contact,
  questions: contact.questions.filter(({ claim }) => sees('claims', claim)),
});

/**
 * An article as somebody sees it who does not see all of it. Their own is always there. A rationale is written by everyone together, and
 * the work goes by what the verdicts come to: of these there is nothing.
 */
export const seenArticle = (article: Article, sight: Sight): Article => {
  const sees = seesOf(article, sight);
  const tables = Object.values(OWNED).map((table) => [
    table,
    new Map([...(article[table] as ReadonlyMap<string, unknown>)].filter(([id]) => sees(table, id))),
  ]);
  const seen: Article = {
    ...article,
    ...Object.fromEntries(tables),
    rationales: new Map(),
    work: new Map(),
    sight: sight.key,
  };
  if (sight.blind === 'verdicts') return seen;
  const claims = new Map([...seen.claims].map(([id, claim]) => [id, withoutUnseen(claim, sees)]));
  const sources = new Map([...seen.sources].map(([id, source]) => [id, withoutUnseen(source, sees)]));
  const verdicts = new Map(
    [...seen.verdicts].map(([id, verdict]) => {
      const evidence = verdict.judged.evidence.filter((each) => {
        const { table, id } = recordNamed(each);
        return seen[table].has(id);
      });
      const { answers: given = [], ...judged } = verdict.judged;
      const answers = given.filter((each) => seen.contacts.has(each.replace(/\/.*/, '')));
      return [id, { ...verdict, judged: { ...judged, evidence, ...(answers.length > 0 && { answers }) } }];
    }),
  );
  const contacts = new Map([...seen.contacts].map(([id, each]) => [id, withoutUnseenQuestions(each, sees)]));
  const anchors = Anchors.of([...article.anchors].filter(([id]) => isAnchored(seen, id)));
  return { ...seen, claims, sources, verdicts, contacts, anchors };
};

/** The records that a part is about, and those that it ties a claim to. */
const namedBy = (article: Article, part: AnyPart): readonly (readonly [Table, string])[] => {
  const named = Object.entries(OWNED).flatMap(([key, table]) => {
    const id = (part as unknown as Readonly<Record<string, unknown>>)[key];
    return typeof id === 'string' ? [[table, id] as const] : [];
  });
  if (!('line' in part || 'question' in part)) return named;
  const claim = claimOfLine(article.contacts.get(part.contact), 'line' in part ? part.line : part.question);
  return claim === undefined ? named : [...named, ['claims', claim]];
};

/** What a part would be refused for that is about something which is not seen: as if that were not there (T11); nothing for any other. */
export const refusedUnseen = (article: Article, part: AnyPart, sight: Sight): Refusal | undefined => {
  const sees = seesOf(article, sight);
  if (namedBy(article, part).some(([table, id]) => article[table].has(id) && !sees(table, id)))
    return refuse('unknown');
  if (!('fields' in part) || withoutUnseen(part.fields, sees) === part.fields) return undefined;
  return refuse(part.kind.startsWith('source.') ? 'unknown' : 'no-target');
};

/** A part as it is seen; nothing when it is not. */
const seenPart = (article: Article, part: AnyPart, sees: Sees): AnyPart | undefined => {
  if (part.kind === 'text') return part.target === 'body' ? part : undefined;
  if (part.kind === 'work.move' || part.kind === 'work.unmove') return undefined;
  if (!namedBy(article, part).every(([table, id]) => sees(table, id))) return undefined;
  if ('fields' in part) return { ...part, fields: withoutUnseen(part.fields, sees) } as AnyPart;
  if (part.kind !== 'verdict.give' || part.rationale !== undefined) return part;
  // What it signed is not there to be read from.
  const { rationale = '', shared } = article.verdicts.get(part.verdict) ?? {};
  return { ...part, rationale, ...(shared && { shared }) };
};

/** Who an entry of others is said to be by, and its operation, when nothing of it is seen. */
const NOBODY = { reviewer: 'hidden', opId: 'hidden' };

/** Whether an entry is one of others of which nothing is seen. */
export const isHidden = ({ reviewer }: Pick<Entry, 'reviewer'>): boolean => reviewer === NOBODY.reviewer;

/**
 * An entry as somebody sees it who does not see all of the article, which is at the entry's version or later. The log stays without
 * gaps: of an entry that is not seen there is its version, its time and its place in the chain.
 */
export const seenEntry = <T extends Entry | EntryJson>(article: Article, entry: T, sight: Sight): T => {
  const sees = seesOf(article, sight);
  const parts = (entry.parts as readonly AnyPart[]).flatMap((part) => seenPart(article, part, sees) ?? []);
  if (entry.reviewer === sight.reviewer) return { ...entry, parts };
  return { ...entry, parts, dropped: [], ...(parts.length === 0 && NOBODY) };
};

/** Where others are, as far as it is seen: never at whose verdict or rationale, and while all work is hidden nowhere. */
export const seenPresence = (present: readonly Presence[], { reviewer, blind }: Sight): readonly Presence[] =>
  present.flatMap((each) => {
    if (each.reviewer === reviewer) return each;
    const { claim: _, at, ...page } = each;
    if (!at || at.target) return page;
    return blind === 'all' ? [] : { ...page, at };
  });
