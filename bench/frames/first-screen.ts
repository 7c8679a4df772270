import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figures } from '../statistics.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');

const read = (path: string): string => readFileSync(join(CLIENT, path), 'utf8');

/** The files of the build that a file brings along at once: by `src`, `href`, static and dynamic `import` of scripts. */
const named = (text: string, all: readonly string[]): readonly string[] =>
  all.filter((name) => text.includes(name.slice(name.lastIndexOf('/') + 1)));

/**
 * Kilobytes, gzip, that a browser has loaded when the room of an article can be used: the page, its scripts and styles, and what the
 * workspace imports. Fonts come after the text is on screen and are counted by themselves; `german` is what is fetched besides for who reads German.
 */
export const firstScreen = (): Figures => {
  const assets = readdirSync(join(CLIENT, 'assets')).map((name) => `assets/${name}`);
  const code = assets.filter((name) => /\.(js|css)$/.test(name));
  const loaded = new Set<string>(['index.html']);
  const wait = named(read('index.html'), code).concat(code.filter((name) => /\/workspace-/.test(name)));
  for (const name of wait) {
    if (loaded.has(name)) continue;
    loaded.add(name);
    if (name.endsWith('.js')) wait.push(...staticImports(read(name), code));
  }
  const size = (names: readonly string[]): number =>
    names.reduce((all, name) => all + gzipSync(read(name)).length, 0) / 1_000;
  const all = [...loaded];
  return {
    all: size(all),
    scripts: size(all.filter((name) => name.endsWith('.js'))),
    styles: size(all.filter((name) => name.endsWith('.css'))),
    german: size(code.filter((name) => /\/german-/.test(name))),
  };
};

const staticImports = (source: string, code: readonly string[]): readonly string[] =>
  named([...source.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(([, name]) => name).join(' '), code);
