import type { Room } from '../room.ts';
import { RoomView } from '../room-view.ts';
import type { Rooms } from '../rooms.ts';
import type { AskedBy } from './route.ts';

/** There is no article with the id in a path: thrown wherever a route looks for it, and answered in one place. */
export class NoSuchArticle extends Error {}

/** The room of the article that a path names. */
export const roomOf = async (rooms: Rooms, { id = '' }: AskedBy['params']): Promise<Room> => {
  const room = await rooms.open(id);
  if (!room) throw new NoSuchArticle(id);
  return room;
};

/** The article that a path names, as who asks sees it (T11). */
export const viewOf = async (rooms: Rooms, { params, speaker }: Pick<AskedBy, 'params' | 'speaker'>) =>
  new RoomView(await roomOf(rooms, params), speaker.reviewer);
