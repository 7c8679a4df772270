import assert from 'node:assert/strict';
import { DAY } from '../../../server/clock.ts';
import { memoryStores } from '../../../server/storage/memory.ts';
import { type Member, type RunningServer, type Sent, startServer } from './a-server.ts';

describe('a request with an Idempotency-Key', () => {
  const stores = memoryStores();
  let server: RunningServer;
  let una: Member;
  let time = Date.parse('2026-03-01T12:00:00.000Z');
  let keys = 0;

  before(async () => {
    server = await startServer({ stores, clock: { now: () => new Date(time).toISOString() } });
    una = await server.add('admin', 'una');
  });

  after(() => server.close());

  const newKey = (): string => `"key-${++keys}"`;

  const make = (key: string, sent: Sent = { json: { text: 'The moon\n\nCheese.' } }, by: Member = una) =>
    server.ask('POST', '/api/articles', { by, ...sent, headers: { 'idempotency-key': key } });

  const articles = async (): Promise<number> =>
    (await server.ask('GET', '/api/articles?limit=200', { by: una })).json.articles.length;

  it('is done once, however often it is sent, and answered the same', async () => {
    const key = newKey();
    const before = await articles();
    const first = await make(key);
    const again = await make(key);
    assert.deepEqual([first.status, again.status], [201, 201]);
    assert.equal(again.text, first.text);
    for (const header of ['location', 'content-type'])
      assert.equal(again.headers.get(header), first.headers.get(header));
    assert.deepEqual(
      [first, again].map(({ headers }) => headers.get('idempotent-replayed')),
      [null, 'true'],
    );
    assert.equal(await articles(), before + 1);
  });

  it('may be a form, whose boundary is another each time', async () => {
    const key = newKey();
    const form = (words: string): Sent => {
      const body = new FormData();
      body.set('file', new File([words], 'moon.txt'));
      return { body };
    };
    const first = await make(key, form('The moon\n\nCheese.'));
    assert.equal((await make(key, form('The moon\n\nCheese.'))).text, first.text);
    assert.equal((await make(key, form('The moon\n\nBread.'))).status, 422);
  });

  it('is not taken for another with the same key, and each person has their own keys', async () => {
    const key = newKey();
    const first = await make(key);
    const refused = await make(key, { json: { text: 'The sun' } });
    assert.deepEqual([refused.status, refused.json.reason, refused.json.where], [422, 'key-taken', 'Idempotency-Key']);
    const elsewhere = await server.ask('POST', '/api/invitations', {
      ...{ by: una, json: { text: 'The moon\n\nCheese.' } },
      headers: { 'idempotency-key': key },
    });
    assert.equal(elsewhere.status, 422);
    const ben = await server.add('editor', 'ben');
    const other = await make(key, undefined, ben);
    assert.equal(other.status, 201);
    assert.notEqual(other.json.id, first.json.id);
  });

  it('that comes twice at once is done once: the second is told to come again', async () => {
    const key = newKey();
    const before = await articles();
    const statuses = (await Promise.all([make(key), make(key)])).map(({ status }) => status);
    assert.ok(statuses.includes(201));
    assert.ok(
      statuses.every((status) => status === 201 || status === 409),
      String(statuses),
    );
    assert.equal(await articles(), before + 1);
  });

  it('that was refused may be sent again as it ought to be', async () => {
    const key = newKey();
    assert.equal((await make(key, { json: { text: '' } })).status, 422);
    assert.equal((await make(key)).status, 201);
  });

  it('is forgotten after a day', async () => {
    const key = newKey();
    const first = await make(key);
    time += DAY;
    assert.equal((await make(key)).json.id, first.json.id);
    time += 1;
    assert.notEqual((await make(key)).json.id, first.json.id);
  });

  it('has its answer kept so that only who has the key can read it (T11)', async () => {
    const headers = { 'idempotency-key': 'a-key-of-mine' };
    const ask = () => server.ask('POST', '/api/tokens', { by: una, json: { label: 'x' }, headers });
    const { json } = await ask();
    const kept = await stores.answers.find(una.account.id, server.parts.digest('a-key-of-mine'));
    assert.ok(kept);
    const all = JSON.stringify(kept) + Buffer.from(kept.body, 'base64').toString('latin1');
    assert.ok(!all.includes(json.token) && !all.includes('a-key-of-mine'));
    assert.equal((await ask()).json.token, json.token);
  });

  for (const key of ['', 'x'.repeat(201), 'with space', '"half"quoted"'])
    it(`is refused where the key is none: ${JSON.stringify(key.slice(0, 20))}`, async () => {
      const { status, json } = await make(key);
      assert.deepEqual([status, json.where], [400, 'Idempotency-Key']);
    });
});
