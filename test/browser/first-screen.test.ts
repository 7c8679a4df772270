import assert from 'node:assert/strict';
import { firstScreen } from '../../bench/frames/first-screen.ts';

/** Kilobytes, gzip: on a slow line of 2 Mbit/s less than a second. */
const BUDGET = 200;

describe('what a browser loads before an article can be worked on', () => {
  it(`is at most ${BUDGET} kB of scripts and styles`, () => {
    const { all = Number.NaN } = firstScreen();
    assert.ok(all <= BUDGET, `it is ${all.toFixed(1)} kB`);
  });

  it('is at most 14 kB more for who reads German', () => {
    const { german = 0 } = firstScreen();
    assert.ok(german > 5 && german <= 14, `it is ${german.toFixed(1)} kB more`);
  });

  it('is counted with the workspace and what it imports', () => {
    const { all = 0, scripts = 0, styles = 0 } = firstScreen();
    assert.ok(scripts > 80 && styles > 5 && all > scripts + styles, `${all}, ${scripts}, ${styles}`);
  });
});
