import assert from 'node:assert/strict';
import { inOrder } from '../../client/in-order.ts';

describe('answers in the order in which they were asked for', () => {
  it('leaves out one that comes after the answer to a later question', async () => {
    const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    const answers = inOrder();
    const taken: string[] = [];
    const both = [first, second].map(({ promise }) => answers.take(promise, (answer) => taken.push(answer)));
    second.resolve('second');
    await both[1];
    first.resolve('first');
    await both[0];
    assert.deepEqual(taken, ['second']);
  });

  it('takes each that comes before the answer to a later question, so that a slow line starves nobody', async () => {
    const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    const answers = inOrder();
    const taken: string[] = [];
    const both = [first, second].map(({ promise }) => answers.take(promise, (answer) => taken.push(answer)));
    first.resolve('first');
    await both[0];
    second.resolve('second');
    await both[1];
    assert.deepEqual(taken, ['first', 'second']);
  });

  it('takes no answer to what was asked before it was overtaken', async () => {
    const answers = inOrder();
    const asked = Promise.withResolvers<string>();
    const taken: string[] = [];
    const before = answers.take(asked.promise, (answer) => taken.push(answer));
    answers.overtake();
    asked.resolve('before');
    await before;
    await answers.take(Promise.resolve('after'), (answer) => taken.push(answer));
    assert.deepEqual(taken, ['after']);
  });
});
