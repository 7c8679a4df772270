import { STATUS_CODES } from 'node:http';
import type { FaultReason } from '../../shared/faults.ts';
import type { Invalid } from '../../shared/parsing.ts';
import { type Fault, faultOf } from '../../shared/protocol.ts';
import type { Scope } from '../../shared/scopes.ts';
import type { Answer } from './route.ts';

const FAULT_STATUS: Readonly<Record<FaultReason, number>> = {
  'sign-in': 401,
  scope: 403,
  'old-client': 400,
  'no-article': 404,
  gone: 410,
  'not-joined': 409,
  invalid: 422,
  'too-large': 413,
  'too-fast': 429,
  'cut-off': 429,
  'future-base': 409,
  'op-id-taken': 409,
  storage: 503,
  closing: 503,
};

/**
 * Why there is no better answer, as problem details (RFC 9457): `detail` is for a person, `reason` for a program. The type is
 * always `about:blank`, so that the title is the status's own.
 */
export const problem = (
  status: number,
  reason: string,
  detail: string,
  more: Readonly<Record<string, unknown>> = {},
): Answer => ({
  status,
  headers: { 'Content-Type': 'application/problem+json' },
  body: { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, reason, detail, ...more },
});

/** The same may be asked again after so many seconds. */
const laterProblem = (answer: Answer, seconds: number): Answer => ({
  ...answer,
  headers: { ...answer.headers, 'Retry-After': String(seconds) },
});

/** So many seconds pass before a server is asked again that goes down, or cannot store. */
const IN_A_WHILE = 5;

/** A fault of the protocol as a problem. */
export const faultProblem = ({ fault, message }: Fault): Answer => {
  const answer = problem(FAULT_STATUS[fault], fault, message);
  return answer.status === 503 ? laterProblem(answer, IN_A_WHILE) : answer;
};

/** Nothing can be stored now. */
export const cannotStore = (): Answer =>
  faultProblem(faultOf('storage', 'The server cannot store anything now. Ask again in a while.'));

/** Something was tried too often, from one address or with one email. */
export const tooOften = (seconds: number): Answer =>
  laterProblem(problem(429, 'too-fast', `Too many attempts. Try again in ${seconds} seconds.`), seconds);

/** The same request, with the same `Idempotency-Key`, is being worked on. */
export const underWay = (): Answer =>
  laterProblem(problem(409, 'under-way', 'The same request is being worked on. Send it again in a moment.'), 1);

// A path begins at the body, which has no name.
const withoutDot = (path: string): string => path.replace(/^\./, '');

/** What is told of something that a parser did not take: what is wrong, and where. */
export const invalidProblem = (error: Invalid): Answer =>
  problem(FAULT_STATUS.invalid, 'invalid', withoutDot(error.message), {
    ...(error.where !== '' && { where: withoutDot(error.where) }),
    ...(error.wrong && { wrong: error.wrong }),
  });

/** There is no article with this id. */
export const noArticle = (): Answer => faultProblem(faultOf('no-article'));

const CHALLENGE = 'Bearer realm="Touchstone"';

const challenged = (refused: Answer, more: string): Answer => ({
  ...refused,
  headers: { ...refused.headers, 'WWW-Authenticate': CHALLENGE + more },
});

/** Nobody is known by what was shown, if anything was; a token that opens nothing is said to be one (RFC 6750 §3.1). */
export const notSignedIn = (wasToken: boolean): Answer =>
  challenged(faultProblem(faultOf('sign-in')), wasToken ? ', error="invalid_token"' : '');

/** Someone is known, but may not do this. */
export const notAllowed = (detail: string): Answer => problem(403, 'not-allowed', detail);

/** The token was made for something else: what it would have to be made for is said to people and to programs (RFC 6750 §3.1). */
export const notInScope = (scope: Scope): Answer =>
  challenged(
    problem(403, 'scope', `This access token was not made for this: it needs the scope "${scope}".`, { scope }),
    `, error="insufficient_scope", scope="${scope}"`,
  );
