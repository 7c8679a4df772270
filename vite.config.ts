import { fileURLToPath } from 'node:url';
import { defineConfig, type Rolldown } from 'vite';

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

// No inline scripts or styles in what is built: the server sends a strict Content-Security-Policy.
export default defineConfig({
  root: folder('client'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: folder('dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'], priority: 2 }, workspace()] } },
    },
  },
});
