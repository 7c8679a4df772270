import type { CreateArticle } from '../../shared/operations/article.ts';
import { isRefusal, type Refusal } from '../../shared/operations/kind.ts';
import { type Fault, isFault } from '../../shared/protocol.ts';
import type { Reviewer } from '../../shared/roles.ts';
import type { CaptureStore } from '../captures/capture-store.ts';
import { deskNow } from '../desk.ts';
import type { Room } from '../room.ts';
import type { Rooms } from '../rooms.ts';
import type { DeskStore } from '../storage/desk-store.ts';
import type { Arrivals, Incoming } from './arrivals.ts';
import { articleOfReading, withTitle } from './article-of-reading.ts';
import { bringAlong } from './bring-along.ts';
import { originOf } from './origin-of.ts';
import { partsOfReading } from './parts-of-reading.ts';

/** What articles are made with. */
export interface MakingParts {
  readonly arrivals: Arrivals;
  readonly captureStore: CaptureStore;
  readonly desk: DeskStore;
  readonly rooms: Rooms;
  readonly newId: () => string;
}

/** What an article is to be made of, and for whom. */
export interface ToMake {
  readonly incoming: Incoming;
  readonly reviewer: Reviewer;
  /** False to have nothing cleaned away. */
  readonly clean: boolean;
  /** In the place of its own. */
  readonly title?: string;
  readonly signal: AbortSignal;
  /** Its id, where it has one before it is there. */
  readonly id?: string;
}

/**
 * Reads what came in and makes an article of it, with all that its file brought along; or why there is none. Where it was begun before, under
 * the same id and with the same `newId`, it is brought to its end and made no second time.
 */
export const makeArticle = async (parts: MakingParts, toMake: ToMake): Promise<Room | Refusal | Fault> => {
  const { incoming, reviewer, clean, title, signal, id } = toMake;
  const read = await parts.arrivals.read(incoming, clean, { signal });
  const reading = title === undefined ? read : withTitle(read, title);
  const { doc, removals, pages } = articleOfReading(reading, parts.newId);
  const origin = await originOf(parts.captureStore, incoming, reading);
  const { settings } = await deskNow(parts.desk);
  const part: CreateArticle = { kind: 'article.create', doc, origin, removals, settings, ...(pages && { pages }) };
  const begun = id === undefined ? undefined : await parts.rooms.open(id);
  const room = begun ?? (await parts.rooms.create(reviewer, part, id));
  if (isRefusal(room) || isFault(room)) return room;
  const along = partsOfReading(reading, doc, parts.newId);
  const brought = await bringAlong(room, reviewer, along, parts.newId);
  // What was brought along before is known by its ids, though the article has gone on since.
  return isFault(brought) && !(begun && brought.fault === 'op-id-taken') ? brought : room;
};
