import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Express, Request, Response } from 'express';
import { faultOf } from '../../shared/protocol.ts';
import { hasRole, isOpenTo, ROLES } from '../../shared/roles.ts';
import { opens } from '../../shared/scopes.ts';
import { addressKey } from '../accounts/address-key.ts';
import { isFromOurPage, shownIn } from '../accounts/authenticate.ts';
import { type Speaker, speakerOf } from '../accounts/speaker.ts';
import type { ServerParts } from '../parts.ts';
import { answerToError } from './answer-to-error.ts';
import { NoSuchArticle } from './article-asked.ts';
import { Form } from './form.ts';
import {
  cannotStore,
  faultProblem,
  noArticle,
  notAllowed,
  notInScope,
  notSignedIn,
  problem,
  tooOften,
} from './problem.ts';
import type { Policy } from './rates.ts';
import { requestBody } from './request-body.ts';
import type { Answer, Asked, Lines, RoleRoute, Route } from './route.ts';

/** The path of a route about one article. */
const ABOUT_ARTICLE = /^(\/api)?\/articles\/:id(\/|$)/;

/** Says something with the answer, whatever it will be. */
type Say = (headers: Readonly<Record<string, string>>) => void;

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
  const wait = parts.attempts.take(addressKey(request.ip ?? ''));
  return wait === 0 ? undefined : tooOften(wait);
};

/** Counts a request, and says so; why it is not looked into, where there were too many. */
const counted = (parts: ServerParts, policy: Policy, who: string, say: Say): Answer | undefined => {
  const { wait, headers } = parts.rates.take(policy, who);
  say(headers);
  if (wait === 0) return undefined;
  return problem(429, 'too-fast', `Too many requests. Go on in ${wait} seconds.`);
};

/** Why a guest is not answered: every route is closed to them but those about their article, which other ids are told nothing of (T11). */
const guestElsewhere = (route: RoleRoute, request: Request, { reviewer }: Speaker): Answer | undefined => {
  if (reviewer.article === undefined) return undefined;
  const isAboutArticle = ABOUT_ARTICLE.test(route.path);
  if (isAboutArticle && !isOpenTo(reviewer, String(request.params.id))) return noArticle();
  if (route.guests ?? isAboutArticle) return undefined;
  return notAllowed('A guest sees one article, and nothing else of the desk.');
};

/** What a route answers, or that there is no such article where it found none. */
const answerOf = async (answer: () => Promise<Answer> | Answer): Promise<Answer> => {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof NoSuchArticle) return noArticle();
    throw error;
  }
};

/** Of an article that was erased it is said that it was, to whoever would have been told that there is none; to the desk with what stays of it. */
const goneRatherThanUnknown = async (
  parts: ServerParts,
  { path }: Route,
  { params }: Request,
  answer: Answer,
  isOfTheDesk: boolean,
): Promise<Answer> => {
  if (answer.status !== 404 || !ABOUT_ARTICLE.test(path)) return answer;
  const tombstone = await parts.erasures.tombstone(String(params.id));
  if (!tombstone) return answer;
  const gone = faultProblem(faultOf('gone'));
  return isOfTheDesk ? { ...gone, body: { ...Object(gone.body), tombstone } } : gone;
};

/** What another server has told somebody is there in what they ask this one; while the store is away, it is answered as far as it is known. */
const caughtUp = async ({ rooms }: ServerParts, { path }: Route, { params }: Request): Promise<void> => {
  if (ABOUT_ARTICLE.test(path)) await rooms.refresh(String(params.id)).catch(() => {});
};

