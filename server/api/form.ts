import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { Invalid, wrong } from '../../shared/parsing.ts';
import { received, type Upload } from '../uploads.ts';

/** A file of a form, on the disk. */
export interface SentFile {
  readonly upload: Upload;
  readonly name: string;
  /** As it was sent, with its parameters; empty when it was not. */
  readonly mediaType: string;
}

/** What came as `multipart/form-data` (RFC 7578): words by their names, and a file under the name `file`. */
export class Form {
  readonly file: SentFile | undefined;
  readonly #fields: ReadonlyMap<string, string>;

  constructor(fields: ReadonlyMap<string, string>, file?: SentFile) {
    this.#fields = fields;
    this.file = file;
  }

  /** The words under a name; nothing where there are none. */
  words(name: string): string | undefined {
    return this.#fields.get(name);
  }

  /** What was sent, the same for the same: a form has another boundary each time. */
  toJSON(): object {
    const { upload, ...said } = this.file ?? {};
    return { fields: Object.fromEntries(this.#fields), ...(upload && { file: { ...said, sha256: upload.sha256 } }) };
  }

  /** Once it is answered, its file is not needed any more. */
  async done(): Promise<void> {
    if (this.file) await rm(this.file.upload.path, { force: true });
  }
}

/** A body of more bytes than its address takes; named as `body-parser` names it. */
export class TooLarge extends Error {
  readonly type = 'entity.too.large';
  readonly limit: number;

  constructor(limit: number) {
    super(`more than ${limit} bytes`);
    this.limit = limit;
  }
}

/** How much there may be of what is no file: fields, bytes of one, bytes of the head of a part. */
const FIELDS = { count: 20, size: 100_000, name: 100, head: 8_000 } as const;

const LIMITS = {
  ...{ files: 1, fields: FIELDS.count, parts: FIELDS.count + 2 },
  ...{ fieldSize: FIELDS.size, fieldNameSize: FIELDS.name, headerPairs: 20, headerSize: FIELDS.head },
};

const FILE = 'file';

const notAForm = (): Invalid =>
  new Invalid('', 'The body is not a form as multipart/form-data has it (RFC 7578), or breaks off in the middle.');

const calledOff = (): DOMException => new DOMException('the upload broke off', 'AbortError');

/** The name of a part, or why it cannot be one. */
const checkedName = (name: string | undefined): string => {
  if (name === undefined || name === '') throw new Invalid('', 'A part of the form has no name (RFC 7578, 4.2).');
  return name;
};

const checkedFileName = (part: string, name: string | undefined): string => {
  if (part !== FILE) throw new Invalid(part, `a file is expected under the name "${FILE}" only`);
  if (!name) throw new Invalid(FILE, 'the name of the file is expected beside it (filename; RFC 7578, 4.2)');
  // As browsers write what would end the name (HTML, "multipart form data").
  return name.replaceAll('%22', '"');
};

/** Reads the parts of a form as they come. */
class Parts {
  readonly #fields = new Map<string, string>();
  readonly #folder: string;
  readonly #fail: (error: unknown) => void;
  #file: Promise<SentFile> | undefined;
  #stream: Readable | undefined;

  constructor(folder: string, fail: (error: unknown) => void) {
    this.#folder = folder;
    this.#fail = fail;
  }

  listenTo(parser: BusboyInstance, limit: number): void {
    const guarded = (work: () => void): void => {
      try {
        work();
      } catch (error) {
        this.#fail(error);
      }
    };
    parser.on('field', (name, words, _, isCut) => guarded(() => this.#addField(name, words, isCut)));
    parser.on('file', (part, stream, name, _, mediaType) => {
      // A stream that breaks while nobody listens would end the server.
      stream.on('error', this.#fail);
      stream.once('limit', () => this.#fail(new TooLarge(limit)));
      guarded(() => this.#addFile(checkedFileName(checkedName(part), name), mediaType, stream));
    });
    parser.once('filesLimit', () => this.#fail(new Invalid(FILE, 'one file is expected, and more came')));
    parser.once('fieldsLimit', () =>
      this.#fail(wrong('', 'too-many', { most: FIELDS.count, given: FIELDS.count + 1 })),
    );
    parser.once('partsLimit', () => this.#fail(wrong('', 'too-many', { most: FIELDS.count, given: FIELDS.count + 1 })));
  }

  /** The form, once all of it is there. */
  async form(): Promise<Form> {
    return new Form(this.#fields, await this.#file);
  }

  /** What came of a form that is refused. */
  async drop(): Promise<void> {
    this.#stream?.destroy();
    await (await this.form().catch(() => undefined))?.done();
  }

  #addField(given: string | undefined, words: string, isCut: boolean): void {
    const name = checkedName(given);
    if (isCut) throw wrong(name, 'too-long', { most: FIELDS.size, given: FIELDS.size + 1 });
    if (this.#fields.has(name)) throw new Invalid(name, 'stands in the form twice');
    this.#fields.set(name, words);
  }

  #addFile(name: string, mediaType: string, stream: Readable): void {
    this.#stream = stream;
    const file = received(stream, this.#folder).then((upload) => ({ upload, name, mediaType }));
    // What breaks is told by `form`, too.
    file.catch(this.#fail);
    this.#file = file;
  }
}

const parserOf = (request: IncomingMessage, limit: number): BusboyInstance => {
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
      limits: { ...LIMITS, fileSize: limit },
      isPartAFile: (part, _, name) => name !== undefined || part === FILE,
    });
  } catch {
    throw notAForm();
  }
};

/**
 * The form in a request, its file written into a folder as it comes. Rejects with `Invalid` when it is none as RFC 7578 has it, with
 * `TooLarge` as soon as it is known to have more bytes than `limit`, and with an `AbortError` when it breaks off; nothing is left of its
 * file then. What is left of the body is passed over, so that whoever sends it hears why.
 */
export const readForm = async (request: IncomingMessage, limit: number, folder: string): Promise<Form> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new TooLarge(limit);
  const parser = parserOf(request, limit);
  const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<void>();
  const parts = new Parts(folder, fail);
  parts.listenTo(parser, limit);
  let size = 0;
  const count = (chunk: Buffer): void => {
    size += chunk.length;
    if (size > limit) fail(new TooLarge(limit));
  };
  const gone = (): void => fail(calledOff());
  parser.once('finish', end).on('error', () => fail(request.destroyed && !request.complete ? calledOff() : notAForm()));
  request.on('data', count).once('aborted', gone).once('error', gone);
  request.pipe(parser);
  try {
    await ended;
    return await parts.form();
  } catch (error) {
    request.unpipe(parser);
    parser.destroy();
    request.resume();
    await parts.drop();
    throw error;
  } finally {
    request.off('data', count);
  }
};
