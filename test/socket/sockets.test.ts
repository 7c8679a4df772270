import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../server/digest.ts';
import type { LogStore } from '../../server/storage/log-store.ts';
import { memoryLogStore } from '../../server/storage/memory-log-store.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { comparable, FETCH_LIMIT, PROTOCOL } from '../../shared/protocol.ts';
import { rationaleOf, rationaleWords } from '../../shared/rationale.ts';
import { plainText } from '../../shared/text.ts';
import { openSchema, postgresAnswers } from '../support/a-postgres.ts';
import { Exchange, type ExchangeParts } from '../support/exchange.ts';
import { assertSame } from '../support/newsroom.ts';
import { troubledStore } from '../support/troubled-store.ts';

/** Types text at a position of the doc, as JSON. */
const type = (position: number, text: string) => ({
  kind: 'text',
  target: 'body',
  steps: [{ stepType: 'replace', from: position, to: position, slice: { content: [{ type: 'text', text }] } }],
});
/** Types text into the rationale of the claim `c`. */
const why = (position: number, text: string) => ({ ...type(position, text), target: { rationale: 'c' } });
const markMoon = { kind: 'claim.mark', claim: 'c', quote: { exact: 'moon', prefix: '', suffix: '' }, fields: {} };
const lock = { kind: 'article.lock' };
const source = (id: string) => ({ kind: 'source.add', source: id, fields: { title: 'Almanac' } });

interface Kept {
  readonly store: LogStore;
  readonly forget: () => Promise<void>;
}

const STORES: Readonly<Record<string, () => Promise<Kept>>> = {
  memory: async () => ({ store: memoryLogStore(), forget: async () => {} }),
  SQLite: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
    const stores = openSqlite(folder);
    return {
      store: stores.log,
      forget: async () => {
        await stores.close();
        await rm(folder, { recursive: true });
      },
    };
  },
  PostgreSQL: async () => {
    const schema = await openSchema();
    const stores = await openPostgres(schema.url, () => {});
    return {
      store: stores.log,
      forget: async () => {
        await stores.close();
        await schema.close();
      },
    };
  },
};

/** A test with an exchange of its own that is closed after it. */
const exchanging = (
  says: string,
  test: (exchange: Exchange) => Promise<void>,
  { timeout = 30_000, ...parts }: ExchangeParts & { readonly timeout?: number } = {},
): void => {
  it(says, async function () {
    this.timeout(timeout);
    const exchange = await Exchange.open(parts);
    try {
      await test(exchange);
    } finally {
      await exchange.close();
    }
  });
};

