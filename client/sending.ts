import type { Operation } from '../shared/operation.ts';
import { type Acknowledged, type Fault, isFault, toJson } from '../shared/protocol.ts';
import type { Wire } from './wire.ts';

/** Whose operations are sent, and what comes of it. */
export interface Sender {
  /** The operation to send, frozen; the same one until its entry came. */
  readonly next: () => Operation | undefined;
  /** Resolves when the operation to send is on this machine's disk. */
  readonly kept: () => Promise<void>;
  /** The server will never take an operation. */
  readonly refused: (fault: Fault, operation: Operation) => void;
  /** Whether the article is open for operations. */
  readonly isOpen: () => boolean;
  /** Nothing more can be sent of this article. */
  readonly ended: (fault: Fault) => void;
  /** An operation was answered with this version, and its entry is not here yet. */
  readonly missing: (version: number) => void;
}

/** After so many milliseconds what met with a fault that passes is tried again. */
export const PAUSE = 1_000;

/** Faults that pass: the same bytes are sent again later. */
const PASSING = new Set(['too-fast', 'storage', 'closing', 'not-joined', 'future-base']);

/** Faults that end it: nothing more can be done with the article. */
export const ENDING = new Set(['sign-in', 'old-client', 'no-article', 'gone']);

/** Sends the operations of an article, one at a time, and the same bytes again until their entry came. */
export class Sending {
  readonly #article: string;
  readonly #wire: Wire;
  readonly #sender: Sender;
  /** The id of the operation that is under way. */
  #underWay: string | undefined;

  constructor(article: string, wire: Wire, sender: Sender) {
    this.#article = article;
    this.#wire = wire;
    this.#sender = sender;
  }

  /** Sends what waits, if nothing is under way. */
  flush(): void {
    if (!this.#sender.isOpen() || this.#underWay !== undefined) return;
    const operation = this.#sender.next();
    if (!operation) return;
    this.#underWay = operation.opId;
    void this.#send(operation);
  }

  /** The line broke: nothing is under way any more, and what was is sent again once there is one. */
  broke(): void {
    this.#underWay = undefined;
  }

  /** The entry of an operation came. */
  came(opId: string): void {
    if (this.#underWay === opId) this.#underWay = undefined;
  }

  #isUnderWay(opId: string): boolean {
    return this.#underWay === opId;
  }

  async #send(operation: Operation): Promise<void> {
    const { opId } = operation;
    try {
      await this.#sender.kept();
      if (!this.#isUnderWay(opId)) return; // the line broke meanwhile
      const message = { article: this.#article, operation: toJson(operation) };
      const answer = await this.#wire.emitWithAck('operation', message);
      if (isFault(answer)) this.#faulted(answer, operation);
      else setTimeout(() => this.#missed(opId, (answer as Acknowledged).version), PAUSE);
    } catch {
      this.#again(opId);
    }
  }

  #missed(opId: string, version: number): void {
    if (this.#isUnderWay(opId) && this.#sender.isOpen()) this.#sender.missing(version);
  }

  #faulted(fault: Fault, operation: Operation): void {
    if (PASSING.has(fault.fault)) setTimeout(() => this.#again(operation.opId), PAUSE);
    else if (ENDING.has(fault.fault)) this.#sender.ended(fault);
    else {
      this.came(operation.opId);
      this.#sender.refused(fault, operation);
      this.flush();
    }
  }

  #again(opId: string): void {
    this.came(opId);
    this.flush();
  }
}
