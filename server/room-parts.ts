import type { Digest } from '../shared/log.ts';
import type { Clock } from './clock.ts';
import type { Heard } from './news.ts';
import type { LogStore, Packing } from './storage/log-store.ts';

/** What a room is built from. */
export interface RoomParts {
  readonly store: LogStore;
  readonly clock: Clock;
  readonly digest: Digest;
  /** Told of what should not have happened and of a store that fails. */
  readonly report: (error: unknown) => void;
  /** Told, after everyone else, that an article has new entries; `isOwn` when this process gave them their place. */
  readonly heard?: (id: string, heard: Heard, isOwn: boolean) => void;
  /** Whether anything can be stored now; absent: it is tried. */
  readonly canStore?: () => boolean;
  readonly limits?: Partial<RoomLimits>;
}

/** What keeps a room within bounds. */
export interface RoomLimits {
  /** The most operations that are appended at once. */
  readonly batch: number;
  /** A snapshot is kept every so many entries. */
  readonly snapshotEvery: number;
  /** A room at rest packs what is loose, from `least` entries on; a busy one whole blocks. */
  readonly packing: Packing;
  /** The most entries that are kept in memory, and the most UTF-16 units of their JSON. */
  readonly recentEntries: number;
  readonly recentUnits: number;
  /** So many of the latest versions can be compared. */
  readonly comparable: number;
}

export const ROOM_LIMITS: RoomLimits = {
  batch: 256,
  snapshotEvery: 200,
  packing: { least: 64, most: 500 },
  recentEntries: 5_000,
  recentUnits: 16_000_000,
  comparable: 32,
};
