import { openDatabase } from '../../server/storage/sqlite-database.ts';

// A program of its own, to be killed while it brings the tables of a folder to their newest.
openDatabase(process.argv[2] ?? '').close();
