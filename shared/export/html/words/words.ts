import type { english } from './english.ts';

/** All that a report page says itself; another language is a file with these. */
export type Words = typeof english;
