import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../../server/storage/sqlite.ts';
import { accountStoreContract } from '../../support/account-store-contract.ts';
import { answerStoreContract } from '../../support/answer-store-contract.ts';
import { batchStoreContract } from '../../support/batch-store-contract.ts';
import { captureListContract } from '../../support/capture-list-contract.ts';
import { deskStoreContract } from '../../support/desk-store-contract.ts';
import { libraryStoreContract } from '../../support/library-store-contract.ts';
import { logStoreContract, type OpenStores } from '../../support/log-store-contract.ts';
import { lookStoreContract } from '../../support/look-store-contract.ts';
import { newsStoreContract } from '../../support/news-store-contract.ts';
import { reportStoreContract } from '../../support/report-store-contract.ts';

const open = async (): Promise<OpenStores> => {
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
};

describe('the log in SQLite', () => logStoreContract(open));
describe('the accounts in SQLite', () => accountStoreContract(open));
describe('what the desk decided, in SQLite', () => deskStoreContract(open));
describe('the news in SQLite', () => newsStoreContract(open));
describe('the list of copies in SQLite', () => captureListContract(open));
describe('published reports in SQLite', () => reportStoreContract(open));
describe('the looks at sources in SQLite', () => lookStoreContract(open));
describe('the library of sources in SQLite', () => libraryStoreContract(open));
describe('the batches in SQLite', () => batchStoreContract(open));
describe('the answers in SQLite', () => answerStoreContract(open));
