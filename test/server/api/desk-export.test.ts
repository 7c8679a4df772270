import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setPassword } from '../../../server/accounts/passwords.ts';
import { Broken } from '../../../server/bundle/verified.ts';
import { isDeskExport, verifiedDeskFile } from '../../../server/bundle/verified-desk.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const LIMITS = { files: 1_000, bytes: 10_000_000 };

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
    assert.deepEqual(holds, { articles: 2, entries: 2, parts: 4, blind: 0 });
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
    await writeFile(path, bytes.subarray(0, bytes.length >> 1));
    await assert.rejects(verifiedDeskFile(path, LIMITS, () => {}));
  });
});