describe('the sockets', () => {
  exchanging('answer an author before the entry is told to all', async (exchange) => {
    const id = await exchange.article('the moon');
    const una = await exchange.call('una.lead');
    await una.join(id);
    const heard: string[] = [];
    una.socket.on('entries', () => heard.push('entries'));
    una.socket.emit('operation', { article: id, operation: { opId: 'u1', base: 1, parts: [type(3, 'See ')] } }, () =>
      heard.push('answer'),
    );
    await una.hears('entries');
    assert.deepEqual(heard, ['answer', 'entries']);
  });

  for (const [name, open] of Object.entries(STORES)) {
    describe(`over ${name}`, () => {
      before(async function () {
        if (name === 'PostgreSQL' && !(await postgresAnswers())) this.skip();
      });

      it('T3 carry what two people do at once to both, the author too, and both end the same', async () => {
        const { store, forget } = await open();
        const exchange = await Exchange.open({ store });
        const id = await exchange.article('the moon');
        const [una, ben] = await Promise.all([exchange.call('una.lead'), exchange.call('ben.editor')]);
        const [here, there] = await Promise.all([una.join(id), ben.join(id)]);
        const answers = await Promise.all([
          una.does(id, 'u1', 1, [type(3, 'See ')]),
          ben.does(id, 'b1', 1, [type(11, '!')]),
        ]);
        assert.deepEqual(answers.map(({ version }) => version).sort(), [2, 3]);
        const [one, other] = await Promise.all([una.article(here, 3), ben.article(there, 3)]);
        assert.equal(plainText(one.doc).text, 'See the moon!');
        assertSame(one, other);
        await exchange.close();
        await forget();
      });

      it('T3 carry what two people write into one rationale at once, in a locked article, to both', async () => {
        const { store, forget } = await open();
        const exchange = await Exchange.open({ store });
        const id = await exchange.article('the moon');
        const [una, ben] = await Promise.all([exchange.call('una.lead'), exchange.call('ben.annotator')]);
        const [here, there] = await Promise.all([una.join(id), ben.join(id)]);
        await una.does(id, 'u1', 1, [markMoon, why(1, 'It was measured.'), lock]);
        const answers = await Promise.all([
          una.does(id, 'u2', 2, [why(17, ' Twice.')]),
          ben.does(id, 'b1', 2, [why(1, 'Yes: '), type(11, '!')]),
        ]);
        assert.deepEqual(
          answers.map(({ dropped }) => dropped),
          [[], [{ part: 1, reason: 'not-allowed' }]],
        );
        const [one, other] = await Promise.all([una.article(here, 4), ben.article(there, 4)]);
        assert.equal(rationaleWords(rationaleOf(one.rationales, 'c')), 'Yes: It was measured. Twice.');
        assertSame(one, other);
        const { same } = await ben.ask('compare', { article: id, version: 4, hash: sha256(comparable(other)) });
        assert.equal(same, true);
        await exchange.close();
        await forget();
      });

      it('T2 answer an operation that is sent again, also after a restart, as the first time', async () => {
        const { store, forget } = await open();
        const exchange = await Exchange.open({ store });
        const id = await exchange.article('the moon');
        const una = await exchange.call('una.lead');
        await una.join(id);
        const answers = await Promise.all([una.does(id, 'u1', 1, [lock]), una.does(id, 'u1', 1, [lock])]);
        assert.equal((await una.does(id, 'u1', 1, [source('s')])).fault, 'op-id-taken');
        const again = await Exchange.open({ store });
        const later = await again.call('una.lead');
        await later.join(id);
        answers.push(await later.does(id, 'u1', 1, [lock]));
        assert.deepEqual(answers, Array(3).fill({ version: 2, dropped: [] }));
        await again.close();
        await exchange.close();
        await forget();
      });
    });
  }

  describe('let in', () => {
    const turnsAway = (says: string, token: unknown, auth: object, fault: string): void =>
      exchanging(says, async (exchange) => {
        await assert.rejects(exchange.call(token, auth), { fault });
        assert.equal(exchange.sockets.size, 0);
      });
    turnsAway('nobody without a token', undefined, { protocol: PROTOCOL }, 'sign-in');
    turnsAway('nobody with a token of another type', { una: 'lead' }, { protocol: PROTOCOL }, 'sign-in');
    turnsAway('no page of the protocol before', 'una.lead', { protocol: PROTOCOL - 1 }, 'old-client');
    turnsAway('no page whose protocol is no number', 'una.lead', { protocol: String(PROTOCOL) }, 'old-client');

    exchanging('whoever says no protocol, as the present one', async (exchange) => {
      assert.ok((await exchange.call('una.lead', {})).socket.connected);
    });

    const from = (origin: string) => ({ extraHeaders: { origin } });
    exchanging(
      'only pages of ours',
      async (exchange) => {
        await assert.rejects(exchange.call('una.lead', {}, from('https://evil.example')));
        await assert.rejects(exchange.call('una.lead', {}, from('null')));
        await exchange.call('una.lead', {}, from(exchange.url));
        await exchange.call('una.lead', {}, from('https://desk.example'));
      },
      { publicUrl: 'https://desk.example/' },
    );

    exchanging('over polling too', async (exchange) => {
      const id = await exchange.article('moon');
      const una = await exchange.call('una.lead', {}, { transports: ['polling'] });
      await una.join(id);
      assert.equal((await una.does(id, 'u1', 1, [lock])).version, 2);
      await una.hears('entries');
    });

    exchanging('T7 nobody for longer than they may come in', async (exchange) => {
      const una = await exchange.call('una.lead');
      const ben = await exchange.call('ben.editor');
      exchange.revoked.add('una.lead');
      await exchange.sockets.recheck('ben');
      assert.equal(exchange.sockets.size, 2);
      exchange.time.pass(30_000);
      assert.equal((await una.hears('fault')).fault, 'sign-in');
      assert.ok(ben.socket.connected);
    });
  });

  describe('answer everything that is not as it should be', () => {
    const NONSENSE: readonly unknown[] = [undefined, null, 0, -1, 'join', true, [], [[]], {}, { article: {} }];
    const REQUESTS = ['join', 'leave', 'operation', 'fetch', 'presence', 'compare'];

    for (const request of REQUESTS) {
      exchanging(`${request}, with and without a callback`, async (exchange) => {
        const id = await exchange.article('moon');
        const eve = await exchange.call('eve.editor');
        await eve.join(id);
        for (const nonsense of NONSENSE) {
          eve.socket.emit(request, nonsense);
          assert.equal((await eve.ask(request, nonsense)).fault, 'invalid');
        }
        eve.socket.emit(request);
        eve.socket.emit(request, { article: id }, null, 7, Buffer.from('x'));
        assert.equal((await eve.join(id)).version, 1);
        assert.ok(eve.notices('fault').length >= NONSENSE.length);
        assert.deepEqual(exchange.reports, []);
      });
    }

    exchanging('names of requests that do not exist, "error" and "__proto__" among them', async (exchange) => {
      const eve = await exchange.call('eve.editor');
      for (const name of ['error', '__proto__', 'constructor', 'toString', '']) {
        assert.equal((await eve.ask(name, {})).fault, 'invalid');
        eve.socket.emit(name);
      }
      assert.equal((await eve.ask('join', { article: 'nowhere' })).fault, 'no-article');
    });

    const refuses = (says: string, operation: unknown, message: RegExp): void =>
      exchanging(says, async (exchange) => {
        const id = await exchange.article('the moon');
        const eve = await exchange.call('eve.lead');
        await eve.join(id);
        const answer = await eve.ask('operation', { article: id, operation });
        assert.equal(answer.fault, 'invalid');
        assert.match(answer.message, message);
        assert.deepEqual(exchange.reports, []);
        assert.equal(await exchange.store.head(id), 1);
      });
    const operation = (...parts: readonly unknown[]) => ({ opId: 'e1', base: 1, parts });
    const step = (fields: object) => operation({ kind: 'text', target: 'body', steps: [fields] });
    refuses('an operation without an id', { base: 1, parts: [] }, /operation\.opId/);
    refuses('a base that is no number', { opId: 'e', base: '1', parts: [] }, /operation\.base/);
    refuses('a kind that does not exist', operation({ kind: 'constructor' }), /parts\[0\]\.kind/);
    refuses('a step from the end to the start', step({ stepType: 'replace', from: 5, to: 2 }), /steps\[0\]\.to/);
    refuses('a position that is no whole number', step({ stepType: 'replace', from: 1.5, to: 2 }), /from/);
    refuses('a step that does not exist', step({ stepType: 'setDoc', doc: {} }), /stepType/);
    refuses('an attribute without end', step({ stepType: 'attr', pos: 0, attr: 'x', value: [[]] }), /value/);
    refuses(
      'a script for an address',
      operation({ kind: 'source.add', source: 's', fields: { url: 'javascript:alert(1)' } }),
      /fields\.url/,
    );
    refuses(
      'a field that does not exist',
      operation({ kind: 'source.add', source: 's', fields: { owner: 'me' } }),
      /owner/,
    );

    exchanging('300 kB, which is too large, without hanging up', async (exchange) => {
      const id = await exchange.article('moon');
      const eve = await exchange.call('eve.editor');
      await eve.join(id);
      assert.equal((await eve.does(id, 'e1', 1, [type(3, 'x'.repeat(300_000))])).fault, 'too-large');
      assert.ok(eve.socket.connected);
    });

    exchanging('a megabyte, by hanging up', async (exchange) => {
      const eve = await exchange.call('eve.editor');
      const gone = Promise.withResolvers<string>();
      eve.socket.on('disconnect', gone.resolve);
      eve.socket.emit('join', 'x'.repeat(1_000_000));
      assert.equal(await gone.promise, 'transport close');
      await (await exchange.call('ben.editor')).ask('leave', { article: 'a' });
    });

    exchanging('what nests 10,000 deep', async (exchange) => {
      const id = await exchange.article('moon');
      const eve = await exchange.call('eve.lead');
      await eve.join(id);
      const deep = `${'{"type":"blockquote","content":['.repeat(10_000)}${']}'.repeat(10_000)}`;
      const operation = `{"opId":"e1","base":1,"parts":[{"kind":"article.create","doc":${deep}}]}`;
      // As text: the client's own encoder would not bear it.
      eve.socket.io.engine.write(`2["operation",{"article":"${id}","operation":${operation}}]`);
      assert.equal((await eve.hears('fault')).fault, 'invalid');
    });

    exchanging('T7 an article that was not joined, and an operation of a future base', async (exchange) => {
      const id = await exchange.article('moon');
      const eve = await exchange.call('eve.lead');
      assert.equal((await eve.does(id, 'e1', 1, [lock])).fault, 'not-joined');
      await eve.join(id);
      assert.equal((await eve.does(id, 'e1', 2, [lock])).fault, 'future-base');
      assert.equal((await eve.ask('join', { article: id, version: 7 })).fault, 'future-base');
      await eve.ask('leave', { article: id });
      assert.equal((await eve.does(id, 'e1', 1, [lock])).fault, 'not-joined');
    });

    exchanging('T6 an operation that says it is another’s: it is the connection’s', async (exchange) => {
      const id = await exchange.article('moon');
      const eve = await exchange.call('eve.annotator');
      await eve.join(id);
      const operation = {
        opId: 'e1',
        base: 1,
        reviewer: 'una',
        at: '1999-01-01T00:00:00.000Z',
        parts: [{ ...source('s'), reviewer: 'una', role: 'lead' }, lock],
      };
      const answer = await eve.ask('operation', { article: id, reviewer: 'una', role: 'lead', operation });
      assert.deepEqual(answer.dropped, [{ part: 1, reason: 'not-allowed' }]);
      const [entry] = (await eve.hears('entries')).entries;
      assert.equal(entry?.reviewer, 'eve');
      assert.equal(entry?.at, '2026-01-01T00:00:00.000Z');
      const room = await exchange.rooms.open(id);
      assert.equal(room?.article.sources.get('s')?.reviewer, 'eve');
    });

    exchanging('T7 a claim of another, which only a lead withdraws', async (exchange) => {
      const id = await exchange.article('the moon');
      const una = await exchange.call('una.lead');
      const eve = await exchange.call('eve.annotator');
      await Promise.all([una.join(id), eve.join(id)]);
      const quote = { exact: 'moon', prefix: '', suffix: '' };
      await una.does(id, 'u1', 1, [{ kind: 'claim.mark', claim: 'c', quote, fields: {} }]);
      const answer = await eve.does(id, 'e1', 2, [{ kind: 'claim.withdraw', claim: 'c' }]);
      assert.deepEqual(answer.dropped, [{ part: 0, reason: 'not-allowed' }]);
    });

    exchanging(
      'who is too fast, and lets them go on more slowly',
      async (exchange) => {
        const id = await exchange.article('moon');
        const eve = await exchange.call('eve.lead');
        await eve.join(id);
        const send = (n: number) => eve.does(id, `e${n}`, 1, [source(`s${n}`)]);
        const answers = await Promise.all([1, 2, 3].map(send));
        assert.deepEqual(
          answers.map(({ fault }) => fault),
          [undefined, undefined, 'too-fast'],
        );
        exchange.time.pass(1_000);
        assert.equal((await send(3)).version, 4);
      },
      { limits: { operations: { burst: 2, perSecond: 1 } } },
    );
  });

  describe('open an article', () => {
    exchanging('whole, with the people it names', async (exchange) => {
      const id = await exchange.article('the moon');
      const joined = await (await exchange.call('ben.editor')).join(id);
      assert.deepEqual([joined.reviewer, joined.version, joined.entries], ['ben', 1, undefined]);
      assert.deepEqual(Object.keys(joined.people).sort(), ['ben', 'una']);
    });

    exchanging('from where a page stood, without a gap', async (exchange) => {
      const id = await exchange.article('the moon');
      const una = await exchange.call('una.lead');
      await una.join(id);
      for (let n = 1; n < 4; n += 1) await una.does(id, `u${n}`, n, [source(`s${n}`)]);
      const joined = await (await exchange.call('ben.editor')).join(id, 2);
      assert.deepEqual([joined.version, joined.article], [4, undefined]);
      assert.deepEqual(
        joined.entries?.map(({ version }) => version),
        [3, 4],
      );
    });

    exchanging('from far behind by fetching, and are sent entries from there', async (exchange) => {
      const id = await exchange.article('the moon');
      const room = await exchange.rooms.open(id);
      const send = (n: number) =>
        room?.perform(
          { id: 'una', role: 'lead' },
          { opId: `u${n}`, base: 1, parts: [{ kind: n % 2 ? 'article.lock' : 'article.unlock' }] },
        );
      for (let n = 1; n <= FETCH_LIMIT + 2; n += 1) await send(n);
      const ben = await exchange.call('ben.editor');
      const joined = await ben.join(id, 1);
      assert.equal(joined.entries?.length, FETCH_LIMIT);
      await ben.hears('lag', ({ version }) => version === FETCH_LIMIT + 3);
      await send(FETCH_LIMIT + 3);
      const rest = await ben.fetchAll(id, FETCH_LIMIT + 1);
      assert.deepEqual(
        rest.map(({ version }) => version - FETCH_LIMIT),
        [2, 3, 4],
      );
      assert.equal(ben.notices('entries').length, 0);
      await send(FETCH_LIMIT + 4);
      await ben.hears('entries', ({ entries }) => entries[0]?.version === FETCH_LIMIT + 5);
    });

    exchanging('and go on sending to a page that only looks at the past', async (exchange) => {
      const id = await exchange.article('the moon');
      const una = await exchange.call('una.lead');
      await una.join(id);
      await una.does(id, 'u1', 1, [source('s')]);
      await una.ask('fetch', { article: id, after: 0, limit: 1 });
      await una.does(id, 'u2', 2, [source('t')]);
      await una.hears('entries', ({ entries }) => entries[0]?.version === 3);
      assert.equal(una.notices('lag').length, 0);
    });

    exchanging('no more once it is left', async (exchange) => {
      const id = await exchange.article('the moon');
      const una = await exchange.call('una.lead');
      const ben = await exchange.call('ben.editor');
      await Promise.all([una.join(id), ben.join(id)]);
      await ben.ask('leave', { article: id });
      await una.does(id, 'u1', 1, [lock]);
      await ben.ask('leave', { article: id });
      assert.equal(ben.notices('entries').length, 0);
    });
  });

  describe('T1 tell nobody of what is not stored', () => {
    const store = troubledStore(memoryLogStore());
    exchanging(
      'and go on when the store does',
      async (exchange) => {
        const id = await exchange.article('the moon');
        const una = await exchange.call('una.lead');
        const ben = await exchange.call('ben.editor');
        await Promise.all([una.join(id), ben.join(id)]);
        store.fail('lost');
        assert.equal((await una.does(id, 'u1', 1, [lock])).fault, 'storage');
        assert.equal((await una.does(id, 'u1', 1, [lock])).version, 2);
        await ben.hears('entries');
        assert.equal(ben.notices('entries').length, 1);
      },
      { store },
    );
  });

  exchanging(
    'send lag and no entries to a page that does not take them, and all when it fetches',
    async (exchange) => {
      const id = await exchange.article('0');
      const una = await exchange.call('una.lead');
      const slow = await exchange.call('ben.viewer');
      await una.join(id);
      const joined = await slow.join(id);
      const wire = (slow.socket.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }).ws;
      wire.pause();
      let version = 1;
      // What the two systems keep between the ends of a connection has to be filled first.
      for (; version < 45; version += 1) {
        const steps = [
          {
            stepType: 'replace',
            from: 3,
            to: version === 1 ? 4 : 200_003,
            slice: { content: [{ type: 'text', text: String(version % 10).repeat(200_000) }] },
          },
        ];
        const answer = await una.does(id, `u${version}`, version, [{ kind: 'text', target: 'body', steps }]);
        assert.deepEqual(answer, { version: version + 1, dropped: [] });
      }
      wire.resume();
      const lag = await slow.hears('lag');
      const before =
        slow
          .notices('entries')
          .flatMap(({ entries }) => entries)
          .at(-1)?.version ?? 1;

      assert.ok(before < version, 'some entries were kept back');
      const rest = await slow.fetchAll(id, before);
      assert.equal(rest.at(-1)?.version, version);
      assert.ok(lag.version > joined.version);
      await una.does(id, 'last', version, [lock]);
      await slow.hears('entries', ({ entries }) => entries.at(-1)?.version === version + 1);
    },
    { timeout: 90_000 },
  );

  describe('tell where everyone is', () => {
    exchanging('at most ten times a second, and nothing of it is in the log', async (exchange) => {
      const id = await exchange.article('the moon');
      const una = await exchange.call('una.lead');
      const ben = await exchange.call('ben.viewer');
      await Promise.all([una.join(id), ben.join(id)]);
      for (let head = 3; head < 9; head += 1) {
        await ben.ask('presence', { article: id, version: 1, at: { anchor: 3, head }, reviewer: 'una', session: 'x' });
      }
      assert.equal(una.notices('presence').length, 0);
      exchange.time.pass(100);
      const { present } = await una.hears('presence');
      const session = ben.socket.id;
      assert.deepEqual(present, [{ session, reviewer: 'ben', version: 1, at: { anchor: 3, head: 8 } }]);
      assert.deepEqual((await (await exchange.call('cy.viewer')).join(id)).present, present);
      ben.socket.disconnect();
      await exchange.sockets.recheck();
      while (exchange.sockets.size > 2) await una.ask('leave', { article: 'none' });
      exchange.time.pass(100);
      await una.hears('presence', (notice) => notice.present[0]?.at === undefined);
      assert.equal(await exchange.store.head(id), 1);
    });

    exchanging('and who somebody is when they are new to a page', async (exchange) => {
      const id = await exchange.article('the moon');
      const ben = await exchange.call('ben.viewer');
      await ben.join(id);
      await (await exchange.call('cy.viewer')).join(id);
      assert.equal((await ben.hears('people')).people.cy?.role, 'viewer');
      const room = await exchange.rooms.open(id);
      await room?.perform({ id: 'dee', role: 'lead' }, { opId: 'd1', base: 1, parts: [{ kind: 'article.lock' }] });
      await ben.hears('people', ({ people }) => people.dee !== undefined);
    });
  });

  exchanging('tell everyone, and themselves, of a role that somebody was given (T7)', async (exchange) => {
    const id = await exchange.article('the moon');
    const [ben, cy] = [await exchange.call('ben.viewer'), await exchange.call('cy.annotator')];
    await Promise.all([ben.join(id), cy.join(id)]);
    exchange.given.set('ben', 'lead');
    await exchange.sockets.recheck('ben');
    for (const page of [ben, cy]) await page.hears('people', ({ people }) => people.ben?.role === 'lead');
    assert.equal((await ben.does(id, 'b1', 1, [lock])).version, 2);
  });

  exchanging('say whether a page has the same text and anchors, and report one that has not', async (exchange) => {
    const id = await exchange.article('the moon');
    const una = await exchange.call('una.lead');
    const joined = await una.join(id);
    const hash = sha256(comparable(await una.article(joined, 1)));
    assert.deepEqual(await una.ask('compare', { article: id, version: 1, hash }), { version: 1, same: true });
    assert.deepEqual(await una.ask('compare', { article: id, version: 9, hash }), { version: 9 });
    assert.equal(exchange.reports.length, 0);
    assert.equal((await una.ask('compare', { article: id, version: 1, hash: sha256('') })).same, false);
    assert.equal(exchange.reports.length, 1);
  });

  exchanging('say that they close, answer what they took, and take nothing more', async (exchange) => {
    const id = await exchange.article('the moon');
    const una = await exchange.call('una.lead');
    await una.join(id);
    const gone = Promise.withResolvers<string>();
    una.socket.on('disconnect', gone.resolve);
    const taken = una.does(id, 'u1', 1, [lock]);
    await una.hears('entries');
    const closed = exchange.sockets.close();
    assert.equal((await taken).version, 2);
    await closed;
    assert.equal((await una.hears('fault')).fault, 'closing');
    assert.equal(await gone.promise, 'transport close');
    await assert.rejects(exchange.call('ben.editor'));
  });
});
