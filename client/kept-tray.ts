import type { Returned } from './given-back.ts';

const keyOf = (article: string, reviewer: string): string => `touchstone.tray.${article}.${reviewer}`;

/** What was given back to a reviewer on this machine and not put aside yet. */
export const readTray = (storage: Storage, article: string, reviewer: string): readonly Returned[] => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(article, reviewer)) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return []; // somebody else wrote there, or storage is shut off
  }
};

/** Keeps what was given back until it is put aside. */
export const writeTray = (storage: Storage, article: string, reviewer: string, tray: readonly Returned[]): void => {
  try {
    if (tray.length > 0) storage.setItem(keyOf(article, reviewer), JSON.stringify(tray));
    else storage.removeItem(keyOf(article, reviewer));
  } catch {
    // full or shut off: it stays on the screen
  }
};
