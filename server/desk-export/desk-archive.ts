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

async function* reportsOf(parts: ServerParts) {
  for await (const { id } of articlesOf(parts))
    for (const { body, ...head } of await parts.reports.of(id)) yield { ...head, ...JSON.parse(body) };
}

/** A further member of a JSON object, a list, written while it is read. */
async function* listed(name: string, items: AsyncIterable<object>): AsyncGenerator<string> {
  let before = `,${JSON.stringify(name)}:[`;
  for await (const item of items) {
    yield before + JSON.stringify(item);
    before = ',';
  }
  yield before === ',' ? ']' : `${before}]`;
}

/** The desk without its articles: never what lets anybody in, nor what messages are signed with (T11). */
async function* deskOf(parts: ServerParts): AsyncGenerator<string> {
  const { accounts, config, desk, erasures, webhooks } = parts;
  const people = (await accounts.store.reviewers()).map((account) => {
    const { id, name, role, colour, createdAt, disabledAt, article } = account;
    return { id, name, email: emailOf(account), role, colour, createdAt, disabledAt, article };
  });
  const head = {
    ...{ desk: config.desk, decided: await deskNow(desk), people },
    ...{ former: await erasures.formerReviewers(), deleted: await erasures.tombstones() },
    webhooks: (await webhooks.webhooks()).map(({ id, url, createdAt, createdBy }) => ({
      id,
      url,
      createdAt,
      createdBy,
    })),
  };
  yield JSON.stringify(head).slice(0, -1);
  yield* listed('events', eventsOf(parts));
  yield* listed('reports', reportsOf(parts));
  yield '}';
}

async function* sourcesOf({ library }: ServerParts): AsyncGenerator<string> {
  const search = { words: [], openOnly: false, limit: PAGE };
  let page = await library.find(search);
  while (page.length > 0) {
    for (const item of page) yield `${JSON.stringify(item)}\n`;
    const last = page.at(-1);
    page = last ? await library.find({ ...search, before: { at: last.at, key: last.key } }) : [];
  }
}

/** The bundle of an article, as somebody sees it; `gone` when it was deleted meanwhile, `blind` while work on it is blind for them. */
const bundleOf = async (parts: ServerParts, speaker: Speaker, id: string): Promise<Readable | 'gone' | 'blind'> => {
  const { logStore, captureStore, digest } = parts;
  const head = await logStore.head(id);
  if (head === 0) return 'gone';
  // Not through its room, which would stay open for a while: many of them would be in memory at once.
  const article = await articleAt(logStore, id, head, digest);
  const entriesAfter = async (after: number, limit: number) =>
    (await logStore.read(id, after, limit)).map(({ body }) => JSON.parse(body));
  const written = await editionFor(parts, { id, article, entriesAfter }, speaker, 'desk');
  if (!written) return 'blind';
  return zipped(bundle.write(written.edition) as Archive, (sha256) => captureStore.get(sha256));
};

/**
 * All data of a desk as the bytes of a ZIP file: what the desk is, its sources, a bundle for each article, the pages of its reports, and last an
 * index with the SHA-256 of each. One part is in memory at a time, and as fast as it is taken; nothing more is read once the stream is destroyed.
 */
export const deskArchive = (parts: ServerParts, speaker: Speaker): Readable => {
  const at = parts.clock.now();
  const zip = new ZipFile();
  const out = zip.outputStream as PassThrough;
  const indexed: IndexedPart[] = [];
  const blind: string[] = [];
  let current: Readable | undefined;
  out.once('close', () => current?.destroy());
  const noted = async function* (path: string, content: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of content) {
      const bytes = Buffer.from(chunk as string);
      hash.update(bytes);
      size += bytes.length;
      yield bytes;
    }
    indexed.push({ path, size, sha256: hash.digest('hex') });
  };
  /** A part whose content is asked for when its turn comes, and not when nobody waits for it any more. */
  const add = (path: string, content: () => Promise<AsyncIterable<Uint8Array | string>>): void =>
    zip.addReadStreamLazy(path, { ...EPOCH, compress: false }, (give) => {
      if (out.destroyed) return;
      content().then(
        (found) => {
          const stream = Readable.from(path === DESK_FILE.index ? found : noted(path, found), { objectMode: false });
          stream.on('error', (error) => out.destroy(error));
          current = stream;
          if (out.destroyed) stream.destroy();
          else give(null, stream);
        },
        (error) => give(error, Readable.from([])),
      );
    });
  const addAll = async (): Promise<void> => {
    add(DESK_FILE.desk, async () => deskOf(parts));
    add(DESK_FILE.sources, async () => sourcesOf(parts));
    for await (const { id } of articlesOf(parts)) {
      if (out.destroyed) return;
      add(`articles/${id}.zip`, async () => {
        const found = await bundleOf(parts, speaker, id);
        if (found === 'blind') blind.push(id);
        return typeof found === 'string' ? Readable.from([]) : found;
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
    zip.end();
  };
  zip.on('error', (error) => out.destroy(error));
  addAll().catch((error) => out.destroy(error));
  return out;
};
