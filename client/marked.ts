import { signal } from '@preact/signals';

/** The claims of the open article that have to be looked at again since a source of theirs changed. */
export const marked = signal<ReadonlySet<string>>(new Set());
