import type { Article } from '../../shared/article.ts';
import { AUDIENCES, type Audience, type Edition, type Format } from '../../shared/export/format.ts';
import { FORMATS, type FormatName } from '../../shared/export/index.ts';
import { asks, selectedEdition } from '../../shared/export/selected.ts';
import { articleWithoutFormer, FORMER_NAME } from '../../shared/former.ts';
import { type Entry, parseEntry } from '../../shared/log.ts';
import { choice, optional } from '../../shared/parsing.ts';
import { FETCH_LIMIT } from '../../shared/protocol.ts';
import { printable } from '../../shared/reply.ts';
import { titleOf } from '../../shared/schema.ts';
import { publicSight, seenArticle, seenEntry, sightOf } from '../../shared/sight.ts';
import { noteExport } from '../accounts/events.ts';
import type { Speaker } from '../accounts/speaker.ts';
import type { ServerParts } from '../parts.ts';
import type { Room } from '../room.ts';
import { zipped } from '../zipped.ts';
import { roomOf } from './article-asked.ts';
import { attachment } from './file-name.ts';
import { problem } from './problem.ts';
import { type Answer, type Asked, ok, type Route } from './route.ts';
import { selectionIn } from './selection.ts';

/** The log of an article up to a version, or what of it comes after another. */
export const logUpTo = async (
  room: Pick<Room, 'id' | 'entriesAfter'>,
  version: number,
  after = 0,
): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  while (after + entries.length < version) {
    const known = after + entries.length;
    const page = await room.entriesAfter(known, Math.min(FETCH_LIMIT, version - known));
    if (page.length === 0) throw new Error(`the log of ${room.id} ends before version ${version}`);
    for (const entry of page) entries.push(parseEntry(entry, ''));
  }
  return entries;
};

interface Written {
  readonly edition: Edition;
  /** Whether whoever asks sees more than is written. */
  readonly leavesOut: boolean;
}

/**
 * An article as it is written for an audience when somebody asks, with its log after a version; nothing when it may not be, since work is
 * blind.
 */
export const editionFor = async (
  { accounts, captures, config, clock, digest }: ServerParts,
  room: Pick<Room, 'id' | 'article' | 'entriesAfter'>,
  { reviewer }: Speaker,
  audience: Audience,
  after = 0,
): Promise<Written | undefined> => {
  const { article: whole, id } = room;
  const own = sightOf(whole, reviewer);
  // What an export says of outcomes and of the log is so only of judgements that are not hidden.
  if (own && own.blind !== 'no') return undefined;
  const seen = own ? seenArticle(whole, own) : whole;
  const publicly = publicSight(seen);
  const sight = audience === 'public' ? publicSight(whole) : own;
  const article = sight ? seenArticle(whole, sight) : whole;
  const entries = await logUpTo(room, whole.version, after);
  const people = await accounts.store.reviewers();
  const edition = {
    id,
    article,
    asked: printable(whole.contacts),
    entries: sight ? entries.map((entry) => seenEntry(whole, entry, sight)) : entries,
    people: Object.fromEntries(people.map((account) => [account.id, { name: account.name }])),
    desk: config.desk,
    address: `${config.publicUrl}/articles/${id}`,
    exportedAt: clock.now(),
    captures: await captures.of(id, article),
    // What was written beside the text in its file, such as remarks, is the desk's.
    ...(audience === 'desk' && article.origin.original && { original: article.origin.original }),
    digest,
  };
  return { edition, leavesOut: audience === 'public' && publicly !== undefined };
};

const audienceIn = (query: Asked['query'], format: Format): Audience =>
  optional(choice(AUDIENCES))(query.audience, 'audience') ?? format.audience;

const LEFT_OUT = { kind: 'not-public', words: 'What is not public is left out.', things: {} } as const;

/** What is answered while work is blind. */
export const notRevealed = (): Answer =>
  problem(403, 'blind', 'Work on this article is blind. It can be exported once the lead reveals it.');

const listFormats: Route = {
  method: 'get',
  path: '/api/articles/:id/export',
  needs: 'viewer',
  scope: 'export',
  answer: async (parts, { params, query, speaker }) => {
    const room = await roomOf(parts.rooms, params);
    const [forEveryone, forDesk] = await Promise.all(
      (['public', 'desk'] as const).map((audience) => editionFor(parts, room, speaker, audience)),
    );
    if (!forEveryone || !forDesk) return notRevealed();
    const selection = selectionIn(query);
    const some = {
      public: selectedEdition(forEveryone.edition, selection),
      desk: selectedEdition(forDesk.edition, selection),
    };
    const rows = Object.entries<Format>(FORMATS).map(([format, each]) => {
      const audience = audienceIn(query, each);
      const { edition: whole, leavesOut } = audience === 'public' ? forEveryone : forDesk;
      const { label, mediaType, extension, losses, purpose, isWhole = false } = each;
      const edition = isWhole ? whole : some[audience];
      return {
        format,
        label,
        mediaType,
        extension,
        purpose,
        isWhole,
        audience,
        losses: [...(leavesOut ? [LEFT_OUT] : []), ...losses(edition)],
      };
    });
    const of = [...forDesk.edition.article.claims.values()].filter((claim) => !claim.withdrawn).length;
    return ok({ formats: rows, claims: { shown: some.desk.selection?.shown ?? of, of } });
  },
};

/** What a format wrote, as it goes out: an archive is zipped. */
const carried = (
  { captureStore }: ServerParts,
  written: ReturnType<Format['write']>,
): Pick<Answer, 'body' | 'stream'> =>
  typeof written === 'object' && 'parts' in written
    ? { stream: zipped(written, (sha256) => captureStore.get(sha256)) }
    : { body: written };

/** What a file is called: it says so where it has not all claims. */
const fileTitle = ({ article, selection }: Edition): string =>
  [titleOf(article.doc), ...(selection ? [`${selection.shown} of ${selection.of} claims`] : [])].join(' ');

const withoutNames = ({ article, people }: Edition): Article =>
  articleWithoutFormer(article, (id) => people[id]?.name === FORMER_NAME);

const writeExport: Route = {
  method: 'get',
  path: '/api/articles/:id/export/:format',
  needs: 'viewer',
  scope: 'export',
  answer: async (parts, asked) => {
    const { params, query, speaker } = asked;
    const name = params.format ?? '';
    if (!Object.hasOwn(FORMATS, name)) {
      return problem(404, 'no-format', `There is no format "${name}". There are: ${Object.keys(FORMATS).join(', ')}.`);
    }
    const room = await roomOf(parts.rooms, params);
    const format: Format = FORMATS[name as FormatName];
    const written = await editionFor(parts, room, speaker, audienceIn(query, format));
    if (!written) return notRevealed();
    const selection = selectionIn(query);
    if (format.isWhole && asks(selection))
      return problem(422, 'whole', `"${name}" is never a selection of claims: what is to be read back is whole.`);
    const selected = selectedEdition(written.edition, selection);
    // What is to be read back has the log as it is sealed; in every other format those who were deleted are not named.
    const edition = format.isWhole ? selected : { ...selected, article: withoutNames(selected) };
    await noteExport(parts, asked, { article: room.id, format: name });
    return {
      status: 200,
      headers: {
        'Content-Type': format.mediaType,
        'Content-Disposition': attachment(fileTitle(edition), format.extension),
      },
      ...carried(parts, format.write(edition)),
    };
  },
};

/** Articles written out, in every format of the register. */
export const exportRoutes: readonly Route[] = [listFormats, writeExport];
