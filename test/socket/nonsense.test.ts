import assert from 'node:assert/strict';
import { exchanging, lock, source, type } from '../support/exchanging.ts';

describe('the sockets', () => {
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
});
