import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../server/digest.ts';
import type { LogStore } from '../../server/storage/log-store.ts';
import { memoryLogStore } from '../../server/storage/memory-log-store.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { comparable } from '../../shared/protocol.ts';
import { rationaleOf, rationaleWords } from '../../shared/rationale.ts';
import { plainText } from '../../shared/text.ts';
import { openSchema, postgresAnswers } from '../support/a-postgres.ts';
import { Exchange } from '../support/exchange.ts';
import { exchanging, lock, source, type } from '../support/exchanging.ts';
import { assertSame } from '../support/newsroom.ts';
import { troubledStore } from '../support/troubled-store.ts';

/** Types text into the rationale of the claim `c`. */
const why = (position: number, text: string) => ({ ...type(position, text), target: { rationale: 'c' } });
const markMoon = {
  kind: 'claim.mark',
  claim: 'c',
  quote: { exact: 'moon', prefix: '', suffix: '' },
  fields: {},
};

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

  exchanging('tell everyone, and themselves, of a role that somebody was given (T7)', async (exchange) => {
    const id = await exchange.article('the moon');
    const [ben, cy] = [await exchange.call('ben.viewer'), await exchange.call('cy.annotator')];
    await Promise.all([ben.join(id), cy.join(id)]);
    exchange.given.set('ben', 'lead');
    await exchange.sockets.recheck('ben');
    for (const page of [ben, cy]) await page.hears('people', ({ people }) => people.ben?.role === 'lead');
    assert.equal((await ben.does(id, 'b1', 1, [lock])).version, 2);
  });

  exchanging(
    'ask again whose a token is once for all pages that show it, and end each of them (T7)',
    async (exchange) => {
      const pages = [
        await exchange.call('ben.editor'),
        await exchange.call('ben.editor'),
        await exchange.call('cy.viewer'),
      ];
      exchange.asked.length = 0;
      await exchange.sockets.recheck();
      assert.deepEqual(exchange.asked, ['ben.editor', 'cy.viewer']);
      exchange.revoked.add('ben.editor');
      await exchange.sockets.recheck();
      for (const page of pages.slice(0, 2)) assert.equal((await page.hears('fault')).fault, 'sign-in');
      assert.equal(exchange.sockets.size, 1);
    },
  );

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
