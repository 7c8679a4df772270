import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breaches, importsOf, type Sources } from './support/imports.ts';
import { unusedExports } from './support/unused-exports.ts';

const project = join(import.meta.dirname, '..');

const tree = (): Sources =>
  Object.fromEntries(
    globSync('{shared,server,client,test,bench}/**/*.{ts,tsx}', { cwd: project, exclude: ['bench/node_modules'] }).map(
      (path) => [path.replaceAll('\\', '/'), readFileSync(join(project, path), 'utf8')],
    ),
  );

const catches = (rule: string, sources: Sources, ...expected: readonly string[]): void => {
  it(`catches ${rule}`, () => assert.deepEqual(breaches(sources), expected));
};

const lets = (rule: string, sources: Sources): void => {
  it(`lets ${rule}`, () => assert.deepEqual(breaches(sources), []));
};

describe('architecture', () => {
  it('holds in the whole tree', () => assert.deepEqual(breaches(tree()), [])).timeout(60_000);

  describe('exports', () => {
    it('have a use in the whole tree', () => assert.deepEqual(unusedExports(tree()), [])).timeout(60_000);
    it('without one are caught, though they are used at home or named in a comment', () =>
      assert.deepEqual(
        unusedExports({
          'shared/a.ts': 'export const limit = 3;\nexport const far = (n: number) => n > limit;',
          'server/b.ts': "import { far } from '../shared/a.ts'; // not limit\nfar(2);",
        }),
        ['shared/a.ts exports limit, which no other file uses'],
      ));
  });

  describe('borders', () => {
    catches(
      'shared importing a Node builtin',
      { 'shared/a.ts': `import { join } from 'node:path';` },
      'shared/a.ts:1 imports node:path, which shared may not',
    );
    catches(
      'shared importing the server, as a type too',
      { 'shared/a.ts': `import type { Room } from '../server/room.ts';` },
      'shared/a.ts:1 imports server/room.ts, which shared may not',
    );
    catches(
      'shared importing an editor package',
      { 'shared/a.ts': `import { EditorState } from 'prosemirror-state';` },
      'shared/a.ts:1 imports prosemirror-state, which shared may not',
    );
    catches(
      'client importing the server, dynamically and over lines',
      { 'client/a.ts': `const a = 1;\nconst room = await import(\n  '../server/room.ts'\n);` },
      'client/a.ts:3 imports server/room.ts, which client may not',
    );
    catches(
      'client importing a Node builtin',
      { 'client/a.tsx': `import 'node:fs';` },
      'client/a.tsx:1 imports node:fs, which client may not',
    );
    catches(
      'server re-exporting the client',
      { 'server/a.ts': `export * from '../client/session.ts';` },
      'server/a.ts:1 imports client/session.ts, which server may not',
    );
    catches(
      'server naming a client type in place',
      { 'server/a.ts': `type S = import('../client/session.ts').Session;` },
      'server/a.ts:1 imports client/session.ts, which server may not',
    );
    catches(
      'server or client importing test',
      { 'server/a.ts': `import { n } from '../test/n.ts';`, 'client/a.ts': `import { n } from '../test/n.ts';` },
      'server/a.ts:1 imports test/n.ts, which server may not',
      'client/a.ts:1 imports test/n.ts, which client may not',
    );
    catches(
      'a store imported outside main, admin and tests',
      {
        'server/app.ts': `import { sqliteStore } from './storage/sqlite.ts';`,
        'server/main.ts': `import { sqliteStore } from './storage/sqlite.ts';`,
        'test/server/a.test.ts': `import { memoryStore } from '../../server/storage/memory.ts';`,
      },
      'server/app.ts:1 imports server/storage/sqlite.ts, a store, which only server/main.ts, server/admin.ts, server/cli/move.ts, server/storage/open-stores.ts and tests may',
    );
    catches(
      'an import whose name is computed',
      { 'server/a.ts': `const a = await import(name);` },
      'server/a.ts:1 imports a computed name: import(',
    );
    lets('each import what it may', {
      'shared/a.ts': `import { Node } from 'prosemirror-model';\nimport { b } from './b.ts';`,
      'server/a.ts': `import { join } from 'node:path';\nimport express from 'express';\nimport { a } from '../shared/a.ts';`,
      'client/a.tsx': `import './styles/a.css';\nimport { h } from 'preact/hooks';\nimport { a } from '../shared/a.ts';`,
      'test/a.test.ts': `import { a } from '../server/a.ts';\nimport { c } from '../client/c.ts';`,
    });
  });

  describe('circles', () => {
    catches(
      'two modules that need each other',
      { 'shared/a.ts': `import { b } from './b.ts';`, 'shared/b.ts': `export { a } from './a.ts';` },
      'circle: shared/a.ts → shared/b.ts → shared/a.ts',
    );
    catches(
      'a ring of three, behind a way in',
      {
        'shared/in.ts': `import { a } from './a.ts';`,
        'shared/a.ts': `import { b } from './b.ts';`,
        'shared/b.ts': `import { type C, c } from './c.ts';`,
        'shared/c.ts': `import { type A } from './a.ts';`,
      },
      'circle: shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts',
    );
    lets('types go round', {
      'shared/a.ts': `import { b } from './b.ts';`,
      'shared/b.ts': `import type { A } from './a.ts';`,
    });
  });

  describe('form', () => {
    catches(
      'a relative import without its ending',
      { 'shared/a.ts': `import { b } from './b';` },
      'shared/a.ts:1 imports ./b, which does not end in .ts or .tsx',
    );
    catches(
      'a stylesheet outside the client',
      { 'server/a.ts': `import './a.css';` },
      'server/a.ts:1 imports ./a.css, which does not end in .ts or .tsx',
    );
    catches('a default export', { 'test/a.ts': `export default 1;` }, 'test/a.ts:1 exports a default: export default');
    catches(
      'an enum',
      { 'server/a.ts': `\nexport const enum A { B }` },
      'server/a.ts:1 has an enum: export const enum A',
    );
  });

  describe('purity of shared', () => {
    for (const impure of [
      'Date.now',
      'new Date()',
      'Date(',
      'Math.random',
      'crypto.',
      'setTimeout',
      'document.',
      'window.',
      'process.',
      'globalThis',
    ])
      catches(impure, { 'shared/a.ts': `const a =\n  ${impure}` }, `shared/a.ts:2 is not pure: ${impure}`);
    lets('a date be read, a source be a document, and words be words', {
      'shared/a.ts':
        'const at = new Date(time);\n// never Date.now()\nconst kinds = { document: "window.", process: `Math.random` };\nclaim.document.title;',
    });
    lets('the server have a clock', { 'server/a.ts': `const now = Date.now();` });
  });

  describe('what counts as an import', () => {
    const reads = (says: string, source: string, ...expected: readonly string[]): void => {
      it(says, () =>
        assert.deepEqual(
          importsOf(source).map((it) => it.specifier),
          expected,
        ),
      );
    };
    reads('none in comments', `// import a from 'a';\n/* import b from 'b';\n */`);
    reads('none in strings', `const text = "import a from 'a'"; const more = \`import('b')\`;`);
    reads('one inside a template', `const t = \`x \${{ a: await import("a") }} y\`; import "b";`, 'b', 'a');
    reads('one after a regular expression with quotes', `const r = /['"\`]/g;\nimport { a } from 'a';`, 'a');
    reads('one after a division', `const half = a / 2; const b = c / 'd'.length;\nimport 'e';`, 'e');
    reads('one after an apostrophe in JSX', `const a = <p>Don't</p>;\nimport { b } from 'b';`, 'b');
    reads('one over many lines', `import {\n  a,\n  type B,\n} from\n  'c';`, 'c');
    reads('one right after a declaration', `export class A {}\nexport {}\nimport * as b from 'b';`, 'b');
    reads('not import.meta nor a method', `import.meta.url; reader.import('a'); x.export;`);
  });
});

describe('npm test', () => {
  it('runs every test file, and none of them twice', () => {
    const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    const patterns = [...scripts.test.matchAll(/'([^']+)'/g)].map(([, pattern]) => pattern);
    const run = patterns.flatMap((pattern) => globSync(pattern, { cwd: project }));
    assert.deepEqual(run.toSorted(), globSync('test/**/*.test.ts', { cwd: project }).toSorted());
  });
});
