import { setTimeout as passed } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Wire } from '../../client/wire.ts';
import { type Acknowledged, isFault, PROTOCOL } from '../../shared/protocol.ts';

/** What happens on a wire. */
export interface WireParts {
  readonly url: string;
  readonly token: string;
  /** How long an answer is waited for, in milliseconds. */
  readonly patience: number;
  /** Whether the next message is lost on the way, in either direction. */
  readonly loses?: () => boolean;
  /** Told of each acknowledgement that arrives. */
  readonly acknowledged?: (opId: string, version: number) => void;
}

/** The wire of a page that runs here: a real socket to a real server, which may lose messages. */
export const openTraceWire = ({ url, token, patience, loses = () => false, acknowledged }: WireParts): Wire => {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { token, protocol: PROTOCOL },
    reconnectionDelay: 20,
    reconnectionDelayMax: 60,
  });
  const lost = async (): Promise<never> => {
    await passed(patience);
    throw new Error('no answer came');
  };
  return {
    get connected() {
      return socket.connected;
    },
    get id() {
      return socket.id;
    },
    on: (event, listener) =>
      socket.on(event, (message: object) => {
        if (event !== 'entries' || !loses()) listener(message);
      }),
    emitWithAck: async (event, message) => {
      if (loses()) return lost();
      const answer = await socket.timeout(patience).emitWithAck(event, message);
      if (loses()) return lost();
      if (event === 'operation' && !isFault(answer)) {
        const { operation } = message as { readonly operation: { readonly opId: string } };
        acknowledged?.(operation.opId, (answer as Acknowledged).version);
      }
      return answer;
    },
    emit: (event, message) => socket.volatile.emit(event, message),
    connect: () => socket.connect(),
    disconnect: () => socket.disconnect(),
  };
};
