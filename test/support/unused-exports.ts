import { lex, type Sources } from './imports.ts';

const VALUE = /^export (?:async )?(?:const|function|class) ([\w$]+)/gm;

/** The values that a file of the product exports and no other file names: each as its path and its name. */
export const unusedExports = (sources: Sources): readonly string[] => {
  const codes = Object.entries(sources).map(([path, source]) => ({ path, code: lex(source).code }));
  const namedIn = new Map<string, number>();
  for (const { code } of codes)
    for (const name of new Set(code.match(/[\w$]+/g))) namedIn.set(name, (namedIn.get(name) ?? 0) + 1);
  return codes
    .filter(({ path }) => /^(?:shared|server|client)\//.test(path))
    .flatMap(({ path, code }) =>
      [...code.matchAll(VALUE)]
        .map(([, name = '']) => name)
        .filter((name) => namedIn.get(name) === 1)
        .map((name) => `${path} exports ${name}, which no other file uses`),
    );
};
