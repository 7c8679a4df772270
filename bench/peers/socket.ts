import { io, type Socket } from 'socket.io-client';

/** Milliseconds that a connection and an answer are waited for. */
const PATIENCE = 20_000;

/** A connection to a socket.io server, open. */
export const connected = async (port: number, auth: Readonly<Record<string, unknown>> = {}): Promise<Socket> => {
  const socket = io(`http://127.0.0.1:${port}`, {
    auth,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no connection to port ${port}`)), PATIENCE);
    socket.once('connect', () => {
      clearTimeout(late);
      resolve();
    });
    socket.once('connect_error', reject);
  });
  return socket;
};

/** What a request is answered with; a refusal of ours is an `Error`, and so is no answer. */
export const asked = async <T>(socket: Socket, event: string, message: unknown): Promise<T> => {
  const answer = await socket.timeout(PATIENCE).emitWithAck(event, message);
  if (Object.hasOwn(Object(answer), 'fault')) throw new Error(JSON.stringify(answer));
  return answer as T;
};

/** A step that types a text at a position, as ProseMirror writes it. */
export interface TypingStep {
  readonly stepType: 'replace';
  readonly from: number;
  readonly to: number;
  readonly slice: { readonly content: readonly [{ readonly type: 'text'; readonly text: string }] };
}

/** The step that types a text at a position. */
export const typingStep = (at: number, text: string): TypingStep => ({
  stepType: 'replace',
  from: at,
  to: at,
  slice: { content: [{ type: 'text', text }] },
});
