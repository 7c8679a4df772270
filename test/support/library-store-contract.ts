import assert from 'node:assert/strict';
import type { LibraryItem, LibraryRow, LibrarySearch, LibraryStore } from '../../server/storage/library-store.ts';
import type { OpenStores } from './log-store-contract.ts';
import { listed, someEntries } from './stored-entries.ts';

const row = (
  article: string,
  source: string,
  key: string,
  minute: number,
  other: Partial<LibraryRow> = {},
): LibraryRow => ({
  ...{
    article,
    source,
    key,
    kind: 'page',
    at: listed(minute).updatedAt,
    open: 1,
    words: `${key} ${source}`,
    body: '{}',
  },
  ...other,
});

const search = (other: Partial<LibrarySearch> = {}): LibrarySearch => ({
  words: [],
  openOnly: false,
  limit: 9,
  ...other,
});

const usesIn = (items: readonly LibraryItem[]) =>
  items.map(({ key, uses }) => `${key}: ${uses.map(({ article, source }) => article + source).join(' ')}`);

/** What every store of the library does; call it inside `describe`. */
export const libraryStoreContract = (open: () => Promise<OpenStores>): void => {
  const holds = (says: string, test: (library: LibraryStore, opened: OpenStores) => Promise<void>): void => {
    it(says, async () => {
      const opened = await open();
      try {
        for (const [article, versions] of [
          ['a', 5],
          ['b', 2],
          ['c', 1],
        ] as const)
          await opened.stores.log.append(someEntries(article, 1, versions), listed(0));
        await test(opened.stores.library, opened);
      } finally {
        await opened.close();
      }
    });
  };

  const filled = async (library: LibraryStore): Promise<void> => {
    const a = [row('a', '1', 'x', 1), row('a', '2', 'y', 2, { kind: 'book', words: '100%_\\ “\u{1f319}”' })];
    await library.advance({ article: 'a', from: 0, to: 5, title: 'A', rows: a });
    const b = [row('b', '1', 'x', 3), row('b', '2', 'z', 4, { open: 0 })];
    await library.advance({ article: 'b', from: 0, to: 2, title: 'B', rows: b });
    await library.advance({ article: 'c', from: 0, to: 1, title: 'C', rows: [row('c', '1', 'x', 0, { open: 0 })] });
  };

  holds('takes each step of an article once, and knows which are behind', async (library) => {
    assert.equal(await library.reached('a'), 0);
    assert.deepEqual((await library.behind()).toSorted(), ['a', 'b', 'c']);
    await filled(library);
    assert.equal(await library.reached('a'), 5);
    assert.deepEqual(await library.behind(), []);
    assert.equal(await library.advance({ article: 'a', from: 0, to: 6, title: 'A', rows: [] }), false);
    assert.equal(await library.advance({ article: 'a', from: 4, to: 6, title: 'A', rows: [] }), false);
    assert.equal((await library.usesOf('y', false)).length, 1);
  });

  holds('has every use of a thing, the newest first, also for who opens it later', async (library, { again }) => {
    await filled(library);
    const later = (await again()).library;
    const uses = await later.usesOf('x', false);
    assert.deepEqual(
      uses.map(({ article, title }) => `${article} ${title}`),
      ['b B', 'a A', 'c C'],
    );
    assert.deepEqual(uses[0], { ...row('b', '1', 'x', 3), title: 'B' });
    assert.deepEqual(
      (await later.usesOf('x', true)).map(({ article }) => article),
      ['b', 'a'],
    );
  });

  holds('puts other sources in the place of those before, and another title, each only when told', async (library) => {
    await filled(library);
    await library.advance({ article: 'a', from: 5, to: 6, title: 'A2' });
    assert.deepEqual(
      (await library.usesOf('y', false)).map(({ title }) => title),
      ['A2'],
    );
    await library.advance({ article: 'a', from: 6, to: 7, title: 'A3', rows: [row('a', '2', 'w', 2)] });
    assert.deepEqual(usesIn(await library.find(search())), ['z: b2', 'x: b1 c1', 'w: a2']);
  });

  holds('finds by words, by kind, and only what is seen', async (library) => {
    await filled(library);
    assert.deepEqual(usesIn(await library.find(search())), ['z: b2', 'x: b1 a1 c1', 'y: a2']);
    assert.deepEqual(usesIn(await library.find(search({ openOnly: true }))), ['x: b1 a1', 'y: a2']);
    assert.deepEqual(usesIn(await library.find(search({ kind: 'book' }))), ['y: a2']);
    for (const words of [['100%'], ['_\\'], ['\u{1f319}', '%_']])
      assert.deepEqual(usesIn(await library.find(search({ words }))), ['y: a2'], words.join());
    for (const words of [['1_0'], ['%1'], ['x', 'y']]) assert.deepEqual(await library.find(search({ words })), []);
    assert.deepEqual(usesIn(await library.find(search({ words: ['x', '1'] }))), ['x: b1 a1 c1']);
  });

  holds('goes on where a page ended', async (library) => {
    const rows = ['p', 'q', 'r', 's', 't'].map((key, index) => row('a', key, key, index >> 1));
    await library.advance({ article: 'a', from: 0, to: 5, title: 'A', rows });
    const found: string[] = [];
    for (let before: LibrarySearch['before']; ; ) {
      const items = await library.find(search({ limit: 2, ...(before && { before }) }));
      found.push(...items.map(({ key }) => key));
      before = items.at(-1);
      if (items.length < 2) break;
    }
    assert.deepEqual(found, ['t', 's', 'r', 'q', 'p']);
  });
};
