import { type Acknowledged, type Fault, faultOf } from '../shared/protocol.ts';

/** The place of an operation in the log, or why it was not taken. */
export type Answer = Acknowledged | Fault;

interface Begun {
  readonly opHash: string;
  readonly answer: Promise<Answer>;
}

/** The operations that were handed in and are not answered: each is begun once, however often it is sent meanwhile (T2). */
export class UnderWay {
  readonly #begun = new Map<string, Begun>();

  /** The answer to an operation. `begin` is handed what answers it: the first answer counts, the others do nothing. */
  once(key: string, opHash: string, begin: (answer: (given: Answer) => void) => void): Promise<Answer> {
    const same = this.#begun.get(key);
    if (same) return same.opHash === opHash ? same.answer : Promise.resolve(faultOf('op-id-taken'));
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const begun = { opHash, answer: promise };
    this.#begun.set(key, begun);
    begin((given) => {
      // By a second answer the same id may be under way again.
      if (this.#begun.get(key) === begun) this.#begun.delete(key);
      resolve(given);
    });
    return promise;
  }
}
