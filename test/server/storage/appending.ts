import { openSqlite } from '../../../server/storage/sqlite.ts';
import { appendForEver } from '../../support/appending.ts';

// A program to be killed.
await appendForEver(openSqlite(process.argv[2]!).log);
