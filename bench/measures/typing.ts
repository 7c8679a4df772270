import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '../peers/peer.ts';

/** How somebody types. */
export interface Pace {
  readonly perSecond: number;
  readonly seconds: number;
}

/** What typing came to. */
export interface TypingTimes {
  /** How long each key waited for its acknowledgement, in milliseconds. */
  readonly waits: readonly number[];
  /** When each message with keys was sent, by `performance.now()`. */
  readonly sent: readonly number[];
}

/** A key that is not acknowledged after so many milliseconds counts as that long, and its writer is not waited for. */
export const PATIENCE = 5_000;

const LATE = Symbol('late');

/** When keys are due: evenly, each moved at random within its own time, so that writers do not fall into step. */
const dueTimes = ({ perSecond, seconds }: Pace, start: number): number[] => {
  const pause = 1_000 / perSecond;
  return Array.from({ length: Math.round(perSecond * seconds) }, (_, index) => start + (index + Math.random()) * pause);
};

/**
 * Types as a person does, who does not wait: keys that come due while one is under way go together in the next message, and each
 * has waited since it was due.
 */
export const typeAlong = async (page: Page, pace: Pace): Promise<TypingTimes> => {
  const due = dueTimes(pace, performance.now());
  const end = performance.now() + pace.seconds * 1_000 + PATIENCE;
  const waits: number[] = [];
  const sent: number[] = [];
  let overdue: number[] = [];
  while (due.length + overdue.length > 0 && performance.now() < end) {
    const [next] = due;
    if (overdue.length === 0 && next !== undefined) {
      await sleep(Math.max(0, next - performance.now()));
      due.shift();
    }
    const typed = await Promise.race([page.type('x'.repeat(Math.max(1, overdue.length))), sleep(PATIENCE, LATE)]);
    if (typed === LATE) {
      waits.push(...Array.from({ length: Math.max(1, overdue.length) }, () => PATIENCE));
      return { waits, sent };
    }
    if (overdue.length === 0) waits.push(typed.acknowledged - typed.sent);
    else waits.push(...overdue.map((since) => typed.acknowledged - since));
    sent.push(typed.sent);
    const now = performance.now();
    overdue = due.splice(0, due.findLastIndex((time) => time <= now) + 1);
  }
  return { waits, sent };
};

/** Types for a moment, so that nothing is cold any more, and waits until everybody has heard of it. */
export const warmUp = async (pages: readonly Page[], pace: Pace): Promise<void> => {
  await Promise.all(pages.map((page) => typeAlong(page, pace)));
  await sleep(200);
};
