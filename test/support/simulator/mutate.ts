import { registerHooks } from 'node:module';
import { MUTANTS } from './mutants.ts';

/** Loaded before a run with `MUTANT` set: puts the mutant's passage in the place of the original as its file is loaded. */
const mutant = MUTANTS[process.env.MUTANT ?? ''];
if (!mutant) throw new Error(`MUTANT is one of ${Object.keys(MUTANTS).join(', ')}`);

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    const mutation = mutant.find(({ file }) => url.endsWith(`/${file}`));
    if (!mutation) return loaded;
    const source = String(loaded.source);
    if (source.split(mutation.passage).length !== 2)
      throw new Error(`${mutation.file} no longer has the passage of "${process.env.MUTANT}" once`);
    return { ...loaded, source: source.replace(mutation.passage, () => mutation.instead) };
  },
});
