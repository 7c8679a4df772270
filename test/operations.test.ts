import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../server/environment.ts';
import { COUNTED, Metrics } from '../server/metrics.ts';
import { NODE_FLAGS } from '../server/node-flags.ts';
import { STOP_LIMIT } from '../server/stopping.ts';
import { TROUBLES } from '../shared/trouble.ts';

const project = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const page = read('docs/operations.md');
const FOLDER = 'docs/deployment';

/** The variables that the server asks for. */
const variables = (): ReadonlySet<string> => {
  const asked = new Set<string>();
  const all = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get: (_, name) => {
        asked.add(String(name));
        return undefined;
      },
    },
  );
  readEnvironment(all);
  return asked;
};

/** The names in the first column of the table below a heading. */
const tableBelow = (text: string, heading: string): readonly string[] => {
  const section = text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
};

describe('docs/operations.md and docs/deployment', () => {
  it('tell of every variable that the server reads, and of no other; as README does', () => {
    const told = tableBelow(page, 'Variables');
    assert.deepEqual([...told].sort(), [...variables()].sort());
    for (const name of told) assert.ok(read('README.md').includes(`\`${name}\``), `README.md: ${name}`);
  });

  it('start the server with the flags that it is measured with, as npm start does', () => {
    const flags = NODE_FLAGS.join(' ');
    assert.ok(page.includes(`node ${flags} server/main.ts`));
    assert.ok(read(`${FOLDER}/touchstone.service`).includes(`node ${flags} server/main.ts`));
    assert.ok(
      read(`${FOLDER}/Dockerfile`).includes(
        JSON.stringify(['node', ...NODE_FLAGS, 'server/main.ts']).replaceAll(',', ', '),
      ),
    );
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: { readonly start: string } };
    assert.equal(scripts.start, `exec node ${flags} server/main.ts || node ${flags} server/main.ts`);
  });

  it('set only variables that the server reads', () => {
    const ours = variables();
    const set = [
      ...[...read(`${FOLDER}/Dockerfile`).matchAll(/^ENV (.+)$/gm)].flatMap(([, line = '']) => line.split(' ')),
      ...[...read(`${FOLDER}/touchstone.service`).matchAll(/^Environment=(.+)$/gm)].map(([, line = '']) => line),
    ].map((each) => each.split('=')[0] ?? '');
    const [ofServer = ''] = read(`${FOLDER}/compose.yaml`).split('  caddy:\n');
    const composed = [...ofServer.matchAll(/^ {6}([A-Z_]+): /gm)].map(([, name = '']) => name);
    assert.ok(set.length >= 5 && composed.length >= 2);
    for (const name of [...set, ...composed]) assert.ok(ours.has(name) || name === 'NODE_ENV', name);
  });

  it('call only commands, scripts and files that are there, and with README every command', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const { stdout } = spawnSync(process.execPath, ['server/cli/touchstone.ts', 'help'], {
      cwd: project,
      encoding: 'utf8',
    });
    const commands = new Set([...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name));
    // A desk that is run from here has folders of its own beside them.
    const files = readdirSync(join(project, FOLDER), { withFileTypes: true }).filter((each) => each.isFile());
    const all = [page, ...files.map(({ name }) => read(`${FOLDER}/${name}`))].join('\n');
    const called = [...all.matchAll(/(?:touchstone --|touchstone\.ts) ([a-z]+)/g)].map(([, name = '']) => name);
    assert.ok(called.length >= 4);
    for (const name of called) assert.ok(commands.has(name), `touchstone ${name}`);
    const told = `${page}\n${read('README.md')}`;
    const named = new Set(
      [...told.matchAll(/touchstone (?:-- )?([a-z]+)|`([a-z]+)`/g)].flatMap((each) => each.slice(1)),
    );
    assert.deepEqual(
      [...commands].filter((name) => !named.has(name)),
      [],
    );
    for (const [, name = ''] of all.matchAll(/npm run (?:-s )?([\w:]+)/g)) assert.ok(scripts[name], `npm run ${name}`);
    for (const [, path = ''] of all.matchAll(/((?:server|docs)\/[\w./-]+\.(?:ts|md|json|yaml))/g))
      assert.ok(existsSync(join(project, path)), path);
    const copied = [...read(`${FOLDER}/Dockerfile`).matchAll(/^COPY (?!--from)(.+) \S+$/gm)];
    const sources = copied.flatMap(([, line = '']) => line.split(' '));
    assert.ok(sources.length >= 10);
    for (const path of sources) assert.ok(existsSync(join(project, path)), `COPY ${path}`);
    for (const [, path = ''] of page.matchAll(/\]\(((?:deployment|decisions)\/[^)]*)\)/g))
      assert.ok(existsSync(join(project, 'docs', path)), path);
  });

  it('let the second server write to its data folder, which it has in memory', () => {
    const [, folder = ''] = /DATA_DIR=(\S+)/.exec(read(`${FOLDER}/Dockerfile`)) ?? [];
    const [, inMemory = ''] = /tmpfs: \[(.+)\]/.exec(read(`${FOLDER}/compose.two.yaml`)) ?? [];
    // The user `node` of the image; a folder in memory is root's unless it is said whose it is.
    assert.ok(inMemory.includes(`${folder}:uid=1000,gid=1000,`), inMemory);
  });

  it('leave it to touchstone.env to give a variable a value: an empty one of compose would be taken instead', () => {
    for (const name of ['compose.yaml', 'compose.two.yaml'])
      assert.doesNotMatch(read(`${FOLDER}/${name}`), /:-\}/, name);
  });

  it('send nobody to a server that is gone, and ask whether it is at an address that it answers', () => {
    const [, health = ''] = /health_uri (\S+)/.exec(read(`${FOLDER}/Caddyfile`)) ?? [];
    const [, ready = ''] = /http:\/\/127\.0\.0\.1:\d+(\/\w+)/.exec(read(`${FOLDER}/Dockerfile`)) ?? [];
    assert.equal(health, '/healthz', 'a server that is up and cannot store is read from');
    for (const path of [health, ready]) assert.ok(read('server/api/health.ts').includes(`'${path}'`), path);
  });

  it('keep what a desk puts beside them out of the repository and of what images are built from', () => {
    const ignored = read('.gitignore').split('\n');
    for (const own of ['.env', 'touchstone.env', 'backups/']) assert.ok(ignored.includes(`${FOLDER}/${own}`), own);
    const all = read('.dockerignore').split('\n');
    assert.ok(all.includes('docs'));
    const [kept] = all.filter((line) => line.startsWith('!'));
    assert.equal(kept, '!docs/api');
  });

  it('stand beside commands that read every option of their help, and no other', () => {
    const files = readdirSync(join(project, 'server/cli')).map((name) => read(`server/cli/${name}`));
    const inAll = (pattern: RegExp): ReadonlySet<string> =>
      new Set(files.flatMap((text) => [...text.matchAll(pattern)].map((each) => each[1] ?? each[2] ?? '')));
    const helped = inAll(/\bname: '([a-z-]+)'/g);
    const asked = inAll(/textOf\(called, '([a-z-]+)'\)|\boptions\.([a-z]+) === true/g);
    // These narrow an export, and are asked for one after another.
    const narrowing = ['state', 'outcome', 'claims'];
    assert.deepEqual([...asked, ...narrowing].sort(), [...helped].sort());
  });

  it('name every series that is measured, and every trouble', () => {
    const series = new Set(
      [...new Metrics().text({}).matchAll(/^# TYPE (touchstone_\w+) /gm)].map(([, name = '']) => name),
    );
    assert.ok(series.size >= Object.keys(COUNTED).length);
    for (const name of series) assert.ok(page.includes(`\`${name}\``), name);
    assert.deepEqual([...tableBelow(page, 'When nothing can be stored')].filter((name) => name in TROUBLES).sort(), [
      ...Object.keys(TROUBLES).sort(),
    ]);
  });

  it('give the server longer to stop than it takes', () => {
    const unit = Number(/^TimeoutStopSec=(\d+)$/m.exec(read(`${FOLDER}/touchstone.service`))?.[1]);
    const compose = Number(/stop_grace_period: (\d+)s/.exec(read(`${FOLDER}/compose.yaml`))?.[1]);
    assert.ok(Math.min(unit, compose) * 1_000 > STOP_LIMIT, `${unit}, ${compose}`);
    assert.ok(page.includes(`within ${STOP_LIMIT / 1_000} seconds`));
  });
});
