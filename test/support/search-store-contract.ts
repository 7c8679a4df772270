import assert from 'node:assert/strict';
import {
  type NewSearchRow,
  NO_MARKS,
  type SearchKind,
  type SearchStore,
  type Sought,
} from '../../server/storage/search-store.ts';
import { indexedWords, soughtWords } from '../../shared/search/words.ts';
import type { OpenStores } from './log-store-contract.ts';
import { listed, someEntries } from './stored-entries.ts';

const row = (
  article: string,
  kind: SearchKind,
  id: string,
  text: string,
  other: Partial<NewSearchRow> = {},
): NewSearchRow => ({
  ...{ ...NO_MARKS, article, kind, id, open: 1, body: JSON.stringify({ text }), words: () => indexedWords(text) },
  ...other,
});

const sought = (query: string, other: Partial<Sought> = {}): Sought => ({
  ...{ words: soughtWords(query), openOnly: false, limit: 9, offset: 0 },
  ...other,
});

const isIn = (rows: readonly { readonly article: string; readonly id: string }[]): string =>
  rows.map(({ article, id }) => article + id).join(' ');

/** What every store of what can be found does; call it inside `describe`. */
export const searchStoreContract = (open: () => Promise<OpenStores>): void => {
  const holds = (says: string, test: (search: SearchStore, opened: OpenStores) => Promise<void>): void => {
    it(says, async () => {
      const opened = await open();
      try {
        const { log } = opened.stores;
        for (const [index, article] of ['a', 'b', 'c'].entries())
          await log.append(someEntries(article, 1, 2), listed(9 - index));
        await test(opened.stores.search, opened);
      } finally {
        await opened.close();
      }
    });
  };

  const finds = async (search: SearchStore, query: string, other: Partial<Sought> = {}): Promise<string> =>
    isIn(await search.find(sought(query, other)));

  const step = (search: SearchStore, article: string, from: number, to: number, ...rows: readonly NewSearchRow[]) =>
    search.advance({ article, from, to, title: article.toUpperCase(), rows });

  holds('takes each step of an article once, and says which are behind, those worked on last last', async (search) => {
    assert.deepEqual(await search.behind(), ['c', 'b', 'a']);
    assert.equal(await search.reached('a'), 0);
    assert.equal(await step(search, 'a', 0, 2, row('a', 'claim', '1', 'The moon shines')), true);
    assert.equal(await step(search, 'a', 0, 2, row('a', 'claim', '2', 'The moon shines')), false);
    assert.equal(await step(search, 'a', 1, 3, row('a', 'claim', '2', 'The moon shines')), false);
    assert.equal(await search.reached('a'), 2);
    assert.deepEqual(await search.behind(), ['c', 'b']);
    assert.equal(await finds(search, 'moon'), 'a1');
  });

  holds('has what was kept for whoever opens it later', async (search, { again }) => {
    await step(search, 'a', 0, 2, row('a', 'claim', '1', 'The moon shines', { open: 0 }));
    const later = (await again()).search;
    assert.deepEqual(await later.find(sought('moon')), [
      {
        article: 'a',
        kind: 'claim',
        id: '1',
        open: 0,
        body: '{"text":"The moon shines"}',
        title: 'A',
        version: 2,
        ...NO_MARKS,
      },
    ]);
    assert.deepEqual(await later.behind(), ['c', 'b']);
  });

  holds('finds all words or beginnings of words, whatever their case and accents, and no signs', async (search) => {
    const texts = [
      'Ärger um die Straße',
      'Cafe\u0301 NIÑO Łódź',
      "100% of O'Brien’s men: 3.5 million; AT&T",
      'Ещё ёлки',
    ];
    await step(search, 'a', 0, 2, ...texts.map((text, index) => row('a', 'claim', String(index), text)));
    for (const query of ['arger', 'ÄRGER strasse', 'stra', 'ärger der']) assert.equal(await finds(search, query), 'a0');
    for (const query of ['café', 'nino cafe', 'lodz', 'ni']) assert.equal(await finds(search, query), 'a1');
    for (const query of ["o'brien", '100 % 3.5', 'at&t', 'mill']) assert.equal(await finds(search, query), 'a2', query);
    assert.equal(await finds(search, 'еще елки'), 'a3');
    for (const query of ['rger', 'arger lodz', '"*"', "' OR 9=9 --", '()', ':* | !', '~', 'q\\'])
      assert.equal(await finds(search, query), '', query);
  });

  holds('finds words of writing without spaces, wherever they stand', async (search) => {
    const texts = ['東京都の月面基地は大きい', 'ดวงจันทร์ส่องแสง', 'القمر يلمع في السَّماء'];
    await step(search, 'a', 0, 2, ...texts.map((text, index) => row('a', 'claim', String(index), text)));
    for (const query of ['月面', '基地', '月', 'い', '月面基地 東京'])
      assert.equal(await finds(search, query), 'a0', query);
    for (const query of ['จันทร์', 'แสง']) assert.equal(await finds(search, query), 'a1', query);
    for (const query of ['السماء', 'القمر']) assert.equal(await finds(search, query), 'a2', query);
    for (const query of ['面月', '月地', 'แสงดวง']) assert.equal(await finds(search, query), '', query);
  });

  holds('finds by kind, and only what is seen', async (search) => {
    await step(
      ...([
        search,
        'a',
        0,
        2,
        row('a', 'article', '', 'Moon and sea'),
        row('a', 'claim', '1', 'Moon', { open: 0 }),
      ] as const),
    );
    await step(search, 'b', 0, 2, row('b', 'claim', '1', 'The moon'), row('b', 'source', '1', 'Moon: a book'));
    assert.equal(await finds(search, 'moon'), 'b1 b1 a1 a');
    assert.equal(await finds(search, 'moon', { openOnly: true }), 'b1 b1 a');
    assert.equal(await finds(search, 'moon', { kind: 'claim' }), 'b1 a1');
    assert.equal(await finds(search, 'moon', { kind: 'claim', openOnly: true }), 'b1');
    assert.equal(await finds(search, 'moon', { limit: 2, offset: 1 }), 'b1 a1');
  });

  holds(
    'finds by state, outcome, person, article and day, and tells all of these without what it says',
    async (search) => {
      const marks = (state: string, outcome: string, person: string, day: string) => ({ state, outcome, person, day });
      await step(
        ...([search, 'a', 0, 2] as const),
        row('a', 'claim', '1', 'Moon', marks('open', '', 'una', '2026-01-02')),
        row('a', 'claim', '2', 'Moon', { ...marks('signed', 'False', 'ben', '2026-02-03'), open: 0 }),
        row('a', 'article', '', 'Moon'),
      );
      await step(search, 'b', 0, 2, row('b', 'claim', '3', 'Moon', marks('signed', 'True', 'una', '2026-03-04')));
      assert.equal(await finds(search, 'moon', { state: 'signed' }), 'b3 a2');
      assert.equal(await finds(search, 'moon', { state: 'signed', outcome: 'False' }), 'a2');
      assert.equal(await finds(search, 'moon', { person: 'una' }), 'b3 a1');
      assert.equal(await finds(search, 'moon', { article: 'a' }), 'a a2 a1');
      assert.equal(await finds(search, 'moon', { since: '2026-02-03' }), 'b3 a2');
      assert.equal(await finds(search, 'moon', { until: '2026-02-03' }), 'a2 a1');
      assert.equal(await finds(search, 'moon', { until: '2026-02-03', openOnly: true }), 'a1');
      const told = await search.marksOf({ words: ['moon'], openOnly: false, limit: 9 });
      assert.deepEqual(
        told.map(({ article, kind, state, outcome, person, day, body }) =>
          [article, kind, state, outcome, person, day, body].join(' '),
        ),
        [
          'b claim signed True una 2026-03-04 ',
          'a article     ',
          'a claim signed False ben 2026-02-03 ',
          'a claim open  una 2026-01-02 ',
        ],
      );
      assert.equal((await search.marksOf({ words: ['moon'], openOnly: true, limit: 2 })).length, 2);
      await step(search, 'b', 2, 3, row('b', 'claim', '3', 'Moon', marks('open', 'True', 'una', '2026-03-04')));
      assert.equal(await finds(search, 'moon', { state: 'signed' }), 'a2');
    },
  );

  holds('puts what is there now in the place of what was; what changed comes first', async (search) => {
    const rows = ['one', 'two', 'three'].map((text, index) => row('a', 'claim', String(index), `moon ${text}`));
    await step(search, 'a', 0, 2, ...rows);
    assert.equal(await finds(search, 'moon'), 'a2 a1 a0');
    await step(search, 'a', 2, 3, ...rows.slice(1), row('a', 'claim', '0', 'moon four'));
    assert.equal(await finds(search, 'moon'), 'a0 a2 a1');
    assert.equal(await finds(search, 'one'), '');
    await step(search, 'a', 3, 4, ...rows.slice(2), row('a', 'claim', '1', 'moon two', { open: 0 }));
    assert.equal(await finds(search, 'moon'), 'a1 a2');
    assert.equal(await finds(search, 'moon', { openOnly: true }), 'a2');
    await step(search, 'a', 4, 5);
    assert.equal(await finds(search, 'moon'), '');
  });

  holds('keeps a text of which more is written than an index takes', async (search) => {
    const text = Array.from({ length: 60_000 }, (_, index) => `w${index.toString(36)}ordwordword`).join(' ');
    await step(search, 'a', 0, 2, row('a', 'article', '', `Moon ${text} ${'x'.repeat(5_000)}`));
    assert.equal(await finds(search, 'moon w1'), 'a');
  });

  holds('gives the claims with the most terms first, and takes no term for a word', async (search) => {
    const claim = (id: string, open: 0 | 1, ...terms: readonly string[]) =>
      row('a', 'claim', id, 'Words', { open, terms: () => terms });
    await step(search, 'a', 0, 2, claim('1', 1, 'moon'), claim('2', 0, 'moon', 'rise', '1500'), claim('3', 1, 'sea'));
    const alike = async (openOnly: boolean, limit: number, ...terms: readonly string[]) =>
      isIn(await search.alike({ terms, openOnly, limit }));
    assert.equal(await alike(false, 9, 'moon', 'rise', 'full'), 'a2 a1');
    assert.equal(await alike(true, 9, 'moon', 'rise', 'full'), 'a1');
    assert.equal(await alike(false, 1, 'moon', 'rise', 'full'), 'a2');
    assert.equal(await alike(false, 9, 'word', 'moo'), '');
    assert.equal(await finds(search, 'moon'), '');
  });
};
