import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { eventually } from './desk-in-browsers.ts';

/** A letter as a mail server has it. */
export interface Received {
  readonly to: string;
  /** Heading and body, as they came over the line with soft line ends undone. */
  readonly words: string;
}

/** A real mail server that keeps what it is handed. Close it. */
export interface MailServer {
  /** Where it takes letters, with the password that it asks for. */
  readonly url: string;
  readonly letters: readonly Received[];
  /** The next letter to somebody after so many. */
  readonly letterTo: (address: string, after?: number) => Promise<Received>;
  readonly close: () => Promise<void>;
}

const decoded = (words: string): string => {
  const soft = words.replaceAll(/=\r?\n/g, '');
  const bytes = soft.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /quoted-printable/i.test(words) ? Buffer.from(bytes, 'latin1').toString('utf8') : words;
};

/** Starts a mail server on a port of its own. */
export const startMailServer = async (): Promise<MailServer> => {
  const letters: Received[] = [];
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'desk' && password === 'open sesame' ? done(null, { user: username }) : done(new Error('no')),
    onData: (stream, { envelope }, done) => {
      text(stream).then((words) => {
        for (const { address } of envelope.rcptTo) letters.push({ to: address, words: decoded(words) });
        done();
      }, done);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://desk:open%20sesame@127.0.0.1:${port}`,
    letters,
    letterTo: async (address, after = 0) => {
      const found = (): Received | undefined => letters.filter(({ to }) => to === address)[after];
      await eventually(async () => assert.ok(found(), `no letter to ${address} has come`));
      return found() as Received;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
