import { type Problem, problemOf } from './api.ts';
import { t } from './strings/index.ts';

/** A file that came, and what it is called. */
export interface Downloaded {
  readonly file: Blob;
  readonly name: string;
}

/** What a file is called (RFC 6266: once as it is, once in ASCII). */
const nameIn = (disposition: string): string => {
  const [, full] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  const [, plain] = /filename="([^"]*)"/.exec(disposition) ?? [];
  return full ? decodeURIComponent(full) : (plain ?? 'article');
};

/** So many bytes are handed to the browser at once, which puts large blobs on its disk: a page holds no more than this of a large file. */
const HANDED_OVER = 16_000_000;

/** Fetches a file, telling how many bytes of it are there; nothing when it is called off. */
export const download = async (
  address: string,
  signal: AbortSignal,
  arrived: (bytes: number) => void,
): Promise<Downloaded | { readonly problem: Problem } | undefined> => {
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) {
      return { problem: problemOf(response.status, await response.json().catch(() => undefined)) };
    }
    const handed: Blob[] = [];
    let chunks: Uint8Array<ArrayBuffer>[] = [];
    let [bytes, here] = [0, 0];
    for (const reader = response.body?.getReader(); reader; ) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      bytes += value.length;
      here += value.length;
      if (here > HANDED_OVER) {
        handed.push(new Blob(chunks));
        [chunks, here] = [[], 0];
      }
      arrived(bytes);
    }
    const type = response.headers.get('content-type') ?? '';
    return {
      file: new Blob([...handed, ...chunks], { type }),
      name: nameIn(response.headers.get('content-disposition') ?? ''),
    };
  } catch {
    return signal.aborted ? undefined : { problem: { kind: 'offline', words: t('problem.offline') } };
  }
};

/** Saves a file as the browser saves what is downloaded. */
export const save = ({ file, name }: Downloaded): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
