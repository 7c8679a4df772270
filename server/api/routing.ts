import type { Express, Request, Response } from 'express';
import { Invalid } from '../../shared/parsing.ts';
import { faultOf } from '../../shared/protocol.ts';
import { hasRole, ROLES } from '../../shared/roles.ts';
import { isFromOurPage, shownIn } from '../accounts/authenticate.ts';
import { speakerOf } from '../accounts/speaker.ts';
import type { ServerParts } from '../parts.ts';
import { faultProblem, invalidProblem, notAllowed, notSignedIn, problem } from './problem.ts';
import { requestBody } from './request-body.ts';
import type { Answer, Asked, Route } from './route.ts';

/** What `body-parser` and express refuse, with the sentence that a person reads. */
const REFUSED: Readonly<Record<string, readonly [status: number, reason: string, detail: string]>> = {
  'entity.too.large': [413, 'too-large', 'The body is larger than this address takes.'],
  'body.unread': [415, 'unsupported', 'A body of JSON is expected, with the Content-Type application/json.'],
  'entity.parse.failed': [400, 'malformed', 'The body is not JSON.'],
  'encoding.unsupported': [415, 'unsupported', 'The body is compressed in a way that is not read here.'],
  'charset.unsupported': [415, 'unsupported', 'The body is in a character set that is not read here; UTF-8 is.'],
};

const explained = (error: unknown): Answer | undefined => {
  if (error instanceof Invalid) return invalidProblem(error);
  if (typeof error !== 'object' || error === null) return undefined;
  const type = 'type' in error ? String(error.type) : '';
  if (Object.hasOwn(REFUSED, type)) return problem(...REFUSED[type]!);
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  return status >= 400 && status < 500 ? problem(status, 'malformed', 'The request could not be read.') : undefined;
};

/** What is answered when answering threw: what came from outside is explained, a bug is logged and not. */
const answerToError = ({ log, isClosing }: ServerParts, error: unknown): Answer => {
  const answer = explained(error);
  if (answer) return answer;
  if (isClosing()) return faultProblem(faultOf('closing'));
  log({ level: 'error', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  // What is nested deeper than the stack is, comes from outside; it is noted all the same.
  if (error instanceof RangeError) return faultProblem(faultOf('invalid'));
  return problem(500, 'bug', 'Something went wrong here. It has been noted.');
};

/** Why a request is turned away before it is looked into; a state is never changed for a page of another site. */
const turnedAway = (parts: ServerParts, route: Route, request: Request): Answer | undefined => {
  const { headers } = request;
  if (route.method !== 'get' && headers.authorization === undefined) {
    const isBrowser = headers.cookie !== undefined || headers.origin !== undefined;
    if (isBrowser && !isFromOurPage(headers, parts.config.publicUrl)) {
      return notAllowed('The request comes from a page of another site.');
    }
  }
  if (route.needs !== 'nobody' || !route.limited) return undefined;
  const wait = parts.attempts.take(request.ip ?? '');
  if (wait === 0) return undefined;
  const refused = problem(429, 'too-fast', `Too many attempts. Try again in ${wait} seconds.`);
  return { ...refused, headers: { ...refused.headers, 'Retry-After': String(wait) } };
};

const answerTo = async (
  parts: ServerParts,
  route: Route,
  request: Request,
  body: () => Promise<unknown>,
): Promise<Answer> => {
  const refused = turnedAway(parts, route, request);
  if (refused) return refused;
  if (parts.isClosing() && !route.quiet) return faultProblem(faultOf('closing'));
  const asked = async (): Promise<Asked> => {
    const read = await body();
    return { params: request.params as Asked['params'], query: request.query, body: read, headers: request.headers };
  };
  if (route.needs === 'nobody') return route.answer(parts, await asked());
  const shown = shownIn(request.headers);
  const speaker = shown && (await speakerOf(parts.accounts, shown));
  if (!speaker) return notSignedIn();
  if (!hasRole(speaker.reviewer.role, route.needs)) {
    return notAllowed(`This is for the role "${route.needs}" and above: one who ${ROLES[route.needs]}.`);
  }
  return route.answer(parts, { ...(await asked()), speaker });
};

const send = (response: Response, { status, headers, body }: Answer): void => {
  response.status(status).set({ 'Cache-Control': 'no-store', ...headers });
  if (body === undefined) response.end();
  else if (typeof body === 'string') response.send(body);
  else if (body instanceof Uint8Array) response.send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  else response.type(response.get('Content-Type') ?? 'application/json').send(JSON.stringify(body));
};

const methodsByPath = (routes: readonly Route[]): ReadonlyMap<string, string> => {
  const all = Map.groupBy(routes, (route) => route.path);
  return new Map([...all].map(([path, each]) => [path, each.map((route) => route.method.toUpperCase()).join(', ')]));
};

/** Answers requests by a table of routes; each writes at most one line into the log, without a word of what it held (T11). */
export const serveRoutes = (app: Express, routes: readonly Route[], parts: ServerParts): void => {
  for (const route of routes) {
    const readBody = requestBody(route);
    app[route.method](route.path, async (request, response) => {
      const from = performance.now();
      const answer = await answerTo(parts, route, request, () => readBody(request, response)).catch((error) =>
        answerToError(parts, error),
      );
      send(response, answer);
      const ms = Math.round((performance.now() - from) * 10) / 10;
      if (!route.quiet || answer.status >= 400)
        parts.log({ method: request.method, route: route.path, status: answer.status, ms });
    });
  }
  for (const [path, methods] of methodsByPath(routes)) {
    app.all(path, (_request, response) => {
      const refused = problem(405, 'no-such-method', `This address answers ${methods}.`);
      send(response, { ...refused, headers: { ...refused.headers, Allow: methods } });
    });
  }
};

/** Answers what nothing else has answered, and what went wrong on the way to an answer. */
export const serveProblems = (app: Express, parts: ServerParts): void => {
  app.use((_request, response) => {
    send(response, problem(404, 'not-found', 'There is nothing at this address.'));
  });
  app.use((error: unknown, _request: Request, response: Response, next: (error: unknown) => void) => {
    if (response.headersSent) next(error);
    else send(response, answerToError(parts, error));
  });
};
