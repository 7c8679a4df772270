import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { connect } from 'node:net';

/** A server that the balancer may ask. */
export interface Node {
  readonly port: number;
  readonly isUp: () => boolean;
}

/** Who asks: a browser by its cookie, a program by its token, else by address. A page that polls has to stay with one server. */
const keyOf = ({ headers, socket }: IncomingMessage): string =>
  headers.authorization ?? headers.cookie ?? socket.remoteAddress ?? '';

/** The same number for the same words. */
const numberOf = (words: string): number => {
  let number = 0;
  for (const letter of words) number = (Math.imul(number, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return number;
};

const forwarded = ({ headers, socket }: IncomingMessage): NodeJS.Dict<string | string[]> => ({
  ...headers,
  'x-forwarded-for': socket.remoteAddress ?? '',
});

/**
 * A small proxy for trying several servers on one machine: HTTP and websockets, each client to the server that its key falls to among those
 * that are up. What a real one has to do is in `docs/operations.md`.
 */
export const balancer = (nodes: readonly Node[]): Server => {
  const nodeFor = (asking: IncomingMessage): Node | undefined => {
    const up = nodes.filter((node) => node.isUp());
    return up[numberOf(keyOf(asking)) % up.length];
  };
  const server = createServer((asking, answer) => {
    const node = nodeFor(asking);
    const unreachable = (): void => {
      if (!answer.headersSent) answer.writeHead(502, { 'retry-after': '1' });
      answer.end();
    };
    if (!node) return unreachable();
    const { method, url } = asking;
    const on = request(
      { port: node.port, host: '127.0.0.1', method, path: url, headers: forwarded(asking) },
      (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
        given.on('error', () => answer.destroy());
      },
    );
    on.on('error', unreachable);
    answer.on('close', () => on.destroy());
    asking.pipe(on);
  });
  server.on('upgrade', (asking, near, head) => {
    const node = nodeFor(asking);
    if (!node) return void near.destroy();
    const far = connect(node.port, '127.0.0.1', () => {
      const lines = Object.entries(forwarded(asking)).flatMap(([name, value]) => `${name}: ${value}`);
      far.write(`${asking.method} ${asking.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      far.write(head);
      near.pipe(far).pipe(near);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  return server;
};
