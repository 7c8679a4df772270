import { writeSync } from 'node:fs';
import { openSqlite } from '../../../server/storage/sqlite.ts';
import { anEntry, listed } from '../../support/stored-entries.ts';

// A program to be killed: appends to four articles without end, and writes each version the moment it is acknowledged.
const { log } = openSqlite(process.argv[2]!);

const appendTo = async (article: string): Promise<never> => {
  for (let version = (await log.head(article)) + 1; ; version++) {
    const answer = await log.append([anEntry(article, version)], listed(0));
    if ('conflict' in answer) version = answer.conflict;
    else writeSync(1, `${article} ${version}\n`);
  }
};

await Promise.all(['a', 'b', 'c', 'd'].map(appendTo));
