import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { ROUTES } from './api/index.ts';
import { servePages } from './api/pages.ts';
import { serveProblems, serveRoutes } from './api/routing.ts';
import { securityHeaders } from './api/security-headers.ts';
import { keepIdleConnections } from './idle-connections.ts';
import type { AppParts, ServerParts } from './parts.ts';
import { buildServices } from './services.ts';

/** The whole server, not listening yet. */
export interface App {
  readonly httpServer: Server;
  readonly parts: ServerParts;
  /** Resolves with the port once it listens; rejects when it cannot. */
  listen(port: number, host: string): Promise<number>;
  /** Takes nothing more; resolves when all that was taken is answered and stored. */
  close(): Promise<void>;
}

/** How long connections may take to end of themselves. */
const GRACE = 3_000;

/** Builds the server: its services, and the routes, pages and sockets by which they are asked. */
export const buildApp = (given: AppParts): App => {
  const { config, after } = given;
  const { parts, start, stop, close } = buildServices(given);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // nothing keeps what is answered with no-store; what is to be asked again by its tag, has one of its own
  // A proxy on this machine, or one that is named, is believed when it says for whom it asks, nobody else is.
  app.set('trust proxy', ['loopback', ...(config.trustedProxies ?? [])]);
  app.use(securityHeaders(config));
  serveRoutes(app, ROUTES, parts);
  servePages(app, config.clientFolder);
  serveProblems(app, parts);
  const httpServer = createServer(app);
  keepIdleConnections(httpServer, parts.isClosing);
  parts.sockets.attach(httpServer);

  return {
    httpServer,
    parts,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        httpServer.once('error', reject);
        httpServer.listen(port, host, () => {
          httpServer.off('error', reject);
          start();
          resolve((httpServer.address() as AddressInfo).port);
        });
      }),
    close: async () => {
      stop();
      const closed = new Promise<void>((resolve) => httpServer.close(() => resolve()));
      httpServer.closeIdleConnections();
      const hurry = after(GRACE, () => httpServer.closeAllConnections());
      await close();
      await closed;
      hurry();
    },
  };
};
