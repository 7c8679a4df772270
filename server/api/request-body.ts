import express, { type Response as Reply, type Request, type RequestHandler } from 'express';
import { readForm } from './form.ts';
import type { Route } from './route.ts';

const FORM = 'multipart/form-data';

const run = (reader: RequestHandler, request: Request, reply: Reply): Promise<void> =>
  new Promise((resolve, reject) => {
    reader(request, reply, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });

/** A body that came in a type that is not read at its address, or did not come. */
class UnreadBody extends Error {
  readonly type = 'body.unread';
}

/**
 * The body of a request, read as its type says: JSON (as text where the route wants that), or a form where the route takes one, its file in
 * `folder`. Rejects with `UnreadBody` when it is neither, and with the error of `body-parser` (or the like) when it is too large or cannot
 * be read.
 */
export const requestBody = (route: Route, folder: string): ((request: Request, reply: Reply) => Promise<unknown>) => {
  const limit = route.bodyLimit;
  if (limit === undefined) return async () => undefined;
  const type = ['application/json', 'application/*+json'];
  const json = route.asText ? express.text({ limit, type }) : express.json({ limit, type });
  return async (request, reply) => {
    if (route.form && request.is(FORM)) return readForm(request, route.formLimit ?? limit, folder);
    await run(json, request, reply);
    if (request.body === undefined) throw new UnreadBody();
    return request.body;
  };
};
