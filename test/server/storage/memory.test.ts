import { memoryStores } from '../../../server/storage/memory.ts';
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
  const stores = memoryStores();
  return { stores, again: async () => stores, close: stores.close };
};

describe('the log in memory', () => logStoreContract(open));
describe('the accounts in memory', () => accountStoreContract(open));
describe('what the desk decided, in memory', () => deskStoreContract(open));
describe('the news in memory', () => newsStoreContract(open));
describe('the list of copies in memory', () => captureListContract(open));
describe('published reports in memory', () => reportStoreContract(open));
describe('the looks at sources in memory', () => lookStoreContract(open));
describe('the library of sources in memory', () => libraryStoreContract(open));
describe('the batches in memory', () => batchStoreContract(open));
describe('the answers in memory', () => answerStoreContract(open));
