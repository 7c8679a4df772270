import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { t } from '../../client/strings/index.ts';
import { later } from '../../client/strings/later/index.ts';
import { format, type Message } from '../../client/strings/message.ts';

const CLIENT = join(import.meta.dirname, '../../client');

/** The code that the page and the workspace bring along at once. */
const firstScreens = (): string => {
  const files = new Set(['main.tsx', 'views/workspace/workspace.tsx'].map((path) => join(CLIENT, path)));
  for (const file of files)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import (?!type )|\} )[^;]*?from '(\.[^']+)'/gm,
    )) {
      const imported = join(file, '..', path);
      if (imported.startsWith(CLIENT) && !imported.includes('/strings/')) files.add(imported);
    }
  return [...files].map((file) => readFileSync(file, 'utf8')).join('\n');
};

/** The keys that the files of the English catalogue name one by one; those of a model's fields come from its tables. */
const writtenKeys = (): readonly string[] =>
  globSync(['*.ts', 'later/*.ts'], { cwd: join(CLIENT, 'strings') }).flatMap((path) =>
    [...readFileSync(join(CLIENT, 'strings', path), 'utf8').matchAll(/^ {2}'([\w.-]+)':/gm)].map(([, key = '']) => key),
  );

const says = (expected: string, message: Message, values: Record<string, string | number>, language = 'en'): void => {
  it(`says ${expected}`, () => assert.equal(format(language, message, values), expected));
};

const CLAIMS = { one: '{count} claim of {who}', other: '{count} claims of {who}' };
const POLISH = {
  one: '{count} artykuł',
  few: '{count} artykuły',
  many: '{count} artykułów',
  other: '{count} artykułu',
};

describe('strings', () => {
  says('1 claim of Una', CLAIMS, { count: 1, who: 'Una' });
  says('0 claims of Una', CLAIMS, { count: 0, who: 'Una' });
  says('1,234 claims of {who}', CLAIMS, { count: 1234 });
  says('22 artykuły', POLISH, { count: 22 }, 'pl');
  says('25 artykułów', POLISH, { count: 25 }, 'pl');
  says('“{b} $&” stays as it is', '“{a}” stays as it is', { a: '{b} $&' });

  it('takes only keys that there are, with the values they need', () => {
    // @ts-expect-error: there is no such key
    assert.equal(t('nothing.here'), 'nothing.here');
    // @ts-expect-error: the value is missing
    t('articles.claims');
    assert.equal(t('articles.claims', { count: 2 }), '2 claims');
  });

  it('has each key in one file', () => {
    const keys = writtenKeys();
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    );
    assert.ok(keys.length > 800);
  });

  it('has what the first screens say without fetching more', () => {
    const code = firstScreens();
    assert.ok(code.length > 200_000);
    // Of a key that is put together, what is put in has no point in it.
    const composed = [...code.matchAll(/`([\w-]+\.(?:[\w.-]|\$\{[^}`]*\})*)`/g)]
      .filter(([, key = '']) => key.includes('${') && !key.includes('${infer '))
      .map(([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{.*?\}/g, '[^.]+')}$`));
    assert.ok(composed.length > 10);
    const needed = Object.keys(later).filter(
      (key) => code.includes(`'${key}'`) || composed.some((each) => each.test(key)),
    );
    assert.deepEqual(needed, []);
  });

  it('has no key that nothing says', () => {
    const code = globSync('**/*.{ts,tsx}', { cwd: CLIENT, exclude: ['strings/**'] })
      .map((path) => readFileSync(join(CLIENT, path), 'utf8'))
      .join('\n');
    // Keys that are put together, as `work.by.${name}`, and those of what comes in English from elsewhere: known('removal', reason).
    const composed = [...code.matchAll(/`((?:[\w.-]|\$\{[^}`]*\})+)`/g)]
      .filter(([, key = '']) => key.includes('${') && /[\w-]{3}/.test(key.replaceAll(/\$\{.*?\}/g, '')))
      .filter(([, key = '']) => !key.startsWith('command.'))
      .map(([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{.*?\}/g, '.+')}$`));
    const received = [...code.matchAll(/known\('([\w.]+)'/g)].map(([, name]) => `${name}.`);
    const unsaid = writtenKeys().filter(
      (key) =>
        !code.includes(`'${key}'`) &&
        !(key.startsWith('command.') && code.includes(`'${key.slice('command.'.length)}'`)) && // by the id of its row
        !composed.some((each) => each.test(key)) &&
        !received.some((name) => key.startsWith(name)),
    );
    assert.deepEqual(unsaid, []);
  });
});
