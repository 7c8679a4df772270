/** Numbers up to this size, and the differences of any two of them, are written exactly. */
export const MOST_NUMBER = 2 ** 50;

interface Column {
  readonly numbers: number[];
  readonly strings: Buffer[];
  before: number;
}

const varint = (value: number, into: number[]): void => {
  let left = value;
  while (left >= 128) {
    into.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  into.push(left);
};

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

/** Values by the name of their column: what is alike stands together, and a number is what it adds to the one before it. */
export class ColumnWriter {
  readonly #columns = new Map<string, Column>();

  #column(name: string): Column {
    const known = this.#columns.get(name);
    if (known) return known;
    const column = { numbers: [], strings: [], before: 0 };
    this.#columns.set(name, column);
    return column;
  }

  /** A whole number no larger than `MOST_NUMBER`; `near` is what it is likely to be near, instead of the one before. */
  number(name: string, value: number, near?: number): void {
    const column = this.#column(name);
    column.numbers.push(zigzag(value - (near ?? column.before)));
    column.before = value;
  }

  /** A text, or bytes as they are. */
  string(name: string, value: string | Buffer): void {
    this.#column(name).strings.push(typeof value === 'string' ? Buffer.from(value) : value);
  }

  /** All columns, one after the other. */
  bytes(): Buffer {
    const parts: Buffer[] = [];
    for (const [name, { numbers, strings }] of this.#columns) {
      const said = Buffer.from(name);
      const head: number[] = [];
      for (const count of [said.length, numbers.length, strings.length]) varint(count, head);
      const values: number[] = [];
      for (const number of numbers) varint(number, values);
      for (const { length } of strings) varint(length, values);
      parts.push(Buffer.from(head), said, Buffer.from(values), ...strings);
    }
    return Buffer.concat(parts);
  }
}

interface Reading {
  readonly numbers: readonly number[];
  readonly strings: readonly Buffer[];
  number: number;
  string: number;
  before: number;
}

/** Reads what a `ColumnWriter` wrote, each column in the order it was written; throws where there is nothing of the kind. */
export class ColumnReader {
  readonly #columns = new Map<string, Reading>();
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    while (this.#at < bytes.length) this.#readColumn();
  }

  #varint(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 53; factor *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) break;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
    throw new Error('a number does not end');
  }

  #varints(count: number): readonly number[] {
    const values: number[] = [];
    for (let index = 0; index < count; index += 1) values.push(this.#varint());
    return values;
  }

  #slice(length: number): Buffer {
    if (this.#at + length > this.#bytes.length) throw new Error('a text does not end');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  #readColumn(): void {
    const [said = 0, count = 0, texts = 0] = this.#varints(3);
    const name = this.#slice(said).toString();
    const numbers = this.#varints(count);
    const strings = this.#varints(texts).map((length) => this.#slice(length));
    this.#columns.set(name, { numbers, strings, number: 0, string: 0, before: 0 });
  }

  /** The next number of a column. */
  number(name: string, near?: number): number {
    const column = this.#columns.get(name);
    const value = column?.numbers[column.number];
    if (!column || value === undefined) throw new Error(`there is no further number "${name}"`);
    column.number += 1;
    column.before = unzigzag(value) + (near ?? column.before);
    return column.before;
  }

  /** The next bytes of a column. */
  bytes(name: string): Buffer {
    const column = this.#columns.get(name);
    const value = column?.strings[column.string];
    if (!column || value === undefined) throw new Error(`there is no further text "${name}"`);
    column.string += 1;
    return value;
  }

  /** The next text of a column. */
  string(name: string): string {
    return this.bytes(name).toString();
  }
}
