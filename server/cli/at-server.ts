import { readFile } from 'node:fs/promises';
import type { Client } from '../../shared/api/client.ts';
import { NoAnswer, Refused } from '../../shared/api/failures.ts';
import { type Around, type Called, type Came, EXIT, Misused, type Option, textOf } from './command.ts';
import { nodeClient } from './node-client.ts';

/** Where a command finds its server and its token. */
export const SERVER_OPTIONS: readonly Option[] = [
  { name: 'server', value: 'URL', says: 'where the server is, such as https://desk.example; or TOUCHSTONE_SERVER' },
  { name: 'token-file', value: 'FILE', says: 'a file with an access token in it; or TOUCHSTONE_TOKEN' },
  {
    name: 'token',
    value: 'TOKEN',
    says: 'an access token; a shell keeps it in its history, so rather one of the two above',
  },
];

/** A server, and how it is asked. */
export interface AtServer {
  /** Without a slash at its end. */
  readonly url: string;
  readonly client: Client;
}

const serverIn = (given: string): string => {
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Misused(`"${given}" is not the address of a server.`);
  return url.origin + url.pathname.replace(/\/+$/, '');
};

const tokenFor = async (called: Called, { environment }: Around): Promise<string> => {
  const file = textOf(called, 'token-file');
  const token =
    textOf(called, 'token') ?? (file === undefined ? environment.TOUCHSTONE_TOKEN : await readFile(file, 'utf8'));
  if (!token?.trim()) {
    throw new Misused('An access token is needed: in TOUCHSTONE_TOKEN, or in a file named with --token-file.');
  }
  return token.trim();
};

/** The server that a command is to ask; `named` is the one in an address that it was given. */
export const atServer = async (called: Called, around: Around, named?: string): Promise<AtServer> => {
  const given = textOf(called, 'server') ?? around.environment.TOUCHSTONE_SERVER ?? named;
  if (given === undefined) throw new Misused('Say which server: with --server, or in TOUCHSTONE_SERVER.');
  const url = serverIn(given);
  // The token is for one server, and an address may be from anywhere.
  if (named !== undefined && serverIn(named) !== url) throw new Misused(`This address is not of the server ${url}.`);
  return { url, client: nodeClient(url, await tokenFor(called, around)) };
};

/** The sentence of a refusal, and what to do about it where the server cannot know. */
export const wordsOf = ({ problem }: Refused): string =>
  problem.reason === 'sign-in'
    ? 'The server does not know this access token: it is wrong, revoked or expired.'
    : problem.detail;

/** What became of a command that the server did not do, or did not answer. Throws what is neither. */
export const failed = (error: unknown, { signal }: Around): Came => {
  if (signal.aborted) return { code: EXIT.calledOff, words: 'Called off.' };
  if (error instanceof Refused) return { code: EXIT.failed, words: wordsOf(error) };
  if (error instanceof NoAnswer) return { code: EXIT.noServer, words: error.message };
  throw error;
};
