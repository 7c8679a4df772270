import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskCaptureStore } from '../../../server/captures/disk-capture-store.ts';
import { openSqlite } from '../../../server/storage/sqlite.ts';
import { canary } from '../../support/canaries.ts';
import { type RunningServer, startServer } from './a-server.ts';

const NAME = canary('person');
const EMAIL = `${NAME}@example.org`;

describe('deleting a person', function () {
  this.timeout(30_000);
  let folder: string;
  let server: RunningServer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchstone-former-'));
    server = await startServer({
      stores: openSqlite(folder),
      captureStore: diskCaptureStore(join(folder, 'captures')),
    });
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  /** The files of the data folder with some words in them. */
  const filesWith = async (words: string): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (file.isFile() && (await readFile(join(file.parentPath, file.name))).includes(words)) found.push(file.name);
    return found;
  };

  it('leaves no byte of their name and email in the data folder, and what they did under an id', async () => {
    const admin = await server.add('admin', 'Ada Admin');
    const ben = await server.add('lead', NAME);
    const made = await server.ask('POST', '/api/articles', { by: ben, json: { text: 'The moon\n\nIt is round.' } });
    const id: string = made.json.id;
    const mark = {
      kind: 'claim.mark',
      claim: 'c',
      quote: { exact: 'It is round.' },
      fields: { assignee: ben.account.id },
    };
    const done = await server.ask('POST', `/api/articles/${id}/operations`, {
      by: ben,
      json: { opId: 'o', base: 1, parts: [mark] },
    });
    assert.equal(done.status, 200, done.text);
    await server.ask('POST', '/api/invitations', { by: admin, json: { role: 'viewer', name: NAME } });
    for (const words of [NAME, EMAIL]) assert.notDeepEqual(await filesWith(words), []);
    const log = (await server.ask('GET', `/api/articles/${id}/log`, { by: admin })).json.entries;

    const path = `/api/reviewers/${ben.account.id}/deletion`;
    const remove = (confirm: string, by = admin) => server.ask('POST', path, { by, json: { confirm } });
    assert.equal((await remove(NAME, ben)).status, 403);
    assert.deepEqual([(await remove('Somebody')).status, (await remove(NAME)).status], [422, 200]);
    assert.equal((await remove('again')).json.id, ben.account.id);

    for (const words of [NAME, EMAIL]) assert.deepEqual(await filesWith(words), []);
    assert.equal((await server.ask('GET', '/api/session', { by: ben })).status, 401);
    assert.deepEqual((await server.ask('GET', `/api/articles/${id}/log`, { by: admin })).json.entries, log);
    const people = await server.ask('GET', '/api/reviewers', { by: admin });
    assert.doesNotMatch(people.text, new RegExp(ben.account.id));
    const back = { by: admin, json: { disabled: false } };
    assert.equal((await server.ask('PATCH', `/api/reviewers/${ben.account.id}`, back)).status, 404);
    for (const format of ['csv', 'json']) {
      const { text } = await server.ask('GET', `/api/articles/${id}/export/${format}`, { by: admin });
      assert.doesNotMatch(text, new RegExp(NAME));
      assert.match(text, /A former member/);
    }
    const events = (await server.ask('GET', '/api/account-events', { by: admin })).json.events;
    assert.ok(events.some(({ what }: { what: string }) => what === 'person-deleted'));
  });
});
