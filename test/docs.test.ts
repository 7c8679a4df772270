import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsPage } from './support/permissions-page.ts';

const project = join(import.meta.dirname, '..');
const page = readFileSync(join(project, 'docs/architecture.md'), 'utf8');

/** The hunks of the diffs that a page shows, each with the file it changes. */
const hunksOf = (text: string): readonly { readonly file: string; readonly lines: readonly string[] }[] =>
  [...text.matchAll(/```diff\n([\s\S]*?)```/g)].flatMap(([, diff = '']) =>
    diff
      .split(/^--- .*\n\+\+\+ b\//m)
      .slice(1)
      .flatMap((change) => {
        const [file = '', ...hunks] = change.split(/\n(?=@@)/);
        return hunks.map((hunk) => ({ file, lines: hunk.split('\n').slice(1) }));
      }),
  );

describe('docs/architecture.md', () => {
  it('shows diffs that still fit the files they change', () => {
    const hunks = hunksOf(page);
    assert.ok(hunks.length >= 4);
    for (const { file, lines } of hunks) {
      const before = lines.filter((line) => line.startsWith(' ') || line.startsWith('-')).map((line) => line.slice(1));
      if (before.length === 0) assert.ok(!existsSync(join(project, file)), `${file} is there already`);
      else assert.ok(readFileSync(join(project, file), 'utf8').includes(before.join('\n')), `${file} has changed`);
    }
  });

  it('names only files that are there', () => {
    for (const [, path = ''] of page.matchAll(/`((?:shared|server|client|test|docs|bench)\/[\w./-]+)`/g)) {
      assert.ok(existsSync(join(project, path)), path);
    }
  });
});

describe('docs/permissions.md', () => {
  it('says what the code has: node test/support/permissions-page.ts > docs/permissions.md', () => {
    assert.equal(readFileSync(join(project, 'docs/permissions.md'), 'utf8'), permissionsPage());
  });
});

describe('docs/threat-model.md', () => {
  it('names only files and tests that are there', () => {
    const model = readFileSync(join(project, 'docs/threat-model.md'), 'utf8');
    const named = [...model.matchAll(/`((?:shared|server|client|test|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    assert.ok(named.length > 40);
    assert.deepEqual(
      named.filter((path) => !existsSync(join(project, path))),
      [],
    );
  });
});
