/** An immutable list that grows at its end: what is appended is all that appending costs, and older lists stay as they were. */
export class GrowingList<T> implements Iterable<T> {
  readonly length: number;
  /** Shared with longer lists that grew out of this one. */
  readonly #items: T[];

  private constructor(items: T[], length: number) {
    this.#items = items;
    this.length = length;
  }

  static readonly none = new GrowingList<never>([], 0);

  /** The list with some more at its end. */
  with<U>(added: readonly U[]): GrowingList<T | U> {
    if (added.length === 0) return this as GrowingList<T | U>;
    const items: (T | U)[] =
      this.#items.length === this.length && this.length > 0 ? this.#items : this.#items.slice(0, this.length);
    for (const each of added) items.push(each);
    return new GrowingList(items, items.length);
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let index = 0; index < this.length; index += 1) yield this.#items[index] as T;
  }
}
