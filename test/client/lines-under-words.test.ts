import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_STYLE } from '../../server/captures/page-style.ts';
import { REPORT_STYLE } from '../../shared/export/html/style.ts';

const STYLES = join(import.meta.dirname, '../../client/styles');

const sheets: readonly (readonly [string, string])[] = [
  ...globSync('*.css', { cwd: STYLES }).map((name) => [name, readFileSync(join(STYLES, name), 'utf8')] as const),
  ['the report', REPORT_STYLE],
  ['the page of a copy', PAGE_STYLE],
];

describe('lines under words', () => {
  it('are drawn in WebKit too, which takes no thickness and no variable with text-decoration and draws nothing then', () => {
    const unseen = sheets.flatMap(([name, css]) =>
      [...css.matchAll(/[\s;{]text-decoration:([^;}]*)/g)]
        .filter(([, value = '']) => /var\(|\d|#|min\(/.test(value))
        .map(([rule]) => `${name}:${rule.trim()}`),
    );
    assert.deepEqual(unseen, []);
  });
});
