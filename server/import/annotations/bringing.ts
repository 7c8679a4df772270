import { type Article, anchorOf } from '../../../shared/article.ts';
import type { ClaimFields } from '../../../shared/claim.ts';
import { AUTHOR_LIMIT, ID_LIMIT, type Imported } from '../../../shared/imported.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import { QUOTE_LIMIT, type Quote, quoteAt } from '../../../shared/quote.ts';
import { mainOf } from '../../../shared/relations.ts';
import { inMessages } from '../in-messages.ts';
import type { AnnotationFile } from './annotation-file.ts';
import { type FlatText, flatText } from './flat-text.ts';
import type { Aim, Given } from './given.ts';
import type { Stretch } from './place-of-words.ts';
import { type Doubt, placed, UNPLACED, type UnplacedReason } from './placing.ts';
import { remembered, type Subject } from './remembered.ts';
import { type Cited, sorted, wholeText } from './said-of-claim.ts';
import { similarWords } from './similar-words.ts';

/** What becomes of an annotation; `again` for one that is here already. */
export type Becomes = 'claim' | 'thread' | 'reply' | 'tags' | 'evidence' | 'correction' | 'again' | 'nothing';

/** One annotation of a file, as it is told to who brings it. */
export interface Item {
  readonly id: string;
  /** Where in the file it stands. */
  readonly where: string;
  readonly becomes: Becomes;
  /** The words that it is put on, or that it quotes and that are not found. */
  readonly words: string;
  readonly says: string;
  readonly author: string;
  readonly at?: string;
  readonly doubts: readonly Doubt[];
  /** Why it stands nowhere. */
  readonly reason?: UnplacedReason;
  /** A sentence of the article that has most of its words. */
  readonly similar?: string;
}

/** What a file of annotations comes to in an article. */
export interface Brought {
  readonly items: readonly Item[];
  /** What is to be done; each list of parts belongs together. */
  readonly parts: readonly (readonly AnyPart[])[];
}

/** Where an article stands, and how ids are made. */
export interface BringingParts {
  /** The article's standing address, without a slash at the end. */
  readonly address: string;
  readonly newId: () => string;
}

/** So many that are not found are held against the sentences of the text. */
const MOST_SIMILAR = 200;

/** The motivations of an annotation that marks words, rather than say something about them. */
const MARKING: ReadonlySet<string> = new Set([
  'identifying',
  'highlighting',
  'bookmarking',
  'classifying',
  'tagging',
  'linking',
  'assessing',
]);

interface Where {
  readonly quote: Quote;
  readonly place: { readonly from: number; readonly to: number };
}

/** Puts the annotations of one file into one article. */
class Bringing {
  readonly items: Item[] = [];
  readonly parts: (readonly AnyPart[])[] = [];
  readonly #article: Article;
  readonly #flat: FlatText;
  readonly #newId: () => string;
  readonly #known: Map<string, Subject>;
  readonly #similar: (quote: string) => string | undefined;
  /** The claims by where they stand. */
  readonly #claims = new Map<string, string>();
  readonly #tags = new Map<string, readonly string[]>();
  #lookedFor = 0;

  constructor(article: Article, { address, newId }: BringingParts) {
    this.#article = article;
    this.#flat = flatText(article.doc);
    this.#newId = newId;
    this.#known = remembered(article, address);
    this.#similar = similarWords(this.#flat.plain.text);
    for (const { id, withdrawn, tags } of article.claims.values()) {
      const { from, to, state } = anchorOf(article, id);
      if (!withdrawn && state !== 'orphaned') this.#claims.set(`${from} ${to}`, id);
      this.#tags.set(id, tags);
    }
  }

  bring({ given, named }: Pick<AnnotationFile, 'given' | 'named'>): void {
    const ids = new Set([...given.map(({ id }) => id), ...this.#known.keys()]);
    const about = (each: Given): string | undefined =>
      each.repliesTo ??
      each.aims.find((aim) => aim.selectors.length === 0 && aim.source !== each.id && ids.has(aim.source))?.source;
    let waiting: Given[] = [];
    for (const each of given) {
      if (this.#isAgain(each)) continue;
      if (about(each) === undefined) this.#onWords(each);
      else waiting.push(each);
    }
    // One that is about another comes after it, in whatever order they stand in the file.
    for (let before = -1; waiting.length > 0 && waiting.length !== before; ) {
      before = waiting.length;
      waiting = waiting.filter((each) => !this.#onAnother(each, this.#known.get(about(each) ?? '')));
    }
    for (const each of waiting) this.#tell(each, 'nothing', { reason: 'no-annotation' });
    for (const each of given) this.#tie(each);
    for (const iri of named)
      this.items.push({
        id: iri,
        where: '',
        becomes: 'nothing',
        words: '',
        says: '',
        author: '',
        doubts: [],
        reason: 'other-file',
      });
    this.#keep();
  }

  #tell(given: Given, becomes: Becomes, more: Partial<Item> = {}): void {
    const { id, where, author, at } = given;
    this.items.push({
      id,
      where,
      becomes,
      words: '',
      says: wholeText(given),
      author,
      ...(at && { at }),
      doubts: [],
      ...more,
    });
  }

  #imported({ author, at, id }: Given): Imported {
    return {
      as: 'annotation',
      author: author.slice(0, AUTHOR_LIMIT).toWellFormed(),
      ...(at && { at: at.slice(0, 40) }),
      ...(id !== '' && { id: id.slice(0, ID_LIMIT).toWellFormed() }),
    };
  }

  /** What is here already stays as it is; what was withdrawn comes back. */
  #isAgain(given: Given): boolean {
    const subject = this.#known.get(given.id);
    if (!subject) return false;
    if (subject.back) this.parts.push([subject.back]);
    this.#tell(given, 'again');
    return true;
  }

  #onWords(given: Given): void {
    for (const aim of given.aims) this.#onAim(given, aim);
  }

