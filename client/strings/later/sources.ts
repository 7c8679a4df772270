import type { Catalogue } from '../message.ts';

/** The messages about where sources come from, and about the library of the desk. */
export const sources = {} as const satisfies Catalogue;
