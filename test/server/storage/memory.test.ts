import { memoryStores } from '../../../server/storage/memory.ts';
import { storesContract } from '../../support/stores-contract.ts';

storesContract('in memory', async () => {
  const stores = memoryStores();
  return { stores, again: async () => stores, close: stores.close };
});
