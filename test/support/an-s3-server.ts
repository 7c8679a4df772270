import { createHmac, hash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A store that speaks as much of S3 as one bucket of copies needs, and takes nothing whose signature is not right. Close it. */
export interface S3Server {
  /** With the bucket in its path. */
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  /** What was asked for: method and path. */
  readonly asked: readonly string[];
  /** It is too busy for so many of the next requests. */
  busy(requests: number): void;
  close(): Promise<void>;
}

/** What a request is signed with. */
export interface Keys {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** As much of a request as its signature covers. */
export interface Signed {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The signature that a request has to bear, worked out from what AWS says of it and from nothing of the client's (Amazon S3 API Reference,
 * "Authenticating Requests: Using the Authorization Header"); nothing for one that does not say what it is signed with.
 */
export const signatureFor = (
  { method, target, headers }: Signed,
  { region, accessKeyId, secretAccessKey }: Keys,
): string | undefined => {
  const [, credential = '', names = ''] =
    /^AWS4-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=[0-9a-f]{64}$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const at = headers['x-amz-date'] ?? '';
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  if (credential !== `${accessKeyId}/${scope}` || !/(^|;)host(;|$)/.test(names)) return undefined;
  // Every header of the store's own that there is has to be signed.
  if (Object.keys(headers).some((name) => name.startsWith('x-amz-') && !names.split(';').includes(name)))
    return undefined;
  const [path = '', query = ''] = target.split('?');
  const canonical = [
    method,
    path
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    [...new URLSearchParams(query)]
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .sort()
      .join('&'),
    ...names.split(';').map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    names,
    headers['x-amz-content-sha256'] ?? '',
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', at, scope, hash('sha256', canonical, 'hex')].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${secretAccessKey}`);
  return hmac(key, toSign).toString('hex');
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const refusal = (request: IncomingMessage, body: Buffer, keys: Keys): string | undefined => {
  const headers = request.headers as Signed['headers'];
  const signature = signatureFor({ method: request.method ?? '', target: request.url ?? '', headers }, keys);
  if (signature === undefined || !headers.authorization?.endsWith(`Signature=${signature}`))
    return 'SignatureDoesNotMatch';
  const stated = headers['x-amz-content-sha256'] ?? '';
  if (stated !== 'UNSIGNED-PAYLOAD' && stated !== hash('sha256', body, 'hex')) return 'XAmzContentSHA256Mismatch';
  const checksum = headers['x-amz-checksum-sha256'];
  return checksum !== undefined && checksum !== hash('sha256', body, 'base64') ? 'BadDigest' : undefined;
};

/** Starts such a store with an empty bucket. */
export const startS3Server = async (keys: Keys): Promise<S3Server> => {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  let isBusyFor = 0;
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    asked.push(`${request.method} ${request.url}`);
    if (isBusyFor > 0) {
      isBusyFor -= 1;
      return void response.writeHead(503).end();
    }
    const code = refusal(request, body, keys);
    const key = decodeURIComponent(request.url ?? '').replace(/^\/copies\//, '');
    const found = objects.get(key);
    if (code)
      response
        .writeHead(403, { 'content-type': 'application/xml' })
        .end(`<Error><Code>${code}</Code><Message>No</Message></Error>`);
    else if (request.method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (request.method === 'PUT') {
      objects.set(key, body);
      response.writeHead(200, { etag: `"${hash('md5', body, 'hex')}"` }).end();
    } else if (!found)
      response
        .writeHead(404, { 'content-type': 'application/xml' })
        .end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
    else response.writeHead(200, { 'content-length': found.length }).end(request.method === 'HEAD' ? undefined : found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/copies`,
    objects,
    asked,
    busy: (requests) => {
      isBusyFor = requests;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
