import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Told } from '../../server/news.ts';
import { memoryStores } from '../../server/storage/memory.ts';
import { isSigned, PAUSES, signature, Webhooks } from '../../server/webhooks.ts';
import { testTime } from '../support/time.ts';

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An address outside that answers as it is told to. */
const outside = async () => {
  const calls: Call[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      calls.push({ headers: request.headers, body });
      response.writeHead(answers.shift() ?? 204, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  return { calls, answers, url, close };
};

const TOLD: Told = {
  article: 'a1',
  title: 'Moon',
  notices: [
    {
      kind: 'mention',
      to: 'ben',
      by: 'una',
      at: '2026-01-01T00:00:00.000Z',
      about: 'm1',
      claim: 'c1',
      words: 'look',
      id: 'n1',
    },
  ],
};

const opened = async () => {
  const time = testTime();
  const stores = memoryStores();
  const out = await outside();
  let ids = 0;
  const webhooks = new Webhooks({
    store: stores.webhooks,
    clock: time.clock,
    after: time.after,
    newId: () => `d${++ids}`,
    fetch,
    report: (error) => assert.fail(String(error)),
    nameOf: async (id) => ({ una: 'Una', ben: 'Ben' })[id] ?? id,
    publicUrl: 'https://desk.example',
  });
  const secret = `whsec_${Buffer.from('a secret of the tests').toString('base64')}`;
  await stores.webhooks.addWebhook({ id: 'w1', url: out.url, secret, createdAt: '', createdBy: 'una' });
  /** Stores messages as the news do, in one step with what is told. */
  const tell = async () => {
    const step = { article: 'a1', from: 0, to: 1, notices: [], untold: [], tasks: [], done: [] };
    await stores.news.advance({ ...step, deliveries: await webhooks.deliveries(TOLD) });
  };
  return { time, out, webhooks, secret, tell, log: () => stores.webhooks.deliveries('w1', 9) };
};

describe('webhooks', () => {
  it('sign by the id, the time and the body', () => {
    // Worked out with openssl: printf 'd1.1.{}' | openssl dgst -sha256 -hmac secret -binary | base64
    const secret = `whsec_${Buffer.from('secret').toString('base64')}`;
    const signed = signature(secret, 'd1', 1, '{}');
    assert.match(signed, /^v1,[\w+/]{43}=$/);
    assert.ok(isSigned(secret, 'd1', 1, '{}', signed));
    for (const other of [
      signature(secret, 'd2', 1, '{}'),
      signature(secret, 'd1', 2, '{}'),
      signature(secret, 'd1', 1, '{ }'),
      signature('whsec_AAAA', 'd1', 1, '{}'),
      '',
    ])
      assert.ok(!isSigned(secret, 'd1', 1, '{}', other));
  });

  it('are sent each message once, signed, in words and as data', async () => {
    const { out, webhooks, secret, tell, log, time } = await opened();
    await tell();
    await webhooks.send();
    await webhooks.send();
    await out.close();
    assert.equal(out.calls.length, 1);
    const { headers, body } = out.calls[0]!;
    const seconds = Number(headers['webhook-timestamp']);
    assert.equal(seconds, Date.parse(time.clock.now()) / 1000);
    assert.ok(isSigned(secret, String(headers['webhook-id']), seconds, body, String(headers['webhook-signature'])));
    const sent = JSON.parse(body);
    assert.equal(sent.type, 'notice.mention');
    assert.equal(sent.text, 'Ben: You were mentioned (Una): “look”, Moon, https://desk.example/articles/a1#claim-c1');
    assert.equal(sent.data.to, 'ben');
    const [delivery] = await log();
    assert.equal(delivery?.outcome, '204');
    assert.ok(delivery?.takenAt);
  });

  it('say of a signature that it is one; its kind stays that of a check', async () => {
    const { out, webhooks, time } = await opened();
    await out.close();
    const [mention] = TOLD.notices;
    const signed = { ...mention!, kind: 'checked', about: 'c1 sign', words: 'The moon' } as const;
    const [delivery] = await webhooks.deliveries({ ...TOLD, notices: [{ ...signed, at: time.clock.now() }] });
    const { type, text } = JSON.parse(delivery!.body);
    assert.equal(type, 'notice.checked');
    assert.match(text, /^Ben: Your claim was signed \(Una\): /);
  });

  it('are tried again, later and later, with the same message until it is taken', async () => {
    const { out, webhooks, tell, log, time } = await opened();
    out.answers.push(500, 302);
    await tell();
    await webhooks.send();
    assert.deepEqual(
      (await log()).map(({ outcome, attempts }) => [outcome, attempts]),
      [['500', 1]],
    );
    await webhooks.send();
    assert.equal(out.calls.length, 1);
    time.pass(PAUSES[0]);
    await webhooks.send();
    assert.equal((await log())[0]?.outcome, '302'); // no redirect is followed: it could lead anywhere
    time.pass(PAUSES[1]);
    await webhooks.send();
    assert.deepEqual(
      (await log()).map(({ outcome, attempts, nextAt }) => [outcome, attempts, nextAt]),
      [['204', 3, undefined]],
    );
    assert.equal(new Set(out.calls.map(({ body }) => body)).size, 1);
    assert.equal(new Set(out.calls.map(({ headers }) => headers['webhook-id'])).size, 1);
    await out.close();
  });

  it('are given up in the end, and the log says so', async () => {
    const { out, webhooks, tell, log, time } = await opened();
    await out.close();
    await tell();
    for (const pause of [0, ...PAUSES]) {
      time.pass(pause);
      await webhooks.send();
    }
    const [delivery] = await log();
    assert.deepEqual(
      [delivery?.attempts, delivery?.outcome, delivery?.nextAt, delivery?.takenAt],
      [PAUSES.length + 1, 'could not be reached', undefined, undefined],
    );
  });
});
