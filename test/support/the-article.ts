import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAPTION, PARAGRAPHS, TITLE } from '../../server/sample-article.ts';

const SEED = join(import.meta.dirname, '../../../shared/seeds/article.txt');

/** Whether the real article is at hand. */
export const IS_REAL = existsSync(SEED);

/** Which article the tests of whole jobs work on: the real one where it is at hand, else the sample with a site's lines around it. */
export const WHICH = IS_REAL ? 'the real article' : 'the sample';

/** The article as it is scraped. */
export const RAW = IS_REAL
  ? readFileSync(SEED, 'utf8')
  : [
      'Skip to content',
      TITLE,
      CAPTION,
      CAPTION,
      ...PARAGRAPHS,
      'Based on reporting by Reuters',
      'XS',
      'SM',
      'MD',
      'LG',
    ].join('\n\n');

/** The words of the two claims, one inside the other: that an analysis found it, and what it found. */
export const OUTER = IS_REAL
  ? /a Reuters analysis[^.]*found[^.]*Islamic State/
  : /Reuters, Power told the council[^.]*did not control/;
export const INNER = IS_REAL ? /almost 80 percent[^.]*Islamic State/ : /almost 80 percent of them[^.]*did not control/;

/** The words of a claim in the article as it is now. */
export const wordsOf = (text: string, pattern: RegExp): string => {
  const found = pattern.exec(text)?.[0];
  assert.ok(found, String(pattern));
  return found;
};
