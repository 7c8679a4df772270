/** What the server told while a whole list was being asked for: it is newer than the list that comes, which may have been made before. */
export class ToldSince {
  readonly #asking = new Set<Set<string>>();

  /** Something was told of sources. */
  tell(sources: readonly string[]): void {
    for (const told of this.#asking) for (const source of sources) told.add(source);
  }

  /** Waits for an answer; with it come the sources of which something was told meanwhile. */
  async during<T>(asking: Promise<T>): Promise<readonly [answer: T, told: ReadonlySet<string>]> {
    const told = new Set<string>();
    this.#asking.add(told);
    try {
      return [await asking, told];
    } finally {
      this.#asking.delete(told);
    }
  }
}
