import assert from 'node:assert/strict';
import { type Member, type RunningServer, startServer } from './a-server.ts';

describe('how many requests may come', () => {
  let server: RunningServer;
  let una: Member;
  let time = Date.parse('2026-03-01T12:00:00.000Z');

  // Four a second, so 120 at once; a stranger one a second, 30 at once.
  before(async () => {
    server = await startServer({ clock: { now: () => new Date(time).toISOString() }, requestsPerSecond: 4 });
    una = await server.add('editor', 'una');
  });

  after(() => server.close());

  const statuses = async (count: number): Promise<readonly number[]> => {
    const answers: number[] = [];
    for (let asked = 0; asked < count; asked += 1) answers.push((await server.ask('GET', '/api/fields')).status);
    return answers;
  };

  it('is told with each answer, also with those that refuse', async () => {
    for (const path of ['/api/queue', '/api/articles/none']) {
      const { headers } = await server.ask('GET', path, { by: una });
      assert.equal(headers.get('ratelimit-policy'), '"known";q=120;w=30');
      assert.match(headers.get('ratelimit') ?? '', /^"known";r=11\d;t=1$/);
    }
    const { headers } = await server.ask('GET', '/api/queue');
    assert.equal(headers.get('ratelimit'), '"stranger";r=29;t=1');
  });

  it('holds for an address that nobody is known at, and says when to come again', async () => {
    time += 60_000;
    assert.deepEqual(new Set(await statuses(30)), new Set([200]));
    const { status, headers, json } = await server.ask('GET', '/api/fields');
    assert.deepEqual([status, json.reason, headers.get('retry-after')], [429, 'too-fast', '1']);
    assert.equal(headers.get('ratelimit'), '"stranger";r=0;t=30');
    assert.equal((await server.ask('GET', '/api/queue')).status, 429);
    time += 1_000;
    assert.deepEqual(await statuses(2), [200, 429]);
  });

  it('is counted for a token by itself, so that no program holds up its person', async () => {
    const { json } = await server.ask('POST', '/api/tokens', { by: una, json: { label: 'script' } });
    const script = { account: una.account, token: json.token };
    const answers: number[] = [];
    for (let asked = 0; asked < 121; asked += 1)
      answers.push((await server.ask('GET', '/api/queue', { by: script })).status);
    assert.deepEqual([answers.at(-2), answers.at(-1)], [200, 429]);
    assert.equal((await server.ask('GET', '/api/queue', { by: una })).status, 200);
  });

  it('is no matter for who asks whether the server is alive', async () => {
    for (let asked = 0; asked < 40; asked += 1) assert.equal((await server.ask('GET', '/healthz')).status, 200);
  });
});
