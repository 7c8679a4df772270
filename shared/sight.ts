import { Anchors } from './anchors.ts';
import { type Article, isAnchored } from './article.ts';
import { type Contact, claimOfLine } from './contact.ts';
import { type Closed, closedTo, isShown, judgedWithout, withoutClosed } from './in-view.ts';
import type { Entry } from './log.ts';
import type { AnyPart } from './operations/index.ts';
import { type Refusal, refuse } from './operations/kind.ts';
import type { EntryJson, Presence } from './protocol.ts';
import { toldFields } from './reply.ts';
import { recordNamed } from './rests-on.ts';
import { hasRole, type Reviewer } from './roles.ts';
import { withoutUnseen } from './seen-names.ts';
import { settingsOf } from './settings.ts';
import { openingOf, type Thread } from './thread.ts';
import { type Onlooker, seesDesk } from './visibility.ts';

/** How somebody sees an article of which they do not see all (T11). */
export interface Sight {
  /** Whose it is; nobody's where it is that of whoever reads what is published. */
  readonly reviewer: string;
  readonly onlooker: Onlooker;
  readonly blind: 'no' | 'verdicts' | 'all';
  /** Another one as soon as something else may be hidden: what was sent under one key does not go on with what is sent under another. */
  readonly key: string;
}

const sightWith = (article: Article, onlooker: Onlooker, blind: Sight['blind']): Sight | undefined => {
  const { any, turns } = closedTo(article, onlooker);
  if (blind === 'no' && !any) return undefined;
  const blindKey = blind === 'no' ? '' : `${blind} ${article.configured?.at ?? ''}`.trim();
  const openKey = any && `${onlooker === 'public' || seesDesk(onlooker) ? 'open' : 'viewer'} ${turns}`;
  const reviewer = onlooker === 'public' ? '' : onlooker.id;
  return { reviewer, onlooker, blind, key: [blindKey, openKey].filter(Boolean).join(' ') };
};

/**
 * How a reviewer sees an article; nothing when they see all of it: nothing in it is closed to them, and work is not blind or they have
 * the role of a lead.
 */
export const sightOf = (article: Article, reviewer: Reviewer): Sight | undefined =>
  sightWith(article, reviewer, hasRole(reviewer.role, 'lead') ? 'no' : settingsOf(article).blind);

/** How an article is seen by whoever reads what is published of it; nothing when all of it is public. */
export const publicSight = (article: Article): Sight | undefined => sightWith(article, 'public', 'no');

/** How an article is seen by all who work on it; nothing when they see all of it. */
export const deskSight = (article: Article): Sight | undefined =>
  sightWith(article, { id: '', role: 'annotator' }, 'no');

/** Whether an article is seen by somebody from whom the judgements of others are hidden. */
export const isBlindTo = ({ sight = '' }: Pick<Article, 'sight'>): boolean => /^(verdicts|all)\b/.test(sight);

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

/** What is seen where nothing is blind. */
const opensOf =
  (closed: Closed): Sees =>
  (table, id) =>
    !(isShown(table) && closed[table].has(id));

const seesOf = (article: Article, sight: Sight): Sees => {
  const isOpen = opensOf(closedTo(article, sight.onlooker));
  if (sight.blind === 'no') return isOpen;
  const isNotBlind = seesBlind(article, sight);
  return (table, id) => isOpen(table, id) && isNotBlind(table, id);
};

const seesBlind = (article: Article, { reviewer, blind }: Sight): Sees => {
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

/** A contact without the questions about claims that are not seen. */
const withoutUnseenQuestions = (contact: Contact, sees: Sees): Contact => ({
  ...contact,
  questions: contact.questions.filter(({ claim }) => sees('claims', claim)),
});

/**
 * An article as somebody sees it who does not see all of it: without what is closed to them, and without what is blind. Their own is
 * always there.
 */
export const seenArticle = (article: Article, sight: Sight): Article => {
  const open = withoutClosed(article, closedTo(article, sight.onlooker));
  return { ...(sight.blind === 'no' ? open : withoutBlind(open, sight)), sight: sight.key };
};

/** A rationale is written by everyone together, and the work goes by what the verdicts come to: of these there is nothing. */
const withoutBlind = (article: Article, sight: Sight): Article => {
  const sees = seesBlind(article, sight);
  const tables = Object.values(OWNED).map((table) => [
    table,
    new Map([...(article[table] as ReadonlyMap<string, unknown>)].filter(([id]) => sees(table, id))),
  ]);
  const seen: Article = { ...article, ...Object.fromEntries(tables), rationales: new Map(), work: new Map() };
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

/** A part that judges or checks without evidence that is closed. */
const judgingOpen = (part: AnyPart, closed: Closed['judging']): AnyPart => {
  if (part.kind === 'work.move') return part.judged ? { ...part, judged: judgedWithout(part.judged, closed) } : part;
  if (part.kind !== 'verdict.give' && part.kind !== 'outcome.decide') return part;
  return part.judged ? { ...part, judged: judgedWithout(part.judged, closed) } : part;
};

/** A part about a contact as readers are told of it; nothing where nothing of it is left. */
const toldPart = (part: AnyPart): AnyPart | undefined => {
  if (part.kind === 'contact.attempt') return undefined;
  if (part.kind !== 'contact.add' && part.kind !== 'contact.revise') return part;
  const fields = toldFields(part.fields);
  return part.kind === 'contact.revise' && Object.keys(fields).length === 0 ? undefined : { ...part, fields };
};

/** A part as it is seen with nothing blind; nothing when it is not. */
const openPart = (article: Article, part: AnyPart, sight: Sight): AnyPart | undefined => {
  const closed = closedTo(article, sight.onlooker);
  const sees = opensOf(closed);
  if (!namedBy(article, part).every(([table, id]) => sees(table, id))) return undefined;
  const told = closed.forReaders ? toldPart(part) : part;
  if (!told) return undefined;
  const open = 'fields' in told ? ({ ...told, fields: withoutUnseen(told.fields, sees) } as AnyPart) : told;
  return judgingOpen(open, closed.judging);
};

/** A part as it is seen while work is blind; nothing when it is not. */
const blindPart = (article: Article, part: AnyPart, sees: Sees): AnyPart | undefined => {
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
  const open = (entry.parts as readonly AnyPart[]).flatMap((part) => openPart(article, part, sight) ?? []);
  const sees = sight.blind === 'no' ? undefined : seesBlind(article, sight);
  const parts = sees ? open.flatMap((part) => blindPart(article, part, sees) ?? []) : open;
  if (entry.reviewer === sight.reviewer) return { ...entry, parts };
  return { ...entry, parts, dropped: [], ...(parts.length === 0 && NOBODY) };
};

/** Where others are, as far as it is seen: never at whose verdict or rationale, and while all work is hidden nowhere. */
export const seenPresence = (present: readonly Presence[], { reviewer, blind }: Sight): readonly Presence[] =>
  present.flatMap((each) => {
    if (blind === 'no' || each.reviewer === reviewer) return each;
    const { claim: _, at, ...page } = each;
    if (!at || at.target) return page;
    return blind === 'all' ? [] : { ...page, at };
  });
