import { troubledSession } from '../support/troubled-session.ts';

describe('a newsroom in trouble', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    it(`T1 T2 T3 ends at one state, with every operation in the log once: seed ${seed}`, () => troubledSession(seed));
  }
});
