import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArticleRow, LogStore, StoredEntry } from '../../server/storage/log-store.ts';
import type { Stores } from '../../server/storage/stores.ts';
import { anEntry, listed, someEntries } from './stored-entries.ts';

/** Empty stores for one test, another way in to the same data, and the end of both. */
export interface OpenStores {
  readonly stores: Stores;
  /** As another process would open it. */
  readonly again: () => Promise<Stores>;
  readonly close: () => Promise<void>;
}

/** What holds for every store of logs; call it inside `describe`. */
export const logStoreContract = (open: () => Promise<OpenStores>): void => {
  const holds = (says: string, test: (log: LogStore, again: () => Promise<LogStore>) => Promise<void>): void => {
    it(says, async () => {
      const { stores, again, close } = await open();
      try {
        await test(stores.log, async () => (await again()).log);
      } finally {
        await close();
      }
    });
  };

  const conflicts = (says: string, entries: readonly StoredEntry[], head: number): void => {
    holds(`answers a conflict with the head, and stores nothing, when ${says}`, async (log) => {
      await log.append(someEntries('a', 1, 3), listed(0));
      assert.deepEqual(await log.append(entries, listed(1, '{"changed":true}')), { conflict: head });
      assert.deepEqual(await log.read('a', 0, 10), someEntries('a', 1, 3));
      assert.deepEqual((await log.articles(10))[0], {
        id: 'a',
        createdAt: listed(0).updatedAt,
        version: 3,
        ...listed(0),
      });
      assert.equal((await log.articles(10)).length, 1);
    });
  };

  const throws = (says: string, entries: readonly StoredEntry[], message: RegExp): void => {
    holds(`takes it for a mistake when ${says}`, async (log) => {
      await assert.rejects(log.append(entries, listed(0)), message);
      assert.equal(await log.head('a'), 0);
    });
  };

  describe('an append', () => {
    holds('begins a log at version 1 and answers the new head', async (log) => {
      assert.deepEqual(await log.append([anEntry('a', 1)], listed(0)), { head: 1 });
      assert.deepEqual(await log.append(someEntries('a', 2, 5), listed(0)), { head: 5 });
      assert.equal(await log.head('a'), 5);
    });

    conflicts('the version is taken', [anEntry('a', 3, { opId: 'another' })], 3);
    conflicts('there is a gap', [anEntry('a', 5)], 3);
    conflicts('another article has no entries yet', [anEntry('b', 2)], 0);
    conflicts('only the first versions are taken', someEntries('a', 3, 5), 3);
    conflicts('the operation is there already (T2)', [anEntry('a', 4, { opId: 'op-2' })], 3);
    conflicts(
      'the last of several operations is there already (T2)',
      [anEntry('a', 4), anEntry('a', 5), anEntry('a', 6, { opId: 'op-1' })],
      3,
    );

    holds('takes the same operation id from another reviewer or for another article', async (log) => {
      await log.append([anEntry('a', 1, { opId: 'op' })], listed(0));
      assert.deepEqual(await log.append([anEntry('a', 2, { opId: 'op', reviewer: 'vik' })], listed(0)), { head: 2 });
      assert.deepEqual(await log.append([anEntry('b', 1, { opId: 'op' })], listed(0)), { head: 1 });
    });

    holds('is there, as it was, for whoever else opens the store, once it is resolved (T1)', async (log, again) => {
      await log.append(someEntries('a', 1, 3), listed(7, '{"title":"Tide"}'));
      const other = await again();
      assert.deepEqual(await other.read('a', 0, 10), someEntries('a', 1, 3));
      assert.deepEqual(await other.articles(10), await log.articles(10));
    });

    holds('does not suffer from a conflict beside it', async (log) => {
      const answers = await Promise.all([
        log.append([anEntry('a', 1)], listed(0)),
        log.append([anEntry('a', 1, { opId: 'another' })], listed(0)),
        log.append([anEntry('b', 9)], listed(0)),
        log.append([anEntry('c', 1)], listed(0)),
        log.append([anEntry('a', 2)], listed(0)),
      ]);
      assert.deepEqual(answers, [{ head: 1 }, { conflict: 1 }, { conflict: 0 }, { head: 1 }, { head: 2 }]);
    });

    holds('is taken in the order sent: 1,000 at once over 50 articles', async (log) => {
      const sent = Array.from({ length: 1_000 }, (_, index) =>
        anEntry(`article-${index % 50}`, Math.floor(index / 50) + 1),
      );
      const answers = await Promise.all(sent.map((entry) => log.append([entry], listed(0))));
      assert.deepEqual(
        answers,
        sent.map(({ version }) => ({ head: version })),
      );
      for (let article = 0; article < 50; article++) {
        const id = `article-${article}`;
        assert.deepEqual(await log.read(id, 0, 100), someEntries(id, 1, 20));
      }
    });

    holds('goes to exactly one of two servers that want the same version (T3)', async (log, again) => {
      const other = await again();
      for (let version = 1; version <= 20; version++) {
        const answers = await Promise.all([
          log.append([anEntry('a', version, { reviewer: 'una' })], listed(0)),
          other.append([anEntry('a', version, { reviewer: 'vik' })], listed(0)),
        ]);
        assert.deepEqual(answers.map((answer) => Object.keys(answer)[0]).sort(), ['conflict', 'head']);
      }
      assert.equal(await log.head('a'), 20);
    });

    throws('there is no entry', [], /at least one entry/);
    throws('an entry stands before version 1', [anEntry('a', 0)], /1 or more, not 0/);
    throws('entries are of two articles', [anEntry('a', 1), anEntry('b', 2)], /to one article, not to a and b/);
    throws('versions leave a gap', [anEntry('a', 1), anEntry('a', 3)], /version 3 stands where 2 should/);
    throws('an operation comes twice', [anEntry('a', 1), anEntry('a', 2, { opId: 'op-1' })], /an operation twice/);
    throws('a text holds half a character', [anEntry('a', 1, { opId: 'op\ud83d' })], /half a character/);
  });

  describe('a body', () => {
    const keeps = (says: string, value: unknown): void => {
      holds(`keeps ${says}`, async (log, again) => {
        const entry = anEntry('a', 1, { body: JSON.stringify(value) });
        await log.append([entry], listed(0));
        assert.deepEqual(await (await again()).read('a', 0, 1), [entry]);
      });
    };
    keeps(
      'every script and its accents as they were, composed or not',
      'Łódź Å Å ﬁ 東京 עברית 👩🏽‍🔬 \u{10ffff} \ufeff',
    );
    keeps('control characters', Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join(''));
    keeps('half a character, which JSON escapes', '\ud83d and \udc00');
    keeps('quotes and what looks like SQL', `'); drop table entries; -- " ? :a @b $1`);
    keeps('a megabyte', 'é'.repeat(500_000));
  });

  describe('reading', () => {
    holds('begins after a version, goes up, and stops at the limit', async (log) => {
      await log.append(someEntries('a', 1, 12), listed(0));
      await log.append(someEntries('b', 1, 2), listed(0));
      assert.deepEqual(await log.read('a', 0, 5), someEntries('a', 1, 5));
      assert.deepEqual(await log.read('a', 8, 100), someEntries('a', 9, 12));
      assert.deepEqual(await log.read('a', 12, 5), []);
      assert.deepEqual(await log.read('unknown', 0, 5), []);
    });

    holds('says the heads of some articles at once, of those that there are', async (log) => {
      await log.append(someEntries('a', 1, 3), listed(0));
      await log.append(someEntries('b', 1, 2), listed(0));
      assert.deepEqual([...(await log.heads(['a', 'b', 'none']))].sort(), [
        ['a', 3],
        ['b', 2],
      ]);
      assert.equal((await log.heads([])).size, 0);
    });

    holds('says head 0 of an article it does not know', async (log) => assert.equal(await log.head('unknown'), 0));

    holds('finds an operation by article, reviewer and id', async (log) => {
      await log.append(someEntries('a', 1, 3), listed(0));
      assert.deepEqual(await log.findOperation('a', 'una', 'op-2'), anEntry('a', 2));
      assert.equal(await log.findOperation('a', 'vik', 'op-2'), undefined);
      assert.equal(await log.findOperation('b', 'una', 'op-2'), undefined);
      assert.equal(await log.findOperation('a', 'una', 'op-4'), undefined);
    });
  });

  describe('a snapshot', () => {
    holds('is the latest, or the latest at or before a version', async (log) => {
      await log.append(someEntries('a', 1, 9), listed(0));
      for (const version of [2, 6, 4]) await log.saveSnapshot('a', { version, body: `at ${version}` });
      assert.deepEqual(await log.snapshot('a'), { version: 6, body: 'at 6' });
      assert.deepEqual(await log.snapshot('a', 6), { version: 6, body: 'at 6' });
      assert.deepEqual(await log.snapshot('a', 5), { version: 4, body: 'at 4' });
      assert.equal(await log.snapshot('a', 1), undefined);
      assert.equal(await log.snapshot('b'), undefined);
    });

    holds('takes the place of one of the same version', async (log) => {
      await log.append([anEntry('a', 1)], listed(0));
      await log.saveSnapshot('a', { version: 1, body: 'old' });
      await log.saveSnapshot('a', { version: 1, body: 'new' });
      assert.deepEqual(await log.snapshot('a'), { version: 1, body: 'new' });
    });

    holds('of a version that is not in the log is a mistake', async (log) => {
      await log.append([anEntry('a', 1)], listed(0));
      await assert.rejects(log.saveSnapshot('a', { version: 2, body: 'ahead' }));
      await assert.rejects(log.saveSnapshot('b', { version: 1, body: 'of nothing' }));
      assert.equal(await log.snapshot('a'), undefined);
    });
  });

  describe('snapshots that were dropped', () => {
    holds('are forgotten, and no others', async (log) => {
      for (const article of ['a', 'b']) {
        await log.append(someEntries(article, 1, 9), listed(0));
        for (const version of [6, 2, 4]) await log.saveSnapshot(article, { version, body: `at ${version}` });
      }
      assert.deepEqual(await log.snapshotVersions('a'), [2, 4, 6]);
      await log.dropSnapshots('a', [4, 5]);
      await log.dropSnapshots('a', []);
      assert.deepEqual(await log.snapshotVersions('a'), [2, 6]);
      assert.deepEqual(await log.snapshot('a', 5), { version: 2, body: 'at 2' });
      assert.deepEqual(await log.snapshotVersions('b'), [2, 4, 6]);
      assert.deepEqual(await log.snapshotVersions('unknown'), []);
    });
  });

  describe('packing', () => {
    const sizes = { least: 1, most: 4 };

    holds('answers how many entries it rewrote: none when fewer are loose than the least', async (log) => {
      assert.equal(await log.pack('unknown', sizes), 0);
      await log.append(someEntries('a', 1, 10), listed(0));
      assert.equal(await log.pack('a', { least: 11, most: 100 }), 0);
      assert.equal(await log.pack('a', { least: 4, most: 4 }), 8);
      assert.equal(await log.pack('a', { least: 4, most: 4 }), 0);
      assert.equal(await log.pack('a', sizes), 2);
    });

    holds('changes nothing that is read, from any version and to any limit', async (log, again) => {
      const other = await again();
      const all = someEntries('a', 1, 23);
      await log.append(someEntries('b', 1, 3), listed(0));
      for (const upTo of [3, 9, 10, 22, 23]) {
        await log.append(all.slice(await log.head('a'), upTo), listed(0));
        await log.pack('a', { least: 2, most: 4 });
        for (let after = 0; after <= upTo; after += 1) {
          for (const limit of [1, 2, 5, 100]) {
            const expected = all.slice(after, Math.min(after + limit, upTo));
            assert.deepEqual(await log.read('a', after, limit), expected);
            assert.deepEqual(await other.read('a', after, limit), expected);
          }
        }
      }
      assert.equal(await log.head('a'), 23);
      assert.deepEqual(await log.read('b', 0, 10), someEntries('b', 1, 3));
    });

    holds(
      'leaves every operation to be found, and refused when it comes again (T2), by whoever opens the store',
      async (log, again) => {
        const other = await again();
        await log.append(someEntries('a', 1, 3), listed(0));
        assert.equal(await other.findOperation('a', 'una', 'op-9'), undefined);
        await log.pack('a', sizes);
        await other.append(someEntries('a', 4, 9), listed(0));
        await other.pack('a', sizes);
        for (const store of [log, other, await again()]) {
          for (const entry of someEntries('a', 1, 9)) {
            assert.deepEqual(await store.findOperation('a', 'una', entry.opId), entry);
            assert.deepEqual(await store.append([anEntry('a', 10, { opId: entry.opId })], listed(0)), { conflict: 9 });
          }
          assert.equal(await store.findOperation('a', 'vik', 'op-2'), undefined);
          assert.equal(await store.findOperation('b', 'una', 'op-2'), undefined);
          assert.equal(await store.findOperation('a', 'una', 'op-10'), undefined);
        }
        assert.deepEqual(await log.append([anEntry('a', 10, { opId: 'op-2', reviewer: 'vik' })], listed(0)), {
          head: 10,
        });
      },
    );

    holds('keeps snapshots of versions that are packed', async (log) => {
      await log.append(someEntries('a', 1, 9), listed(0));
      await log.saveSnapshot('a', { version: 2, body: 'before' });
      await log.pack('a', sizes);
      await log.saveSnapshot('a', { version: 5, body: 'after' });
      assert.deepEqual(await log.snapshot('a', 4), { version: 2, body: 'before' });
      assert.deepEqual(await log.snapshot('a'), { version: 5, body: 'after' });
    });

    holds('goes on beside appends and other servers that pack, and loses nothing', async (log, again) => {
      const other = await again();
      const all = someEntries('a', 1, 60);
      const packing = async (store: LogStore): Promise<void> => {
        while ((await store.head('a')) < all.length) {
          await store.pack('a', { least: 2, most: 7 });
          await nextTurn();
        }
      };
      const appending = async (): Promise<void> => {
        for (const entry of all) {
          assert.deepEqual(await log.append([entry], listed(0)), { head: entry.version });
          assert.deepEqual(await other.read('a', 0, 100), all.slice(0, entry.version));
        }
      };
      await Promise.all([appending(), packing(log), packing(other)]);
      await log.pack('a', sizes);
      assert.deepEqual(await (await again()).read('a', 0, 100), all);
    });

    holds('packs entries of every size: a megabyte beside a few bytes', async (log, again) => {
      const sized = [9, 700_000, 9, 700_000, 1_200_000, 9].map((size, index) =>
        anEntry('a', index + 1, { body: JSON.stringify('é'.repeat(size)) }),
      );
      for (const entry of sized) {
        await log.append([entry], listed(0));
        await log.pack('a', { least: 1, most: 100 });
      }
      assert.deepEqual(await (await again()).read('a', 0, 100), sized);
    });
  });

  describe('the list of articles', () => {
    holds('shows of each what its last append said, and when its first was', async (log) => {
      await log.append([anEntry('a', 1)], listed(1, '{"claims":0}'));
      await log.append(someEntries('a', 2, 4), listed(9, '{"claims":3}'));
      const row: ArticleRow = { id: 'a', createdAt: listed(1).updatedAt, version: 4, ...listed(9, '{"claims":3}') };
      assert.deepEqual(await log.articles(10), [row]);
    });

    holds('says when anything was appended last, in whichever article', async (log) => {
      assert.equal(await log.newest(), undefined);
      await log.append([anEntry('a', 1)], listed(9));
      await log.append([anEntry('b', 1)], listed(1));
      assert.equal(await log.newest(), listed(9).updatedAt);
    });

    holds('is newest first', async (log) => {
      for (const [id, minute] of [
        ['b', 2],
        ['c', 3],
        ['a', 1],
      ] as const)
        await log.append([anEntry(id, 1)], listed(minute));
      await log.append([anEntry('a', 2)], listed(9));
      assert.deepEqual(
        (await log.articles(10)).map(({ id }) => id),
        ['c', 'b', 'a'],
      );
    });

    holds('comes in pages that show each once, though some are as old and others change meanwhile', async (log) => {
      for (let index = 0; index < 25; index++) {
        await log.append([anEntry(`article-${index}`, 1)], listed(Math.floor(index / 10)));
      }
      const seen: ArticleRow[] = [];
      for (let page = await log.articles(7); page.length > 0; page = await log.articles(7, seen.at(-1))) {
        seen.push(...page);
        const oldest = page[0]!;
        await log.append([anEntry(oldest.id, oldest.version + 1)], listed(50));
      }
      assert.equal(new Set(seen.map(({ id }) => id)).size, 25);
      assert.equal(seen.length, 25);
    });

    holds('is empty at first', async (log) => assert.deepEqual(await log.articles(10), []));
  });

  describe('closing', () => {
    holds('lets what was under way be stored, and takes nothing more', async (log, again) => {
      const other = await again();
      const underWay = log.append([anEntry('a', 1)], listed(0));
      await log.close();
      assert.equal(await other.head('a'), 1);
      assert.deepEqual(await underWay, { head: 1 });
      await assert.rejects(log.append([anEntry('a', 2)], listed(0)), /closed/);
    });
  });
};
