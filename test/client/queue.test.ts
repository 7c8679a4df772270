import assert from 'node:assert/strict';
import { type QueuedTask, queueLists } from '../../client/queue.ts';

const task = (claim: string, awaits: QueuedTask['awaits'] = ''): QueuedTask => ({
  ...{ article: 'a', claim, title: 'Moon', words: claim, assignee: '', due: '', priority: '', doneBy: [] },
  state: awaits === '' ? 'open' : 'ready',
  awaits,
});

/** The lists as they are read: each title with its claims, and what they wait for from one besides. */
const reads = (mine: readonly QueuedTask[], waiting: readonly QueuedTask[], isLead = false) =>
  queueLists({ mine, waiting }, isLead).map(({ title, tasks }) =>
    [title, ...tasks.map(({ claim, alsoAwaits }) => [claim, alsoAwaits].filter(Boolean).join(' '))].join(', '),
  );

describe('the queue', () => {
  it('has a claim once that is assigned to one and waits for one’s check, with both', () => {
    const [both, mine, waits] = [task('both', 'check'), task('mine'), task('waits', 'check')];
    assert.deepEqual(reads([both, mine], [both, waits]), ['queue.mine, both check, mine', 'queue.toCheck, waits']);
  });

  it('does not say of one’s own claim that it waits for one where another has to check it', () => {
    assert.deepEqual(reads([task('done', 'check')], []), ['queue.mine, done']);
  });

  it('tells claims of several articles apart', () => {
    const elsewhere = { ...task('c', 'check'), article: 'b' };
    assert.deepEqual(reads([task('c')], [elsewhere]), ['queue.mine, c', 'queue.toCheck, c']);
  });

  it('asks decisions and signatures of leads alone', () => {
    const [decide, sign, own] = [task('split', 'decide'), task('checked', 'sign'), task('own', 'sign')];
    assert.deepEqual(reads([own], [decide, sign, own]), ['queue.mine, own']);
    assert.deepEqual(reads([own], [decide, sign, own], true), [
      'queue.mine, own sign',
      'queue.toDecide, split',
      'queue.toSign, checked',
    ]);
  });
});
