import { signal } from '@preact/signals';

/** The evidence of which the passage is shown, as long as it is one of the open claim's; else the first. */
export const shownEvidence = signal('');
