import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { signature } from '../../../server/webhooks.ts';
import { SCOPES } from '../../../shared/scopes.ts';
import { eventually } from '../../support/desk-in-browsers.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const folder = join(import.meta.dirname, '../../../docs/api');
const page = readFileSync(join(folder, 'README.md'), 'utf8');

/** The blocks of a kind that the page shows, as one program. */
const programOf = (kind: string): string =>
  [...page.matchAll(/```(.+)\n([\s\S]*?)```/g)]
    .flatMap(([, of, block = '']) => (of === kind ? [block] : []))
    .join('\n');

const aFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

describe('docs/api/README.md', function () {
  this.timeout(30_000);
  let server: RunningServer;
  let una: Member;
  let environment: NodeJS.ProcessEnv;

  before(async () => {
    server = await startServer();
    una = await server.add('admin', 'una');
    environment = { ...process.env, TOUCHSTONE_URL: server.url, TOUCHSTONE_TOKEN: una.token };
  });

  after(() => server.close());

  const run = async (program: string, words: readonly string[]): Promise<string> =>
    (await promisify(execFile)(program, words, { env: environment })).stdout;

  it('has a program that does what it says', async () => {
    const said = await run(process.execPath, ['--input-type=module', '--eval', programOf('js')]);
    const lines = said.trim().split('\n');
    assert.match(lines[0] ?? '', /^404 no-article \S/);
    assert.deepEqual(lines.slice(1, 5), ['true true', '2 []', '382 kg exact', 'The moon']);
    assert.match(lines[5] ?? '', /^attachment; filename="The-moon\.csv".* true$/);
  });

  it('comes in with curl', async function () {
    if (spawnSync('curl', ['--version']).status !== 0) return this.skip();
    assert.equal(JSON.parse(await run('sh', ['-c', programOf('sh')])).reviewer.name, 'una');
  });

  describe('has a receiver of webhooks', () => {
    let receiver: ChildProcess;
    let said = '';
    let at: string;
    let secret: string;

    before(async () => {
      const port = await aFreePort();
      at = `http://127.0.0.1:${port}/`;
      const { json } = await server.ask('POST', '/api/webhooks', { by: una, json: { url: at } });
      secret = json.secret;
      const env = { ...process.env, PORT: String(port), WEBHOOK_SECRET: secret };
      receiver = spawn(process.execPath, ['--input-type=module', '--eval', programOf('js webhook')], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      receiver.stdout?.on('data', (words) => {
        said += words;
      });
      await eventually(async () => assert.match(said, /listening/));
      await server.ask('POST', `/api/webhooks/${json.id}/deliveries`, { by: una });
      await eventually(async () => {
        const { deliveries } = (await server.ask('GET', `/api/webhooks/${json.id}/deliveries`, { by: una })).json;
        assert.equal(deliveries[0].outcome, '204');
      });
    });

    after(async () => {
      receiver.kill();
      await once(receiver, 'close');
    });

    it('that takes what the server signed', () =>
      assert.match(said, /A test of the desk at http:\/\/touchstone\.test/));

    it('that takes nothing that it did not sign, or that is old', async () => {
      const seconds = Math.floor(Date.now() / 1_000);
      const statusOf = async (time: number, given: string): Promise<number> => {
        const signed = { 'webhook-id': 'x', 'webhook-timestamp': String(time), 'webhook-signature': given };
        const headers = { ...signed, connection: 'close' };
        return (await fetch(at, { method: 'POST', headers, body: '{}' })).status;
      };
      const old = seconds - 600;
      assert.equal(await statusOf(seconds, signature(secret, 'x', seconds, '{}')), 204);
      assert.equal(await statusOf(seconds, signature(secret, 'y', seconds, '{}')), 401);
      assert.equal(await statusOf(old, signature(secret, 'x', old, '{}')), 401);
      assert.equal((await fetch(at, { method: 'POST', headers: { connection: 'close' }, body: '{}' })).status, 401);
    });
  });

  it('names all scopes, and only files that are there', () => {
    for (const scope of Object.keys(SCOPES)) assert.ok(page.includes(`\`${scope}\``), scope);
    for (const [, file = ''] of page.matchAll(/\]\(([^)#]+)(?:#\w+)?\)/g))
      if (!file.startsWith('https:')) assert.ok(existsSync(join(folder, file)), file);
  });
});
