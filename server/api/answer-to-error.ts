import { Invalid } from '../../shared/parsing.ts';
import { faultOf } from '../../shared/protocol.ts';
import { errorLine } from '../error-line.ts';
import type { ServerParts } from '../parts.ts';
import { cannotStore, faultProblem, invalidProblem, problem } from './problem.ts';
import type { Answer } from './route.ts';

/** What `body-parser` and express refuse, with the sentence that a person reads. */
const REFUSED: Readonly<Record<string, readonly [status: number, reason: string, detail: string]>> = {
  'body.unread': [415, 'unsupported', 'A body of JSON is expected, with the Content-Type application/json.'],
  'entity.parse.failed': [400, 'malformed', 'The body is not JSON.'],
  'encoding.unsupported': [415, 'unsupported', 'The body is compressed in a way that is not read here.'],
  'charset.unsupported': [415, 'unsupported', 'The body is in a character set that is not read here; UTF-8 is.'],
};

/** With the limit in bytes, for programs too. */
const tooLarge = (most: number): Answer => {
  const words = most >= 1_000_000 ? `${most / 1_000_000} MB` : `${most} bytes`;
  return problem(413, 'too-large', `The body is larger than this address takes: at most ${words}.`, { most });
};

const explained = (error: unknown): Answer | undefined => {
  if (error instanceof Invalid) return invalidProblem(error);
  if (typeof error !== 'object' || error === null) return undefined;
  const type = 'type' in error ? String(error.type) : '';
  if (type === 'entity.too.large') return tooLarge('limit' in error ? Number(error.limit) : 0);
  if (Object.hasOwn(REFUSED, type)) return problem(...REFUSED[type]!);
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  return status >= 400 && status < 500 ? problem(status, 'malformed', 'The request could not be read.') : undefined;
};

/** What is answered when answering threw: what came from outside is explained, a bug is logged and not. */
export const answerToError = (
  { log, isClosing, storing }: Pick<ServerParts, 'log' | 'isClosing' | 'storing'>,
  error: unknown,
): Answer => {
  const answer = explained(error);
  if (answer) return answer;
  // Nobody waits for it; it is noted as it ends.
  if (error instanceof DOMException && error.name === 'AbortError') return problem(408, 'gone', 'It was called off.');
  if (storing.noted(error)) return cannotStore();
  if (isClosing()) return faultProblem(faultOf('closing'));
  log(errorLine(error));
  // What is nested deeper than the stack is, comes from outside; it is noted all the same.
  if (error instanceof RangeError) return faultProblem(faultOf('invalid'));
  return problem(500, 'bug', 'Something went wrong here. It has been noted.');
};
