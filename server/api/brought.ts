import { canonicalJson } from '../../shared/canonical.ts';
import type { Difference } from '../../shared/difference/difference.ts';
import type { ArrivalWay, Incoming } from '../import/arrivals.ts';
import { withTitle } from '../import/article-of-reading.ts';
import { saidOf } from '../import/origin-of.ts';
import type { Reading } from '../import/reading.ts';
import type { ServerParts } from '../parts.ts';
import { compared } from '../received/compared.ts';
import { type LaterVersion, laterVersion } from '../received/later-version.ts';
import { foreseen } from '../received/taking-over.ts';
import { textName } from '../received/text-name.ts';
import type { Room } from '../room.ts';
import { RoomView } from '../room-view.ts';
import { incomingOf, type Sent } from './incoming.ts';
import type { Answer, AskedBy } from './route.ts';

/** A later version beside the article, as it was when it was looked at. */
export interface Brought {
  readonly incoming: Incoming;
  readonly reading: Reading;
  readonly later: LaterVersion;
  readonly difference: Difference;
  /** The version of the article that it was compared with, and what names that one's text. */
  readonly base: number;
  readonly from: string;
}

/** What names a text: another when it is another. */
export const nameOf = ({ digest }: ServerParts, { article }: Room): string =>
  digest(canonicalJson(article.doc.toJSON()));

/** What was sent, read and compared with an article; or why it is not. */
export const brought = async (
  parts: ServerParts,
  room: Room,
  sent: Sent,
  held: boolean,
  asked: AskedBy,
  way: ArrivalWay,
): Promise<Brought | Answer> => {
  const incoming = await incomingOf(parts.arrivals, sent, asked.speaker.reviewer.id, held, way);
  if ('status' in incoming) return incoming;
  const read = await parts.arrivals.read(incoming, sent.clean, way);
  const reading = sent.title === undefined ? read : withTitle(read, sent.title);
  way.told?.({ step: 'comparing' });
  const { article } = room;
  const from = nameOf(parts, room);
  const later = laterVersion(reading, incoming.format, article, parts.newId);
  const difference = await compared(article.doc, later.doc, { isBare: later.isBare, signal: way.signal });
  return { incoming, reading, later, difference, base: article.version, from };
};

/** A later version as it is shown to who is to decide about it. */
export const differenceView = (
  { clock, digest }: ServerParts,
  room: Room,
  given: Brought,
  { speaker: { reviewer } }: AskedBy,
): object => {
  const { incoming, reading, later, difference, base, from } = given;
  const seen = new RoomView(room, reviewer).article;
  return {
    from,
    version: base,
    isSame: difference.steps.length === 0,
    rows: difference.rows,
    text: textName(digest, reading),
    origin: { format: incoming.format, url: incoming.address ?? '', ...saidOf(reading) },
    removed: later.removals.map(({ text: words, reason }) => ({ text: words, reason })),
    consequences: foreseen(seen, difference.steps, { reviewer: reviewer.id, at: clock.now() }),
  };
};
