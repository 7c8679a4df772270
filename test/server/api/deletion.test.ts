import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { CaptureStore } from '../../../server/captures/capture-store.ts';
import { diskCaptureStore } from '../../../server/captures/disk-capture-store.ts';
import type { FetchPage } from '../../../server/captures/fetch-page.ts';
import { sha256 } from '../../../server/digest.ts';
import { isAsSealed } from '../../../server/storage/erasure-store.ts';
import { openSqlite } from '../../../server/storage/sqlite.ts';
import type { Stores } from '../../../server/storage/stores.ts';
import { canary } from '../../support/canaries.ts';
import { eventually } from '../../support/desk-in-browsers.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const [BODY, STATEMENT, TITLE] = [canary('body'), canary('statement'), canary('title')];
const MOON = `The ${TITLE}\n\nThe moon is made of ${BODY}. Nobody has asked.`;
const SUN = 'The sun\n\nThe sun is warm.';

describe('deleting an article', function () {
  this.timeout(30_000);
  let folder: string;
  let server: RunningServer;
  let admin: Member;
  let closeStores: () => Promise<void>;
  let stores: Stores;
  let captureStore: CaptureStore;
  /** What comes of the address of a source. */
  let page: ReturnType<FetchPage>;
  const sockets: Socket[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchstone-deletion-'));
    stores = openSqlite(folder);
    closeStores = stores.close;
    captureStore = diskCaptureStore(join(folder, 'captures'));
    const setting = { stores, captureStore, publicUrl: 'https://touchstone.example', fetchPage: () => page };
    server = await startServer(setting);
    admin = await server.add('admin', 'Ada Admin');
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.close();
    await server.close();
    await closeStores();
    await rm(folder, { recursive: true });
  });

  const article = async (text: string): Promise<string> => {
    const body = new FormData();
    body.append('file', new Blob([text], { type: 'text/plain' }), 'article.txt');
    const made = await server.ask('POST', '/api/articles', { by: admin, body });
    assert.equal(made.status, 201, made.text);
    return made.json.id;
  };

  const act = async (id: string, opId: string, ...parts: readonly object[]) => {
    const { json } = await server.ask('GET', `/api/articles/${id}`, { by: admin });
    return server.ask('POST', `/api/articles/${id}/operations`, {
      by: admin,
      json: { opId, base: json.version, parts },
    });
  };

  const claim = (id: string) => ({
    ...{ kind: 'claim.mark', claim: 'c', quote: { exact: 'Nobody has asked.' } },
    fields: { statement: `${STATEMENT} ${id}` },
  });

  const remove = (id: string, confirm: string, by = admin) =>
    server.ask('POST', `/api/articles/${id}/deletion`, { by, json: { confirm } });

  const joined = async (id: string): Promise<Socket> => {
    const socket = io(server.url, { auth: { token: admin.token }, transports: ['websocket'], forceNew: true });
    sockets.push(socket);
    await new Promise<void>((resolve, reject) => socket.on('connect', resolve).on('connect_error', reject));
    assert.equal((await socket.emitWithAck('join', { article: id })).reviewer, admin.account.id);
    return socket;
  };

  /** The files of the data folder in which some bytes are found. */
  const filesWith = async (words: string): Promise<readonly string[]> => {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
    const found = files.map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name));
      return bytes.includes(words) ? [name] : [];
    });
    return (await Promise.all(found)).flat();
  };

  it('leaves none of its words in the data folder, and how its log ended', async () => {
    const [moon, sun] = [await article(MOON), await article(SUN)];
    await act(moon, 'mark', claim(moon));
    const log = await server.ask('GET', `/api/articles/${moon}/log`, { by: admin });
    const { entries } = log.json;
    for (const word of [BODY, STATEMENT, TITLE]) assert.notDeepEqual(await filesWith(word), [], word);
    const search = () => server.ask('GET', `/api/search?q=${STATEMENT}`, { by: admin });
    await eventually(async () => assert.match((await search()).text, new RegExp(moon)));
    const removed = await remove(moon, `The ${TITLE}`);
    assert.equal(removed.status, 200, removed.text);
    const { at, seal, ...tombstone } = removed.json;
    assert.equal(isAsSealed(removed.json, sha256), true);
    assert.deepEqual(tombstone, {
      ...{ article: moon, entries: entries.length, by: admin.account.id },
      ...{ first: entries[0].hash, last: entries.at(-1).hash },
    });
    for (const word of [BODY, STATEMENT, TITLE]) assert.deepEqual(await filesWith(word), [], word);
    assert.match((await server.ask('GET', `/api/articles/${sun}`, { by: admin })).text, /The sun is warm/);
    assert.deepEqual((await remove(moon, 'again')).json, { at, seal, ...tombstone });
  });

  it('is answered as gone wherever the article stood, and is in no list', async () => {
    const moon = await article(MOON);
    const marked = await act(moon, 'mark', claim(moon));
    assert.equal(marked.status, 200, marked.text);
    await remove(moon, `The ${TITLE}`);
    for (const path of [
      `/api/articles/${moon}`,
      `/api/articles/${moon}/log`,
      `/articles/${moon}/annotations/`,
      `/articles/${moon}/annotations/claims/c`,
    ]) {
      const { status, json } = await server.ask('GET', path, { by: admin });
      // Where programs of readers ask, it is not said who deleted it.
      const { entries, by } = path.startsWith('/api') ? json.tombstone : { entries: 2, by: admin.account.id };
      assert.deepEqual([status, json.reason, entries, by], [410, 'gone', 2, admin.account.id], path);
    }
    for (const path of [
      '/api/articles',
      '/api/queue',
      '/api/notices',
      '/api/batches',
      '/api/sources',
      `/api/search?q=${STATEMENT}`,
    ])
      assert.doesNotMatch((await server.ask('GET', path, { by: admin })).text, new RegExp(`${TITLE}|${moon}`), path);
    assert.equal((await server.ask('GET', '/api/articles/never', { by: admin })).status, 404);
  });

  it('says of its published report that it was removed, to everyone', async () => {
    const moon = await article(MOON);
    await act(moon, 'mark', claim(moon));
    const json = { version: 2, change: 'first' };
    const published = await server.ask('POST', `/api/articles/${moon}/reports`, { by: admin, json });
    assert.equal(published.status, 201, published.text);
    const path = new URL(published.json.address).pathname;
    assert.equal((await server.ask('GET', path)).status, 200);
    await remove(moon, `The ${TITLE}`);
    for (const each of [path, `${path}/v/1`, `${path}/embed`]) {
      const { status, text } = await server.ask('GET', each);
      assert.equal(status, 410);
      assert.match(text, /was removed/);
      assert.doesNotMatch(text, new RegExp(`${STATEMENT}|${BODY}`));
    }
    assert.doesNotMatch((await server.ask('GET', '/reports')).text, new RegExp(TITLE));
    assert.equal((await server.ask('GET', '/reports/the-other-1')).status, 404);
    assert.deepEqual(await filesWith(TITLE), []);
  });

  it('tells those who have it open, also in the middle of writing, and takes nothing of it any more', async () => {
    const moon = await article(MOON);
    const [one, other] = [await joined(moon), await joined(moon)];
    const faults: { fault: string; article?: string }[] = [];
    for (const socket of [one, other]) socket.on('fault', (fault) => faults.push(fault));
    const answers: Promise<{ version?: number; fault?: string }>[] = [];
    const write = (): void => {
      const slice = { content: [{ type: 'text', text: 'x' }] };
      const parts = [{ kind: 'text', target: 'body', steps: [{ stepType: 'replace', from: 1, to: 1, slice }] }];
      const operation = { opId: `w${answers.length}`, base: 1, parts };
      answers.push(one.emitWithAck('operation', { article: moon, operation }));
    };
    for (let each = 0; each < 20; each += 1) write();
    const { title } = (await server.ask('GET', `/api/articles/${moon}`, { by: admin })).json;
    const removing = remove(moon, title);
    for (let each = 0; each < 20; each += 1) write();
    let removed = await removing;
    // The title moved on meanwhile: it is confirmed as it is by now.
    while (removed.status === 422) {
      const now = (await server.ask('GET', `/api/articles/${moon}`, { by: admin })).json;
      removed = await remove(moon, now.title);
    }
    assert.equal(removed.status, 200, removed.text);
    const answered = await Promise.all(answers);
    const stored = answered.filter(({ version }) => version !== undefined).length;
    assert.equal(removed.json.entries, 1 + stored);
    const refused = answered.flatMap(({ fault }) => fault ?? []);
    assert.deepEqual(
      refused.filter((fault) => !['gone', 'closing', 'not-joined'].includes(fault)),
      [],
    );
    await eventually(async () => assert.equal(faults.length, 2));
    assert.ok(faults.every(({ fault, article: which }) => fault === 'gone' && which === moon));
    assert.equal((await other.emitWithAck('join', { article: moon })).fault, 'gone');
  });

  const reopened = (): void => {
    stores = openSqlite(folder);
    closeStores = stores.close;
  };

  /** Deletes an article, and stops where a part of the server does: what had to come after it is left to the next start. */
  const stopped = async (
    id: string,
    differing: () => { stores?: Partial<Stores>; captureStore?: Partial<CaptureStore> },
  ) => {
    await server.close();
    reopened();
    const parts = differing();
    const half = { stores: { ...stores, ...parts.stores }, captureStore: { ...captureStore, ...parts.captureStore } };
    server = await startServer(half);
    const failed = await fetch(`${server.url}/api/articles/${id}/deletion`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ confirm: `The ${TITLE}` }),
    });
    assert.equal(failed.status, 500, await failed.text());
    await server.close();
    reopened();
    server = await startServer({ stores, captureStore });
  };
  const stop = async (): Promise<never> => {
    throw new Error('it stops here');
  };
  const isGone = (id: string) =>
    eventually(async () => {
      assert.deepEqual(await stores.erasures.unfinished(), []);
      for (const word of [BODY, STATEMENT, TITLE]) assert.deepEqual(await filesWith(word), [], word);
      const { status, json } = await server.ask('GET', `/api/articles/${id}`, { by: admin });
      assert.deepEqual([status, json.tombstone?.entries], [410, 2]);
    });

  it('is not begun where it stops before its tombstone is there', async () => {
    const moon = await article(MOON);
    await act(moon, 'mark', claim(moon));
    await stopped(moon, () => ({ stores: { erasures: { ...stores.erasures, erase: stop } } }));
    const { status, text } = await server.ask('GET', `/api/articles/${moon}`, { by: admin });
    assert.deepEqual([status, text.includes(STATEMENT)], [200, true]);
    assert.equal((await server.ask('GET', `/api/articles/${moon}/original`, { by: admin })).text, MOON);
  });

  for (const [says, parts] of Object.entries({
    'before its files are removed': () => ({ captureStore: { remove: stop } }),
    'before the database is written anew': () => ({ stores: { erasures: { ...stores.erasures, finish: stop } } }),
  }))
    it(`is finished at the next start where it stops ${says}`, async () => {
      const moon = await article(MOON);
      await act(moon, 'mark', claim(moon));
      await stopped(moon, parts);
      await isGone(moon);
    });

  it('leaves no copy of a source that came while it was deleted', async () => {
    const came = Promise.withResolvers<Awaited<ReturnType<FetchPage>>>();
    page = came.promise;
    const moon = await article(MOON);
    const url = 'https://a.example/moon';
    await act(moon, 'cite', { kind: 'source.add', source: 's', fields: { url } });
    await eventually(async () => assert.equal((await stores.captures.of(moon)).length, 1));
    await remove(moon, `The ${TITLE}`);
    came.resolve({ address: url, mediaType: 'text/plain', charset: 'utf-8', bytes: Buffer.from(`${BODY} again`) });
    await eventually(async () => assert.equal(server.parts.captures.queue.running, 0));
    assert.deepEqual(await filesWith(BODY), []);
  });

  it('keeps bytes that another article has too', async () => {
    const [moon, again] = [await article(MOON), await article(MOON)];
    await remove(moon, `The ${TITLE}`);
    const original = () => server.ask('GET', `/api/articles/${again}/original`, { by: admin });
    assert.equal((await original()).text, MOON);
    await remove(again, `The ${TITLE}`);
    assert.equal((await original()).status, 410);
    assert.deepEqual(await filesWith(BODY), []);
  });

  it('is for admins, says before what goes, and is done only when the title is given', async () => {
    const moon = await article(MOON);
    const lead = await server.add('lead', 'Una Lead');
    assert.equal((await remove(moon, `The ${TITLE}`, lead)).status, 403);
    const { json } = await server.ask('GET', `/api/articles/${moon}/deletion`, { by: admin });
    assert.deepEqual(json, { confirm: `The ${TITLE}`, entries: 1, copies: 0, reports: 0, guestLinks: 0 });
    const refused = await remove(moon, 'The sun');
    assert.deepEqual([refused.status, refused.json.where], [422, 'confirm']);
    assert.equal((await server.ask('GET', `/api/articles/${moon}`, { by: admin })).status, 200);
    assert.equal((await remove(moon, ` The  ${TITLE} `)).status, 200);
    const events = await server.ask('GET', '/api/account-events', { by: admin });
    assert.match(events.text, /article-deleted/);
  });
});
