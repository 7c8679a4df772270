import { signal } from '@preact/signals';

/** Whether the dialog is open in which the report of the article on screen is published. */
export const publishing = signal(false);
