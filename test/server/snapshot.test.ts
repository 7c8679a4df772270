import assert from 'node:assert/strict';
import { superfluous } from '../../server/snapshot.ts';

describe('snapshots', () => {
  it('are kept fewer the older they are, and none is farther from the next than that is from the newest', () => {
    let kept: readonly number[] = [];
    for (let version = 200; version <= 200_000; version += 200) {
      const all = [...kept, version];
      const dropped = superfluous(all);
      kept = all.filter((each) => !dropped.includes(each));
      for (const [index, each] of kept.entries()) {
        const next = kept[index + 1];
        if (next !== undefined && next !== version)
          assert.ok(next - each <= version - next, `${each} before ${next} at ${version}`);
      }
      assert.equal(kept.at(-1), version);
      assert.equal(kept[0], 200);
    }
    assert.ok(kept.length < 24, `${kept.length} are kept of 1,000`);
  });

  it('that are few are all kept', () => {
    assert.deepEqual(superfluous([]), []);
    assert.deepEqual(superfluous([7]), []);
    assert.deepEqual(superfluous([7, 9]), []);
  });
});
