import { accountStoreContract } from './account-store-contract.ts';
import { answerStoreContract } from './answer-store-contract.ts';
import { batchStoreContract } from './batch-store-contract.ts';
import { captureListContract } from './capture-list-contract.ts';
import { deskStoreContract } from './desk-store-contract.ts';
import { erasureStoreContract } from './erasure-store-contract.ts';
import { libraryStoreContract } from './library-store-contract.ts';
import { logStoreContract, type OpenStores } from './log-store-contract.ts';
import { lookStoreContract } from './look-store-contract.ts';
import { newsStoreContract } from './news-store-contract.ts';
import { reportStoreContract } from './report-store-contract.ts';
import { searchStoreContract } from './search-store-contract.ts';

/** What holds for every way to keep all that the server keeps; `where` is how its tests are called. */
export const storesContract = (where: string, open: () => Promise<OpenStores>): void => {
  describe(`the log ${where}`, () => logStoreContract(open));
  describe(`the accounts ${where}`, () => accountStoreContract(open));
  describe(`what the desk decided, ${where}`, () => deskStoreContract(open));
  describe(`the news ${where}`, () => newsStoreContract(open));
  describe(`the list of copies ${where}`, () => captureListContract(open));
  describe(`published reports ${where}`, () => reportStoreContract(open));
  describe(`the looks at sources ${where}`, () => lookStoreContract(open));
  describe(`the library of sources ${where}`, () => libraryStoreContract(open));
  describe(`what can be found ${where}`, () => searchStoreContract(open));
  describe(`the batches ${where}`, () => batchStoreContract(open));
  describe(`what is erased ${where}`, () => erasureStoreContract(open));
  describe(`the answers ${where}`, () => answerStoreContract(open));
};
