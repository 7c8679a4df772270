import { TEXT_CAPS } from '../../shared/operations/texts.ts';
import { filledText, flag, Invalid, optional, own, type Parse, record, text } from '../../shared/parsing.ts';
import { READERS, type ReaderName, readerOfFile } from '../import/reader.ts';
import type { Reading } from '../import/reading.ts';

/** An article as it is sent to be read: in one of the formats that are read. */
export interface Incoming {
  readonly format: ReaderName;
  readonly file: Uint8Array;
  /** Given beside the text; the text's own then stays in it. */
  readonly title?: string;
  /** False to have nothing cleaned away. */
  readonly clean: boolean;
}

/** Something in a format that is not read here. */
export interface Unreadable {
  readonly unreadable: string;
}

/** Formats that have a name in the contract; those without a reader are refused by that name. */
const NAMED = ['text', 'html', 'markdown', 'url'] as const;

/** The formats that are read, as a person calls them. */
export const readFormats = (): string =>
  Object.values(READERS)
    .map((reader) => reader.label)
    .join(', ');

const unreadable = (what: string): Unreadable => ({
  unreadable: `${what} cannot be read yet. What can: ${readFormats()}.`,
});

const parseTitle: Parse<string> = (value, where) => text(500)(value, where).replaceAll(/\s+/g, ' ').trim();

const incomingForm = async (form: FormData): Promise<Incoming | Unreadable> => {
  const file = form.get('file');
  if (!(file instanceof File)) throw new Invalid('file', 'a file is expected');
  if (file.size === 0) throw new Invalid('file', 'may not be empty');
  const format = readerOfFile(file.name, file.type);
  if (!format) return unreadable(`A file of this kind (${file.name.slice(-40)})`);
  const title = parseTitle(form.get('title') ?? '', 'title');
  const clean = form.get('clean') !== 'false';
  return { format, file: new Uint8Array(await file.arrayBuffer()), clean, ...(title !== '' && { title }) };
};

/** Reads a request for an article to be read; throws `Invalid` when it is none. */
export const parseIncoming = async (body: unknown): Promise<Incoming | Unreadable> => {
  if (body instanceof FormData) return incomingForm(body);
  const fields = record(body, '');
  const given = NAMED.filter((name) => own(fields, name) !== undefined);
  const format = given[0];
  if (!format || given.length > 1) throw new Invalid('', `exactly one of ${NAMED.join(', ')} is expected`);
  if (!Object.hasOwn(READERS, format)) return unreadable(`"${format}"`);
  const title = optional(parseTitle)(own(fields, 'title'), 'title');
  return {
    format: format as ReaderName,
    file: new TextEncoder().encode(filledText(TEXT_CAPS.article)(own(fields, format), format)),
    clean: optional(flag)(own(fields, 'clean'), 'clean') ?? true,
    ...(title && { title }),
  };
};

/** What its reader makes of it. */
export const readingOf = async ({ format, file, clean }: Incoming): Promise<Reading> =>
  clean ? READERS[format].read(file) : READERS[format].readAsItIs(file);
