import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  await app.listen(port, 'localhost');
  const { secret } = (await offerSetup(app.parts.accounts)) ?? {};
  return {
    address,
    setupLink: `${address}/setup/${secret}`,
    dataFolder,
    stop: async () => {
      await app.close();
      await stores.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};
