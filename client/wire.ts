import { io } from 'socket.io-client';
import { PROTOCOL } from '../shared/protocol.ts';

/** As much of a socket.io client as the connection uses. */
export interface Wire {
  readonly connected: boolean;
  /** What presence calls this page. */
  readonly id: string | undefined;
  on(event: string, listener: (message: object) => void): unknown;
  emitWithAck(event: string, message: unknown): Promise<object>;
  emit(event: string, message: unknown): unknown;
  connect(): unknown;
  disconnect(): unknown;
}

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 10_000;

/** A wire to the server that this page came from. */
export const openWire = (): Wire => {
  const socket = io({
    transports: ['websocket', 'polling'],
    auth: { protocol: PROTOCOL },
    reconnectionDelay: 300,
    reconnectionDelayMax: 4_000,
  });
  return {
    get connected() {
      return socket.connected;
    },
    get id() {
      return socket.id;
    },
    on: (event, listener) => socket.on(event, listener),
    emitWithAck: (event, message) => socket.timeout(PATIENCE).emitWithAck(event, message),
    emit: (event, message) => socket.volatile.emit(event, message),
    connect: () => socket.connect(),
    disconnect: () => socket.disconnect(),
  };
};
