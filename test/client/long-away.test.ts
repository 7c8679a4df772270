import assert from 'node:assert/strict';
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { LongAway, MERGED_UNASKED } from '../../client/long-away.ts';
import { act, openSession, type Session } from '../../client/session.ts';
import { blankArticle } from '../../shared/article.ts';
import type { Entry } from '../../shared/log.ts';
import { schema } from '../../shared/schema.ts';

const NINE = '2026-01-01T09:00:00.000Z';
const LATER = new Date(Date.parse(NINE) + MERGED_UNASKED.milliseconds).toISOString();
const TOO_LATE = new Date(Date.parse(LATER) + 1).toISOString();

const typed = (session: Session, at: string): Session => {
  const step = new ReplaceStep(1, 1, new Slice(Fragment.from(schema.text('x')), 0, 0));
  return act(session, [{ kind: 'text', target: 'body', steps: [step] }], `at-${at}`, at).session;
};

const waiting = typed(openSession('anna', blankArticle()), NINE);

const entryBy = (reviewer: string): Entry => ({
  version: 1,
  opId: 'one',
  reviewer,
  at: NINE,
  parts: [],
  dropped: [],
  previous: '0'.repeat(64),
  hash: '0'.repeat(64),
});

const overtakenBy = (reviewer: string, times: number): LongAway => {
  const away = new LongAway();
  for (let time = 0; time < times; time += 1) away.overtaken(entryBy(reviewer), waiting);
  return away;
};

describe('what waits', () => {
  it('is sent unasked up to eight hours, and looked through after that', () => {
    assert.equal(new LongAway().isLong(waiting, LATER), false);
    assert.equal(new LongAway().isLong(waiting, TOO_LATE), true);
  });

  it('is sent unasked over 5,000 entries of others, and looked through after one more', () => {
    assert.equal(overtakenBy('ben', 5_000).isLong(waiting, NINE), false);
    assert.equal(overtakenBy('ben', 5_001).isLong(waiting, NINE), true);
  });

  it('is not overtaken by entries of its own author', () => {
    assert.equal(overtakenBy('anna', 5_001).isLong(waiting, NINE), false);
  });

  it('is not asked about twice, but what is done afterwards is again', () => {
    const away = overtakenBy('ben', 5_001);
    away.reviewed(TOO_LATE);
    assert.equal(away.isLong(waiting, TOO_LATE), false);
    const next = typed(openSession('anna', blankArticle()), new Date(Date.parse(TOO_LATE) + 1).toISOString());
    assert.equal(away.isLong(next, '2026-01-03T00:00:00.000Z'), true);
  });

  it('is nothing when nothing is done', () => {
    const away = overtakenBy('ben', 5_001);
    assert.equal(away.isLong(openSession('anna', blankArticle()), TOO_LATE), false);
  });
});
