import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { Stores } from './stores.ts';

/** Where everything is kept. */
export interface Place {
  /** Absolute. */
  readonly dataFolder: string;
  /** The address of a PostgreSQL database; absent: in a file in the data folder. */
  readonly database?: string;
}

/**
 * Opens what the server keeps, where the environment says; throws, saying what to do, when that cannot be trusted. `report` is told of a
 * connection that breaks while nothing is asked of it.
 */
export const openStores = async ({ dataFolder, database }: Place, report: (error: Error) => void): Promise<Stores> =>
  database === undefined ? openSqlite(dataFolder) : openPostgres(database, report);
