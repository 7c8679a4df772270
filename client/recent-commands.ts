import { signal } from '@preact/signals';

const KEPT = 'touchstone.recent-commands';
const MOST = 5;

const kept = (): readonly string[] => {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(read) ? read.filter((each) => typeof each === 'string').slice(0, MOST) : [];
  } catch {
    return []; // storage may be forbidden, or hold something else
  }
};

/** The ids of the commands used last, the last one first. */
export const recentCommands = signal(kept());

/** Remembers on this machine that a command was used. */
export const used = (id: string): void => {
  recentCommands.value = [id, ...recentCommands.value.filter((each) => each !== id)].slice(0, MOST);
  try {
    localStorage.setItem(KEPT, JSON.stringify(recentCommands.value));
  } catch {
    // it holds until the page is left
  }
};
