import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Role } from '../../shared/roles.ts';
import type { Scope } from '../../shared/scopes.ts';
import type { Speaker } from '../accounts/speaker.ts';
import type { ServerParts } from '../parts.ts';

/** A request as a route sees it: who asks, for what, with what. */
export interface Asked {
  /** The parts of the path that the route names. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** As it came, without the query. */
  readonly path: string;
  /** The body as JSON, a `Form` when it came as one, `undefined` when there is none. */
  readonly body: unknown;
  readonly headers: IncomingHttpHeaders;
  /** Where the request comes from, as far as a proxy on this machine says; empty when the connection has ended. */
  readonly address: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
}

/** A request by someone who is known. */
export interface AskedBy extends Asked {
  readonly speaker: Speaker;
}

/** Lines that are written out as they come. */
export type Lines = AsyncIterable<string>;

/** What a route answers: an object goes out as JSON, text and bytes as they are. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string | Uint8Array;
  /** What is written out in place of a body; it may not throw. */
  readonly lines?: Lines;
  /** Bytes in place of a body; where they fail, the connection ends and nobody takes the half for the whole. */
  readonly stream?: Readable;
}

interface AnyRoute {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With the names of its parameters behind colons: `/api/articles/:id`. */
  readonly path: string;
  /** The largest body it takes, in bytes; a route without it takes none. */
  readonly bodyLimit?: number;
  /** Also takes `multipart/form-data`. */
  readonly form?: true;
  /** Has its JSON as the text that came, to say where in it something is wrong. */
  readonly asText?: true;
  /** The largest form it takes, in bytes, where that is another. */
  readonly formLimit?: number;
  /** Nothing is there afterwards that was not before, though it is asked with a body: an `Idempotency-Key` is no matter. */
  readonly makesNothing?: true;
  /** Asked so often by machines that only its failures are logged. */
  readonly quiet?: true;
}

/** A route that also answers those who are not signed in. */
export interface OpenRoute extends AnyRoute {
  readonly needs: 'nobody';
  /** Counted by address: what is tried here could be a guess at a secret. */
  readonly limited?: true;
  readonly answer: (parts: ServerParts, asked: Asked) => Promise<Answer> | Answer;
}

/** A route for those who are signed in, in a role or above. */
export interface RoleRoute extends AnyRoute {
  readonly needs: Role;
  /** What an access token must have been made for. */
  readonly scope: Scope;
  /** Also answers guests though it is about no article, or does not though it is: what it tells them is then its own matter. */
  readonly guests?: boolean;
  readonly answer: (parts: ServerParts, asked: AskedBy) => Promise<Answer> | Answer;
}

/** One thing that can be asked over HTTP: all there is to know about it but its schemas, which stand in docs/api/openapi.json. */
export type Route = OpenRoute | RoleRoute;

/** An answer with a body. */
export const ok = (body: object): Answer => ({ status: 200, body });
