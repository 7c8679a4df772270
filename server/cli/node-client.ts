import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { type Client, clientOf } from '../../shared/api/client.ts';
import type { ClientParts, Form } from '../../shared/api/requests.ts';

const encode = (form: Form, told?: (sent: number) => void): RequestInit => {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.set(name, value);
  const encoded = told && new Response(body);
  if (!encoded?.body) return { body };
  let sent = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, stream) => {
      stream.enqueue(chunk);
      sent += chunk.byteLength;
      told?.(sent);
    },
  });
  const type = encoded.headers.get('content-type') ?? '';
  const init = { body: encoded.body.pipeThrough(counted), headers: { 'content-type': type }, duplex: 'half' };
  return init;
};

/** What a client in Node is given, but for where and as whom it asks. */
export const NODE_PARTS: Omit<ClientParts, 'url'> = {
  send: (address, init) => fetch(address, init),
  newKey: randomUUID,
  wait: (ms, signal) => after(ms, undefined, signal && { signal }),
  encode,
};

/** A client of a server, by an access token. */
export const nodeClient = (url: string, token?: string): Client =>
  clientOf({ ...NODE_PARTS, url, ...(token !== undefined && { token }) });
