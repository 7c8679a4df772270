import { address, choice, integer, own, type Parse, record, text } from './parsing.ts';

/** The bytes that an article was read from, kept as they came. */
export interface Original {
  /** Of the bytes, in hex. */
  readonly sha256: string;
  /** Without parameters, such as `text/html`. */
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** What the file was called; empty when it was no file. */
  readonly name: string;
}

const DIRECTIONS = { ltr: 'left to right', rtl: 'right to left' } as const;

/** Where an article came from, and what it said of itself there: absent is what it did not say. */
export interface Origin {
  /** The reader that read it, such as `text` or `html`. */
  readonly format: string;
  /** The address it was read from; empty when it was pasted or uploaded. */
  readonly url: string;
  /** BCP 47; empty when unknown. */
  readonly language: string;
  readonly byline?: string;
  readonly outlet?: string;
  /** ISO 8601, as precise as it was said. */
  readonly published?: string;
  readonly changed?: string;
  readonly direction?: keyof typeof DIRECTIONS;
  /** The address that it names as its own. */
  readonly canonical?: string;
  readonly original?: Original;
}

const parseOriginal: Parse<Original> = (value, where) => {
  const fields = record(value, where);
  return {
    sha256: text(64)(own(fields, 'sha256'), `${where}.sha256`),
    mediaType: text(200)(own(fields, 'mediaType'), `${where}.mediaType`),
    size: integer(0)(own(fields, 'size'), `${where}.size`),
    name: text(300)(own(fields, 'name') ?? '', `${where}.name`),
  };
};

/** What an article may say of itself, each read by its parser. */
const SAID = {
  byline: text(500),
  outlet: text(300),
  published: text(40),
  changed: text(40),
  direction: choice(DIRECTIONS),
  canonical: address,
  original: parseOriginal,
} as const satisfies { readonly [K in keyof Origin]?: Parse<Origin[K]> };

/** Reads where an article came from; what older logs do not say is absent. */
export const parseOrigin: Parse<Origin> = (value, where) => {
  const fields = record(value, where);
  const said = Object.entries(SAID).flatMap(([key, parse]): [string, unknown][] => {
    const given = own(fields, key);
    return given === undefined ? [] : [[key, parse(given, `${where}.${key}`)]];
  });
  return {
    format: text(40)(own(fields, 'format') ?? '', `${where}.format`),
    url: address(own(fields, 'url') ?? '', `${where}.url`),
    language: text(40)(own(fields, 'language') ?? '', `${where}.language`),
    ...Object.fromEntries(said),
  };
};
