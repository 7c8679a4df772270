import assert from 'node:assert/strict';
import { NEW_DESK, parseDesk, revisedDesk } from '../../shared/desk.ts';
import { Invalid } from '../../shared/parsing.ts';
import { offered, type Scale } from '../../shared/scale.ts';
import { TRUTH_SCALE } from '../../shared/scales.ts';

const without = (scale: Scale, id: string): Scale => ({
  ...scale,
  ratings: scale.ratings.filter((rating) => rating.id !== id),
});

const decides = (scale: Scale, before = NEW_DESK) =>
  revisedDesk(before, { settings: { ...before.settings, scale }, scales: [scale] });

describe('what a desk decides', () => {
  it('gives a scale that was changed a new version, in which what was taken out is retired', () => {
    const { settings, scales } = decides(without(TRUTH_SCALE, 'mixed'));
    assert.equal(settings.scale.version, 2);
    assert.deepEqual(settings.scale.ratings.at(-1), { ...TRUTH_SCALE.ratings[2], retired: true });
    assert.equal(offered(settings.scale).length, 5);
    assert.equal(scales[0], settings.scale);
  });

  it('gives none to a scale that was not', () => {
    assert.equal(decides(TRUTH_SCALE).settings.scale, TRUTH_SCALE);
  });

  it('lets a retired rating come back, in a version of its own', () => {
    const second = decides(without(TRUTH_SCALE, 'mixed'));
    const third = decides({ ...TRUTH_SCALE, version: 2 }, second);
    assert.equal(third.settings.scale.version, 3);
    assert.deepEqual(offered(third.settings.scale), TRUTH_SCALE.ratings);
  });

  it('forgets no scale and no type of its own', () => {
    const rumour = { id: 'rumour', label: 'Rumour', checkable: true };
    const typed = revisedDesk(NEW_DESK, { ...NEW_DESK, settings: { ...NEW_DESK.settings, types: [rumour] } });
    const own: Scale = { ...without(TRUTH_SCALE, 'unproven'), id: 'ours', version: 7, name: 'Ours' };
    const after = revisedDesk(typed, { settings: { ...NEW_DESK.settings, scale: own }, scales: [own] });
    assert.deepEqual(
      after.scales.map(({ id, version }) => `${id}@${version}`),
      ['ours@1', 'truth@1', 'six-steps@1', 'credibility@1', 'magazine@1', 'averitec@1'],
    );
    assert.deepEqual(after.settings.types, [{ ...rumour, retired: true }]);
  });

  it('is refused with a scale that it does not have, and with two of one id', () => {
    const stranger = { ...TRUTH_SCALE, id: 'theirs' };
    assert.throws(
      () => revisedDesk(NEW_DESK, { ...NEW_DESK, settings: { ...NEW_DESK.settings, scale: stranger } }),
      Invalid,
    );
    assert.throws(
      () => parseDesk({ settings: {}, scales: [TRUTH_SCALE, TRUTH_SCALE] }, ''),
      /two scales have the id "truth"/,
    );
  });
});
