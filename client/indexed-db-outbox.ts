import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ArticleJson } from '../shared/article.ts';
import type { EntryJson } from '../shared/protocol.ts';
import type { KeptPending } from './kept-session.ts';
import type { Outbox, Sheet } from './outbox.ts';

interface Stores extends DBSchema {
  /** All stores are by article, reviewer and page; entries by their version too. */
  readonly bases: { key: SheetKey; value: ArticleJson };
  readonly pending: { key: SheetKey; value: KeptPending };
  readonly entries: { key: [...SheetKey, number]; value: EntryJson };
}

type SheetKey = [article: string, reviewer: string, page: string];

const NAME = 'touchstone';

const ALL = ['bases', 'entries', 'pending'] as const;

/** Raised when what is kept changes its form; then `upgrade` carries the old over. */
const VERSION = 1;

const keyOf = ({ article, reviewer, page }: Sheet): SheetKey => [article, reviewer, page];

const entriesOf = (sheet: Sheet): IDBKeyRange =>
  IDBKeyRange.bound([...keyOf(sheet), 0], [...keyOf(sheet), Number.MAX_SAFE_INTEGER]);

/** On the disk before a promise resolves, not merely on its way there. */
const STRICT = { durability: 'strict' } as const;

const openStores = (): Promise<IDBPDatabase<Stores>> =>
  openDB<Stores>(NAME, VERSION, {
    upgrade: (database) => {
      for (const name of ALL) database.createObjectStore(name);
    },
  });

/** The outbox in the browser's own database. */
export const openIndexedDbOutbox = async (): Promise<Outbox> => {
  const database = await openStores();
  return {
    begin: async (sheet, base, pending) => {
      const writing = database.transaction(ALL, 'readwrite', STRICT);
      await Promise.all([
        writing.objectStore('bases').put(base, keyOf(sheet)),
        writing.objectStore('pending').put(pending, keyOf(sheet)),
        writing.objectStore('entries').delete(entriesOf(sheet)),
        writing.done,
      ]);
    },
    addEntries: async (sheet, entries) => {
      const writing = database.transaction('entries', 'readwrite', STRICT);
      const puts = entries.map((entry) => writing.store.put(entry, [...keyOf(sheet), entry.version]));
      await Promise.all([...puts, writing.done]);
    },
    putPending: async (sheet, pending) => {
      const writing = database.transaction('pending', 'readwrite', STRICT);
      await Promise.all([writing.store.put(pending, keyOf(sheet)), writing.done]);
    },
    read: async (sheet) => {
      const reading = database.transaction(ALL);
      const [base, pending, entries] = await Promise.all([
        reading.objectStore('bases').get(keyOf(sheet)),
        reading.objectStore('pending').get(keyOf(sheet)),
        reading.objectStore('entries').getAll(entriesOf(sheet)),
      ]);
      return base && pending && { reviewer: sheet.reviewer, base, pending, entries };
    },
    sheets: async (article, reviewer) => {
      const range = IDBKeyRange.bound([article, reviewer, ''], [article, reviewer, '\uffff']);
      return (await database.getAllKeys('bases', range)).map(([, , page]) => ({ article, reviewer, page }));
    },
    all: async () =>
      (await database.getAllKeys('bases')).map(([article, reviewer, page]) => ({ article, reviewer, page })),
    forget: async (sheet) => {
      const writing = database.transaction(ALL, 'readwrite', STRICT);
      await Promise.all([
        writing.objectStore('bases').delete(keyOf(sheet)),
        writing.objectStore('pending').delete(keyOf(sheet)),
        writing.objectStore('entries').delete(entriesOf(sheet)),
        writing.done,
      ]);
    },
  };
};
