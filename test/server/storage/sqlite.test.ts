import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../../server/storage/sqlite.ts';
import { storesContract } from '../../support/stores-contract.ts';

storesContract('in SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
  const opened = [openSqlite(folder)];
  const again = async () => {
    const stores = openSqlite(folder);
    opened.push(stores);
    return stores;
  };
  const close = async () => {
    for (const stores of opened) await stores.close();
    await rm(folder, { recursive: true });
  };
  return { stores: opened[0]!, again, close };
});
