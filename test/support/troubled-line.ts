import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a port on this machine that can be slow, be cut and be shut. Close it. */
export class TroubledLine {
  /** Milliseconds that everything is on its way, each way. */
  delay = 0;
  readonly #to: () => number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isShut = false;

  private constructor(to: () => number) {
    this.#to = to;
    this.#server = createServer((near) => this.#join(near));
  }

  /** A line to the port that is named for each connection. */
  static async open(to: () => number): Promise<TroubledLine> {
    const line = new TroubledLine(to);
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Breaks all connections there are. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Breaks all connections, and takes none until it is opened again: as if what it leads to were gone. */
  shut(): void {
    this.#isShut = true;
    this.cut();
  }

  reopen(): void {
    this.#isShut = false;
  }

  close(): void {
    this.#server.close();
    this.cut();
  }

  #join(near: Socket): void {
    if (this.#isShut) return void near.destroy();
    const far = connect(this.#to(), '127.0.0.1');
    this.#pass(near, far);
    this.#pass(far, near);
  }

  #pass(from: Socket, on: Socket): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk) => {
      if (this.delay === 0) on.write(chunk);
      else setTimeout(() => on.writable && on.write(chunk), this.delay);
    });
    from.on('error', () => on.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      on.destroy();
    });
  }
}
