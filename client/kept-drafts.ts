const keyOf = (article: string, reviewer: string): string => `touchstone.drafts.${article}.${reviewer}`;

/** The places whose drafts outlive the page: what is said, and corrections. Drafts of fields follow records that may have changed. */
const isKept = (place: string): boolean => /^(say|correct) /.test(place);

/** What a reviewer began to write on this machine and did not send. */
export const readDrafts = (storage: Storage, article: string, reviewer: string): ReadonlyMap<string, unknown> => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(article, reviewer)) ?? '[]');
    const isPair = (each: unknown): each is [string, unknown] => Array.isArray(each) && isKept(String(each[0]));
    return new Map(Array.isArray(kept) ? kept.filter(isPair) : []);
  } catch {
    return new Map(); // somebody else wrote there, or storage is shut off
  }
};

/** Keeps what was begun until it is sent or left. */
export const writeDrafts = (
  storage: Storage,
  article: string,
  reviewer: string,
  drafts: ReadonlyMap<string, unknown>,
): void => {
  try {
    const kept = [...drafts].filter(([place]) => isKept(place));
    if (kept.length > 0) storage.setItem(keyOf(article, reviewer), JSON.stringify(kept));
    else storage.removeItem(keyOf(article, reviewer));
  } catch {
    // full or shut off: it stays on the screen
  }
};
