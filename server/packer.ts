import type { LogStore, Packing } from './storage/log-store.ts';

/** Has the log of one article packed, off the way of acknowledgements. */
export class Packer {
  readonly #pack: (packing: Packing) => Promise<unknown>;
  readonly #sizes: Packing;
  readonly #report: (error: unknown) => void;
  /** The version at which it was packed last, or is being packed. */
  #version: number;
  #isRested = false;
  #packing: Promise<void> = Promise.resolve();

  constructor(store: LogStore, id: string, { version, sizes }: PackerParts, report: (error: unknown) => void) {
    this.#pack = (packing) => store.pack(id, packing);
    this.#sizes = sizes;
    this.#report = report;
    this.#version = version;
  }

  /** Is told of each new head; packs when a whole block has come together, not before: that is when it costs least. */
  grown(version: number): void {
    const { most } = this.#sizes;
    if (version - this.#version >= most) this.#start(version, { least: most, most });
    this.#isRested &&= version === this.#version;
  }

  /** Packs what is loose by now; resolves when that is done, or has failed: the log stands without it, so that is only told. */
  rest(version: number): Promise<void> {
    if (!this.#isRested || version !== this.#version) this.#start(version, this.#sizes);
    this.#isRested = true;
    return this.#packing;
  }

  #start(version: number, packing: Packing): void {
    this.#version = version;
    this.#packing = this.#packing.then(() => this.#pack(packing)).then(() => {}, this.#report);
  }
}

/** What is packed from which version on, and how. */
export interface PackerParts {
  readonly version: number;
  readonly sizes: Packing;
}
