import assert from 'node:assert/strict';
import { shiftAnchor } from '../../shared/anchor.ts';
import { Anchors } from '../../shared/anchors.ts';
import { describeWith } from '../support/material.ts';
import { chance } from '../support/random.ts';
import { runAgain } from '../support/run-again.ts';
import { beginningOf, linearText, readTrace, standingAfter, TRACES } from '../support/trace.ts';
import { openRoomCourier } from '../support/trace-memory.ts';
import { assertEnds, misplacedOf } from '../support/trace-oracle.ts';
import { TraceReplay } from '../support/trace-replay.ts';

const SEED = Number(process.env.SEED ?? 1);
const COUNT = 2_600;

describeWith(TRACES, 'the beginning of a recorded session of three people', () => {
  const trace = beginningOf(readTrace(), COUNT);

  it('has the same text by its characters as by its order', () => {
    const text = standingAfter(trace, COUNT).map((id) => trace.characters[id]);
    assert.equal(text.join(''), linearText(COUNT));
  });

  it(`ends in its text, with ${trace.spans.length} claims on their words (T3, T4; seed ${SEED})`, async function () {
    this.timeout(60_000);
    const { courier, room } = await openRoomCourier(['ann', 'ben', 'cem']);
    const replayed = new TraceReplay(trace, courier, { eager: 0.2, luck: chance(SEED) });
    await replayed.run().catch((error) => {
      throw runAgain(`SEED=${SEED} npx mocha test/newsroom/traces.test.ts`, error);
    });
    assertEnds(trace, replayed.people);

    const shifted = Anchors.of([...room.article.anchors].map(([id, anchor]) => [id, shiftAnchor(anchor, 1)]));
    const misplaced = misplacedOf(trace, { ...room.article, anchors: shifted });
    assert.equal(misplaced.length, trace.spans.length, 'a character further on, none is right');
  });
});
