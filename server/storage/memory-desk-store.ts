import type { DeskStore, StoredDesk } from './desk-store.ts';

/** What a desk decided, as long as the process lasts. */
export const memoryDeskStore = (): DeskStore => {
  const versions: StoredDesk[] = [];
  return {
    latest: async () => versions.at(-1),
    put: async (desk) => {
      if (desk.version !== versions.length + 1) return false;
      versions.push(desk);
      return true;
    },
  };
};
