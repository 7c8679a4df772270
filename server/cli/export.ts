import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Download } from '../../shared/api/download.ts';
import type { Format } from '../../shared/api/records/out.ts';
import { atServer, failed, SERVER_OPTIONS } from './at-server.ts';
import { type Around, type Called, type Came, type Command, EXIT, Misused, textOf } from './command.ts';

/** An article as it is named on the command line: by its id, or by its address, which also says where it is. */
const articleIn = (word: string): { readonly id: string; readonly server?: string } => {
  const [, server, id] = /^(https?:\/\/.+?)\/articles\/([\w.:-]{1,64})(?:[/?#].*)?$/i.exec(word) ?? [];
  if (server !== undefined && id !== undefined) return { id, server };
  if (!/^[\w.:-]{1,64}$/.test(word)) throw new Misused(`"${word}" is neither the id nor the address of an article.`);
  return { id: word };
};

const audienceIn = (called: Called): 'public' | 'desk' | undefined => {
  const audience = textOf(called, 'audience');
  if (audience === undefined || audience === 'public' || audience === 'desk') return audience;
  throw new Misused(`"${audience}" is no audience. There are: public, desk.`);
};

const formatIn = (formats: readonly Format[], name: string): Format => {
  const format = formats.find((each) => each.format === name);
  if (!format) {
    throw new Misused(`There is no format "${name}". There are: ${formats.map((each) => each.format).join(', ')}.`);
  }
  return format;
};

/** The server's name for the file, without any folder in it. */
const ownName = ({ name }: Download, { extension }: Format): string => {
  const own = basename(name);
  return own === '' || own.startsWith('.') ? `article.${extension}` : own;
};

/** Writes a file whole or not at all; what is there stays there unless it is to be written over. */
const write = async (
  to: string,
  { body }: Download,
  force: boolean,
  { signal, progress }: Pick<Around, 'signal' | 'progress'>,
): Promise<number> => {
  if (!force && existsSync(to)) throw new Misused(`${to} is there already. Write over it with --force.`);
  const part = `${to}.part`;
  const file = createWriteStream(part, { flags: 'wx' });
  const told = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      progress(bytes);
      yield chunk;
    }
  };
  try {
    await pipeline(body, told, file, { signal }).finally(() => progress(1, 1));
    await rename(part, to);
    return file.bytesWritten;
  } catch (error) {
    const isOthers = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (isOthers) throw new Misused(`${part} is there: this is being written already, or was broken off. Remove it.`);
    await rm(part, { force: true });
    throw error;
  }
};

/** Options that are about one article. */
const OF_ARTICLE = ['format', 'state', 'outcome', 'claims', 'audience'] as const;

/** Writes all data of the desk out, for admins. */
const exportDesk = async (called: Called, around: Around): Promise<Came> => {
  const senseless = OF_ARTICLE.find((name) => called.options[name] !== undefined);
  if (called.words.length > 0 || senseless !== undefined)
    throw new Misused('--desk takes all of the desk along: no ARTICLE, and nothing that chooses within one.');
  const { client } = await atServer(called, around);
  try {
    const download = await client.exportDesk({}, { signal: around.signal });
    const own = basename(download.name);
    const file = textOf(called, 'out') ?? (own === '' || own.startsWith('.') ? 'desk.zip' : own);
    if (file === '-') await pipeline(download.body, process.stdout, { end: false, signal: around.signal });
    else {
      const size = await write(file, download, called.options.force === true, around);
      around.print(called.options.json === true ? JSON.stringify({ file, size }, null, 2) : file);
    }
    return { code: EXIT.done };
  } catch (error) {
    if (error instanceof Misused) throw error;
    return failed(error, around);
  }
};

/** Writes an article out, or the desk. */
export const exportCommand: Command = {
  usage: 'export ARTICLE',
  says: 'writes an article out in a format, and says what the format has no place for; or, with --desk, all data of the desk',
  words: [0, 1],
  options: [
    { name: 'desk', says: 'all data of the desk as one ZIP file, for admins; there is no ARTICLE then' },
    {
      name: 'format',
      value: 'FORMAT',
      says: 'such as docx, csv, claimreview, bundle; without it, the formats are listed',
    },
    {
      name: 'out',
      value: 'FILE',
      says: 'where to; - is standard output; without it, the article’s title, in this folder',
    },
    { name: 'force', says: 'writes over a file that is there' },
    {
      name: 'state',
      value: 'STATES',
      says: 'only claims whose work is in one of these, between commas: signed,second',
    },
    {
      name: 'outcome',
      value: 'OUTCOMES',
      says: 'only claims with one of these: ids of ratings, -none, -stale, -disputed',
    },
    { name: 'claims', value: 'IDS', says: 'only these claims' },
    {
      name: 'audience',
      value: 'public|desk',
      says: 'for everyone, or all that you see; without it, as the format has it',
    },
    ...SERVER_OPTIONS,
    { name: 'json', says: 'prints what was written, and what was left out, as JSON' },
  ],
  more: `ARTICLE is the id of an article, or its address.

  touchstone export https://desk.example/articles/vQ3hXb9c --format docx --out moon.docx
  touchstone export --desk --server https://desk.example --out desk.zip && touchstone verify desk.zip

Exit codes: 0 written; 1 the server refused, and says why; 2 called wrongly, or a file cannot be written;
4 the server does not answer; 130 called off.`,
  run: async (called, around) => {
    if (called.options.desk === true) return exportDesk(called, around);
    if (called.words.length === 0) throw new Misused('Say which ARTICLE, or --desk for all of it.');
    const { id, server } = articleIn(called.words[0] ?? '');
    const { client } = await atServer(called, around, server);
    const { signal, print, say } = around;
    const given = (name: string, as = name) => {
      const value = textOf(called, name);
      return value === undefined ? {} : { [as]: value };
    };
    const audience = audienceIn(called);
    const asked = {
      id,
      ...given('state', 'work'),
      ...given('outcome'),
      ...given('claims'),
      ...(audience && { audience }),
    };
    try {
      const { formats, claims } = await client.listFormats(asked, { signal });
      const name = textOf(called, 'format');
      if (name === undefined) {
        for (const each of formats) print(`${each.format.padEnd(16)}${each.label}`);
        return { code: EXIT.done };
      }
      const format = formatIn(formats, name);
      const download = await client.exportArticle({ ...asked, format: name }, { signal });
      const file = textOf(called, 'out') ?? ownName(download, format);
      if (file === '-') await pipeline(download.body, process.stdout, { end: false, signal });
      const size = file === '-' ? undefined : await write(file, download, called.options.force === true, around);
      for (const { words } of format.losses) say(words);
      if (called.options.json === true && file !== '-') {
        const { losses } = format;
        print(JSON.stringify({ file, size, format: name, audience: format.audience, claims, losses }, null, 2));
      } else if (file !== '-') print(file);
      return { code: EXIT.done };
    } catch (error) {
      if (error instanceof Misused) throw error;
      return failed(error, around);
    }
  },
};
