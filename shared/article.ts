import { type Node, Node as ProseMirrorNode } from 'prosemirror-model';
import type { Anchor } from './anchor.ts';
import { Anchors } from './anchors.ts';
import type { Aside } from './aside.ts';
import { CLAIM_FIELDS, type Claim, type Signature } from './claim.ts';
import type { Contact } from './contact.ts';
import type { Correction } from './correction.ts';
import { EVIDENCE_FIELDS, type Evidence } from './evidence.ts';
import { withEmpty } from './fields.ts';
import type { Origin } from './origin.ts';
import type { Declined, PublishedAt } from './own-look.ts';
import type { PageStart } from './pages.ts';
import type { Publication } from './publication.ts';
import { isOtherNumber, type Quote, quoteAt, withWholeNumbers } from './quote.ts';
import { type Rationale, type RationaleJson, rationaleFromJson, rationaleToJson } from './rationale.ts';
import type { Received } from './received.ts';
import type { Removal } from './removal.ts';
import type { Scale } from './scale.ts';
import { emptyDoc, schema } from './schema.ts';
import type { Settings } from './settings.ts';
import { SOURCE_FIELDS, type Source } from './source.ts';
import { wordsBetween } from './text.ts';
import type { Thread } from './thread.ts';
import type { Decision, Verdict } from './verdict.ts';
import type { Work } from './work.ts';

/** An article at one version: what its log replays to. Every table is by id. */
export interface Article {
  readonly version: number;
  /** The hash of its last entry: equal hashes are equal logs (T9). */
  readonly hash: string;
  readonly doc: Node;
  /** Of the version of it that was published or handed in last. */
  readonly origin: Origin;
  readonly created?: Signature;
  readonly lock?: Signature;
  /** What was decided for it, as far as anything was: `settingsOf` says what holds. */
  readonly settings?: Partial<Settings>;
  /** Who changed a setting last; absent while they are those that it was made with. */
  readonly configured?: Signature;
  /** Every scale that verdicts were ever given on, by its name: `truth@1`. */
  readonly scales: ReadonlyMap<string, Scale>;
  readonly removals: ReadonlyMap<string, Removal>;
  /** Later versions of it that were taken over. */
  readonly received: ReadonlyMap<string, Received>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** Words with nothing to check in them. */
  readonly asides: ReadonlyMap<string, Aside>;
  readonly anchors: Anchors;
  readonly sources: ReadonlyMap<string, Source>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Who is asked about claims. */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly threads: ReadonlyMap<string, Thread>;
  readonly corrections: ReadonlyMap<string, Correction>;
  /** By the id of their claim; of a claim whose rationale nobody has written in there is none. */
  readonly rationales: ReadonlyMap<string, Rationale>;
  readonly decisions: ReadonlyMap<string, Decision>;
  /** By claim. */
  readonly work: ReadonlyMap<string, Work>;
  /** Every publication of its report, the oldest first; absent while there was none. */
  readonly published?: readonly Publication[];
  /** Where the pages of the file that the text was read from begin by now; absent where it has none. */
  readonly pages?: readonly PageStart[];
  /** What was seen at its own address and not taken over, the oldest first; absent while there was nothing. */
  readonly declined?: readonly Declined[];
  /** Where it was published, as somebody said; the address is empty once that was taken back. */
  readonly publishedAt?: PublishedAt;
  /** Present when this is not all of the article, but what somebody sees of it (T11): under which key. */
  readonly sight?: string;
}

/** The hash that the first entry of every log follows. */
export const GENESIS = '0'.repeat(64);

/** An article before its first entry. */
export const blankArticle = (): Article => ({
  version: 0,
  hash: GENESIS,
  doc: emptyDoc(),
  origin: { format: '', url: '', language: '' },
  scales: new Map(),
  removals: new Map(),
  received: new Map(),
  claims: new Map(),
  asides: new Map(),
  anchors: Anchors.none,
  sources: new Map(),
  evidence: new Map(),
  contacts: new Map(),
  verdicts: new Map(),
  threads: new Map(),
  corrections: new Map(),
  rationales: new Map(),
  decisions: new Map(),
  work: new Map(),
});

/** The tables of an article that hold records by id. */
const TABLES = [
  'removals',
  'claims',
  'sources',
  'evidence',
  'verdicts',
  'threads',
  'corrections',
  'decisions',
  'work',
  'scales',
  'asides',
  'contacts',
  'received',
] as const satisfies readonly (keyof Article)[];

/** The tables of the first day are always written; a later one only when it holds something, so that older states stay what they were. */
const FIRST: readonly (typeof TABLES)[number][] = ['removals', 'claims', 'sources', 'evidence', 'verdicts'];

/** The tables of which the records can stand on words: one fold carries all their anchors, and an id is taken in all of them at once. */
const ANCHORED = ['claims', 'threads', 'corrections', 'asides'] as const satisfies readonly (typeof TABLES)[number][];

