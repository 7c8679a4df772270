import type { StoredEntry } from '../log-store.ts';
import { type ColumnReader, ColumnWriter } from './columns.ts';
import { hashOf, operationHash, type Sealed, sealedIn, wayOfOperation, withHash } from './derived.ts';
import { putTogether, readShape, type Shape, takeApart } from './template.ts';

/** What a body says in the place of a hash that follows from the rest of it. */
const OWN = '=';

/** How the hash of an operation is kept; from `derived` on it is not kept at all, and the number says how it follows. */
const OPERATION_HASH = { text: 0, hex: 1, derived: 2 } as const;

const NUMBERED = /^(.*?)(0|[1-9]\d{0,14})$/s;
const HEX = /^[0-9a-f]{64}$/;

/** The body without its hash, where that follows from the rest. */
const withoutHash = (body: string, sealed: Sealed | undefined): string | undefined => {
  if (!sealed || hashOf(sealed) !== sealed.hash) return undefined;
  const said = withHash(body, sealed.hash, OWN);
  return withHash(said, OWN, sealed.hash) === body ? said : undefined;
};

/** Writes entries next to one another into columns, and leaves out what follows from the rest. */
export class EntryWriter {
  readonly #columns = new ColumnWriter();
  readonly #shapes = new Map<string, number>();
  /** The hash of the entry before, where it follows from that entry. */
  #before: string | undefined;

  /** Takes in the next entry. */
  add(entry: StoredEntry): void {
    const { reviewer, opId, body } = entry;
    const sealed = sealedIn(body);
    this.#columns.string('@reviewer', reviewer);
    this.#addOperation(opId);
    this.#addOperationHash(entry, sealed);
    const said = withoutHash(body, sealed);
    const own = said === undefined ? undefined : sealed?.hash;
    this.#columns.number('@own', own === undefined ? 0 : 1);
    this.#addShape(takeApart(said ?? body, { previous: this.#before, reviewer, opId }, this.#columns));
    this.#before = own;
  }

  #addOperation(opId: string): void {
    const [, stem, number] = NUMBERED.exec(opId) ?? [];
    this.#columns.string('@opId', stem ?? opId);
    this.#columns.number('@numbered', number === undefined ? 0 : 1);
    if (number !== undefined) this.#columns.number('@opId', Number(number));
  }

  #addOperationHash(entry: StoredEntry, sealed: Sealed | undefined): void {
    const way = wayOfOperation(entry, sealed);
    const isHex = HEX.test(entry.opHash);
    const kept = isHex ? OPERATION_HASH.hex : OPERATION_HASH.text;
    this.#columns.number('@opHash', way === undefined ? kept : OPERATION_HASH.derived + way, 0);
    if (way === undefined) this.#columns.string('@opHash', isHex ? Buffer.from(entry.opHash, 'hex') : entry.opHash);
  }

  #addShape(shape: string): void {
    const known = this.#shapes.get(shape);
    this.#columns.number('@shape', known ?? this.#shapes.size, 0);
    if (known !== undefined) return;
    this.#shapes.set(shape, this.#shapes.size);
    this.#columns.string('@shape', shape);
  }

  /** All that was taken in. */
  bytes(): Buffer {
    return this.#columns.bytes();
  }
}

/** Reads what an `EntryWriter` wrote. */
export class EntryReader {
  readonly #columns: ColumnReader;
  readonly #shapes: Shape[] = [];
  readonly #article: string;
  #before: string | undefined;

  constructor(article: string, columns: ColumnReader) {
    this.#article = article;
    this.#columns = columns;
  }

  /** The next entry; throws where there is none that can be read. */
  next(version: number): StoredEntry {
    const reviewer = this.#columns.string('@reviewer');
    const stem = this.#columns.string('@opId');
    const opId = this.#columns.number('@numbered') === 1 ? stem + this.#columns.number('@opId') : stem;
    const way = this.#columns.number('@opHash', 0);
    const isOwn = this.#columns.number('@own') === 1;
    const said = putTogether(this.#nextShape(), { previous: this.#before, reviewer, opId }, this.#columns);
    const sealed = sealedIn(said);
    this.#before = isOwn && sealed ? hashOf(sealed) : undefined;
    const body = this.#before === undefined ? said : withHash(said, OWN, this.#before);
    const opHash = this.#operationHash(way, { version, opId }, sealed);
    return { article: this.#article, version, reviewer, opId, opHash, body };
  }

  #nextShape(): Shape {
    const index = this.#columns.number('@shape', 0);
    if (index === this.#shapes.length) this.#shapes.push(readShape(this.#columns.string('@shape')));
    const shape = this.#shapes[index];
    if (!shape) throw new Error(`there is no shape ${index}`);
    return shape;
  }

  #operationHash(way: number, entry: Pick<StoredEntry, 'version' | 'opId'>, sealed: Sealed | undefined): string {
    if (way === OPERATION_HASH.text) return this.#columns.string('@opHash');
    if (way === OPERATION_HASH.hex) return this.#columns.bytes('@opHash').toString('hex');
    if (!sealed) throw new Error('the hash of its operation does not follow from it');
    return operationHash(entry, sealed, way - OPERATION_HASH.derived);
  }
}
