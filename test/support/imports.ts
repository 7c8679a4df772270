import { posix } from 'node:path';

/** What the tree must not do, read off the sources alone: `{path: source}` in, one sentence a breach out. */
export type Sources = Readonly<Record<string, string>>;

interface Import {
  readonly specifier: string;
  /** `import type` and `export type`: gone when the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

interface Border {
  /** Folders of the tree it may import from. */
  readonly zones: readonly string[];
  /** Packages it may import; a name that ends in `*` is a beginning. */
  readonly packages: readonly string[];
}

const BORDERS: Readonly<Record<string, Border>> = {
  shared: { zones: ['shared'], packages: ['prosemirror-model', 'prosemirror-transform'] },
  server: { zones: ['server', 'shared'], packages: ['*'] },
  client: {
    zones: ['client', 'shared'],
    packages: [
      'preact',
      '@preact/signals',
      'prosemirror-*',
      'socket.io-client',
      '@fontsource-variable/*',
      'idb',
      'jsep',
      'fraction.js',
      'pdfjs-dist',
    ],
  },
  bench: { zones: ['bench', 'test', 'shared', 'server', 'client'], packages: ['*'] },
  test: { zones: ['test', 'bench', 'shared', 'server', 'client'], packages: ['*'] },
};

const OPENER = 'server/storage/open-stores.ts';
const STORES = ['server/storage/memory.ts', 'server/storage/sqlite.ts', 'server/storage/postgres.ts', OPENER];
const STARTERS = ['server/main.ts', 'server/admin.ts', 'server/cli/move.ts', OPENER];
const CLIENT_ASSET = /\.(css|svg|woff2)$/;

