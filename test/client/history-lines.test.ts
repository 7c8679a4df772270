import assert from 'node:assert/strict';
import { Transform } from 'prosemirror-transform';
import { correctingSteps } from '../../client/correcting.ts';
import { historyLines } from '../../client/history-lines.ts';
import { fetchTheRest } from '../../client/language.ts';
import { wordsTaken } from '../../client/words-taken.ts';
import { RoomView } from '../../server/room-view.ts';
import { blankArticle } from '../../shared/article.ts';
import { parseEntry, replay } from '../../shared/log.ts';
import { rationaleOf, rationaleSchema } from '../../shared/rationale.ts';
import { Newsroom, type Person } from '../support/newsroom.ts';
import { cut, insert, put } from '../support/notation.ts';

const why = async (person: Person, claim: string, letters: string): Promise<void> => {
  const { doc } = rationaleOf(person.article.rationales, claim);
  const { steps } = new Transform(doc).insert(doc.content.size - 1, rationaleSchema.text(letters));
  await person.does([{ kind: 'text', target: { rationale: claim }, steps }]);
};

/** The lines of what was written after an article was made and its claims marked, the oldest first. */
const linesOf = async (writing: (una: Person, newsroom: Newsroom) => Promise<unknown>) => {
  const newsroom = await Newsroom.open('[a:the moon] is [b:far] away');
  await writing(newsroom.una, newsroom);
  const lines = historyLines((await newsroom.log()).slice(2).reverse(), newsroom.room.article, (id) => `the ${id}`);
  await newsroom.closes();
  return lines.map(({ words }) => words).reverse();
};

describe('the lines of the history', () => {
  before(fetchTheRest);

  it('have in one what somebody typed in one text at a stretch', async () =>
    assert.deepEqual(
      await linesOf(async (una) => {
        await why(una, 'a', 'It ');
        await why(una, 'a', 'is.');
      }),
      ['It is.'],
    ));

  it('say of what was changed what it is, of which claim, and whom by name', async () =>
    assert.deepEqual(
      await linesOf((una) =>
        una.does([
          { kind: 'claim.revise', claim: 'a', fields: { assignee: 'una', priority: 'high', due: '2026-12-24' } },
        ]),
      ),
      ['Priority: High · Assigned to: the una · Due: 2026-12-24 · “the moon”'],
    ));

  it('say what was emptied, and which settings were changed to what', async () =>
    assert.deepEqual(
      await linesOf(async (una) => {
        await una.does([{ kind: 'claim.revise', claim: 'a', fields: { due: '2026-12-24' } }]);
        await una.does([{ kind: 'claim.revise', claim: 'a', fields: { due: '' } }]);
        await una.does([{ kind: 'article.configure', settings: { checks: 2, rule: 'lead' } }]);
      }),
      [
        'Due: 2026-12-24 · “the moon”',
        'Due: – · “the moon”',
        'Outcome of a claim: The lead decides · Checks before signing: Two',
      ],
    ));

  it('say of a verdict why it was given, or else on which claim', async () =>
    assert.deepEqual(
      await linesOf(async (una) => {
        const given = { kind: 'verdict.give', claim: 'a', scale: 'truth@1' } as const;
        await una.does([{ ...given, verdict: 'v', rating: 'true', rationale: '' }]);
        await una.does([{ ...given, verdict: 'w', rating: 'false', rationale: 'It is not.' }]);
      }),
      ['True: the moon', 'False: It is not.'],
    ));

  it('say of typing what stood there before', async () => {
    const newsroom = await Newsroom.open('The cost was 80 euros');
    await newsroom.una.edits(cut(13, 15));
    await newsroom.una.edits(insert(13, '1'));
    await newsroom.una.edits(insert(14, '8'));
    newsroom.time.pass(60_000);
    await newsroom.una.edits(cut(0, 4));
    newsroom.time.pass(60_000);
    await newsroom.una.edits(put(0, 4, 'Costs'));
    await newsroom.una.edits(cut(4, 5));
    const entries = await newsroom.log();
    const taken = new Map(
      entries.map((entry, at) => [entry.version, wordsTaken(replay(blankArticle(), entries.slice(0, at)), entry)]),
    );
    const lines = historyLines(entries.slice(1).reverse(), newsroom.room.article, undefined, taken);
    assert.deepEqual(
      lines.map(({ words }) => words),
      ['cost → Cost', 'The → –', '80 → 18'],
    );
    await newsroom.closes();
  });

  it('part what was typed in two rationales, and in the article, within a minute', async () =>
    assert.deepEqual(
      await linesOf(async (una) => {
        await why(una, 'a', 'One');
        await why(una, 'b', 'Two');
        await una.edits(insert(0, 'x'));
        await why(una, 'b', 'More');
      }),
      ['One', 'Two', 'x', 'More'],
    ));

  it('part what was typed after a pause, and by another', async () =>
    assert.deepEqual(
      await linesOf(async (una, newsroom) => {
        const ben = newsroom.joins('ben', 'editor');
        await why(una, 'a', 'One');
        newsroom.time.pass(60_000);
        await why(una, 'a', 'Two');
        await why(ben, 'a', 'Three');
      }),
      ['One', 'Two', 'Three'],
    ));

  it('say of an accepted correction what it put for what, and of a part what it claims', async () =>
    assert.deepEqual(
      await linesOf(async (una) => {
        const quote = { exact: 'the moon', prefix: '', suffix: '' };
        await una.does([
          { kind: 'correction.suggest', correction: 'k', claim: 'a', quote, to: 'our moon', why: 'Ours' },
        ]);
        const correction = una.article.corrections.get('k');
        assert.ok(correction);
        await una.does([
          { kind: 'text', target: 'body', steps: correctingSteps(una.article, correction) },
          { kind: 'correction.accept', correction: 'k' },
        ]);
        const ours = { ...quote, exact: 'our moon' };
        await una.does([
          { kind: 'claim.mark', claim: 'p', quote: ours, fields: { statement: 'It is there.', parent: 'a' } },
        ]);
      }),
      ['the moon → our moon\nOurs', 'the moon → our moon', 'It is there.'],
    ));

  it('leave out what is hidden (T11)', async () => {
    const newsroom = await Newsroom.open('[a:the moon] is far away');
    const ben = { id: 'ben', role: 'annotator' } as const;
    await newsroom.una.does([{ kind: 'article.configure', settings: { blind: 'verdicts' } }]);
    await why(newsroom.una, 'a', 'It is.');
    const view = new RoomView(newsroom.room, ben);
    const entries = (await view.entriesAfter(2, 9)).map((each) => parseEntry(each, ''));
    assert.equal(entries.length, 2);
    assert.deepEqual(
      historyLines([...entries].reverse(), view.article).map(({ kinds }) => kinds),
      [['article.configure']],
    );
    await newsroom.closes();
  });
});
