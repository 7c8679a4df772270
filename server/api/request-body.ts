import express, { type Response as Reply, type Request, type RequestHandler } from 'express';
import { Invalid } from '../../shared/parsing.ts';
import type { Route } from './route.ts';

const FORM = 'multipart/form-data';

const run = (reader: RequestHandler, request: Request, reply: Reply): Promise<void> =>
  new Promise((resolve, reject) => {
    reader(request, reply, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });

/** A body that came in a type that is not read at its address, or did not come. */
export class UnreadBody extends Error {
  readonly type = 'body.unread';
}

/** A form as Node itself reads it (WHATWG Fetch, `Response.formData`); how large it may be is seen to before. */
const formOf = async (bytes: Buffer<ArrayBuffer>, contentType: string): Promise<FormData> => {
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new Invalid('', 'The body is not a form as multipart/form-data has it (RFC 7578).');
  }
};

/**
 * The body of a request, read as its type says: JSON (as text where the route wants that), or a form where the route takes one. Rejects with `UnreadBody` when it is
 * neither, and with the error of `body-parser` when it is too large or cannot be read.
 */
export const requestBody = (route: Route): ((request: Request, reply: Reply) => Promise<unknown>) => {
  const limit = route.bodyLimit;
  if (limit === undefined) return async () => undefined;
  const type = ['application/json', 'application/*+json'];
  const json = route.asText ? express.text({ limit, type }) : express.json({ limit, type });
  const form = express.raw({ limit, type: FORM });
  return async (request, reply) => {
    if (route.form && request.is(FORM)) {
      await run(form, request, reply);
      return formOf(request.body, request.headers['content-type'] ?? '');
    }
    await run(json, request, reply);
    if (request.body === undefined) throw new UnreadBody();
    return request.body;
  };
};
