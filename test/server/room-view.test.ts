import assert from 'node:assert/strict';
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { sha256 } from '../../server/digest.ts';
import { Room } from '../../server/room.ts';
import { RoomView } from '../../server/room-view.ts';
import { articleToJson, blankArticle } from '../../shared/article.ts';
import { canonicalJson } from '../../shared/canonical.ts';
import { parseEntry, replayEntry } from '../../shared/log.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { rationaleSchema } from '../../shared/rationale.ts';
import { Newsroom, type Person } from '../support/newsroom.ts';

const blind = (mode: 'no' | 'verdicts' | 'all'): AnyPart => ({ kind: 'article.configure', settings: { blind: mode } });
const give = (verdict: string, claim: string, rationale?: string): AnyPart => ({
  ...{ kind: 'verdict.give', verdict, claim, scale: 'truth@1', rating: 'false' },
  ...(rationale !== undefined && { rationale }),
});
const why = (claim: string, words: string): AnyPart => ({
  ...{ kind: 'text', target: { rationale: claim } },
  steps: [new ReplaceStep(1, 1, new Slice(Fragment.from(rationaleSchema.text(words)), 0, 0))],
});
const mark = (claim: string, exact: string, fields = {}): AnyPart => ({
  ...{ kind: 'claim.mark', claim, quote: { exact, prefix: '', suffix: '' }, fields },
});
const attach = (evidence: string, claim: string, source: string): readonly AnyPart[] => [
  { kind: 'source.add', source, fields: { title: `title of ${source}` } },
  { kind: 'evidence.attach', evidence, claim, source, fields: { stance: 'supports' } },
];

interface Desk {
  readonly newsroom: Newsroom;
  readonly una: Person;
  readonly ann: Person;
  readonly ben: Person;
  readonly seenBy: (person: Person) => RoomView;
}

/** A lead and two annotators on an article with a claim of the lead's. */
const blindDesk = (says: string, test: (desk: Desk) => Promise<void>): void => {
  it(says, async () => {
    const newsroom = await Newsroom.open('the [c:moon] is far and the sun is hot');
    const [ann, ben] = [newsroom.joins('ann', 'annotator'), newsroom.joins('ben', 'annotator')];
    const seenBy = ({ reviewer }: Person) => new RoomView(newsroom.room, reviewer);
    await test({ newsroom, una: newsroom.una, ann, ben, seenBy });
    await newsroom.closes();
  });
};

const keys = (table: ReadonlyMap<string, unknown>): readonly string[] => [...table.keys()].sort();

