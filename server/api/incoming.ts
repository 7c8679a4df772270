import { TEXT_CAPS } from '../../shared/operations/texts.ts';
import { address, filledText, flag, Invalid, optional, own, type Parse, record, text } from '../../shared/parsing.ts';
import type { Arrivals, ArrivalWay, Incoming } from '../import/arrivals.ts';
import { isReader, READERS, readerOfFile, readFormats } from '../import/reader.ts';
import { endsOf } from '../uploads.ts';
import { Form, TooLarge } from './form.ts';
import { problem } from './problem.ts';
import type { Answer } from './route.ts';

/** What is sent to become an article. */
export interface Sent {
  /** In one of the formats that are read, or the address where it stands. */
  readonly what: Incoming | { readonly address: string };
  /** Given beside the text; the text's own then stays in it. */
  readonly title?: string;
  /** False to have nothing cleaned away. */
  readonly clean: boolean;
}

/** Something in a format that is not read here. */
export interface Unreadable {
  readonly unreadable: string;
}

/** Formats that have a name in the contract, with the media type of what is given under it; those without a reader are refused by that name. */
const NAMED = { text: 'text/plain', html: 'text/html', markdown: 'text/markdown' } as const;

/** The longest text of each name: a page has much around its text. */
const LONGEST = { text: TEXT_CAPS.article, html: 10_000_000, markdown: TEXT_CAPS.article } as const;

const unreadable = (what: string): Unreadable => ({
  unreadable: `${what} cannot be read yet. What can: ${readFormats()}.`,
});

/** The largest file that a reader is given, in bytes; a bundle may be larger, since what it holds was read before. */
const FILE_LIMIT = 20_000_000;

const parseTitle: Parse<string> = (value, where) => text(500)(value, where).replaceAll(/\s+/g, ' ').trim();

const sentForm = async (form: Form): Promise<Sent | Unreadable> => {
  const given = form.file;
  if (!given) throw new Invalid('file', 'a file is expected');
  const { upload: file, name } = given;
  if (file.size === 0) throw new Invalid('file', 'may not be empty');
  if (file.size > FILE_LIMIT) throw new TooLarge(FILE_LIMIT);
  const format = readerOfFile({ name, mediaType: given.mediaType, bytes: await endsOf(file) });
  if (!format) return unreadable(`A file of this kind (${name.slice(-40)})`);
  const title = parseTitle(form.words('title') ?? '', 'title');
  const mediaType = given.mediaType || (READERS[format].mediaTypes[0] ?? '');
  const clean = form.words('clean') !== 'false';
  return {
    what: { format, file, mediaType, name: name.toWellFormed().slice(-300) },
    clean,
    ...(title !== '' && { title }),
  };
};

/** Reads a request for an article to be read; throws `Invalid` when it is none. */
export const parseSent = async (body: unknown): Promise<Sent | Unreadable> => {
  if (body instanceof Form) return sentForm(body);
  const fields = record(body, '');
  const names = [...(Object.keys(NAMED) as (keyof typeof NAMED)[]), 'url' as const];
  const given = names.filter((name) => own(fields, name) !== undefined);
  const named = given[0];
  if (!named || given.length > 1) throw new Invalid('', `exactly one of ${names.join(', ')} is expected`);
  const title = optional(parseTitle)(own(fields, 'title'), 'title');
  const clean = optional(flag)(own(fields, 'clean'), 'clean') ?? true;
  if (named === 'url') {
    filledText(4_000)(own(fields, 'url'), 'url');
    return { what: { address: address(own(fields, 'url'), 'url') }, clean, ...(title && { title }) };
  }
  if (!isReader(named)) return unreadable(`"${named}"`);
  const file = new TextEncoder().encode(filledText(LONGEST[named])(own(fields, named), named));
  const what = { format: named, file, mediaType: NAMED[named], name: '', charset: 'utf-8' };
  return { what, clean, ...(title && { title }) };
};

/** What was sent as it is read: where it is an address, what stands there. Otherwise why not. */
export const incomingOf = async (
  arrivals: Arrivals,
  { what }: Sent,
  by: string,
  held: boolean,
  way: ArrivalWay,
): Promise<Incoming | Answer> => {
  if ('format' in what) return what;
  const fetched = await arrivals.fetched({ address: what.address, by, held }, way);
  if ('format' in fetched) return fetched;
  if ('unreadable' in fetched)
    return problem(415, 'unsupported', unreadable(`What stands there (${fetched.unreadable})`).unreadable);
  return problem(422, 'not-fetched', fetched.words, { where: 'url', because: fetched.unfetched });
};
