import { type Article, anchorOf } from '../../../shared/article.ts';
import type { ClaimFields } from '../../../shared/claim.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import { QUOTE_LIMIT, quoteAt } from '../../../shared/quote.ts';
import type { AnnotationFile } from './annotation-file.ts';
import type { Becomes, Brought, Item } from './brought.ts';
import { Citing } from './citing.ts';
import { type FlatText, flatText } from './flat-text.ts';
import type { Aim, Given } from './given.ts';
import { correctionOf, importedOf, keeping, messagesOf, type Where } from './parts-of-annotation.ts';
import type { Stretch } from './place-of-words.ts';
import { placed } from './placing.ts';
import { remembered, type Subject } from './remembered.ts';
import { type Cited, sorted, wholeText } from './said-of-claim.ts';
import { similarWords } from './similar-words.ts';

/** Where an article stands, and how ids are made. */
export interface BringingParts {
  /** The article's standing address, without a slash at the end. */
  readonly address: string;
  readonly newId: () => string;
  /** Hears how much is done, from 0 to 1. */
  readonly told?: (done: number) => void;
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

/** Puts the annotations of one file into one article. */
class Bringing {
  readonly items: Item[] = [];
  readonly parts: (readonly AnyPart[])[] = [];
  readonly #article: Article;
  readonly #flat: FlatText;
  readonly #newId: () => string;
  readonly #known: Map<string, Subject>;
  readonly #citing: Citing;
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
    this.#citing = new Citing(article, newId);
    this.#similar = similarWords(this.#flat.plain.text);
    for (const { id, withdrawn, tags } of article.claims.values()) {
      const { from, to, state } = anchorOf(article, id);
      if (!withdrawn && state !== 'orphaned') this.#claims.set(`${from} ${to}`, id);
      this.#tags.set(id, tags);
    }
  }

  bring({ given, named }: Pick<AnnotationFile, 'given' | 'named'>, told: (done: number) => void): void {
    const ids = new Set([...given.map(({ id }) => id), ...this.#known.keys()]);
    const about = (each: Given): string | undefined =>
      each.repliesTo ??
      each.aims.find((aim) => aim.selectors.length === 0 && aim.source !== each.id && ids.has(aim.source))?.source;
    let waiting: Given[] = [];
    for (const [nth, each] of given.entries()) {
      told(nth / given.length);
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
    const elsewhere = {
      where: '',
      becomes: 'nothing',
      words: '',
      says: '',
      author: '',
      doubts: [],
      reason: 'other-file',
    } as const;
    this.items.push(...named.map((id) => ({ id, ...elsewhere })));
    this.parts.push(...keeping(this.#article, this.items, this.#newId).map((part) => [part]));
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

  /** What is here already stays as it is; what was withdrawn comes back. */
  #isAgain(given: Given): boolean {
    const subject = this.#known.get(given.id);
    if (!subject) return false;
    if (subject.back) this.parts.push(subject.back);
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
        { kind: 'claim.mark', claim, ...where, fields: marked, imported: importedOf(given) },
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
    const parts = [...before, ...cited.flatMap((each) => this.#citing.cite(claim, each))];
    if (text !== '') {
      const thread = this.#newId();
      parts.push(...messagesOf(given, { thread, text, about: { claim } }, this.#newId));
      if (!before.some(({ kind }) => kind === 'claim.mark')) this.#known.set(given.id, { of: 'thread', id: thread });
    }
    if (!this.#known.has(given.id)) this.#known.set(given.id, { of: 'claim', id: claim });
    if (parts.length > 0) this.parts.push(parts);
    return parts.length > 0;
  }

  #discuss(given: Given, where: Where, text: string, told: Partial<Item>): void {
    const thread = this.#newId();
    if (!this.#known.has(given.id)) this.#known.set(given.id, { of: 'thread', id: thread });
    this.parts.push(messagesOf(given, { thread, text, about: where }, this.#newId));
    this.#tell(given, 'thread', told);
  }

  #correct(given: Given, where: Where, told: Partial<Item>): void {
    const id = this.#newId();
    const correction = correctionOf(given, where, id);
    if (correction === undefined) this.#discuss(given, where, wholeText(given), told);
    else if (correction === 'many-lines') this.#tell(given, 'nothing', { ...told, reason: 'many-lines' });
    else {
      if (!this.#known.has(given.id)) this.#known.set(given.id, { of: 'correction', id });
      this.parts.push([correction]);
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
      this.parts.push(messagesOf(given, { thread: subject.id, text: wholeText(given) }, this.#newId));
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
}

/** What a file of annotations comes to in an article as somebody sees it: nothing is done yet. */
export const bringing = (
  article: Article,
  file: Pick<AnnotationFile, 'given' | 'named'>,
  parts: BringingParts,
): Brought => {
  const all = new Bringing(article, parts);
  all.bring(file, parts.told ?? (() => {}));
  return { items: all.items, parts: all.parts };
};
