import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setPassword } from '../../../server/accounts/passwords.ts';
import { Broken } from '../../../server/bundle/verified.ts';
import { isDeskExport, verifiedDeskFile } from '../../../server/bundle/verified-desk.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const LIMITS = { files: 1_000, bytes: 100_000_000 };

describe('the export of a desk', function () {
  this.timeout(30_000);
  let server: RunningServer;
  let admin: Member;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchstone-desk-'));
    server = await startServer();
    admin = await server.add('admin', 'Ada Admin');
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const exported = async (): Promise<string> => {
    const answer = await fetch(`${server.url}/api/desk/export`, {
      headers: { authorization: `Bearer ${admin.token}`, connection: 'close' },
    });
    assert.equal(answer.status, 200);
    const path = join(folder, 'desk.zip');
    await writeFile(path, Buffer.from(await answer.arrayBuffer()));
    return path;
  };

  it('has every article, people and what was decided, holds offline, and never what lets anybody in (T11)', async () => {
    const cleo = await server.add('lead', 'Cleo Diaz');
    await setPassword(server.parts.accounts, cleo.account.id, 'a lodestone in the quicksilver');
    const json = { url: 'https://hook.example/' };
    const { secret } = (await server.ask('POST', '/api/webhooks', { by: admin, json })).json;
    for (const title of ['The moon', 'The sun'])
      await server.ask('POST', '/api/articles', { by: cleo, json: { text: `${title}\n\nIt is round.` } });
    const path = await exported();
    assert.equal(await isDeskExport(path), true);
    const holds = await verifiedDeskFile(path, LIMITS, () => {});
    assert.deepEqual(holds, { articles: 2, entries: 2, parts: 4, blind: 0, partial: 0 });
    const bytes = await readFile(path);
    for (const words of ['Cleo Diaz', 'https://hook.example/', 'The moon']) assert.ok(bytes.includes(words), words);
    const hidden = [secret, admin.token, cleo.token];
    const stored = await server.parts.accounts.store.passwordOf(cleo.account.id);
    const hashes = (await server.parts.accounts.store.secretsOf(cleo.account.id)).map(({ hash }) => hash);
    for (const words of [...hidden, ...hashes, stored?.hash ?? 'none'])
      assert.equal(bytes.includes(words), false, 'a secret is in it');
  });

  it('is broken when a byte of it is another, or its end is missing', async () => {
    const path = await exported();
    const bytes = await readFile(path);
    const at = bytes.indexOf('It is round');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await assert.rejects(
      verifiedDeskFile(path, LIMITS, () => {}),
      Broken,
    );
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    for (const kept of [0.1, 0.5, 0.9, 0.999]) {
      await writeFile(path, bytes.subarray(0, Math.floor(bytes.length * kept)));
      assert.equal(await isDeskExport(path), true);
      await assert.rejects(
        verifiedDeskFile(path, LIMITS, () => {}),
        /broken off/,
        `${kept} of it`,
      );
    }
    await writeFile(path, bytes);
    await verifiedDeskFile(path, LIMITS, () => {});
  });

  it('says of how many articles something is left out, which is shown to named people alone; an admin sees what is blind for others', async () => {
    const cleo = await server.add('lead', 'Lin Ode');
    const make = async (text: string, ...parts: readonly object[]): Promise<string> => {
      const { id } = (await server.ask('POST', '/api/articles', { by: cleo, json: { text } })).json;
      const path = `/api/articles/${id}/operations`;
      const { json } = await server.ask('POST', path, { by: cleo, json: { opId: 'o', base: 1, parts } });
      assert.deepEqual(json.dropped, []);
      return id;
    };
    const before = await verifiedDeskFile(await exported(), LIMITS, () => {});
    await make('A blind one', { kind: 'article.configure', settings: { blind: 'verdicts' } });
    const fields = { title: 'Quicksilver', visibility: [cleo.account.id] };
    await make('A confidential one', { kind: 'source.add', source: 's', fields });
    const path = await exported();
    const holds = await verifiedDeskFile(path, LIMITS, () => {});
    assert.deepEqual([holds.blind, holds.partial - before.partial], [0, 1]);
    const bytes = await readFile(path);
    assert.equal(bytes.includes('Quicksilver'), false);
    assert.equal(bytes.includes('A blind one'), true);
  });

  it('ends when it is called off: nothing more is read, and the next one is whole', async () => {
    const { logStore } = server.parts;
    const ada = await server.add('lead', 'Bo Lie');
    for (let nth = 0; nth < 20; nth += 1)
      await server.ask('POST', '/api/articles', { by: ada, json: { text: `Number ${nth}\n\nIt is round.` } });
    const head = logStore.head.bind(logStore);
    const [second, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let looked = 0;
    logStore.head = async (id) => {
      looked += 1;
      if (looked === 2) {
        second.resolve();
        await goOn.promise;
      }
      return head(id);
    };
    const written = (): number => server.logged.filter(({ route }) => route === '/api/desk/export').length;
    const before = written();
    const request = get(`${server.url}/api/desk/export`, { headers: { authorization: `Bearer ${admin.token}` } });
    request.on('error', () => {});
    await second.promise;
    request.destroy();
    while (written() === before) await new Promise(setImmediate);
    goOn.resolve();
    const whole = await verifiedDeskFile(await exported(), LIMITS, () => {});
    assert.ok(whole.articles > 20);
    assert.equal(looked, whole.articles + 2);
    assert.deepEqual(
      server.logged.filter((line) => line.level === 'error'),
      [],
    );
    logStore.head = head;
  });

  it('is noted, as is that of an article: who took what along, in which format, before they have it; and goes on where it cannot be', async () => {
    const kim = await server.add('viewer', 'Kim Ex');
    const { id } = (await server.ask('POST', '/api/articles', { by: admin, json: { text: 'Noted\n\nIt is so.' } }))
      .json;
    assert.equal((await server.ask('GET', `/api/articles/${id}/export/csv`, { by: kim })).status, 200);
    await server.ask('GET', `/api/articles/${id}/export/cuneiform`, { by: kim });
    await server.ask('GET', `/api/articles/${id}/export`, { by: kim });
    await exported();
    const { events } = (await server.ask('GET', '/api/account-events', { by: admin })).json;
    const noted = events
      .filter(({ what }: { readonly what: string }) => what.endsWith('-exported'))
      .map(({ what, reviewer, article, format }: Record<string, string>) => [what, reviewer, article, format]);
    assert.deepEqual(noted.slice(0, 2), [
      ['desk-exported', admin.account.id, undefined, undefined],
      ['article-exported', kim.account.id, id, 'csv'],
    ]);
    const { store } = server.parts.accounts;
    const note = store.note;
    store.note = () => Promise.reject(new Error('the disk is full'));
    assert.equal((await server.ask('GET', `/api/articles/${id}/export/csv`, { by: kim })).status, 200);
    store.note = note;
    assert.ok(server.logged.some((line) => `${line.warning}`.startsWith('article-exported by ')));
  });
});