const answerTo = async (
  parts: ServerParts,
  route: Route,
  request: Request,
  gone: AbortSignal,
  body: () => Promise<unknown>,
  say: Say,
): Promise<Answer> => {
  const refused = turnedAway(parts, route, request);
  if (refused) return refused;
  if (parts.isClosing() && !route.quiet) return faultProblem(faultOf('closing'));
  if (parts.storing.trouble && route.method !== 'get' && !route.makesNothing) return cannotStore();
  const asked = async (): Promise<Asked> => {
    const read = await body();
    const { query, headers, path, ip: address = '' } = request;
    return { params: request.params as Asked['params'], query, path, body: read, headers, address, gone };
  };
  const found = async (answer: () => Promise<Answer> | Answer, isOfTheDesk: boolean): Promise<Answer> =>
    goneRatherThanUnknown(parts, route, request, await answerOf(answer), isOfTheDesk);
  const asStranger = () => (route.quiet ? undefined : counted(parts, 'stranger', addressKey(request.ip ?? ''), say));
  if (route.needs === 'nobody') return asStranger() ?? found(async () => route.answer(parts, await asked()), false);
  const shown = shownIn(request.headers);
  const speaker = shown && (await speakerOf(parts.accounts, shown, request.ip));
  if (!speaker) return asStranger() ?? notSignedIn(shown?.kind === 'token');
  const who = speaker.shown.kind === 'token' ? speaker.shown.hash : speaker.reviewer.id;
  const tooFast = counted(parts, 'known', who, say);
  if (tooFast) return tooFast;
  if (!hasRole(speaker.reviewer.role, route.needs)) {
    return notAllowed(`This is for the role "${route.needs}" and above: one who ${ROLES[route.needs]}.`);
  }
  const elsewhere = guestElsewhere(route, request, speaker);
  if (elsewhere) return elsewhere;
  if (!opens(speaker.scopes, route.scope)) return notInScope(route.scope);
  await caughtUp(parts, route, request);
  const known = { ...(await asked()), speaker };
  const key = route.method === 'post' && !route.makesNothing ? request.get('idempotency-key') : undefined;
  const answer = () => found(() => route.answer(parts, known), true);
  if (key === undefined) return answer();
  const repeatable = { method: request.method, address: request.originalUrl, body: known.body ?? null };
  return parts.idempotency.once({ reviewer: speaker.reviewer.id, given: key, request: repeatable }, answer);
};

/** Aborted when the connection ends before the answer does. */
const whenGone = (response: Response): AbortSignal => {
  const gone = new AbortController();
  response.once('close', () => response.writableFinished || gone.abort());
  return gone.signal;
};

const writeLines = async (response: Response, lines: Lines): Promise<void> => {
  for await (const line of lines) {
    if (response.destroyed) break;
    response.write(`${line}\n`);
  }
  response.end();
};

/** Who went away before the end is not told of; everything else that goes wrong is. */
const writeStream = (parts: ServerParts, response: Response, stream: Readable): Promise<void> =>
  pipeline(stream, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') answerToError(parts, error);
  });

const send = async (
  parts: ServerParts,
  response: Response,
  { status, headers, body, lines, stream }: Answer,
): Promise<void> => {
  response.status(status).set({ 'Cache-Control': 'no-store', ...headers });
  if (lines) await writeLines(response, lines);
  else if (stream) await writeStream(parts, response, stream);
  else if (body === undefined) response.end();
  else if (typeof body === 'string') response.send(body);
  else if (body instanceof Uint8Array) response.send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  else response.type(response.get('Content-Type') ?? 'application/json').send(JSON.stringify(body));
};

const methodsByPath = (routes: readonly Route[]): ReadonlyMap<string, string> => {
  const all = Map.groupBy(routes, (route) => route.path);
  return new Map(
    [...all].map(([path, each]) => {
      const methods = each.map((route) => route.method.toUpperCase());
      return [path, [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')];
    }),
  );
};

/** Answers requests by a table of routes; each writes at most one line into the log, without a word of what it held (T11). */
export const serveRoutes = (app: Express, routes: readonly Route[], parts: ServerParts): void => {
  for (const route of routes) {
    const readBody = requestBody(route, parts.config.uploadFolder);
    app[route.method](route.path, async (request, response) => {
      const from = performance.now();
      const gone = whenGone(response);
      let body: unknown;
      const bodyOnce = async (): Promise<unknown> => {
        body = await readBody(request, response);
        return body;
      };
      const answer = await answerTo(
        parts,
        route,
        request,
        gone,
        bodyOnce,
        (headers) => void response.set(headers),
      ).catch((error) => answerToError(parts, error));
      await send(parts, response, answer).finally(() => body instanceof Form && body.done());
      const ms = Math.round((performance.now() - from) * 10) / 10;
      parts.metrics.answered(answer.status);
      if (!route.quiet || answer.status >= 400)
        parts.log({ method: request.method, route: route.path, status: answer.status, ms });
    });
  }
  for (const [path, methods] of methodsByPath(routes)) {
    app.all(path, (request, response) => {
      if (request.method === 'OPTIONS') {
        void send(parts, response, { status: 204, headers: { Allow: methods } });
        return;
      }
      const refused = problem(405, 'no-such-method', `This address answers ${methods}.`);
      void send(parts, response, { ...refused, headers: { ...refused.headers, Allow: methods } });
    });
  }
};

/** Answers what nothing else has answered, and what went wrong on the way to an answer. */
export const serveProblems = (app: Express, parts: ServerParts): void => {
  app.use((_request, response) => {
    void send(parts, response, problem(404, 'not-found', 'There is nothing at this address.'));
  });
  app.use((error: unknown, _request: Request, response: Response, next: (error: unknown) => void) => {
    if (response.headersSent) next(error);
    else void send(parts, response, answerToError(parts, error));
  });
};