  #onAim(given: Given, aim: Aim): void {
    const place = placed(this.#flat, aim);
    if ('reason' in place) {
      const { reason, quote } = place;
      const looks = reason === 'not-there' && this.#lookedFor < MOST_SIMILAR;
      if (looks) this.#lookedFor += 1;
      const similar = looks ? this.#similar(quote) : undefined;
      this.#tell(given, 'nothing', { reason, words: quote, ...(similar && { similar }) });
      return;
    }
    const where = this.#where(place);
    const told = { words: where.quote.exact, doubts: place.doubts };
    if (where.quote.exact.length > QUOTE_LIMIT) this.#tell(given, 'nothing', { ...told, reason: 'too-long' });
    else if (given.motivation === 'editing') this.#correct(given, where, told);
    else if (MARKING.has(given.motivation) || given.says.every(({ purpose }) => purpose === 'tagging'))
      this.#mark(given, where, told);
    else this.#discuss(given, where, wholeText(given), told);
  }

  #where({ from, to }: Stretch): Where {
    const { plain } = this.#flat;
    const place = { from: plain.positionOf(from), to: plain.positionOf(to - 1) + 1 };
    return { place, quote: quoteAt(this.#article.doc, place.from, place.to) };
  }

  #mark(given: Given, where: Where, told: Partial<Item>): void {
    const at = `${where.place.from} ${where.place.to}`;
    const { fields, tags, cited, text } = sorted(this.#article, given);
    const known = this.#claims.get(at);
    if (known === undefined) {
      const claim = this.#newId();
      this.#claims.set(at, claim);
      this.#tags.set(claim, tags);
      const marked = { ...fields, ...(tags.length > 0 && { tags }) };
      this.#about(given, claim, { cited, text }, [
        { kind: 'claim.mark', claim, ...where, fields: marked, imported: this.#imported(given) },
      ]);
      this.#tell(given, 'claim', told);
      return;
    }
    const done = this.#about(given, known, { cited, text }, this.#tagged(known, tags));
    this.#tell(given, done ? (text !== '' ? 'thread' : cited.length > 0 ? 'evidence' : 'tags') : 'again', told);
  }

