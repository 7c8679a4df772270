import type { Server } from 'node:http';

/** So many milliseconds a connection may lie idle: longer than proxies keep theirs, so that none is closed just as it is asked on again. */
export const IDLE_LIMIT = 65_000;

/** Keeps idle connections open for as long, until the server closes: from then on none is kept once its answer is out. */
export const keepIdleConnections = (server: Server, isClosing: () => boolean): void => {
  server.keepAliveTimeout = IDLE_LIMIT;
  server.headersTimeout = IDLE_LIMIT + 1_000; // Node wants it to be the longer one
  server.on('request', (_asked, answer) =>
    answer.once('close', () => {
      if (isClosing()) server.closeIdleConnections();
    }),
  );
};
