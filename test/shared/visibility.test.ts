import assert from 'node:assert/strict';
import { mayShow } from '../../shared/operations/may.ts';
import { Invalid } from '../../shared/parsing.ts';
import { type Reviewer, ROLES, type Role } from '../../shared/roles.ts';
import {
  isShownTo,
  keptVisibilities,
  type Onlooker,
  type Shown,
  turnsOf,
  type Visibility,
  visibleTo,
} from '../../shared/visibility.ts';

const ada: Reviewer = { id: 'ada', role: 'annotator' };
const ben: Reviewer = { id: 'ben', role: 'annotator' };
const val: Reviewer = { id: 'val', role: 'viewer' };
const lea: Reviewer = { id: 'lea', role: 'lead' };

const shown = (visibility: Visibility, ...visibilities: readonly Visibility[]): Shown => ({
  reviewer: 'ada',
  visibility,
  ...(visibilities.length > 0 && { visibilities }),
});

const seenBy = (visibility: Visibility, onlookers: readonly Onlooker[] = [ada, ben, val, lea, 'public']) =>
  onlookers
    .filter((each) => isShownTo(shown(visibility), each))
    .map((each) => (each === 'public' ? each : each.id))
    .join(' ');

describe('who sees a record', () => {
  it('is everyone, and who reads what is published, where it is public', () => {
    assert.equal(seenBy('public'), 'ada ben val lea public');
  });

  it('is everyone from an annotator on where it is the desk', () => {
    assert.equal(seenBy('desk'), 'ada ben lea');
    const roles = Object.keys(ROLES) as Role[];
    assert.deepEqual(
      roles.filter((role) => isShownTo(shown('desk'), { id: 'x', role })),
      ['annotator', 'editor', 'lead', 'admin'],
    );
  });

  it('is its author and those who are named, and no lead or admin by their rank', () => {
    assert.equal(seenBy(['ben']), 'ada ben');
    assert.equal(seenBy(['val']), 'ada val');
    assert.equal(seenBy([]), 'ada');
    assert.equal(seenBy([], [{ id: 'ann', role: 'admin' }]), '');
  });

  it('is its author whatever becomes of their role', () => {
    assert.ok(isShownTo(shown('desk'), { id: 'ada', role: 'viewer' }));
  });

  it('is read from outside as one of two words or as a list of ids, each once and in order', () => {
    const { parse, empty, show } = visibleTo('desk');
    assert.deepEqual(
      ['public', 'desk', ['b', 'a', 'b'], []].map((each) => parse(each, '')),
      ['public', 'desk', ['a', 'b'], []],
    );
    for (const wrong of ['', 'named', 'viewer', null, {}, [1], ['a b'], Array.from({ length: 101 }, (_, i) => `r${i}`)])
      assert.throws(() => parse(wrong, 'visibility'), Invalid);
    assert.equal(empty, 'desk');
    assert.deepEqual([show('public'), show('desk'), show(['ben'])], ['Everyone', 'The desk', 'Named people']);
  });

  it('is changed by its author, by those it names, and by a lead who sees it', () => {
    const may = (visibility: Visibility, to: Visibility, reviewer: Reviewer) =>
      mayShow(shown(visibility), { visibility: to }, reviewer) === undefined;
    assert.ok(may('public', ['ben'], ada));
    assert.ok(!may('public', ['ben'], ben));
    assert.ok(may(['ben'], 'public', ben));
    assert.ok(may('desk', 'public', lea));
    assert.ok(!may(['ben'], 'public', lea));
    assert.ok(may(['ben'], ['ben'], val), 'what stays as it is, is no change');
    assert.equal(mayShow(shown(['ben']), {}, val), undefined);
  });

  it('is remembered, so that it is known how often each has come to see it or lost sight of it', () => {
    assert.deepEqual(keptVisibilities(shown('public'), { visibility: 'public' }), {});
    assert.deepEqual(keptVisibilities(shown(['a', 'b']), { visibility: ['a', 'b'] }), {});
    assert.deepEqual(keptVisibilities(shown('desk', 'public'), { visibility: ['ben'] }), {
      visibilities: ['public', 'desk'],
    });
    const changed = shown(['ben'], 'public', 'desk', [], 'public');
    assert.deepEqual(
      [ada, ben, val, lea].map((each) => turnsOf(changed, each)),
      [0, 2, 3, 3],
    );
    assert.equal(turnsOf(shown(['ben']), lea), 0);
  });
});
