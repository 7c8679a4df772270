import type { IncomingHttpHeaders } from 'node:http';
import type { AccountEventKind } from '../../shared/account-events.ts';
import { DAY, fromNow } from '../clock.ts';
import { deviceOf } from './device.ts';
import type { AccountParts } from './parts.ts';

/** So many days it is known what happened to accounts; no more, since it says where people were. */
export const EVENT_DAYS = 180;

/** Where something is asked from. */
export interface From {
  readonly address: string;
  readonly headers: IncomingHttpHeaders;
}

/** Whose account it concerns, and who did it where that is another. */
export interface Whose {
  readonly reviewer?: string | undefined;
  readonly by?: string | undefined;
}

/** Notes what happened to who may come in: never a secret, nor what was typed (T11). */
export const note = async (
  { store, clock, newId }: AccountParts,
  what: AccountEventKind,
  { address, headers }: From,
  { reviewer, by }: Whose = {},
): Promise<void> => {
  const event = { id: newId(), at: clock.now(), what, address, device: deviceOf(headers['user-agent']) };
  await store.note(
    { ...event, ...(reviewer !== undefined && { reviewer }), ...(by !== undefined && { by }) },
    fromNow({ now: () => event.at }, -EVENT_DAYS * DAY),
  );
};
