import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A page with what its gold says of it, as far as it says anything. */
export interface Case {
  readonly id: string;
  readonly html: Uint8Array;
  readonly body?: string;
  readonly title?: string;
  /** ISO 8601, or the beginning of it. */
  readonly date?: string;
  readonly wanted?: readonly string[];
  readonly unwanted?: readonly string[];
}

const OPEN = new URL('../../../shared/material/02-extraction/open/', import.meta.url);

/** Whether the material lies beside the repository. */
export const isThere = (): boolean => existsSync(OPEN);

const bytesOf = (path: string): Uint8Array => {
  const bytes = readFileSync(new URL(path, OPEN));
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

/** A file of the material as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: the files are described by their SOURCE, not by types here.
export const jsonOf = (path: string): any => JSON.parse(Buffer.from(bytesOf(path)).toString('utf8'));

const page = (folder: string, name: string): Uint8Array => {
  const names = readdirSync(new URL(`${folder}/`, OPEN));
  const found = [name, `${name}.gz`, `${name}.html.gz`].find((each) => names.includes(each));
  if (!found) throw new Error(`no ${name} in ${folder}`);
  return bytesOf(`${folder}/${encodeURIComponent(found)}`);
};

const filled = <T>(value: T | null | undefined): T | undefined => (value === '' || value === null ? undefined : value);

const aeb = (): readonly Case[] =>
  Object.entries<{ readonly articleBody: string }>(jsonOf('aeb/ground-truth.json.gz')).map(([id, { articleBody }]) => ({
    id,
    html: page('aeb/html', id),
    body: articleBody,
  }));

interface Fundus {
  readonly id: string;
  readonly html: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly text: string;
}

const fundus = (): readonly Case[] =>
  jsonOf('fundus/gold.json.gz').map(({ id, html, title, date, text }: Fundus): Case => {
    const said = { title: filled(title), date: filled(date) };
    return {
      id,
      html: page('fundus/html', html.split('/').at(-1) ?? html),
      body: text,
      ...(said.title && { title: said.title }),
      ...(said.date && { date: said.date }),
    };
  });

interface Trafilatura {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly title?: string;
  readonly date?: string;
}

const trafilatura = (): readonly Case[] =>
  Object.values<Trafilatura>(jsonOf('trafilatura/evaldata.json')).map((each) => ({
    id: each.file,
    html: page('trafilatura/html', each.file),
    wanted: each.with,
    unwanted: each.without,
    ...(each.title && { title: each.title }),
    ...(each.date && { date: each.date }),
  }));

const readability = (): readonly Case[] =>
  readdirSync(new URL('readability/', OPEN)).map((id) => {
    const { title, publishedTime } = jsonOf(`readability/${id}/expected-metadata.json.gz`);
    return {
      id,
      html: bytesOf(`readability/${id}/source.html.gz`),
      ...(title && { title }),
      ...(publishedTime && { date: publishedTime }),
    };
  });

/** The open halves of the scorers' own sets. */
export const SETS = { aeb, fundus, trafilatura, readability } as const;

/** A page copied whole, with the article in it. */
export interface PlainPage {
  readonly id: string;
  readonly text: string;
  readonly gold: string;
  readonly title?: string;
}

/** The pages of aeb and fundus as their `innerText`. */
export const PLAIN = (): readonly PlainPage[] =>
  Object.entries<Omit<PlainPage, 'id'>>(jsonOf('plain-text/pages.json.gz'))
    .map(([id, page]) => ({ id, ...page }))
    .filter(({ text }) => text !== '');

/** A page as a browser prints it, with the article in it. */
export interface PrintedPage {
  readonly id: string;
  readonly pdf: Uint8Array;
  readonly gold: string;
  readonly title: string;
}

/** Some pages of fundus, printed. */
export const PRINTED = (): readonly PrintedPage[] =>
  Object.entries<Omit<PrintedPage, 'id' | 'pdf'>>(jsonOf('pdf/gold.json.gz')).map(([id, { gold, title }]) => ({
    id,
    gold,
    title,
    pdf: new Uint8Array(bytesOf(`pdf/${id}`)),
  }));
