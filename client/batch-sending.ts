import { signal } from '@preact/signals';
import { BATCH_LIMITS, type BatchItem } from '../shared/batch.ts';
import type { Answer, Problem } from './api.ts';
import { beginBatch, loadBatch, sendFile, turnBatch, type WholeBatch } from './batches.ts';
import { type GivenFile, nameOfFiles } from './files-given.ts';

/** Files on their way into a batch. */
export interface Sending {
  readonly batch: string;
  /** How many are to be sent, and how many of them are at an end. */
  readonly all: number;
  readonly sent: number;
  /** The name of the one that is being sent. */
  readonly now: string;
  /** Those that the server did not take, with why. */
  readonly refused: readonly { readonly path: string; readonly problem: Problem }[];
  /** The network is away: it goes on when it is back. */
  readonly isOffline: boolean;
}

/** What is being sent from this page; it goes on whatever is looked at. */
export const sending = signal<Sending | undefined>(undefined);

const isThere = ({ path, file }: GivenFile, items: readonly BatchItem[]): boolean =>
  items.some(({ kind, name, size }) => kind === 'file' && name === path && size === file.size);

const backOnline = (): Promise<void> =>
  new Promise((resolve) => addEventListener('online', () => resolve(), { once: true }));

/** Sends one file, as often as the network needs it. */
const persistently = async (batch: string, { path, file }: GivenFile): Promise<Problem | undefined> => {
  for (;;) {
    const answer = await sendFile(batch, path.slice(-BATCH_LIMITS.file), file);
    if (!('problem' in answer)) return undefined;
    if (answer.problem.kind !== 'offline') return answer.problem;
    if (navigator.onLine) await new Promise((resolve) => setTimeout(resolve, 2_000));
    else {
      change({ isOffline: true });
      await backOnline();
    }
    change({ isOffline: false });
  }
};

const change = (what: Partial<Sending>): void => {
  if (sending.value) sending.value = { ...sending.value, ...what };
};

/** Sends files into a batch, one after the other; what it has is not sent again. */
export const sendFiles = async (batch: WholeBatch, files: readonly GivenFile[]): Promise<void> => {
  const wanted = files.filter((each) => !isThere(each, batch.items));
  sending.value = { batch: batch.id, all: wanted.length, sent: 0, now: '', refused: [], isOffline: false };
  for (const [nth, each] of wanted.entries()) {
    change({ now: each.path, sent: nth });
    const problem = await persistently(batch.id, each);
    if (problem) change({ refused: [...(sending.value?.refused ?? []), { path: each.path, problem }] });
    if (problem?.kind === 'signed-out') break;
  }
  const refused = sending.value?.refused ?? [];
  if (!refused.some(({ problem }) => problem.kind === 'signed-out')) await expectNoMore(batch.id);
  if (refused.length > 0) change({ sent: wanted.length, now: '' });
  else sending.value = undefined;
};

/** All is sent: what was there twice is not waited for. */
const expectNoMore = async (id: string): Promise<void> => {
  const now = await loadBatch(id);
  if ('value' in now) await turnBatch(id, { expected: now.value.items.length });
};

/** Begins a batch of files; resolves as soon as it is there, and goes on sending. */
export const beginWithFiles = async (files: readonly GivenFile[]): Promise<Answer<WholeBatch>> => {
  const begun = await beginBatch({ name: nameOfFiles(files), expected: Math.min(files.length, BATCH_LIMITS.items) });
  if ('value' in begun) void sendFiles(begun.value, files);
  return begun;
};
