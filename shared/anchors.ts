import type { Node } from 'prosemirror-model';
import {
  type Anchor,
  type AnchorState,
  broughtBy,
  followAnchor,
  isTouched,
  reachOf,
  settleAnchor,
  shiftAnchor,
} from './anchor.ts';
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

/** A claim's anchor, and from where to where an edit may do more than shift it. */
interface Standing {
  readonly claim: string;
  readonly anchor: Anchor;
  readonly from: number;
  readonly to: number;
}

/** Claims that stand near each other. Their positions count from `base`, so that typing before them moves one number. */
interface Shelf {
  readonly base: number;
  readonly items: readonly Standing[];
  readonly from: number;
  readonly to: number;
  /** The reviewers who may still be typing a claim's last words. */
  readonly growing: readonly string[];
}

const SHELF = 64;

const standing = (claim: string, anchor: Anchor): Standing => {
  const [from, to] = reachOf(anchor);
  return { claim, anchor, from, to };
};

const shifted = ({ claim, anchor, from, to }: Standing, by: number): Standing => ({
  claim,
  anchor: shiftAnchor(anchor, by),
  from: from + by,
  to: to + by,
});

const shelve = (items: readonly Standing[], base = 0): Shelf => {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  const growing: string[] = [];
  for (const item of items) {
    if (item.from < from) from = item.from;
    if (item.to > to) to = item.to;
    if (item.anchor.growing !== undefined) growing.push(item.anchor.growing);
  }
  return { base, items, from, to, growing };
};

const anchorsOn = ({ base, items }: Shelf): readonly (readonly [claim: string, anchor: Anchor])[] =>
  items.map(({ claim, anchor }) => [claim, shiftAnchor(anchor, base)]);

/** How far changes shift what stands from one position to another as a whole; nothing where one of them touches it. */
const shiftOf = (from: number, to: number, changes: readonly Change[]): number | undefined => {
  let shift = 0;
  for (const { ranges } of changes) {
    let further = 0;
    for (const range of ranges) {
      if (range.from > to + shift) continue;
      if (range.from + range.taken.length >= from + shift) return undefined;
      further += range.brought.length - range.taken.length;
    }
    shift += further;
  }
  return shift;
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
      const some = items.slice(at, at + SHELF).map(([claim, anchor]) => standing(claim, anchor));
      for (const { claim } of some) shelfOf.set(claim, shelves.length);
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
    const found = shelf?.items.find((each) => each.claim === claim);
    return shelf && found && shiftAnchor(found.anchor, shelf.base);
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
    const added = standing(claim, shiftAnchor(anchor, -shelf.base));
    const shelves = this.#shelves.with(nearest, shelve([...shelf.items, added], shelf.base));
    return new Anchors(shelves, new Map([...this.#shelfOf, [claim, nearest]]));
  }

  /** Every claim where it stands after an entry: the fold that server and clients share, once an entry, after all its steps. */
  follow(effect: TextEffect, quoteOf: (claim: string) => Quote): Anchors {
    const changes = effect.changes.filter((change) => change.ranges.length > 0);
    if (changes.length === 0 || this.size === 0) return this;
    const moving = { ...effect, changes, brought: lazily(() => broughtBy(changes, effect.after)) };
    let shape = this.shape;
    const followed = ({ base }: Shelf, { claim, anchor }: Standing): Standing => {
      shape = {};
      const after = followEntry(shiftAnchor(anchor, base), moving, quoteOf, claim);
      return standing(claim, shiftAnchor(after, -base));
    };
    const shelves = this.#shelves.map((shelf) => {
      const { base, growing } = shelf;
      const shift = growing.includes(effect.reviewer)
        ? undefined
        : shiftOf(base + shelf.from, base + shelf.to, changes);
      if (shift !== undefined) return shift === 0 ? shelf : { ...shelf, base: base + shift };
      const items = shelf.items.map((item) => {
        const isGrowing = item.anchor.growing === effect.reviewer;
        const by = isGrowing ? undefined : shiftOf(base + item.from, base + item.to, changes);
        if (by === undefined) return followed(shelf, item);
        return by === 0 ? item : shifted(item, by);
      });
      return shelve(items, base);
    });
    return new Anchors(shelves, this.#shelfOf, shape);
  }

  /** Calls back with where every record stands, in about the order of their places: without making an anchor of each. */
  eachPlace(see: (id: string, from: number, to: number, state: AnchorState) => void): void {
    for (const { base, items } of this.#shelves)
      for (const { claim, anchor } of items) see(claim, anchor.from + base, anchor.to + base, anchor.state);
  }

  /** The ids of those that may be more than shifted along with their text since an earlier state; nothing when it can be any. */
  touchedSince(earlier: Anchors): readonly string[] | undefined {
    if (this.#shelves === earlier.#shelves) return [];
    if (this.#shelves.length !== earlier.#shelves.length) return undefined;
    return this.#shelves.flatMap(({ items }, index) => {
      const before = earlier.#shelves[index]?.items;
      if (items === before) return [];
      return items.filter((item, at) => item !== before?.[at]).map(({ claim }) => claim);
    });
  }

  *entries(): MapIterator<[string, Anchor]> {
    for (const shelf of this.#shelves) for (const [claim, anchor] of anchorsOn(shelf)) yield [claim, anchor];
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
  const wordsBefore = (): string => tokens(moving.before, anchor.from, anchor.to);
  return settleAnchor(
    current,
    anchor.from < anchor.to ? wordsBefore : undefined,
    moving.brought(),
    moving.after,
    quoteOf(claim),
  );
};

const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
