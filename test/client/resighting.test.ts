import assert from 'node:assert/strict';
import { Transform } from 'prosemirror-transform';
import { resighted } from '../../client/resighting.ts';
import { act, moveOf, openSession, type Session, type Turn, takeNext } from '../../client/session.ts';
import { RoomView } from '../../server/room-view.ts';
import { articleFromJson, articleToJson } from '../../shared/article.ts';
import { parseEntry } from '../../shared/log.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { rationaleOf, rationaleSchema } from '../../shared/rationale.ts';
import { Newsroom } from '../support/newsroom.ts';
import { insert } from '../support/notation.ts';

const AT = '2026-01-01T00:00:00.000Z';
const ben = { id: 'ben', role: 'editor' } as const;
const blind = (mode: 'no' | 'verdicts' | 'all'): AnyPart => ({ kind: 'article.configure', settings: { blind: mode } });
const give: AnyPart = {
  kind: 'verdict.give',
  verdict: 'v',
  claim: 'c',
  scale: 'truth@1',
  rating: 'true',
  rationale: 'x',
};
const why = (session: Session): AnyPart => {
  const { doc } = rationaleOf(session.visible.rationales, 'c');
  const { steps } = new Transform(doc).insert(1, rationaleSchema.text('because'));
  return { kind: 'text', target: { rationale: 'c' }, steps };
};

/** Ben's session on an article with one claim, and what becomes of it once something else is seen. */
const desk = async () => {
  const newsroom = await Newsroom.open('the [c:moon] is far');
  let session = openSession('ben', newsroom.room.article);
  let count = 0;
  return {
    newsroom,
    session: () => session,
    does: (part: AnyPart): void => {
      count += 1;
      session = act(session, [part], `ben-${count}`, AT).session;
    },
    types: (words: string): void => {
      count += 1;
      const steps = insert(0, words)(session.visible.doc);
      session = act(session, [{ kind: 'text', target: 'body', steps }], `ben-${count}`, AT).session;
    },
    sends: async (): Promise<void> => {
      const taken = takeNext(session);
      session = taken.session;
      assert.ok(taken.operation);
      await newsroom.room.perform(ben, taken.operation);
    },
    seesOtherwise: async (): Promise<Turn> => {
      const view = new RoomView(newsroom.room, ben);
      const entries = await view.entriesAfter(session.confirmed.version, 99);
      const since = entries.map((each) => parseEntry(each, ''));
      return resighted(session, articleFromJson(JSON.parse(JSON.stringify(articleToJson(view.article)))), since);
    },
  };
};

describe('a session of which something else is seen (T11)', () => {
  it('keeps what waits, moved over what happened to the text', async () => {
    const { newsroom, session, types, does, seesOtherwise } = await desk();
    types('mine ');
    does(give);
    const before = session().visible.doc;
    await newsroom.una.edits(insert(0, 'hers '));
    await newsroom.una.does([blind('verdicts')]);
    const turn = await seesOtherwise();
    assert.equal(turn.session.visible.doc.textContent, 'hers mine the moon is far');
    assert.deepEqual([turn.session.pending.length, turn.givenBack], [2, []]);
    assert.equal(turn.session.visible.verdicts.get('v')?.reviewer, 'ben');
    assert.equal(turn.session.confirmed.sight, `verdicts ${newsroom.room.article.configured?.at}`);
    const moved = new Transform(before);
    for (const step of moveOf(turn.moves, 'body')?.steps ?? []) moved.step(step);
    assert.ok(moved.doc.eq(turn.session.visible.doc));
    await newsroom.closes();
  });

  it('waits no more with what was sent and is among the entries', async () => {
    const { newsroom, types, does, sends, seesOtherwise } = await desk();
    types('mine ');
    does(give);
    await sends();
    await newsroom.una.does([blind('all')]);
    await newsroom.una.edits(insert(0, 'hers '));
    const { session, givenBack } = await seesOtherwise();
    assert.equal(session.visible.doc.textContent, 'hers mine the moon is far');
    assert.deepEqual(
      session.pending.map(({ opId }) => opId),
      [],
    );
    assert.deepEqual(
      givenBack.map(({ parts }) => parts.map(({ kind }) => kind)),
      [['verdict.give']],
    );
    await newsroom.closes();
  });

  it('gives back what is about nothing that is seen any more (T10)', async () => {
    const { newsroom, session, does, seesOtherwise } = await desk();
    does(why(session()));
    await newsroom.una.does([blind('all')]);
    const turn = await seesOtherwise();
    assert.equal(turn.session.visible.claims.size, 0);
    assert.deepEqual(
      turn.givenBack.map(({ dropped }) => dropped),
      [[{ part: 0, reason: 'unknown' }]],
    );
    await newsroom.closes();
  });
});
