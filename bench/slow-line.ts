import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a port on this machine that takes its time. */
export interface SlowLine {
  readonly port: number;
  readonly close: () => void;
}

/** Passes everything on in order, each way so many milliseconds later. */
export const slowLine = async (to: number, delay: number): Promise<SlowLine> => {
  const sockets = new Set<Socket>();
  const passing = (from: Socket, on: Socket): void => {
    sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk) => setTimeout(() => on.writable && on.write(chunk), delay));
    from.on('error', () => on.destroy());
    from.on('close', () => setTimeout(() => on.destroy(), delay));
  };
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    passing(near, far);
    passing(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: (server.address() as AddressInfo).port, close };
};
