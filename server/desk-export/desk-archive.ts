import { createHash } from 'node:crypto';
import { type PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { bundle } from '../../shared/export/bundle.ts';
import { DESK_FILE, type DeskIndex, type IndexedPart } from '../../shared/export/desk-file.ts';
import type { Archive } from '../../shared/export/format.ts';
import { emailOf } from '../accounts/person.ts';
import type { Speaker } from '../accounts/speaker.ts';
import { editionFor } from '../api/export.ts';
import { deskNow } from '../desk.ts';
import { articleAt } from '../log-reading.ts';
import type { ServerParts } from '../parts.ts';
import type { AccountEvent } from '../storage/account-store.ts';
import { EPOCH, zipped } from '../zipped.ts';

const PAGE = 200;

async function* articlesOf({ logStore }: ServerParts) {
  let page = await logStore.articles(PAGE);
  while (page.length > 0) {
    yield* page;
    page = await logStore.articles(PAGE, page.at(-1));
  }
}

async function* eventsOf({ accounts }: ServerParts): AsyncGenerator<AccountEvent> {
  let page = await accounts.store.events(PAGE);
  while (page.length > 0) {
    yield* page;
    page = await accounts.store.events(PAGE, page.at(-1)?.id);
  }
}

/** The desk without its articles: never what lets anybody in, nor what messages are signed with (T11). */
const deskOf = async (parts: ServerParts): Promise<string> => {
  const { accounts, config, desk, erasures, webhooks, reports } = parts;
  const people = (await accounts.store.reviewers()).map((account) => {
    const { id, name, role, colour, createdAt, disabledAt, article } = account;
    return { id, name, email: emailOf(account), role, colour, createdAt, disabledAt, article };
  });
  const events: AccountEvent[] = [];
  for await (const event of eventsOf(parts)) events.push(event);
  const published = [];
  for await (const { id } of articlesOf(parts)) published.push(...(await reports.of(id)));
  return JSON.stringify({
    ...{ desk: config.desk, decided: await deskNow(desk), people },
    ...{ former: await erasures.formerReviewers(), deleted: await erasures.tombstones() },
    events,
    webhooks: (await webhooks.webhooks()).map(({ id, url, createdAt, createdBy }) => ({
      id,
      url,
      createdAt,
      createdBy,
    })),
    reports: published.map(({ body, ...head }) => ({ ...head, ...JSON.parse(body) })),
  });
};

async function* sourcesOf({ library }: ServerParts): AsyncGenerator<string> {
  const search = { words: [], openOnly: false, limit: PAGE };
  let page = await library.find(search);
  while (page.length > 0) {
    for (const item of page) yield `${JSON.stringify(item)}\n`;
    const last = page.at(-1);
    page = last ? await library.find({ ...search, before: { at: last.at, key: last.key } }) : [];
  }
}

/** The bundle of an article, as somebody sees it; nothing while work on it is blind for them, or when it was deleted meanwhile. */
const bundleOf = async (parts: ServerParts, speaker: Speaker, id: string): Promise<Readable | undefined> => {
  const { logStore, captureStore, digest } = parts;
  const head = await logStore.head(id);
  if (head === 0) return undefined;
  // Not through its room, which would stay open for a while: many of them would be in memory at once.
  const article = await articleAt(logStore, id, head, digest);
  const entriesAfter = async (after: number, limit: number) =>
    (await logStore.read(id, after, limit)).map(({ body }) => JSON.parse(body));
  const written = await editionFor(parts, { id, article, entriesAfter }, speaker, 'desk');
  return written && zipped(bundle.write(written.edition) as Archive, (sha256) => captureStore.get(sha256));
};

/**
 * All data of a desk as the bytes of a ZIP file: what the desk is, its sources, a bundle for each article, the pages of its reports, and last an
 * index with the SHA-256 of each. One part is in memory at a time, and as fast as it is taken.
 */
export const deskArchive = async (parts: ServerParts, speaker: Speaker, gone: AbortSignal): Promise<Readable> => {
  const at = parts.clock.now();
  const zip = new ZipFile();
  const out = zip.outputStream as PassThrough;
  const indexed: IndexedPart[] = [];
  const blind: string[] = [];
  const noted = async function* (path: string, content: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of content) {
      gone.throwIfAborted();
      const bytes = Buffer.from(chunk as string);
      hash.update(bytes);
      size += bytes.length;
      yield bytes;
    }
    indexed.push({ path, size, sha256: hash.digest('hex') });
  };
  /** A part whose content is asked for when its turn comes. */
  const add = (path: string, content: () => Promise<AsyncIterable<Uint8Array | string>>): void =>
    zip.addReadStreamLazy(path, { ...EPOCH, compress: false }, (give) => {
      content().then(
        (found) => {
          const stream = Readable.from(path === DESK_FILE.index ? found : noted(path, found), { objectMode: false });
          stream.on('error', (error) => out.destroy(error));
          give(null, stream);
        },
        (error) => give(error, Readable.from([])),
      );
    });
  add(DESK_FILE.desk, async () => Readable.from([await deskOf(parts)]));
  add(DESK_FILE.sources, async () => sourcesOf(parts));
  for await (const { id } of articlesOf(parts)) {
    add(`articles/${id}.zip`, async () => {
      gone.throwIfAborted();
      const found = await bundleOf(parts, speaker, id);
      if (!found) blind.push(id);
      return found ?? Readable.from([]);
    });
    for (const { slug, number } of await parts.reports.of(id))
      add(`reports/${slug}-${number}.html`, async () => {
        const report = await parts.reports.read(slug, number);
        return Readable.from(report ? [Buffer.from(report.page)] : []);
      });
  }
  add(DESK_FILE.index, async () => {
    const index: DeskIndex = { form: 1, format: 'touchstone-desk', at, parts: indexed, blind };
    return Readable.from([JSON.stringify(index)]);
  });
  zip.on('error', (error) => out.destroy(error));
  zip.end();
  return out;
};
