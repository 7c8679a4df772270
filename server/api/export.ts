import type { Edition, Format } from '../../shared/export/format.ts';
import { FORMATS, type FormatName } from '../../shared/export/index.ts';
import { type Entry, parseEntry } from '../../shared/log.ts';
import { FETCH_LIMIT } from '../../shared/protocol.ts';
import { titleOf } from '../../shared/schema.ts';
import type { ServerParts } from '../parts.ts';
import type { Room } from '../room.ts';
import { RoomView } from '../room-view.ts';
import { attachment } from './file-name.ts';
import { noArticle, problem } from './problem.ts';
import { type Answer, ok, type Route } from './route.ts';

const wholeLog = async (room: Room, version: number): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  while (entries.length < version) {
    const page = await room.entriesAfter(entries.length, Math.min(FETCH_LIMIT, version - entries.length));
    if (page.length === 0) throw new Error(`the log of ${room.id} ends before version ${version}`);
    for (const entry of page) entries.push(parseEntry(entry, ''));
  }
  return entries;
};

const editionOf = async ({ accounts, config, clock }: ServerParts, room: Room): Promise<Edition> => {
  const { article, id } = room;
  const people = await accounts.store.reviewers();
  return {
    id,
    article,
    entries: await wholeLog(room, article.version),
    people: Object.fromEntries(people.map((account) => [account.id, { name: account.name }])),
    desk: config.desk,
    address: `${config.publicUrl}/articles/${id}`,
    exportedAt: clock.now(),
  };
};

// What an export says of outcomes and of the log is so only of the whole article.
const notRevealed = (): Answer =>
  problem(403, 'blind', 'Work on this article is blind. It can be exported once the lead reveals it.');

const listFormats: Route = {
  method: 'get',
  path: '/api/articles/:id/export',
  needs: 'viewer',
  answer: async (parts, { params, speaker }) => {
    const room = await parts.rooms.open(params.id ?? '');
    if (!room) return noArticle();
    if (new RoomView(room, speaker.reviewer).sight) return notRevealed();
    const edition = await editionOf(parts, room);
    const rows = Object.entries<Format>(FORMATS).map(([format, { label, mediaType, extension, losses }]) => ({
      format,
      label,
      mediaType,
      extension,
      losses: losses(edition),
    }));
    return ok({ formats: rows });
  },
};

const writeExport: Route = {
  method: 'get',
  path: '/api/articles/:id/export/:format',
  needs: 'viewer',
  answer: async (parts, { params, speaker }) => {
    const name = params.format ?? '';
    if (!Object.hasOwn(FORMATS, name)) {
      return problem(404, 'no-format', `There is no format "${name}". There are: ${Object.keys(FORMATS).join(', ')}.`);
    }
    const room = await parts.rooms.open(params.id ?? '');
    if (!room) return noArticle();
    if (new RoomView(room, speaker.reviewer).sight) return notRevealed();
    const edition = await editionOf(parts, room);
    const format: Format = FORMATS[name as FormatName];
    return {
      status: 200,
      headers: {
        'Content-Type': format.mediaType,
        'Content-Disposition': attachment(titleOf(edition.article.doc), format.extension),
      },
      body: format.write(edition),
    };
  },
};

/** Articles written out, in every format of the register. */
export const exportRoutes: readonly Route[] = [listFormats, writeExport];
