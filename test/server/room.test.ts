import assert from 'node:assert/strict';
import { sha256 } from '../../server/digest.ts';
import { Room } from '../../server/room.ts';
import { memoryLogStore } from '../../server/storage/memory-log-store.ts';
import { blankArticle } from '../../shared/article.ts';
import { firstBroken, replay } from '../../shared/log.ts';
import { OPERATION_CAPS } from '../../shared/operation.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { outcomeOf } from '../../shared/outcome.ts';
import { comparable } from '../../shared/protocol.ts';
import { assertSame, creation, Newsroom } from '../support/newsroom.ts';
import { cut, insert, put, split } from '../support/notation.ts';
import { testTime } from '../support/time.ts';
import { troubledStore } from '../support/troubled-store.ts';

const lock: AnyPart = { kind: 'article.lock' };
const markByQuote = (claim: string, exact: string): AnyPart => ({
  kind: 'claim.mark',
  claim,
  quote: { exact, prefix: '', suffix: '' },
  fields: {},
});
const give = (verdict: string, claim: string, rating: string): AnyPart => ({
  kind: 'verdict.give',
  verdict,
  claim,
  scale: 'truth@1',
  rating,
  rationale: '',
});

describe('a room', () => {
  describe('gives every operation its place', () => {
    it('moves an operation over what it did not know of, and never refuses it for being stale', async () => {
      const newsroom = await Newsroom.open('the moon is far');
      const ben = newsroom.joins('ben', 'editor');
      const base = newsroom.room.article.version;
      await ben.edits(insert(0, 'Tonight '), { base });
      await newsroom.una.edits(insert(15, ' away'), { base });
      assert.equal(newsroom.text, 'Tonight the moon is far away');
      await newsroom.closes();
    });

    it('moves an operation over its own author’s entries too, which are like anyone’s', async () => {
      const newsroom = await Newsroom.open('ab');
      const base = newsroom.room.article.version;
      await newsroom.una.edits(insert(1, '1'), { base });
      await newsroom.una.edits(insert(2, '2'), { base });
      assert.equal(newsroom.text, 'a1b2');
      await newsroom.closes();
    });

    it('T3 gives two who write at once one order, and both the same article', async () => {
      const newsroom = await Newsroom.open('the [c:moon] is far');
      const ben = newsroom.joins('ben', 'editor');
      await Promise.all([newsroom.una.edits(insert(4, 'full ')), ben.edits(cut(0, 4)), ben.edits(split(8))]);
      await newsroom.closes();
    });

    it('T3 gives 32 who write at once one order, in few appends', async () => {
      const store = troubledStore(memoryLogStore());
      const newsroom = await Newsroom.open('the moon', { store });
      const before = store.appends();
      const people = Array.from({ length: 32 }, (_, index) => newsroom.joins(`p${index}`, 'editor'));
      const answers = await Promise.all(people.map((each, index) => each.edits(insert(index % 8, `${index} `))));
      assert.equal(new Set(answers.map(({ version }) => version)).size, 32);
      assert.equal(store.appends() - before, 1);
      await newsroom.closes();
    });

    it('takes an operation of a base that memory no longer holds', async () => {
      const newsroom = await Newsroom.open('0', { limits: { recentEntries: 3, snapshotEvery: 4 } });
      const base = newsroom.room.article.version;
      for (let n = 1; n < 10; n += 1) await newsroom.una.edits(insert(0, `${n}`));
      await newsroom.una.edits(insert(1, '!'), { base });
      assert.equal(newsroom.text, '9876543210!');
      await newsroom.closes();
    });

    it('refuses a base that is not there yet', async () => {
      const newsroom = await Newsroom.open('the moon');
      const { una } = newsroom;
      assert.equal(await una.fails(una.operation([lock], { base: 2 })), 'future-base');
      await newsroom.closes();
    });

    it('refuses an operation above the cap, which is in bytes and not in characters', async () => {
      const newsroom = await Newsroom.open('the moon');
      const { una } = newsroom;
      const steps = insert(0, 'ü'.repeat(OPERATION_CAPS.bytes / 2))(una.article.doc);
      assert.equal(await una.fails(una.operation([{ kind: 'text', target: 'body', steps }])), 'too-large');
      await newsroom.closes();
    });

    it('puts no entry before the one before it when the clock is set back', async () => {
      const newsroom = await Newsroom.open('the moon');
      newsroom.time.set('2025-06-01T00:00:00.000Z');
      await newsroom.una.does([lock]);
      assert.deepEqual(
        (await newsroom.log()).map(({ at }) => at),
        ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
      );
      await newsroom.closes();
    });
  });

  describe('drops and names what takes no effect', () => {
    it('T10 names the part that found no place, and does the others', async () => {
      const newsroom = await Newsroom.open('the moon is far');
      const ben = newsroom.joins('ben', 'editor');
      const base = newsroom.room.article.version;
      const { doc } = ben.article;
      await newsroom.una.edits(cut(0, 15), { base });
      const inside = insert(6, 'x')(doc);
      const answer = await ben.does(
        [
          { kind: 'text', target: 'body', steps: inside },
          { kind: 'claim.revise', claim: 'nobody', fields: {} },
          { kind: 'source.add', source: 's', fields: { title: 'Almanac' } },
        ],
        { base },
      );
      assert.deepEqual(answer.dropped, [
        { part: 0, reason: 'conflict' },
        { part: 1, reason: 'unknown' },
      ]);
      assert.equal(newsroom.room.article.sources.get('s')?.title, 'Almanac');
      await newsroom.closes();
    });

    it('T10 logs an operation that was wholly dropped, so that its answer is always the same', async () => {
      const newsroom = await Newsroom.open('the moon');
      const ben = newsroom.joins('ben', 'annotator');
      const sent = ben.operation([lock]);
      const answer = await ben.sends(sent);
      assert.deepEqual(answer, { version: 2, dropped: [{ part: 0, reason: 'not-allowed' }] });
      assert.deepEqual((await newsroom.log()).at(-1)?.parts, []);
      assert.deepEqual(await ben.sends(sent), answer);
      await newsroom.closes();
    });

    it('does all of an atomic operation or nothing', async () => {
      const newsroom = await Newsroom.open('the moon');
      const answer = await newsroom.una.does([lock, { kind: 'claim.withdraw', claim: 'c' }], { atomic: true });
      assert.deepEqual(
        answer.dropped.map(({ reason }) => reason),
        ['all-or-nothing', 'unknown'],
      );
      assert.equal(newsroom.room.article.lock, undefined);
      await newsroom.closes();
    });

    it('T3 stands where a replay stands, when a part between two edits was dropped', async () => {
      const newsroom = await Newsroom.open('one [c:carried away] two');
      const { una } = newsroom;
      const { doc } = una.article;
      const away = cut(4, 16)(doc);
      const again = insert(0, 'carried away')(doc);
      await una.does([
        { kind: 'text', target: 'body', steps: away },
        { kind: 'claim.withdraw', claim: 'nobody' },
        { kind: 'text', target: 'body', steps: again },
      ]);
      await newsroom.closes();
    });
  });

  describe('asks who may, at the head, in order', () => {
    it('T7 a lock takes effect at its place: typing sent before it is in, typing sent after it is not', async () => {
      const newsroom = await Newsroom.open('moon');
      const ben = newsroom.joins('ben', 'editor');
      const [before, , after] = await Promise.all([
        ben.edits(insert(0, 'the ')),
        newsroom.una.does([lock]),
        ben.edits(insert(4, '!')),
      ]);
      assert.deepEqual([before.dropped, after.dropped], [[], [{ part: 0, reason: 'locked' }]]);
      assert.equal(newsroom.text, 'the moon');
      await newsroom.closes();
    });

    for (const [role, dropped] of [
      ['viewer', ['not-allowed', 'not-allowed', 'not-allowed']],
      ['annotator', ['not-allowed', 'not-allowed']],
      ['editor', ['not-allowed']],
      ['lead', []],
    ] as const) {
      it(`T7 lets ${/^[ae]/.test(role) ? 'an' : 'a'} ${role} do what the role says`, async () => {
        const newsroom = await Newsroom.open('the moon is far');
        const ben = newsroom.joins('ben', role);
        const steps = insert(0, '!')(ben.article.doc);
        const answer = await ben.does([{ kind: 'text', target: 'body', steps }, markByQuote('m', 'moon'), lock]);
        assert.deepEqual(
          answer.dropped.map(({ reason }) => reason),
          dropped,
        );
        await newsroom.closes();
      });
    }

    it('T7 checks a stale operation against the article as it is now', async () => {
      const newsroom = await Newsroom.open('moon');
      const ben = newsroom.joins('ben', 'editor');
      const base = newsroom.room.article.version;
      await newsroom.una.does([lock]);
      assert.deepEqual((await ben.edits(insert(0, 'x'), { base })).dropped, [{ part: 0, reason: 'locked' }]);
      await newsroom.closes();
    });
  });

  describe('T2 logs an operation once', () => {
    it('however often it is sent, with the same answer, also after a restart', async () => {
      const newsroom = await Newsroom.open('the moon');
      const ben = newsroom.joins('ben', 'editor');
      const sent = ben.operation([markByQuote('m', 'moon'), lock]);
      const answers = await Promise.all([ben.sends(sent), ben.sends(sent)]);
      answers.push(await ben.sends(sent));
      await newsroom.restarts();
      answers.push(await ben.sends(sent));
      assert.deepEqual(answers, Array(4).fill({ version: 2, dropped: [{ part: 1, reason: 'not-allowed' }] }));
      await newsroom.closes();
    });

    it('also when memory no longer holds it', async () => {
      const newsroom = await Newsroom.open('', { limits: { recentEntries: 2 } });
      const { una } = newsroom;
      const sent = una.operation([lock]);
      const answer = await una.sends(sent);
      for (let n = 0; n < 5; n += 1) await una.does([{ kind: n % 2 ? 'article.lock' : 'article.unlock' }]);
      assert.deepEqual(await una.sends(sent), answer);
      await newsroom.closes();
    });

    it('and refuses other bytes under its id, at once, while it is under way, and after a restart', async () => {
      const newsroom = await Newsroom.open('the moon');
      const { una } = newsroom;
      const sent = una.operation([lock], { opId: 'same' });
      const other = una.operation([markByQuote('m', 'moon')], { opId: 'same', base: sent.base });
      const first = una.sends(sent);
      assert.equal(await una.fails(other), 'op-id-taken');
      await first;
      assert.equal(await una.fails(other), 'op-id-taken');
      await newsroom.restarts();
      assert.equal(await una.fails(other), 'op-id-taken');
      const anew = una.operation([lock], { opId: 'same' });
      assert.equal(await una.fails(anew), 'op-id-taken', 'made after the restart');
      await newsroom.closes();
    });

    it('while another reviewer may use the same id', async () => {
      const newsroom = await Newsroom.open('the moon');
      const ben = newsroom.joins('ben', 'lead');
      await newsroom.una.does([lock], { opId: 'same' });
      assert.equal((await ben.does([{ kind: 'article.unlock' }], { opId: 'same' })).version, 3);
      await newsroom.closes();
    });
  });

  describe('T1 tells nobody before it is stored', () => {
    it('neither the author nor the others nor those who look', async () => {
      const store = troubledStore(memoryLogStore());
      const newsroom = await Newsroom.open('moon', { store });
      const release = store.hold();
      let isAnswered = false;
      const answer = newsroom.una.edits(insert(0, 'the ')).then(() => {
        isAnswered = true;
      });
      await store.appending();
      assert.deepEqual([isAnswered, newsroom.una.heard.length, newsroom.text], [false, 0, 'moon']);
      release();
      await answer;
      assert.equal(newsroom.una.heard.length, 1);
      await newsroom.closes();
    });

    it('and what was not stored leaves no trace: it is answered with storage, and may be sent again', async () => {
      const store = troubledStore(memoryLogStore());
      const newsroom = await Newsroom.open('moon', { store });
      const { una } = newsroom;
      const sent = una.operation([{ kind: 'text', target: 'body', steps: insert(0, 'the ')(una.article.doc) }]);
      store.fail('lost');
      assert.equal(await una.fails(sent), 'storage');
      assert.deepEqual([una.heard.length, newsroom.text, newsroom.reports.splice(0).length], [0, 'moon', 1]);
      assert.deepEqual(await una.sends(sent), { version: 2, dropped: [] });
      assert.equal(newsroom.text, 'the moon');
      await newsroom.closes();
    });

    it('and what was stored after all is told and logged once, though its author was answered with storage', async () => {
      const store = troubledStore(memoryLogStore());
      const newsroom = await Newsroom.open('moon', { store });
      const { una } = newsroom;
      const sent = una.operation([{ kind: 'text', target: 'body', steps: insert(0, 'the ')(una.article.doc) }]);
      store.fail('untold');
      assert.equal(await una.fails(sent), 'storage');
      assert.equal(newsroom.text, 'moon');
      assert.deepEqual(await una.sends(sent), { version: 2, dropped: [] });
      assert.deepEqual([newsroom.text, una.heard.length], ['the moon', 1]);
      assert.equal(newsroom.reports.splice(0).length, 1);
      await newsroom.closes();
    });

    it('and works again as soon as the store does', async () => {
      const store = troubledStore(memoryLogStore());
      const newsroom = await Newsroom.open('moon', { store });
      const { una } = newsroom;
      store.fail('lost');
      const mend = store.breakReading();
      const sent = una.operation([lock]);
      assert.deepEqual([await una.fails(sent), await una.fails(sent)], ['storage', 'storage']);
      mend();
      assert.deepEqual(await una.sends(sent), { version: 2, dropped: [] });
      assert.equal(newsroom.reports.splice(0).length, 2);
      await newsroom.closes();
    });
  });

  it('gives way to another server that was faster, and tells its people of what that one stored', async () => {
    const newsroom = await Newsroom.open('moon');
    const { store, time } = newsroom;
    const parts = { store, clock: time.clock, digest: sha256, report: assert.ifError };
    const other = await Room.open(parts, newsroom.room.id);
    const steps = insert(0, 'the ')(newsroom.una.article.doc);
    const there = { opId: 'there', base: 1, parts: [{ kind: 'text', target: 'body', steps } as const] };
    await other?.perform({ id: 'zoe', role: 'editor' }, there);
    assert.equal((await newsroom.una.edits(insert(4, '!'))).version, 3);
    assert.equal(newsroom.text, 'the moon!');
    await other?.catchUp();
    assert.equal(other?.article.hash, newsroom.room.article.hash);
    await newsroom.closes();
  });

  describe('comes back as it was', () => {
    it('T3 after a restart', async () => {
      const newsroom = await Newsroom.open('the [c:moon] is [d:far away]');
      await newsroom.una.edits(cut(0, 8));
      await newsroom.una.edits(put(4, 7, 'near'));
      const before = newsroom.room.article;
      await newsroom.restarts();
      assertSame(newsroom.room.article, before);
      await newsroom.closes();
    });

    it('T3 from a snapshot and what came after it as from the whole log', async () => {
      const newsroom = await Newsroom.open('the [c:moon] is [d:far away]', { limits: { snapshotEvery: 5 } });
      const { una } = newsroom;
      await una.does([give('10', 'c', 'true')]);
      await newsroom.joins('ben', 'annotator').does([give('9', 'c', 'false')]);
      for (let n = 0; n < 14; n += 1) await una.edits(n % 3 ? insert(n, `${n}`) : cut(n, n + 2));
      await newsroom.room.rest();
      await una.edits(insert(0, 'still '));
      assert.ok(((await newsroom.store.snapshot(newsroom.room.id))?.version ?? 0) >= 15);
      await newsroom.restarts();
      const replayed = replay(blankArticle(), await newsroom.log());
      assertSame(newsroom.room.article, replayed);
      assert.equal(outcomeOf(newsroom.room.article, 'c')?.verdict.id, outcomeOf(replayed, 'c')?.verdict.id);
      await newsroom.closes();
    });

    it('passes over a snapshot of another form and replays', async () => {
      const newsroom = await Newsroom.open('moon');
      await newsroom.store.saveSnapshot(newsroom.room.id, { version: 1, body: '{"form":0}' });
      await newsroom.restarts();
      assert.equal(newsroom.text, 'moon');
      await newsroom.closes();
    });

    it('T9 and says which entry was tampered with', async () => {
      const newsroom = await Newsroom.open('moon');
      await newsroom.una.does([lock]);
      assert.equal(firstBroken(await newsroom.log(), sha256), undefined);
      const { store } = newsroom;
      const forged: typeof store = {
        ...store,
        snapshot: async () => undefined,
        read: async (...given) =>
          (await store.read(...given)).map((each) => ({ ...each, body: each.body.replace('"una"', '"eve"') })),
      };
      const parts = { store: forged, clock: newsroom.time.clock, digest: sha256, report: assert.ifError };
      await assert.rejects(Room.open(parts, newsroom.room.id), /entry 1 is not what was sealed/);
      await newsroom.closes();
    });

    it('is nothing where there is no such article', async () => {
      const parts = {
        store: memoryLogStore(),
        clock: testTime().clock,
        digest: sha256,
        report: assert.ifError,
      };
      assert.equal(await Room.open(parts, 'nowhere'), undefined);
    });
  });

  it('hands out entries after a version, from memory and from the store alike', async () => {
    const newsroom = await Newsroom.open('', { limits: { recentEntries: 2 } });
    for (let n = 0; n < 5; n += 1) await newsroom.una.does([{ kind: n % 2 ? 'article.unlock' : 'article.lock' }]);
    const versions = async (after: number, limit: number) =>
      (await newsroom.room.entriesAfter(after, limit)).map(({ version }) => version);
    assert.deepEqual(await versions(0, 3), [1, 2, 3]);
    assert.deepEqual(await versions(4, 9), [5, 6]);
    assert.deepEqual(await versions(6, 9), []);
    await newsroom.closes();
  });

  it('knows the hash of text and anchors at the latest versions', async () => {
    const newsroom = await Newsroom.open('the [c:moon]', { limits: { comparable: 2 } });
    const [old, before] = [newsroom.room.article.version - 1, newsroom.room.article];
    await newsroom.una.edits(insert(5, '!'));
    const hashes = [old, before.version, before.version + 1].map((version) => newsroom.room.hashAt(version));
    const expected = [before, newsroom.una.article].map((article) => sha256(comparable(article)));
    assert.deepEqual(hashes, [undefined, ...expected]);
    await newsroom.closes();
  });

  it('lists an article with its title, its claims, its lock and its words', async () => {
    const newsroom = await Newsroom.open('the [c:moon] is [d:far]\n\nand cold');
    await newsroom.una.does([lock, { kind: 'claim.withdraw', claim: 'd' }]);
    const [row] = await newsroom.store.articles(1);
    assert.deepEqual(JSON.parse(row?.summary ?? ''), { title: '', claims: 1, locked: true, words: 6 });
    await newsroom.closes();
  });

  it('is not made by who may not make one, and leaves nothing behind', async () => {
    const newsroom = await Newsroom.open('moon');
    const refused = await newsroom.rooms.create({ id: 'ann', role: 'annotator' }, creation('mine'));
    assert.deepEqual(refused, { refused: 'not-allowed' });
    assert.equal((await newsroom.store.articles(10)).length, 1);
    await newsroom.closes();
  });
});