/** The same article with one record of a table put in or replaced. */
export const withRecord = <T extends (typeof TABLES)[number]>(
  article: Article,
  table: T,
  id: string,
  value: Article[T] extends ReadonlyMap<string, infer V> ? V : never,
): Article => ({ ...article, [table]: new Map<string, unknown>([...article[table], [id, value]]) });

/** Whether an id is that of a record that can stand on words. */
export const isAnchored = (article: Article, id: string): boolean => ANCHORED.some((table) => article[table].has(id));

/** The words that a record was put on, as they were then; a record that stands on words without one is a bug. */
export const quoteOf = (article: Article, id: string): Quote => {
  for (const table of ANCHORED) {
    const quote = article[table].get(id)?.quote;
    if (quote) return quote;
  }
  throw new Error(`the anchor ${id} belongs to nothing`);
};

/** The words that a claim, or another record that stands on words, covers now; empty for an orphan. */
export const wordsOf = (article: Article, id: string): string => {
  const anchor = article.anchors.get(id);
  return anchor ? wordsBetween(article.doc, anchor.from, anchor.to) : '';
};

/** The words of a claim as they are judged (T8): with all of a number, and its sign, that has come to run on across its ends since it was marked. */
export const wordsToJudge = (article: Article, id: string): string => {
  const anchor = article.anchors.get(id);
  const words = wordsOf(article, id);
  if (anchor?.state !== 'changed') return words;
  const now = quoteAt(article.doc, anchor.from, anchor.to);
  return isOtherNumber(quoteOf(article, id), now) ? withWholeNumbers(words, now) : words;
};

/** The anchor of a claim, or of another record that stands on words; one without is a bug. */
export const anchorOf = (article: Article, id: string): Anchor => {
  const anchor = article.anchors.get(id);
  if (!anchor) throw new Error(`${id} has no anchor`);
  return anchor;
};

/** An article as JSON: tables as objects by id, the text as ProseMirror writes it. */
export interface ArticleJson extends Omit<Article, 'doc' | 'anchors' | 'rationales' | (typeof TABLES)[number]> {
  readonly doc: unknown;
  readonly scales?: Readonly<Record<string, Scale>>;
  readonly asides?: Readonly<Record<string, Aside>>;
  readonly removals: Readonly<Record<string, Removal>>;
  readonly received?: Readonly<Record<string, Received>>;
  readonly claims: Readonly<Record<string, Claim>>;
  readonly anchors: Readonly<Record<string, Anchor>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly contacts?: Readonly<Record<string, Contact>>;
  readonly threads?: Readonly<Record<string, Thread>>;
  readonly corrections?: Readonly<Record<string, Correction>>;
  readonly rationales?: Readonly<Record<string, RationaleJson>>;
  readonly decisions?: Readonly<Record<string, Decision>>;
  readonly work?: Readonly<Record<string, Work>>;
}

/** Writes an article so that `articleFromJson` reads the same one. */
export const articleToJson = (article: Article): ArticleJson => {
  const written = (table: (typeof TABLES)[number]): boolean => article[table].size > 0 || FIRST.includes(table);
  const tables = Object.fromEntries(
    TABLES.map((table) => [table, written(table) ? Object.fromEntries<unknown>(article[table]) : undefined]),
  );
  return {
    ...article,
    doc: article.doc.toJSON(),
    anchors: Object.fromEntries(article.anchors),
    rationales: Object.fromEntries([...article.rationales].map(([claim, each]) => [claim, rationaleToJson(each)])),
    ...tables,
  } as unknown as ArticleJson;
};

/**
 * Reads what `articleToJson` wrote; it comes from our own store or server and is not checked again beyond the text's schema. A table
 * or a field of a claim, a source or evidence that it was written before there was one of is empty.
 */
export const articleFromJson = (json: ArticleJson): Article => {
  const tables = Object.fromEntries(
    TABLES.map((table) => [table, new Map<string, unknown>(Object.entries(json[table] ?? {}))]),
  );
  const doc = ProseMirrorNode.fromJSON(schema, json.doc);
  const claims = new Map(Object.entries(json.claims ?? {}).map(([id, claim]) => [id, wholeClaim(claim)]));
  const evidence = new Map(Object.entries(json.evidence ?? {}).map(([id, each]) => [id, wholeEvidence(each)]));
  const sources = new Map(Object.entries(json.sources ?? {}).map(([id, source]) => [id, wholeSource(source)]));
  const rationales = new Map(Object.entries(json.rationales ?? {}).map(([id, each]) => [id, rationaleFromJson(each)]));
  return {
    ...json,
    doc,
    anchors: Anchors.of(Object.entries(json.anchors)),
    ...tables,
    claims,
    sources,
    evidence,
    rationales,
  } as unknown as Article;
};

const wholeClaim = (claim: Claim): Claim => ({ ...claim, ...withEmpty(CLAIM_FIELDS, claim) });

const wholeSource = (source: Source): Source => ({ ...source, ...withEmpty(SOURCE_FIELDS, source) });

const wholeEvidence = (evidence: Evidence): Evidence => ({ ...evidence, ...withEmpty(EVIDENCE_FIELDS, evidence) });
