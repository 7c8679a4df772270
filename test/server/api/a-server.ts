import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { addPerson } from '../../../server/accounts/person.ts';
import type { ProviderSettings } from '../../../server/accounts/provider.ts';
import { issueToken } from '../../../server/accounts/tokens.ts';
import { buildApp } from '../../../server/app.ts';
import type { CaptureStore } from '../../../server/captures/capture-store.ts';
import { type FetchPage, pageFetcher } from '../../../server/captures/fetch-page.ts';
import { memoryCaptureStore } from '../../../server/captures/memory-capture-store.ts';
import { NODE_PARTS } from '../../../server/cli/node-client.ts';
import { type Clock, systemClock } from '../../../server/clock.ts';
import { sha256 } from '../../../server/digest.ts';
import { newId } from '../../../server/ids.ts';
import { openZip } from '../../../server/import/zip.ts';
import type { Mailer } from '../../../server/mail/mailer.ts';
import type { AppParts, LogLine, ServerParts } from '../../../server/parts.ts';
import type { Account } from '../../../server/storage/account-store.ts';
import { memoryStores } from '../../../server/storage/memory.ts';
import type { Stores } from '../../../server/storage/stores.ts';
import { type After, after } from '../../../server/timer.ts';
import { type Client, clientOf } from '../../../shared/api/client.ts';
import type { ClientParts } from '../../../shared/api/requests.ts';
import type { Role } from '../../../shared/roles.ts';
import { pathOf, undescribed } from './described.ts';

/** A person of the desk with an access token of theirs. */
export interface Member {
  readonly account: Account;
  readonly token: string;
}

/** What goes with a request. */
export interface Sent {
  readonly by?: Member;
  readonly json?: unknown;
  readonly body?: RequestInit['body'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer, read. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  /** Of an archive, the names and the texts of its files. */
  readonly text: string;
  /** The body when it is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape, and fail where there is none.
  readonly json: any;
}

/** A real server on a port of its own. */
export interface RunningServer {
  readonly url: string;
  readonly parts: ServerParts;
  readonly logged: readonly LogLine[];
  add(role: Role, name?: string): Promise<Member>;
  ask(method: string, path: string, sent?: Sent): Promise<Received>;
  /** The client that the repository has, as somebody; with other parts where it is to have some. */
  client(by?: Member, parts?: Partial<ClientParts>): Client;
  close(): Promise<void>;
}

/** How a server differs from the plainest one. */
export interface Setting {
  readonly stores?: Stores;
  readonly captureStore?: CaptureStore;
  readonly clock?: Clock;
  readonly after?: After;
  /** Without it no host of a source is found. */
  readonly fetchPage?: FetchPage;
  readonly publicUrl?: string;
  /** Without it no letters are sent. */
  readonly mailer?: Mailer;
  /** Without it nobody signs in by a provider. */
  readonly provider?: ProviderSettings;
  readonly clientFolder?: string;
  /** A free one without it. */
  readonly port?: number;
  /** Said where another server has the same stores. */
  readonly shared?: AppParts['shared'];
  /** Without it as many as always. */
  readonly requestsPerSecond?: number;
}

/** The words of a body; of an archive those of its files, which compression would hide. */
const wordsOf = async (body: Uint8Array): Promise<string> => {
  if (!Buffer.from(body.subarray(0, 4)).equals(Buffer.from('PK\x03\x04'))) return new TextDecoder().decode(body);
  const { names, file } = await openZip(body);
  const files = await Promise.all(names.map((name) => text(file(name))));
  return [...names, ...files].join('\n');
};

/** An answer, read. */
export const receivedFrom = async (response: Response): Promise<Received> => {
  const words = await wordsOf(new Uint8Array(await response.arrayBuffer()));
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text: words,
    json: isJson && words !== '' ? JSON.parse(words) : undefined,
  };
};

/** Fails where docs/api/openapi.json does not describe an answer; gives it back. */
export const held = (method: string, path: string, received: Received): Received => {
  const missing = undescribed(method, path, received);
  assert.deepEqual(
    missing,
    [],
    `docs/api/openapi.json does not say of ${method} ${pathOf(path)}: ${missing.join('; ')}`,
  );
  return received;
};

/** As `fetch`, for clients: fails where docs/api/openapi.json does not describe what is answered. */
export const heldFetch: ClientParts['send'] = async (address, init) => {
  // What is kept open for more would hold up the end of the server.
  const headers = { ...(init.headers as Record<string, string>), connection: 'close' };
  const response = await fetch(address, { ...init, headers });
  const { pathname, search } = new URL(address);
  held(init.method ?? 'GET', pathname + search, await receivedFrom(response.clone()));
  return response;
};

/** Starts a server; whoever starts it closes it. */
export const startServer = async (setting: Setting = {}): Promise<RunningServer> => {
  const { stores = memoryStores(), clock = systemClock, publicUrl, clientFolder = '/nowhere' } = setting;
  const { captureStore = memoryCaptureStore() } = setting;
  const { fetchPage = pageFetcher({ lookup: async () => [] }) } = setting;
  const logged: LogLine[] = [];
  const uploadFolder = await mkdtemp(join(tmpdir(), 'touchstone-uploads-'));
  const app = buildApp({
    stores,
    captureStore,
    fetchPage,
    ...(setting.mailer && { mailer: setting.mailer }),
    ...(setting.provider && { provider: setting.provider }),
    lookPause: 0,
    clock,
    after: setting.after ?? after,
    newId,
    digest: sha256,
    config: {
      publicUrl: publicUrl ?? 'http://touchstone.test',
      clientFolder,
      uploadFolder,
      desk: { name: 'Desk', url: '' },
      ...(setting.requestsPerSecond !== undefined && { requestsPerSecond: setting.requestsPerSecond }),
    },
    log: (line) => logged.push(line),
    ...(setting.shared && { shared: setting.shared }),
  });
  const url = `http://127.0.0.1:${await app.listen(setting.port ?? 0, '127.0.0.1')}`;
  const { accounts } = app.parts;

  return {
    url,
    parts: app.parts,
    logged,
    add: async (role, name = role) => {
      const result = await addPerson(accounts, { email: `${name}@example.org`, name, isProven: true }, role);
      if (!('added' in result)) throw new Error(`${name} is here already`);
      return { account: result.added, token: await issueToken(accounts, result.added.id, 'test') };
    },
    ask: async (method, path, { by, json, body, headers } = {}) => {
      const received = await receivedFrom(
        await fetch(url + path, {
          method,
          redirect: 'manual',
          headers: {
            connection: 'close',
            ...(by && { authorization: `Bearer ${by.token}` }),
            ...(json !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(json !== undefined ? { body: JSON.stringify(json) } : body !== undefined && { body }),
        }),
      );
      return held(method, path, received);
    },
    client: (by, parts = {}) =>
      clientOf({ ...NODE_PARTS, send: heldFetch, url, ...(by && { token: by.token }), ...parts }),
    close: async () => {
      await app.close();
      await stores.close();
      await rm(uploadFolder, { recursive: true, force: true });
    },
  };
};

/** The session cookie that an answer sets, as the browser sends it back. */
export const cookieOf = (received: Received): string =>
  received.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
