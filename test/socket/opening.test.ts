import assert from 'node:assert/strict';
import { FETCH_LIMIT } from '../../shared/protocol.ts';
import { exchanging, lock, source } from '../support/exchanging.ts';

describe('the sockets', () => {
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

    exchanging('no more once it is deleted, though that was while it was opened', async (exchange) => {
      const id = await exchange.article('the moon');
      const ben = await exchange.call('ben.editor');
      exchange.meanwhile = () => exchange.rooms.end(id, async () => true);
      assert.equal((await ben.ask('join', { article: id })).fault, 'gone');
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
});
