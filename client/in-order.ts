/** Answers of the server, taken in the order in which they were asked for. */
export interface InOrder {
  /** Waits for an answer and has it taken, unless one that was asked for later is there already. */
  readonly take: <T>(asking: Promise<T>, taken: (answer: T) => void) => Promise<void>;
  /** No answer to what was asked for until now is taken any more: it tells how things were. */
  readonly overtake: () => void;
}

/** On a slow line answers come in another order than they were asked for: one that is late tells how things were, and is left out. */
export const inOrder = (): InOrder => {
  let asked = 0;
  let latest = 0;
  return {
    take: async (asking, taken) => {
      asked += 1;
      const mine = asked;
      const answer = await asking;
      if (mine < latest) return;
      latest = mine;
      taken(answer);
    },
    overtake: () => {
      asked += 1;
      latest = asked;
    },
  };
};
