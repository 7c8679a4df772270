import type { sources as english } from '../../later/sources.ts';
import type { Translated } from '../../message.ts';

/** The messages about where sources come from, and about the library of the desk, in German. */
export const sources: Translated<typeof english> = {};
