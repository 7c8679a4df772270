import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const AUDIT = join(import.meta.dirname, '../.ci/audit');

const advisory = (severity: string) => ({
  ...{ id: 1, url: 'https://example.org/hole', title: 'A made-up hole', severity, vulnerable_versions: '<99' },
  ...{ cwe: [], cvss: { score: 0 } },
});

describe('the audit before the tests', function () {
  this.timeout(60_000);
  let registry: Server;
  let answer: object | undefined;

  before(async () => {
    registry = createServer((request, response) => {
      request.resume();
      const asked = request.url?.endsWith('/advisories/bulk') ? answer : undefined;
      response.writeHead(asked ? 200 : 405, { 'content-type': 'application/json' }).end(JSON.stringify(asked ?? {}));
    }).listen(0, '127.0.0.1');
    await once(registry, 'listening');
  });
  after(() => void registry.close().closeAllConnections());

  // What npm remembers of advisories stays out of each.
  let cache: string;
  beforeEach(async () => {
    cache = await mkdtemp(join(tmpdir(), 'touchstone-'));
  });
  afterEach(() => rm(cache, { recursive: true, force: true }));

  const audit = async () => {
    const { port } = registry.address() as AddressInfo;
    const npm = { npm_config_registry: `http://127.0.0.1:${port}`, npm_config_cache: cache };
    const env = { ...process.env, ...npm };
    const { promise, resolve } = Promise.withResolvers<{ code: number; words: string }>();
    execFile(AUDIT, { env }, (error, words) => resolve({ code: Number(error?.code ?? 0), words }));
    return promise;
  };

  it('ends with a failure and names the hole where a package that is shipped has one of high severity', async () => {
    answer = { express: [advisory('high')] };
    const { code, words } = await audit();
    assert.equal(code, 1);
    assert.match(words, /high severity is known in express: A made-up hole, https:\/\/example\.org\/hole\./);
  });

  it('goes on where there is none, or none so severe', async () => {
    answer = { express: [advisory('low')] };
    assert.deepEqual(await audit(), {
      code: 0,
      words: 'Audited: 0 known holes of high or critical severity in what is shipped.\n',
    });
  });

  it('says so loudly, and goes on, where the registry answers no audit', async () => {
    answer = undefined;
    const { code, words } = await audit();
    assert.equal(code, 0);
    assert.match(words, /^NOT AUDITED/);
  });
});
