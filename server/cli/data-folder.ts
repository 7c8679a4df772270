import { readEnvironment } from '../environment.ts';
import { type Came, EXIT, Misused } from './command.ts';

/** Where the server keeps its data, by its own environment variables. */
export interface DataFolder {
  readonly dataFolder: string;
  /** Whether frozen copies lie there. */
  readonly hasCaptures: boolean;
}

/** The folder of a server whose environment this is; a server on PostgreSQL has none that these commands can do with. */
export const dataFolderOf = (environment: Readonly<Record<string, string | undefined>>): DataFolder => {
  const { dataFolder, database, captures } = readEnvironment(environment);
  if (database !== undefined)
    throw new Misused('DATABASE_URL is set: a PostgreSQL database is saved with pg_dump. docs/operations.md says how.');
  return { dataFolder, hasCaptures: captures === undefined };
};

/** What is not as it was stored, or cannot be done as things are, is told in a line. */
export const told = async (run: () => Promise<Came>): Promise<Came> => {
  const { NotSound } = await import('../backup/check-data.ts');
  const { Impossible } = await import('../backup/make-backup.ts');
  try {
    return await run();
  } catch (error) {
    if (error instanceof NotSound || error instanceof Impossible) return { code: EXIT.failed, words: error.message };
    if (error instanceof DOMException && error.name === 'AbortError')
      return { code: EXIT.calledOff, words: 'It was called off.' };
    throw error;
  }
};