const IMPURE: readonly RegExp[] = [
  /\bDate\s*\.\s*now\b/,
  /\bnew\s+Date\s*(?:\(\s*\)|;)/,
  /(?<![.\w$]|new\s)Date\s*\(/,
  /\bMath\s*\.\s*random\b/,
  /(?<![.\w$])(?:crypto|document|window|process|performance|navigator|localStorage)\s*\??\s*[.[]/,
  /(?<![.\w$])(?:setTimeout|setInterval|setImmediate|queueMicrotask|fetch)\b/,
  /(?<![.\w$])globalThis\b/,
];

export const breaches = (sources: Sources): readonly string[] => [
  ...Object.entries(sources).flatMap(([path, source]) => {
    const imports = importsOf(source);
    return [
      ...imports.flatMap((it) => breachOfImport(path, it).map((says) => `${path}:${it.line} ${says}`)),
      ...breachesOfText(path, lex(source).code).map((says) => `${path}:${says}`),
    ];
  }),
  ...circles(sources).map((circle) => `circle: ${circle.join(' → ')}`),
];

const zoneOf = (path: string): string => path.split('/')[0] ?? '';

const breachOfImport = (path: string, { specifier }: Import): readonly string[] => {
  const zone = zoneOf(path);
  const border = Object.hasOwn(BORDERS, zone) ? BORDERS[zone] : undefined;
  if (border === undefined) return [`is in no known folder`];
  if (!specifier.startsWith('.')) {
    const allowed = border.packages.some((name) => isPackage(specifier, name));
    return allowed ? [] : [`imports ${specifier}, which ${zone} may not`];
  }
  const target = posix.join(posix.dirname(path), specifier);
  const found: string[] = [];
  if (!border.zones.includes(zoneOf(target))) found.push(`imports ${target}, which ${zone} may not`);
  if (!/\.tsx?$/.test(target) && !(zone === 'client' && CLIENT_ASSET.test(target)))
    found.push(`imports ${specifier}, which does not end in .ts or .tsx`);
  if (STORES.includes(target) && !['test', 'bench'].includes(zone) && !STARTERS.includes(path))
    found.push(`imports ${target}, a store, which only ${STARTERS.join(', ')} and tests may`);
  return found;
};

const isPackage = (specifier: string, name: string): boolean =>
  name.endsWith('*') ? specifier.startsWith(name.slice(0, -1)) : specifier === name || specifier.startsWith(`${name}/`);

const breachesOfText = (path: string, code: string): readonly string[] => {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/\bexport\s+default\b|\bas\s+default\b/, 'exports a default'],
    [/^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w/m, 'has an enum'],
    ...(zoneOf(path) === 'test' ? [] : [[/(?<![.\w$])import\s*\((?!\s*")/, 'imports a computed name'] as const]),
    ...(zoneOf(path) === 'shared' ? IMPURE.map((impure) => [impure, 'is not pure'] as const) : []),
  ];
  return rules.flatMap(([rule, says]) => {
    const match = rule.exec(code);
    return match === null ? [] : [`${lineAt(code, match.index)} ${says}: ${match[0].trim()}`];
  });
};

/** Rings of modules that need each other when the program runs, each named once. */
const circles = (sources: Sources): readonly (readonly string[])[] => {
  const found: (readonly string[])[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path]);
    if (start >= 0 || done.has(path)) return;
    for (const target of needs(sources, path)) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of Object.keys(sources)) visit(path, []);
  return found;
};

const needs = (sources: Sources, path: string): readonly string[] =>
  importsOf(sources[path] ?? '')
    .filter((it) => !it.typeOnly && it.specifier.startsWith('.'))
    .map((it) => posix.join(posix.dirname(path), it.specifier))
    .filter((target) => Object.hasOwn(sources, target));

/** Every import of a module: static, for effect, re-exported, dynamic, `import('…')` in a type, `require`. */
export const importsOf = (source: string): readonly Import[] => {
  const { code, strings } = lex(source);
  const clause = String.raw`(?:(?!\b(?:import|export)\b)[\w$\s{},*])*?`;
  const forms = [
    new RegExp(
      String.raw`(?<![.\w$])(?:import|export)\s+(?<type>type\s+(?!from\b))?${clause}\bfrom\s*"(?<string>\d+)"`,
      'g',
    ),
    /(?<![.\w$])import\s*"(?<string>\d+)"/g,
    /(?<![.\w$])(?:import|require)\s*\(\s*"(?<string>\d+)"/g,
  ];
  return forms.flatMap((form) =>
    [...code.matchAll(form)].map((match) => ({
      specifier: strings[Number(match.groups?.string)] ?? '',
      typeOnly: match.groups?.type !== undefined,
      line: lineAt(code, match.index + match[0].length),
    })),
  );
};

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

interface Lexed {
  readonly code: string;
  readonly strings: readonly string[];
}

const known = new Map<string, Lexed>();

/** The code without comments and regular expressions, on the same lines, each string replaced by `"its number"`. */
export const lex = (source: string): Lexed => {
  const before = known.get(source);
  if (before) return before;
  const lexed = lexedAnew(source);
  known.set(source, lexed);
  return lexed;
};

const lexedAnew = (source: string): Lexed => {
  const strings: string[] = [];
  const templates: number[] = []; // depths of braces at which a template goes on
  let code = '';
  let depth = 0;
  let at = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match !== null) at += match[0].length;
    return match;
  };
  const lines = (text: string): string => text.replace(/[^\n]/g, '');
  const string = (text: string): void => {
    code += `"${strings.push(text) - 1}"${lines(text)}`;
  };
  const template = (): void => {
    string(take(/(?:\\.|\$(?!\{)|[^\\`$])*/sy)?.[0] ?? '');
    if (take(/\$\{/y) === null) take(/`/y);
    else {
      code += '+(';
      templates.push(depth);
    }
  };

  while (at < source.length) {
    code += take(PLAIN)?.[0] ?? '';
    const blank = take(/\/\/[^\n]*|\/\*.*?\*\//sy) ?? (source[at] === '/' && beforeRegExp(code) ? take(REGEXP) : null);
    if (blank !== null) {
      code += ` ${lines(blank[0])}`;
      continue;
    }
    const quoted = take(/(['"])((?:\\.|(?!\1)[^\\\n])*)(?:\1|(?=\n)|$)/sy);
    if (quoted !== null) {
      string(quoted[2] ?? '');
      continue;
    }
    const character = source[at++] ?? '';
    if (character === '`') template();
    else if (character === '}' && templates.at(-1) === depth) {
      templates.pop();
      code += ')+';
      template();
    } else {
      if (character === '{') depth++;
      if (character === '}') depth--;
      code += character;
    }
  }
  return { code, strings };
};

/** What is neither a quote nor a brace nor can begin a comment or a regular expression. */
const PLAIN = /[^'"`{}/]+/y;

const REGEXP = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^\\/[\n])+\/[a-z]*/y;

const beforeRegExp = (code: string): boolean =>
  /(?:^|[(,=:[!&|?{};+\-*%>~^]|\b(?:return|typeof|case|in|of|do|else|void|await|yield))$/.test(
    code.slice(-200).trimEnd(),
  );
