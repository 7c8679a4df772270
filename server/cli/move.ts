import { counted } from '../../shared/export/losses.ts';
import { databaseIn, readEnvironment } from '../environment.ts';
import { type Command, EXIT, Misused, textOf } from './command.ts';
import { told } from './data-folder.ts';

/** Moves a server from its file to PostgreSQL. */
export const move: Command = {
  usage: 'move --to postgres://…',
  says: 'moves all that a server keeps in its folder into a PostgreSQL database; the server is stopped meanwhile',
  words: [0, 0],
  options: [{ name: 'to', value: 'ADDRESS', says: 'the database, in which there is nothing yet' }],
  more: `DATA_DIR is the server's (default ./data). All of it is looked at first, every seal of every log again once it is there.
The frozen copies go with it, unless they are kept in a bucket. What is in the folder stays as it is: once it is moved,
start the server with DATABASE_URL set to ADDRESS.

Exit codes: 0 moved and checked; 1 it cannot be, with why, and nothing is in the database; 2 called wrongly; 130 called off.`,
  run: (called, { environment, progress, signal, say }) =>
    told(async () => {
      const to = textOf(called, 'to');
      const database = databaseIn({ DATABASE_URL: to });
      if (database === undefined)
        throw new Misused('--to is expected, such as --to postgres://user@localhost:5432/touchstone');
      const { dataFolder, captures } = readEnvironment({ ...environment, DATABASE_URL: '' });
      const { openStores } = await import('../storage/open-stores.ts');
      const { postgresCaptureStore } = await import('../captures/postgres-capture-store.ts');
      const { moveToPostgres } = await import('../move/move-to-postgres.ts');
      const report = ({ message }: Error): void => say(message);
      const stores = await openStores({ dataFolder, database }, report);
      const copies = captures ? undefined : postgresCaptureStore(database, report);
      try {
        const moved = await moveToPostgres({
          ...{ dataFolder, database, stores, progress, signal },
          ...(copies && { captures: copies.store }),
        });
        const words = [
          `${counted(moved.articles, 'article', 'articles')} with ${counted(moved.entries, 'entry', 'entries')} are in the database, every seal checked; and`,
          `${counted(moved.captures, 'file', 'files')} of frozen copies. Start the server with DATABASE_URL set to its address.`,
        ];
        return { code: EXIT.done, words: words.join(' ') };
      } finally {
        await copies?.close();
        await stores.close();
      }
    }),
};
