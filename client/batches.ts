import type { Batch, BatchItem, Trouble } from '../shared/batch.ts';
import { type Answer, ask, problemOf } from './api.ts';
import { askAll } from './ask-all.ts';
import { messageFor } from './strings/index.ts';

/** A batch with all its things. */
export interface WholeBatch extends Batch {
  readonly items: readonly BatchItem[];
}

const pathOf = (...rest: readonly string[]): string => ['/api/batches', ...rest.map(encodeURIComponent)].join('/');

/** Begins a batch of addresses, or one into which files are sent. */
export const beginBatch = (given: {
  readonly name: string;
  readonly expected?: number;
  readonly addresses?: readonly string[];
}): Promise<Answer<WholeBatch>> => ask('POST', pathOf(), given);

/** The newest batches. */
export const loadBatches = (): Promise<Answer<{ readonly batches: readonly Batch[] }>> => askAll(pathOf(), 'batches');

export const loadBatch = (id: string): Promise<Answer<WholeBatch>> => ask('GET', pathOf(id));

/** Stops a batch, or has it go on; or says anew how many things it is to have. */
export const turnBatch = (
  id: string,
  to: { readonly state?: 'going' | 'stopped'; readonly expected?: number },
): Promise<Answer<WholeBatch>> => ask('PUT', pathOf(id), to);

/** Has one thing, or all of a batch, tried again or called off. */
export const changeItems = (id: string, state: 'waiting' | 'called-off', item?: string): Promise<Answer<WholeBatch>> =>
  ask('PUT', item === undefined ? pathOf(id, 'items') : pathOf(id, 'items', item), { state });

/** Sends a file into a batch, under its name with the folders it lies in. */
export const sendFile = (id: string, path: string, file: File): Promise<Answer<{ readonly twice: number }>> => {
  const body = new FormData();
  body.set('path', path);
  body.set('file', file);
  return ask('POST', pathOf(id, 'items'), body);
};

/** Why there is no article of something, in the language of the screen. */
export const wordsOfTrouble = (trouble: Trouble): string =>
  (trouble.because && messageFor(`capture.problem.${trouble.because}`)) || problemOf(422, trouble).words;
