import type { BatchItem, ItemState } from '../../shared/batch.ts';
import { canonicalAddress } from '../../shared/canonical-address.ts';
import type { StoredItem } from '../storage/batch-store.ts';

/** A thing of a batch with what the server alone knows of it. */
export interface HeldItem extends BatchItem {
  readonly batch: string;
  readonly key: string;
  /** Of a file that is kept: its bytes. One that nobody reads is not. */
  readonly sha256?: string;
  readonly mediaType?: string;
}

/** What is the same for the same bytes. */
export const keyOfFile = (sha256: string): string => `file ${sha256}`;

/** What is the same for the same address. */
export const keyOfAddress = (address: string): string => `address ${canonicalAddress(address)}`;

export const storedItem = ({ id, batch, nth, key, state, ...body }: HeldItem): StoredItem => ({
  ...{ id, batch, nth, key, state },
  body: JSON.stringify(body),
});

export const heldItem = ({ body, state, ...item }: StoredItem): HeldItem => ({
  ...item,
  ...JSON.parse(body),
  state: state as ItemState,
});

/** As everyone may see it who may make articles. */
export const seenItem = ({ batch: _, key: __, sha256: ___, mediaType: ____, ...item }: HeldItem) =>
  item satisfies BatchItem;
