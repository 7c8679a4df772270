import type { IncomingHttpHeaders } from 'node:http';
import type { AccountEventKind } from '../../shared/account-events.ts';
import { DAY, fromNow } from '../clock.ts';
import type { ServerParts } from '../parts.ts';
import { deviceOf } from './device.ts';
import type { AccountParts } from './parts.ts';
import type { Speaker } from './speaker.ts';

/** So many days it is known what happened to accounts; no more, since it says where people were. */
const EVENT_DAYS = 180;

/** Where something is asked from. */
export interface From {
  readonly address: string;
  readonly headers: IncomingHttpHeaders;
}

/** Whose account it concerns, and who did it where that is another. */
export interface Whose {
  readonly reviewer?: string | undefined;
  readonly by?: string | undefined;
  /** What was exported. */
  readonly article?: string;
  readonly format?: string;
}

/** Notes what happened to who may come in: never a secret, nor what was typed (T11). */
export const note = async (
  { store, clock, newId }: AccountParts,
  what: AccountEventKind,
  { address, headers }: From,
  { reviewer, by, ...exported }: Whose = {},
): Promise<void> => {
  const event = { id: newId(), at: clock.now(), what, address, device: deviceOf(headers['user-agent']), ...exported };
  await store.note(
    { ...event, ...(reviewer !== undefined && { reviewer }), ...(by !== undefined && { by }) },
    fromNow({ now: () => event.at }, -EVENT_DAYS * DAY),
  );
};

/** Notes that somebody takes something along, before they have it. Where nothing can be stored it goes on, as all reading does, and stands in the server's log. */
export const noteExport = async (
  { accounts, log }: Pick<ServerParts, 'accounts' | 'log'>,
  asked: From & { readonly speaker: Speaker },
  exported: Pick<Whose, 'article' | 'format'> = {},
): Promise<void> => {
  const what = exported.article === undefined ? 'desk-exported' : 'article-exported';
  const { id } = asked.speaker.reviewer;
  await note(accounts, what, asked, { reviewer: id, ...exported }).catch(() =>
    log({ warning: `${what} by ${id} could not be noted` }),
  );
};
