import { writeSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogStore } from '../../server/storage/log-store.ts';
import { anEntry, listed } from './stored-entries.ts';

/** Appends to four articles without end, writes each version the moment it is acknowledged, and packs meanwhile: to be killed. */
export const appendForEver = async (log: LogStore): Promise<void> => {
  const appendTo = async (article: string): Promise<never> => {
    for (let version = (await log.head(article)) + 1; ; version++) {
      const answer = await log.append([anEntry(article, version)], listed(0));
      if ('conflict' in answer) version = answer.conflict;
      else writeSync(1, `${article} ${version}\n`);
    }
  };
  const pack = async (article: string): Promise<never> => {
    for (;;) {
      await log.pack(article, { least: 3, most: 20 });
      await nextTurn();
    }
  };
  const articles = ['a', 'b', 'c', 'd'];
  await Promise.all([...articles.map(appendTo), ...articles.map(pack)]);
};
