import type { Server, Socket } from 'socket.io';
import type {
  Acknowledged,
  Compared,
  Entries,
  Fault,
  Fetched,
  Joined,
  LagNotice,
  PeopleNotice,
  PresenceNotice,
  Profile,
  SightNotice,
  SourcesNotice,
  StoringNotice,
} from '../shared/protocol.ts';
import type { Reviewer } from '../shared/roles.ts';
import type { Scopes } from '../shared/scopes.ts';
import type { BetweenServers } from './others.ts';

/** Who speaks through a connection (T6). */
export interface Speaker {
  readonly reviewer: Reviewer;
  readonly profile: Profile;
  /** What the token was made for that was shown. */
  readonly scopes: Scopes;
}

/** What a request is answered with, faults aside. */
export type Reply = Joined | Acknowledged | Fetched | Compared | Readonly<Record<string, never>>;

/** What the server sends of its own accord. */
export interface Notices {
  entries(notice: Entries): void;
  presence(notice: PresenceNotice): void;
  people(notice: PeopleNotice): void;
  lag(notice: LagNotice): void;
  sight(notice: SightNotice): void;
  sources(notice: SourcesNotice): void;
  news(notice: Readonly<Record<string, never>>): void;
  storing(notice: StoringNotice): void;
  fault(fault: Fault): void;
}

type Requests = Record<string, (...given: unknown[]) => void>;

/** One open page of a reviewer. */
export type Connection = Socket<Requests, Notices, BetweenServers, { speaker: Speaker }>;

/** Everybody's connections. */
export type Carrier = Server<Requests, Notices, BetweenServers, { speaker: Speaker }>;

/** How many bytes have been written to a connection and not yet been taken from it. */
export const bufferedBytes = ({ conn }: Connection): number => {
  const { writeBuffer } = conn as unknown as { writeBuffer: readonly { readonly data?: unknown }[] };
  const { socket } = conn.transport as unknown as { readonly socket?: { readonly bufferedAmount?: number } };
  const waiting = writeBuffer.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0);
  return waiting + (socket?.bufferedAmount ?? 0);
};
