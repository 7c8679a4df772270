import type { Manner } from './asked.ts';
import { NoAnswer, type Refused, refusedBy } from './failures.ts';
import type { Row } from './rows.ts';

/** A form: words and files by their names. */
export type Form = Readonly<Record<string, string | File>>;

/** What the client is given, since it has no network, no clock and no chance of its own. */
export interface ClientParts {
  /** Where the server is, such as https://desk.example. */
  readonly url: string;
  /** An access token; without it one asks as nobody, or as the browser's session. */
  readonly token?: string;
  /** As `fetch`. */
  readonly send: (address: string, init: RequestInit) => Promise<Response>;
  /** Something that was never there before, such as a UUID. */
  readonly newKey: () => string;
  /** Resolves after so many milliseconds; rejects when it is called off. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** A form as a body that can be sent; again for each time it is sent. */
  readonly encode: (form: Form, told?: (sent: number) => void) => RequestInit;
}

/** A request before it is sent. */
export interface Request {
  readonly row: Row;
  /** With its query. */
  readonly path: string;
  readonly json?: unknown;
  readonly form?: Form;
}

const TRIES = 5;

/** Before it is tried again where nobody says when, in milliseconds; twice as long each time. */
const PAUSE = 250;

/** Nobody is kept waiting longer without being told, in seconds. */
const LONGEST = 60;

/** Turned away before it was looked into. */
const isTooFast = ({ status, reason }: Refused['problem']): boolean => status === 429 || reason === 'under-way';

/** What a proxy or a server says that goes down, or comes up. */
const AWAY: readonly number[] = [502, 503, 504];

/** Whether it may be sent again though it may have been done: then it changes nothing, or is answered as it was. */
const isRepeatable = ({ method, keyed }: Row): boolean => method === 'get' || keyed === true;

/** How long to wait before something is sent again, in milliseconds; nothing when it is not to be. */
const pauseAfter = (row: Row, failure: Refused | NoAnswer, tried: number): number | undefined => {
  if (tried >= TRIES) return undefined;
  const usual = PAUSE * 2 ** (tried - 1);
  if (failure instanceof NoAnswer) return isRepeatable(row) ? usual : undefined;
  const { problem, retryAfter } = failure;
  if (!isTooFast(problem) && !(AWAY.includes(problem.status) && isRepeatable(row))) return undefined;
  if (retryAfter === undefined) return usual;
  return retryAfter > LONGEST ? undefined : Math.max(usual, retryAfter * 1_000);
};

const bodyOf = ({ encode }: ClientParts, { json, form }: Request, { told }: Manner): RequestInit => {
  if (form) return encode(form, told);
  if (json === undefined) return {};
  return { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
};

const once = async (
  parts: ClientParts,
  request: Request,
  manner: Manner,
  key: string | undefined,
): Promise<Response | Refused | NoAnswer> => {
  const { url, token, send } = parts;
  const { headers, ...body } = bodyOf(parts, request, manner);
  try {
    const response = await send(url.replace(/\/+$/, '') + request.path, {
      method: request.row.method.toUpperCase(),
      headers: {
        ...(headers as Readonly<Record<string, string>> | undefined),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(key !== undefined && { 'idempotency-key': `"${key}"` }),
      },
      ...(manner.signal && { signal: manner.signal }),
      ...body,
    });
    return response.ok ? response : await refusedBy(response);
  } catch (error) {
    manner.signal?.throwIfAborted();
    return new NoAnswer(`There is no answer from ${url}.`, error);
  }
};

/**
 * The response to a request, sent again where that is safe: after a broken line only what changes nothing or has a key, after being told to
 * wait anything. Rejects with `Refused`, `NoAnswer`, or why it was called off.
 */
export const respond = async (parts: ClientParts, request: Request, manner: Manner): Promise<Response> => {
  const key = request.row.keyed ? (manner.key ?? parts.newKey()) : undefined;
  for (let tried = 1; ; tried += 1) {
    const came = await once(parts, request, manner, key);
    if (!(came instanceof Error)) return came;
    const pause = pauseAfter(request.row, came, tried);
    if (pause === undefined) throw came;
    await parts.wait(pause, manner.signal);
  }
};