  #tagged(claim: string, tags: readonly string[]): readonly AnyPart[] {
    const before = this.#tags.get(claim) ?? [];
    const all = [...new Set([...before, ...tags])].slice(0, 20);
    if (all.length === before.length) return [];
    this.#tags.set(claim, all);
    return [{ kind: 'claim.revise', claim, fields: { tags: all } }];
  }

  /** What an annotation says about a claim, after some parts: its evidence, and a thread with the rest; false where there is nothing of it. */
  #about(
    given: Given,
    claim: string,
    { cited, text }: { readonly cited: readonly Cited[]; readonly text: string },
    before: readonly AnyPart[],
  ): boolean {
    const parts = [...before, ...cited.flatMap((each) => this.#evidence(claim, each))];
    if (text !== '') {
      const thread = this.#newId();
      parts.push(...this.#messages(given, thread, text, { claim }));
      if (!before.some(({ kind }) => kind === 'claim.mark')) this.#known.set(given.id, { of: 'thread', id: thread });
    }
    if (!this.#known.has(given.id)) this.#known.set(given.id, { of: 'claim', id: claim });
    if (parts.length > 0) this.parts.push(parts);
    return parts.length > 0;
  }

  #evidence(claim: string, { title, url, fields }: Cited): readonly AnyPart[] {
    const main = mainOf(this.#article.claims, claim);
    const { sources, evidence } = this.#article;
    const known = [...sources.values()].find((each) =>
      url === '' ? each.title === title && each.url === '' : each.url === url,
    );
    const isThere = [...evidence.values()].some(
      (each) =>
        each.claim === main && each.source === known?.id && !each.withdrawn && each.passage === (fields.passage ?? ''),
    );
    if (isThere) return [];
    const source = known?.id ?? this.#newId();
    const added: AnyPart = { kind: 'source.add', source, fields: { title, url } };
    return [
      ...(known ? [] : [added]),
      { kind: 'evidence.attach', evidence: this.#newId(), claim: main, source, fields },
    ];
  }

  #messages(
    given: Given,
    thread: string,
    text: string,
    about: { readonly claim: string } | Where | undefined,
  ): readonly AnyPart[] {
    return inMessages(text).map((each, index): AnyPart => {
      const said = { thread, message: this.#newId(), text: each, mentions: [], imported: this.#imported(given) };
      return about && index === 0 ? { kind: 'thread.open', ...about, ...said } : { kind: 'thread.reply', ...said };
    });
  }

  #discuss(given: Given, where: Where, text: string, told: Partial<Item>): void {
    const thread = this.#newId();
    if (!this.#known.has(given.id)) this.#known.set(given.id, { of: 'thread', id: thread });
    this.parts.push(this.#messages(given, thread, text, where));
    this.#tell(given, 'thread', told);
  }

  #correct(given: Given, where: Where, told: Partial<Item>): void {
    const edit = given.says.find(({ purpose, body }) => purpose === 'editing' && typeof body.value === 'string');
    const to = edit?.text.toWellFormed();
    if (to === undefined || to === where.quote.exact) this.#discuss(given, where, wholeText(given), told);
    else if (/[\n\r\u2028\u2029]/.test(where.quote.exact + to))
      this.#tell(given, 'nothing', { ...told, reason: 'many-lines' });
    else {
      const correction = this.#newId();
      const why = given.says
        .filter((each) => each !== edit)
        .map(({ text }) => text)
        .join('\n')
        .slice(0, 2_000)
        .toWellFormed();
      if (!this.#known.has(given.id)) this.#known.set(given.id, { of: 'correction', id: correction });
      this.parts.push([{ kind: 'correction.suggest', correction, ...where, to, why, imported: this.#imported(given) }]);
      this.#tell(given, 'correction', told);
    }
  }

  /** Says something about what another annotation became; false while that one is not known. */
  #onAnother(given: Given, subject: Subject | undefined): boolean {
    if (!subject) return false;
    if (subject.of === 'claim') {
      const { tags, cited, text } = sorted(this.#article, given);
      const done = this.#about(given, subject.id, { cited, text }, this.#tagged(subject.id, tags));
      this.#tell(given, !done ? 'again' : text !== '' ? 'thread' : cited.length > 0 ? 'evidence' : 'tags');
    } else if (subject.of === 'thread' && wholeText(given) !== '') {
      this.#known.set(given.id, subject);
      this.parts.push(this.#messages(given, subject.id, wholeText(given), undefined));
      this.#tell(given, 'reply');
    } else this.#tell(given, 'nothing', { reason: subject.of === 'thread' ? 'nothing-said' : 'no-annotation' });
    return true;
  }

  /** A claim that is a part of another, or says it again, is so here too. */
  #tie(given: Given): void {
    const claim = this.#known.get(given.id);
    const isNew = claim?.of === 'claim' && !this.#article.claims.has(claim.id);
    if (!isNew) return;
    for (const { field, to } of sorted(this.#article, given).ties) {
      const other = this.#known.get(to);
      const fields: Partial<ClaimFields> = { [field]: other?.id };
      if (other?.of === 'claim') this.parts.push([{ kind: 'claim.revise', claim: claim.id, fields }]);
    }
  }

  /** What stands nowhere is kept, once. */
  #keep(): void {
    const kept = new Set([...this.#article.removals.values()].map(({ text }) => text));
    const removals = this.items.flatMap(({ reason, words, says, author, at, id }) => {
      const text = [words && `“${words}”`, says, [author, at].filter(Boolean).join(', '), id]
        .filter(Boolean)
        .join('\n');
      if (reason === undefined || kept.has(text)) return [];
      kept.add(text);
      return [{ id: this.#newId(), text: text.slice(0, 20_000).toWellFormed(), reason: UNPLACED[reason], at: 0 }];
    });
    for (let at = 0; at < removals.length; at += 20)
      this.parts.push([{ kind: 'article.keep', removals: removals.slice(at, at + 20) }]);
  }
}

/** What a file of annotations comes to in an article as somebody sees it: nothing is done yet. */
export const bringing = (
  article: Article,
  file: Pick<AnnotationFile, 'given' | 'named'>,
  parts: BringingParts,
): Brought => {
  const all = new Bringing(article, parts);
  all.bring(file);
  return { items: all.items, parts: all.parts };
};
