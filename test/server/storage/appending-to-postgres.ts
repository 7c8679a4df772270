import { openPostgres } from '../../../server/storage/postgres.ts';
import { appendForEver } from '../../support/appending.ts';

// A program to be killed.
await appendForEver((await openPostgres(process.argv[2]!, () => {})).log);
