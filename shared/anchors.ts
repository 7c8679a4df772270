import type { Node } from 'prosemirror-model';
import { type Anchor, broughtBy, followAnchor, isTouched, reachOf, settleAnchor, shiftAnchor } from './anchor.ts';
import type { Change } from './change.ts';
import type { Quote } from './quote.ts';
import { tokens } from './text.ts';

/** What an entry did to the text, as far as the claims are concerned. */
export interface TextEffect {
  readonly before: Node;
  readonly after: Node;
  readonly changes: readonly Change[];
  readonly reviewer: string;
}

/** Claims that stand near each other. Their anchors count from `base`, so that typing before them moves one number. */
interface Shelf {
  readonly base: number;
  readonly items: readonly (readonly [claim: string, anchor: Anchor])[];
  /** From where to where, counted from `base`, an edit may do more than shift them. */
  readonly from: number;
  readonly to: number;
  /** The reviewers who may still be typing a claim's last words. */
  readonly growing: readonly string[];
}

const SHELF = 64;

const shelve = (items: Shelf['items'], base = 0): Shelf => {
  const reaches = items.map(([, anchor]) => reachOf(anchor));
  return {
    base,
    items,
    from: Math.min(...reaches.map(([from]) => from)),
    to: Math.max(...reaches.map(([, to]) => to)),
    growing: items.flatMap(([, anchor]) => anchor.growing ?? []),
  };
};

const absolute = ({ base, items }: Shelf): Shelf['items'] =>
  base === 0 ? items : items.map(([claim, anchor]) => [claim, shiftAnchor(anchor, base)]);

/** How far changes shift a shelf as a whole; nothing where one of them touches it. */
const shiftOf = (shelf: Shelf, effect: TextEffect): number | undefined => {
  if (shelf.growing.includes(effect.reviewer)) return undefined;
  let base = shelf.base;
  for (const change of effect.changes) {
    let shift = 0;
    for (const range of change.ranges) {
      if (range.from > base + shelf.to) continue;
      if (range.from + range.taken.length >= base + shelf.from) return undefined;
      shift += range.brought.length - range.taken.length;
    }
    base += shift;
  }
  return base - shelf.base;
};

/**
 * Where every claim of an article stands, by the claim's id. Immutable; an edit costs as much as there are claims near it, and
 * one number for every 64 of the others.
 */
export class Anchors implements ReadonlyMap<string, Anchor> {
  readonly #shelves: readonly Shelf[];
  readonly #shelfOf: ReadonlyMap<string, number>;
  /** The same object as long as claims have only been shifted along with their text. */
  readonly shape: object;

  private constructor(shelves: readonly Shelf[], shelfOf: ReadonlyMap<string, number>, shape: object = {}) {
    this.#shelves = shelves;
    this.#shelfOf = shelfOf;
    this.shape = shape;
  }

  static readonly none = new Anchors([], new Map());

  static of(anchors: Iterable<readonly [string, Anchor]>): Anchors {
    const items = [...anchors].sort(([, one], [, other]) => one.from - other.from);
    const shelves: Shelf[] = [];
    const shelfOf = new Map<string, number>();
    for (let at = 0; at < items.length; at += SHELF) {
      const some = items.slice(at, at + SHELF);
      for (const [claim] of some) shelfOf.set(claim, shelves.length);
      shelves.push(shelve(some));
    }
    return new Anchors(shelves, shelfOf);
  }

  get size(): number {
    return this.#shelfOf.size;
  }

  has(claim: string): boolean {
    return this.#shelfOf.has(claim);
  }

  get(claim: string): Anchor | undefined {
    const shelf = this.#shelves[this.#shelfOf.get(claim) ?? -1];
    const found = shelf?.items.find(([id]) => id === claim);
    return shelf && found && shiftAnchor(found[1], shelf.base);
  }

  /** The same with one claim put in or elsewhere. */
  with(claim: string, anchor: Anchor): Anchors {
    return this.has(claim) ? Anchors.of(new Map([...this, [claim, anchor]])) : this.#added(claim, anchor);
  }

  #added(claim: string, anchor: Anchor): Anchors {
    let nearest = 0;
    for (const [index, shelf] of this.#shelves.entries()) if (shelf.base + shelf.from <= anchor.from) nearest = index;
    const shelf = this.#shelves[nearest];
    if (!shelf || shelf.items.length >= 2 * SHELF) return Anchors.of([...this, [claim, anchor]]);
    const shelves = this.#shelves.with(nearest, shelve([...absolute(shelf), [claim, anchor]]));
    return new Anchors(shelves, new Map([...this.#shelfOf, [claim, nearest]]));
  }

  /** Every claim where it stands after an entry: the fold that server and clients share, once an entry, after all its steps. */
  follow(effect: TextEffect, quoteOf: (claim: string) => Quote): Anchors {
    const changes = effect.changes.filter((change) => change.ranges.length > 0);
    if (changes.length === 0 || this.size === 0) return this;
    const moving = { ...effect, changes, brought: lazily(() => broughtBy(changes, effect.after)) };
    let shape = this.shape;
    const shelves = this.#shelves.map((shelf) => {
      const shift = shiftOf(shelf, moving);
      if (shift === 0) return shelf;
      if (shift !== undefined) return { ...shelf, base: shelf.base + shift };
      shape = {};
      return shelve(absolute(shelf).map(([claim, anchor]) => [claim, followEntry(anchor, moving, quoteOf, claim)]));
    });
    return new Anchors(shelves, this.#shelfOf, shape);
  }

  *entries(): MapIterator<[string, Anchor]> {
    for (const shelf of this.#shelves) for (const [claim, anchor] of absolute(shelf)) yield [claim, anchor];
  }

  *keys(): MapIterator<string> {
    yield* this.#shelfOf.keys();
  }

  *values(): MapIterator<Anchor> {
    for (const [, anchor] of this.entries()) yield anchor;
  }

  [Symbol.iterator](): MapIterator<[string, Anchor]> {
    return this.entries();
  }

  forEach(callback: (anchor: Anchor, claim: string, anchors: ReadonlyMap<string, Anchor>) => void): void {
    for (const [claim, anchor] of this) callback(anchor, claim, this);
  }
}

type Moving = TextEffect & { readonly brought: () => ReturnType<typeof broughtBy> };

const followEntry = (anchor: Anchor, moving: Moving, quoteOf: (claim: string) => Quote, claim: string): Anchor => {
  let current = anchor;
  let touched = false;
  for (const change of moving.changes) {
    touched ||= isTouched(current, change);
    current = followAnchor(current, change, moving.reviewer);
  }
  if (!touched) return current;
  const before = { words: tokens(moving.before, anchor.from, anchor.to), orphaned: anchor.from === anchor.to };
  return settleAnchor(current, before, moving.brought(), moving.after, quoteOf(claim));
};

const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