describe('a room as one reviewer may see it (T11)', () => {
  blindDesk('is all of it to everyone while work is not blind', async ({ newsroom, ann, ben, seenBy }) => {
    await ann.does([give('v1', 'c', 'because')]);
    assert.equal(seenBy(ben).sight, undefined);
    assert.equal(seenBy(ben).article, newsroom.room.article);
    assert.deepEqual(await seenBy(ben).entriesAfter(0, 99), await newsroom.room.entriesAfter(0, 99));
  });

  blindDesk('is without the verdicts of others, but with all else that they did', async ({ una, ann, ben, seenBy }) => {
    await una.does([blind('verdicts')]);
    await ann.does([...attach('e1', 'c', 's1'), give('v1', 'c', 'because')]);
    await ben.does([give('v2', 'c', 'no')]);
    await una.does([
      why('c', 'all in all'),
      { ...give('d', 'c', 'decided'), kind: 'outcome.decide', decision: 'd' } as never,
    ]);
    const { article } = seenBy(ben);
    assert.deepEqual([keys(article.verdicts), keys(article.evidence)], [['v2'], ['e1']]);
    assert.deepEqual([article.decisions.size, article.rationales.size, article.work.size], [0, 0, 0]);
    assert.deepEqual(keys(seenBy(ann).article.verdicts), ['v1']);
    assert.deepEqual(keys(seenBy(una).article.verdicts), ['v1', 'v2']);
    await una.does([blind('no')]);
    assert.deepEqual(keys(seenBy(ben).article.verdicts), ['v1', 'v2']);
  });

  blindDesk('is the text and the own work alone, where all is hidden', async ({ una, ann, ben, seenBy }) => {
    await una.does([blind('all')]);
    await ann.does([mark('a', 'far'), ...attach('e1', 'a', 's1')]);
    await ben.does([mark('b', 'hot'), ...attach('e2', 'b', 's2'), give('v2', 'b', 'no')]);
    const { article } = seenBy(ben);
    assert.deepEqual([article.claims, article.anchors, article.sources, article.evidence].map(keys), [
      ['b'],
      ['b'],
      ['s2'],
      ['e2'],
    ]);
    assert.equal(article.doc.textContent, 'the moon is far and the sun is hot');
  });

  blindDesk('keeps a claim that one worked on before, and not whose part it is', async ({ una, ann, ben, seenBy }) => {
    await ann.does([mark('a', 'far', { parent: 'c' })]);
    await ben.does([give('v2', 'a', 'no')]);
    await una.does([blind('all')]);
    const { article } = seenBy(ben);
    assert.deepEqual([keys(article.claims), article.claims.get('a')?.parent], [['a'], '']);
  });

  for (const mode of ['verdicts', 'all'] as const) {
    blindDesk(
      `is at every version what its entries replay to (${mode})`,
      async ({ newsroom, una, ann, ben, seenBy }) => {
        await una.does([blind(mode)]);
        await ann.does([mark('a', 'far'), ...attach('e1', 'a', 's1'), give('v1', 'a')]);
        await una.does([
          why('a', 'x'),
          give('v3', 'c', 'y'),
          { kind: 'claim.revise', claim: 'a', fields: { parent: 'c' } },
        ]);
        await ben.does([mark('b', 'hot'), give('v2', 'b', 'z')]);
        await ben.does([give('v4', 'b', 'w')]);
        for (const person of [ann, ben]) {
          const view = seenBy(person);
          let replayed = { ...blankArticle(), ...(view.sight && { sight: view.sight.key }) };
          for (const entry of await view.entriesAfter(0, 99))
            replayed = replayEntry(replayed, parseEntry(entry, '')).article;
          assert.equal(canonicalJson(articleToJson(replayed)), canonicalJson(articleToJson(view.article)));
        }
        assert.equal(newsroom.room.article.claims.get('a')?.parent, 'c');
      },
    );
  }

  blindDesk(
    'tells of an entry that is not seen when and where it is in the chain',
    async ({ una, ann, ben, seenBy }) => {
      await una.does([blind('verdicts')]);
      const { version } = await ann.does([give('v1', 'c', 'because'), give('v0', 'gone', 'no')]);
      const [whole] = await seenBy(una).entriesAfter(version - 1, 1);
      const [seen] = await seenBy(ben).entriesAfter(version - 1, 1);
      assert.deepEqual(seen, { ...whole, reviewer: 'hidden', opId: 'hidden', parts: [], dropped: [] });
      assert.deepEqual(await seenBy(ann).entriesAfter(version - 1, 1), [whole]);
    },
  );

  blindDesk('says that what is not seen is not there, to who would work on it', async ({ una, ann, ben }) => {
    await una.does([blind('verdicts')]);
    await ann.does([give('v1', 'c', 'because')]);
    const reasons = async (...parts: readonly AnyPart[]) => (await ben.does(parts)).dropped.map(({ reason }) => reason);
    const [hidden, none] = await reasons(
      { kind: 'verdict.withdraw', verdict: 'v1' },
      { kind: 'verdict.withdraw', verdict: 'v9' },
    );
    assert.equal(hidden, none);
    assert.deepEqual(await reasons({ kind: 'work.move', claim: 'c', move: 'ready' }, why('c', 'x'), blind('no')), [
      'blind',
      'blind',
      'not-allowed',
    ]);
  });

  blindDesk('lets nobody tie their own to what they do not see', async ({ una, ben }) => {
    await una.does([blind('all')]);
    const { dropped } = await ben.does([mark('b', 'hot', { parent: 'c' }), ...attach('e', 'c', 's')]);
    assert.deepEqual(
      dropped.map(({ reason }) => reason),
      ['no-target', 'unknown'],
    );
  });

  blindDesk('has nobody sign a rationale that they do not see', async ({ newsroom, una, ben }) => {
    await una.does([why('c', 'hidden words'), blind('verdicts')]);
    await ben.does([give('v1', 'c')]);
    const { rationale, shared } = newsroom.room.article.verdicts.get('v1') ?? {};
    assert.deepEqual([rationale, shared], ['', undefined]);
  });

  blindDesk('keeps the words of a rationale that one signed before it was hidden', async ({ una, ben, seenBy }) => {
    await una.does([why('c', 'our words')]);
    await ben.does([give('v1', 'c')]);
    await una.does([blind('verdicts')]);
    assert.equal(seenBy(ben).article.verdicts.get('v1')?.rationale, 'our words');
    const parts = (await seenBy(ben).entriesAfter(0, 99)).flatMap((entry) => entry.parts) as readonly AnyPart[];
    assert.deepEqual(
      parts.flatMap((part) => (part.kind === 'verdict.give' ? [part.rationale, part.shared] : [])),
      ['our words', true],
    );
  });

  blindDesk('tells where others are in the text, and not at which claim', async ({ una, ann, ben, seenBy }) => {
    const at = { anchor: 1, head: 2 };
    const of = (person: Person) => ({ session: person.reviewer.id, reviewer: person.reviewer.id, version: 1 });
    const here = [
      { ...of(ann), at, claim: 'c' },
      { ...of(una), at: { ...at, target: { rationale: 'c' } } },
      { ...of(ben), at, claim: 'c' },
    ];
    await una.does([blind('verdicts')]);
    assert.deepEqual(seenBy(ben).present(here), [{ ...of(ann), at }, of(una), here[2]]);
    await una.does([blind('all')]);
    assert.deepEqual(seenBy(ben).present(here), [of(una), here[2]]);
  });

  it('has nothing of what another server stored before it is known here who may see it', async () => {
    const newsroom = await Newsroom.open('the [c:moon] is far');
    const { store, time, una } = newsroom;
    const report = (error: unknown) => assert.fail(String(error));
    const limits = { recentEntries: 1 };
    const other = await Room.open({ store, digest: sha256, clock: time.clock, report, limits }, newsroom.room.id);
    assert.ok(other);
    await una.does([blind('verdicts')]);
    await newsroom.joins('ann', 'annotator').does([give('v1', 'c', 'because')]);
    const view = new RoomView(other, { id: 'ben', role: 'annotator' });
    assert.equal((await view.entriesAfter(0, 99)).length, 2);
    await other.catchUp();
    const entries = await view.entriesAfter(0, 99);
    assert.deepEqual([entries.length, entries.at(-1)?.parts], [4, []]);
    await other.close();
    await newsroom.closes();
  });
});
