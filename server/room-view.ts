import type { Article } from '../shared/article.ts';
import type { EntryJson, Presence } from '../shared/protocol.ts';
import type { Reviewer } from '../shared/roles.ts';
import { type Sight, seenArticle, seenEntry, seenPresence, sightOf } from '../shared/sight.ts';
import { reviewersOf } from './people.ts';
import type { Room } from './room.ts';

/** A room as one reviewer may see it now: all that leaves the server for them is taken from here (T11). */
export class RoomView {
  readonly #room: Room;
  readonly #reviewer: Reviewer;

  constructor(room: Room, reviewer: Reviewer) {
    this.#room = room;
    this.#reviewer = reviewer;
  }

  /** Of the article. */
  get id(): string {
    return this.#room.id;
  }

  /** How they see it; nothing when they see all of it. */
  get sight(): Sight | undefined {
    return sightOf(this.#room.article, this.#reviewer);
  }

  /** The article at the head of the log. */
  get article(): Article {
    const { sight } = this;
    return sight ? seenArticle(this.#room.article, sight) : this.#room.article;
  }

  /** Everyone whose name the article shows. */
  get reviewers(): ReadonlySet<string> {
    return reviewersOf(this.article);
  }

  /** Entries of the room. */
  entries(entries: readonly EntryJson[]): readonly EntryJson[] {
    const { sight } = this;
    return sight ? entries.map((entry) => seenEntry(this.#room.article, entry, sight)) : entries;
  }

  /** The entries after a version, oldest first, at most `limit`. */
  async entriesAfter(version: number, limit: number): Promise<readonly EntryJson[]> {
    const entries = await this.#room.entriesAfter(version, limit);
    return this.entries(entries);
  }

  /** The hash of text and anchors at one of the latest versions; nothing when it is no longer known. */
  hashAt(version: number): string | undefined {
    return this.#room.hashAt(version, this.sight);
  }

  /** Where pages are. */
  present(present: readonly Presence[]): readonly Presence[] {
    const { sight } = this;
    return sight ? seenPresence(present, sight) : present;
  }
}
