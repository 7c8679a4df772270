import { once } from 'node:events';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request whose head is sent but for its end. */
export interface HalfSent {
  /** Sends what is missing of the head, and no body; resolves with what is answered when the connection ends. */
  finish(): Promise<Response>;
}

const responseOf = (bytes: Buffer): Response => {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const status = Number(first.split(' ')[1]);
  return new Response([204, 304].includes(status) ? null : new Uint8Array(bytes.subarray(end + 4)), {
    status,
    headers,
  });
};

/** Begins a request on a connection of its own. */
export const halfSent = async (
  url: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<HalfSent> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const lines = Object.entries({ host: hostname, connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}`);
  return {
    finish: async () => {
      socket.write('\r\n');
      return responseOf(await buffer(socket));
    },
  };
};
