import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of the tests' own on this machine. Close it. */
export interface Site {
  readonly url: string;
  /** The allowance to fetch from it, and from nowhere else. */
  readonly mayAsk: (ip: string, port: number) => boolean;
  /** The paths that were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Starts a site that answers as it is told to. */
export const startSite = async (answer: RequestListener): Promise<Site> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    mayAsk: (ip, at) => ip === '127.0.0.1' && at === port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
