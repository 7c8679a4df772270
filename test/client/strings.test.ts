import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { t } from '../../client/strings/index.ts';
import { format, type Message } from '../../client/strings/message.ts';
import { shell } from '../../client/strings/shell.ts';
import { workspace } from '../../client/strings/workspace.ts';

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
    assert.throws(() => t('nothing.here'));
    // @ts-expect-error: the value is missing
    t('articles.claims');
    assert.equal(t('articles.claims', { count: 2 }), '2 claims');
  });

  it('has each key in one file', () =>
    assert.deepEqual(
      Object.keys(shell).filter((key) => Object.hasOwn(workspace, key)),
      [],
    ));

  it('has no key that the shell does not use', () => {
    const client = join(import.meta.dirname, '../../client');
    const code = globSync('**/*.{ts,tsx}', { cwd: client, exclude: ['strings/**'] })
      .map((path) => readFileSync(join(client, path), 'utf8'))
      .join('\n');
    // Keys that are put together: role.${role}, role.${role}.may, account.theme.${theme}.
    const composed = /^(role|account\.theme)\./;
    const unused = Object.keys(shell).filter((key) => !composed.test(key) && !code.includes(`'${key}'`));
    assert.deepEqual(unused, []);
  });
});
