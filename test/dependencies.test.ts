import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');

/** Licences under which something may be installed; those of code that we hand on are a part of them. */
const LICENCES: ReadonlySet<string> = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'Apache-2.0'],
  ...['MIT OR Apache-2.0', 'PSF-2.0', 'MPL-2.0', 'OFL-1.1'],
]);

/** Packages that do not name their licence where it belongs, by the file that has it. */
const ELSEWHERE: Readonly<Record<string, RegExp>> = { 'xmlhttprequest-ssl': /LICENSE/ };

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly licenses?: readonly { readonly type: string }[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

describe('the packages we build on', () => {
  const own: Manifest = JSON.parse(read('package.json'));
  const direct = Object.entries({ ...own.dependencies, ...own.devDependencies });
  const page = read('docs/dependencies.md');

  it('are each under a licence that we can take', () => {
    const lock: Readonly<Record<string, Manifest>> = JSON.parse(read('package-lock.json')).packages;
    const manifests = globSync('node_modules/{*,@*/*}/package.json', { cwd: project }).map(
      (path): Manifest => JSON.parse(read(path)),
    );
    const all = [...Object.entries(lock).map(([path, each]) => ({ name: path, ...each })), ...manifests];
    assert.ok(manifests.length > 100);
    const wrong = all.flatMap(({ name = '', license, licenses }) => {
      const said = license ?? licenses?.map(({ type }) => type).join(' OR ');
      // The empty package in the place of the canvas is ours.
      const known = Object.keys(ELSEWHERE).some((each) => name.endsWith(each));
      const isOurs = name === '' || /no-canvas|@napi-rs\/canvas$/.test(name);
      return isOurs || known || LICENCES.has(said ?? '') ? [] : [`${name}: ${said}`];
    });
    assert.deepEqual(wrong, []);
    for (const [name, file] of Object.entries(ELSEWHERE))
      assert.ok(
        globSync(`node_modules/${name}/*`, { cwd: project }).some((path) => file.test(path)),
        name,
      );
  });

  it('are named one by one with their exact version in docs/dependencies.md', () => {
    const wrong = direct.filter(([name, version]) => {
      const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`));
      return !row?.startsWith(`| ${name} | ${version.startsWith('file:') ? '–' : version} |`);
    });
    assert.deepEqual(wrong, []);
    const rows = [...page.matchAll(/^\| (@?[a-z][\w./-]*) \|/gm)].map(([, name = '']) => name);
    const gone = rows.filter((name) => name !== 'dependency' && !direct.some(([each]) => each === name));
    assert.deepEqual(gone, []);
  });

  it('are exactly those of the lock: no range, no address of a registry', () => {
    const ranges = direct.filter(([, version]) => !/^(\d+\.\d+\.\d+|file:.*)$/.test(version));
    assert.deepEqual(ranges, []);
  });
});
