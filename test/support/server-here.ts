import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { offerSetup } from '../../server/accounts/admission.ts';
import { buildApp } from '../../server/app.ts';
import { diskCaptureStore } from '../../server/captures/disk-capture-store.ts';
import { pageFetcher } from '../../server/captures/fetch-page.ts';
import { systemClock } from '../../server/clock.ts';
import { sha256 } from '../../server/digest.ts';
import { newId } from '../../server/ids.ts';
import { openStores } from '../../server/storage/open-stores.ts';
import { after } from '../../server/timer.ts';
import { REDIS } from './a-redis.ts';
import { freePort, type Served } from './server.ts';
import { startTwoServers } from './two-servers.ts';

/** A line that somebody's browser has open to a server here. */
interface OpenLine {
  readonly cookie: string;
  readonly socket: Duplex;
}

/** The lines to the servers here, by their addresses. */
const openLines = new Map<string, Set<OpenLine>>();

/** Ends the lines that whoever sends a cookie has open to a server here, without a word to either side. */
export const cutLines = (address: string, cookie: string): void => {
  for (const line of openLines.get(address) ?? []) if (line.cookie === cookie) line.socket.destroy();
};

const clientFolder = join(import.meta.dirname, '../../dist/client');

/**
 * Serves in the process of the tests what `server/main.ts` serves in one of its own, of the same parts, on a free port and a folder of
 * its own: a second of the processor less a suite. What only a program has, which is started with variables and killed, `startServer`
 * starts. With `SERVERS=2` it is two servers, as there.
 */
export const serveHere = async (): Promise<Served> => {
  if (process.env.SERVERS === '2') return startTwoServers(REDIS);
  const dataFolder = await mkdtemp(join(tmpdir(), 'touchstone-test-'));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const stores = await openStores({ dataFolder }, console.error);
  const app = buildApp({
    stores,
    captureStore: diskCaptureStore(join(dataFolder, 'captures')),
    fetchPage: pageFetcher(),
    clock: systemClock,
    after,
    newId,
    digest: sha256,
    config: {
      publicUrl: address,
      clientFolder,
      uploadFolder: join(dataFolder, 'uploads'),
      desk: { name: 'Touchstone', url: '' },
    },
    log: () => {},
  });
  const lines = new Set<OpenLine>();
  openLines.set(address, lines);
  app.httpServer.on('upgrade', ({ headers: { cookie = '' } }, socket) => {
    const line = { cookie, socket };
    lines.add(line);
    socket.once('close', () => lines.delete(line));
  });
  await app.listen(port, 'localhost');
  const { secret } = (await offerSetup(app.parts.accounts)) ?? {};
  return {
    address,
    setupLink: `${address}/setup/${secret}`,
    dataFolder,
    stop: async () => {
      openLines.delete(address);
      await app.close();
      await stores.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};
