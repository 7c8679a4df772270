import { lookup as systemLookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { CAPTURE_LIMIT, CAPTURE_TYPES, type CaptureProblem } from '../../shared/capture.ts';
import { isPublicAddress } from './reachable.ts';

/** A page as it was served. */
export interface Page {
  /** Where it was in the end, without a fragment. */
  readonly address: string;
  readonly mediaType: string;
  /** The character set that its site names; empty when none. */
  readonly charset: string;
  readonly bytes: Uint8Array;
  /** By what its site knows it again. */
  readonly validators?: Validators;
}

/** By what a site knows a page again that it gave before (RFC 9110 §8.8). */
export interface Validators {
  readonly etag?: string;
  readonly modified?: string;
}

/** The page is still the one that is known; thrown by `FetchPage` where validators were handed in. */
export class NotModified extends Error {}

/** Why there is no page; thrown by `FetchPage`, caught where a copy is made. */
export class NotFetched extends Error {
  readonly problem: CaptureProblem;

  constructor(problem: CaptureProblem, options?: ErrorOptions) {
    super(`not fetched: ${problem}`, options);
    this.problem = problem;
  }
}

/** Fetches a page; rejects with `NotFetched`, or with `NotModified` when it is still the one that is `known`. Tells how many bytes are there as they come. */
export type FetchPage = (
  address: string,
  signal: AbortSignal,
  arrived: (bytes: number) => void,
  known?: Validators,
) => Promise<Page>;

/** What pages are fetched with; as it is, from the public internet only. */
export interface FetchOptions {
  /** Every IP address of a host. */
  readonly lookup?: (host: string) => Promise<readonly string[]>;
  /** Whether something at an IP address and port may be asked; for tests, which have their own site. */
  readonly mayAsk?: (ip: string, port: number) => boolean;
  /** The most bytes of a page, unpacked. */
  readonly limit?: number;
  /** So many milliseconds a page may take, redirects and all. */
  readonly patience?: number;
}

const REDIRECTS = 5;

const PATIENCE = 30_000;

/** The longest validator that is kept. */
const VALIDATOR = 1_000;

const UNPACKING: Readonly<Record<string, () => Readable & NodeJS.WritableStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

const everyAddress = async (host: string): Promise<readonly string[]> =>
  (await systemLookup(host, { all: true })).map(({ address }) => address);

/** An address that may be asked for as far as it itself says: of the web, without a name or a password in it. */
const webAddress = (address: string, base?: URL): URL => {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new NotFetched('address');
  url.hash = '';
  return url;
};

/** A look-up that has its answer already: what was checked is what is connected to, whatever the name leads to by then. */
const answering =
  (ips: readonly string[]): LookupFunction =>
  (_host, { all }, done) => {
    const found = ips.map((address) => ({ address, family: isIP(address) }));
    if (all) done(null, found);
    else done(null, found[0]!.address, found[0]!.family);
  };

/** What some work comes to, unless it is called off before. */
const unlessAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', stop));
};

const validatorsOf = ({ headers }: IncomingMessage): Validators => ({
  ...(headers.etag && headers.etag.length <= VALIDATOR && { etag: headers.etag }),
  ...(headers['last-modified'] && { modified: headers['last-modified'] }),
});

const STATUS_PROBLEMS: Readonly<Record<number, CaptureProblem>> = { 404: 'gone', 410: 'gone' };

const problemOf = (error: unknown, signal: AbortSignal): NotFetched | NotModified => {
  if (error instanceof NotFetched || error instanceof NotModified) return error;
  if (!signal.aborted) return new NotFetched('unreachable', { cause: error });
  return new NotFetched(signal.reason?.name === 'TimeoutError' ? 'too-slow' : 'cancelled', { cause: error });
};

/**
 * A fetcher that is safe against requests forged through it (OWASP, Server-Side Request Forgery): each address of each redirect is
 * looked up once, refused before there is a connection unless all that it leads to is public, and connected to as it was checked.
 */
export const pageFetcher = (options: FetchOptions = {}): FetchPage => {
  const { lookup = everyAddress, mayAsk = isPublicAddress, limit = CAPTURE_LIMIT, patience = PATIENCE } = options;

  const checked = async (url: URL): Promise<readonly string[]> => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
    const ips = isIP(host) ? [host] : await lookup(host);
    if (ips.length === 0) throw new NotFetched('unreachable');
    if (!ips.every((ip) => mayAsk(ip, port))) throw new NotFetched('private');
    return ips;
  };

  const asked = async (url: URL, signal: AbortSignal, known: Validators): Promise<IncomingMessage> => {
    const ips = await unlessAborted(checked(url), signal);
    return new Promise((resolve, reject) => {
      const request = url.protocol === 'https:' ? requestHttps : requestHttp;
      const headers = {
        ...{ accept: 'text/html,*/*;q=0.8', 'accept-encoding': 'gzip, br', 'user-agent': 'Touchstone' },
        ...(known.etag && { 'if-none-match': known.etag }),
        ...(known.modified && { 'if-modified-since': known.modified }),
      };
      // An agent of its own for each: a connection that is kept was checked for another request.
      request(url, { agent: false, lookup: answering(ips), signal, headers }, resolve)
        .on('error', reject)
        .end();
    });
  };

  const bytesOf = async (answer: IncomingMessage, arrived: (bytes: number) => void): Promise<Uint8Array> => {
    const packed = answer.headers['content-encoding']?.toLowerCase() ?? 'identity';
    const unpack = Object.hasOwn(UNPACKING, packed) ? UNPACKING[packed] : undefined;
    if (!unpack && packed !== 'identity') throw new NotFetched('type');
    const unpacked = unpack ? answer.pipe(unpack()) : answer;
    if (unpack) answer.on('error', (error) => (unpacked as Readable).destroy(error));
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > limit) throw new NotFetched('too-large');
      chunks.push(chunk);
      arrived(size);
    }
    return Buffer.concat(chunks);
  };

  const pageIn = async (answer: IncomingMessage, url: URL, arrived: (bytes: number) => void): Promise<Page> => {
    const status = answer.statusCode ?? 0;
    if (status !== 200) throw new NotFetched(STATUS_PROBLEMS[status] ?? 'refused');
    const [mediaType = '', ...parameters] = (answer.headers['content-type'] ?? '').toLowerCase().split(/\s*;\s*/);
    if (!CAPTURE_TYPES.includes(mediaType)) throw new NotFetched('type');
    if (Number(answer.headers['content-length'] ?? 0) > limit) throw new NotFetched('too-large');
    const charset =
      parameters
        .find((each) => each.startsWith('charset='))
        ?.slice(8)
        .replaceAll('"', '') ?? '';
    const bytes = await bytesOf(answer, arrived);
    return { address: url.href, mediaType, charset, bytes, validators: validatorsOf(answer) };
  };

  return async (address, cancelled, arrived, known = {}) => {
    const signal = AbortSignal.any([cancelled, AbortSignal.timeout(patience)]);
    try {
      let url = webAddress(address);
      for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
        const answer = await asked(url, signal, known);
        try {
          const isLedOn = [301, 302, 303, 307, 308].includes(answer.statusCode ?? 0) && answer.headers.location;
          if (answer.statusCode === 304 && (known.etag || known.modified)) throw new NotModified();
          if (!isLedOn) return await pageIn(answer, url, arrived);
          url = webAddress(isLedOn, url);
        } finally {
          answer.destroy();
        }
      }
      throw new NotFetched('redirects');
    } catch (error) {
      throw problemOf(error, signal);
    }
  };
};
