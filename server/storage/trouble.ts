import { TROUBLES, type Trouble } from '../../shared/trouble.ts';

/** What is stored lies no longer where it did. */
export class Gone extends Error {
  constructor() {
    super(TROUBLES.gone);
  }
}

/** What is stored lies on another machine, or with another program, that does not answer. */
export class Away extends Error {
  constructor(cause: unknown) {
    super(TROUBLES.away, { cause });
  }
}

/** Codes of the system of SQLite and of PostgreSQL, and what stands in the way. */
const BY_CODE: readonly (readonly [RegExp, Trouble])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|SQLITE_IOERR_SHMSIZE|53100)$/, 'full'],
  [/^SQLITE_(BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_READONLY_DBMOVED$/, 'gone'],
  [/^(57P0[123]|08\w{3})$/, 'away'],
  [/^(SQLITE_(IOERR|READONLY|CORRUPT|NOTADB|CANTOPEN)\w*|EROFS|EIO)$/, 'broken'],
];

const MOST_CAUSES = 4;

/** What stands in the way of storing, by what was thrown; nothing where that was something else. */
export const troubleOf = (error: unknown): Trouble | undefined => {
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < MOST_CAUSES; depth += 1) {
    if (cause instanceof Gone) return 'gone';
    if (cause instanceof Away) return 'away';
    const code = 'code' in cause ? String(cause.code) : '';
    const found = BY_CODE.find(([codes]) => codes.test(code));
    if (found) return found[1];
    cause = cause.cause;
  }
  return undefined;
};
