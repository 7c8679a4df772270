import { gzipSync } from 'node:zlib';
import type { Route } from '../../../server/api/route.ts';
import type { Scope } from '../../../shared/scopes.ts';
import type { Member, Sent } from './a-server.ts';

/** Who asks where it is refused. */
export interface Refused {
  readonly admin: Member;
  /** Tokens of the admin that open all but one thing. */
  readonly without: ReadonlyMap<Scope, Member>;
  /** An `Idempotency-Key` of the admin that was used for something else. */
  readonly usedKey: string;
}

/** What a route answers before it looks into what is asked: of every route for which `of` holds the same. */
export interface Refusal {
  readonly status: number;
  readonly what: string;
  readonly of: (route: Route) => boolean;
  readonly sent: (world: Refused, route: Route) => Sent;
}

/** Where a route is asked about things that are not there. */
export const nowhere = ({ path }: Route): string => path.replaceAll(/:\w+/g, 'none');

/** Whether a request to it can have an `Idempotency-Key`. */
export const isKeyed = ({ method, needs, makesNothing }: Route): boolean =>
  method === 'post' && needs !== 'nobody' && !makesNothing;

const takesJson = ({ bodyLimit, asText }: Route): boolean => bodyLimit !== undefined && !asText;

/** A body that parses, where one is expected. */
export const anyBody = ({ bodyLimit }: Route): Sent => (bodyLimit === undefined ? {} : { json: {} });

const json = { 'content-type': 'application/json' };

/** So many bytes of nothing, which are little on the line. */
const packed = (bytes: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(gzipSync(new Uint8Array(bytes), { level: 1 }));

/** What all routes refuse alike. */
export const REFUSALS: readonly Refusal[] = [
  {
    status: 401,
    what: 'who is not known',
    of: ({ needs }) => needs !== 'nobody',
    sent: (_world, route) => anyBody(route),
  },
  {
    status: 403,
    what: 'a token that was made for something else',
    of: ({ needs }) => needs !== 'nobody',
    sent: ({ without }, route) => ({
      ...anyBody(route),
      ...(route.needs !== 'nobody' && { by: without.get(route.scope)! }),
    }),
  },
  {
    status: 403,
    what: 'a page of another site',
    of: ({ method }) => method !== 'get',
    sent: (_world, route) => ({ ...anyBody(route), headers: { origin: 'https://elsewhere.example' } }),
  },
  {
    status: 400,
    what: 'what is not JSON',
    of: takesJson,
    sent: ({ admin }) => ({ by: admin, body: '{"', headers: json }),
  },
  {
    status: 413,
    what: 'a body that is too large',
    of: ({ bodyLimit }) => bodyLimit !== undefined,
    sent: ({ admin }, { bodyLimit = 0 }) => ({
      by: admin,
      body: packed(bodyLimit + 1),
      headers: { ...json, 'content-encoding': 'gzip' },
    }),
  },
  {
    status: 415,
    what: 'a body of another type',
    of: ({ bodyLimit }) => bodyLimit !== undefined,
    sent: ({ admin }) => ({ by: admin, body: 'x', headers: { 'content-type': 'image/png' } }),
  },
  {
    status: 400,
    what: 'what is no Idempotency-Key',
    of: isKeyed,
    sent: ({ admin }, route) => ({ by: admin, ...anyBody(route), headers: { 'idempotency-key': 'a key' } }),
  },
  {
    status: 422,
    what: 'the Idempotency-Key of another request',
    of: isKeyed,
    sent: ({ admin, usedKey }, route) => ({ by: admin, ...anyBody(route), headers: { 'idempotency-key': usedKey } }),
  },
];

/** Whether requests to it are counted; those by which machines of the house look after the server are not. */
export const isCounted = ({ quiet }: Route): boolean => !quiet;
