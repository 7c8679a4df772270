import type { Problem } from './records/problem.ts';

/** The server refused: `problem` says why to a person and to a program, and where in what was sent (RFC 9457). */
export class Refused extends Error {
  readonly problem: Problem;
  /** When to come again, in seconds, where the server says so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail);
    this.name = 'Refused';
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** Nobody answered, or something that is not Touchstone did. */
export class NoAnswer extends Error {
  constructor(words: string, cause?: unknown) {
    super(words, { cause });
    this.name = 'NoAnswer';
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' &&
  value !== null &&
  'detail' in value &&
  typeof value.detail === 'string' &&
  'reason' in value &&
  typeof value.reason === 'string';

/** `Retry-After` in seconds; a date, which Touchstone never sends, is none. */
const secondsIn = (given: string | null): number | undefined =>
  given !== null && /^\d{1,9}$/.test(given) ? Number(given) : undefined;

/** Why a response is not what was asked for; one that a proxy gave in the server's place says only its status. */
export const refusedBy = async (response: Response): Promise<Refused> => {
  const told: unknown = await response.json().catch(() => undefined);
  const { status, statusText } = response;
  const title = statusText || 'Error';
  const problem: Problem = isProblem(told)
    ? told
    : { type: 'about:blank', title, status, reason: 'unknown', detail: `The server answered ${status} ${statusText}.` };
  return new Refused(problem, secondsIn(response.headers.get('retry-after')));
};
