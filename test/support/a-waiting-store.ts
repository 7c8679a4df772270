import type { AnswerStore } from '../../server/storage/answer-store.ts';

/** A store of answers in which the next one that is looked for can be made to wait. */
export interface WaitingStore {
  readonly store: AnswerStore;
  /** `come` resolves when the next one is looked for, which goes on once `letOn` is called. */
  readonly hold: () => { readonly come: Promise<void>; readonly letOn: () => void };
}

/** A store around another one. */
export const aWaitingStore = (store: AnswerStore): WaitingStore => {
  let next: { readonly come: () => void; readonly on: Promise<void> } | undefined;
  return {
    store: {
      keep: (...given) => store.keep(...given),
      find: async (reviewer, key) => {
        const now = next;
        next = undefined;
        now?.come();
        await now?.on;
        return store.find(reviewer, key);
      },
    },
    hold: () => {
      const come = Promise.withResolvers<void>();
      const on = Promise.withResolvers<void>();
      next = { come: come.resolve, on: on.promise };
      return { come: come.promise, letOn: on.resolve };
    },
  };
};
