import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

type ChunkingContext = Rolldown.ChunkingContext;

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** All that is loaded with a module: what it imports, and what that imports. */
const loadedWith = (entry: string, importsOf: (id: string) => readonly string[]): ReadonlySet<string> => {
  const found = new Set([entry]);
  for (const id of found) for (const each of importsOf(id)) found.add(each);
  return found;
};

/**
 * All that the room of an article takes and the page has not yet, in one file: in the twenty that it would be, the same words are
 * compressed again and again.
 */
const workspace = () => {
  const entry = folder('client/views/workspace/workspace.tsx');
  let loaded: ReadonlySet<string> | undefined;
  return {
    debugName: 'workspace',
    name: (id: string, modules: ChunkingContext): string | null => {
      loaded ??= loadedWith(entry, (each) => modules.getModuleInfo(each)?.importedIds ?? []);
      return loaded.has(id) ? 'workspace' : null;
    },
    priority: 1,
  };
};

/** The files of a package that it fetches as it goes: the tables and typefaces of PDFs, under an address that says their version. */
const pdfFiles = (): Plugin => ({
  name: 'pdf-files',
  generateBundle() {
    const home = folder('node_modules/pdfjs-dist/');
    const { version } = JSON.parse(readFileSync(`${home}package.json`, 'utf8'));
    const files = ['cmaps', 'standard_fonts', 'wasm'].flatMap((part) =>
      readdirSync(home + part).map((name) => `${part}/${name}`),
    );
    for (const file of files.filter((each) => !each.endsWith('.wasm') && !each.includes('quickjs')))
      this.emitFile({ type: 'asset', fileName: `assets/pdf-${version}/${file}`, source: readFileSync(home + file) });
  },
});

// No inline scripts or styles in what is built: the server sends a strict Content-Security-Policy.
export default defineConfig({
  root: folder('client'),
  plugins: [pdfFiles()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: folder('dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700, // pdf.js, which comes when a PDF is looked at
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'], priority: 2 }, workspace()] } },
    },
  },
});
