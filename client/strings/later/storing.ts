import type { Catalogue } from '../message.ts';

/** What is said while the server cannot store anything. */
export const storing = {
  'storing.full': 'The disk of the server is full, so nothing can be saved now.',
  'storing.gone': 'The database of the server is no longer where it was, so nothing can be saved now.',
  'storing.away': 'The database of the server does not answer, so nothing can be saved now.',
  'storing.locked': 'Another program holds the database of the server, so nothing can be saved now.',
  'storing.broken': 'The disk of the server takes nothing, so nothing can be saved now.',
  'storing.kept': 'What you do is kept in this browser and sent by itself as soon as it can be saved. You can read on.',
  'storing.notKept':
    'What you do waits on this page and is sent by itself as soon as it can be saved. Leave the page open.',
} as const satisfies Catalogue;
