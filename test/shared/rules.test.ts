import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Count, countVotes, nearest, type Vote } from '../../shared/rules.ts';
import { ratingOf, type Scale } from '../../shared/scale.ts';
import { SHIPPED, TRUTH_SCALE } from '../../shared/scales.ts';
import { RULES, type Rule } from '../../shared/settings.ts';

const scaleOf = (id: string): Scale => SHIPPED.find((scale) => scale.id === id)!;

/** Votes as a line: `true mixed ~false` are three, of which the last no longer holds. */
const votes = (line: string, scale = TRUTH_SCALE): readonly Vote[] =>
  line
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ scale, rating: ratingOf(scale, word.replace('~', ''))!, holds: !word.startsWith('~') }));

const written = (count: Count | undefined): string =>
  count ? `${count.holds ? '' : '~'}${count.open ?? count.rating.id}` : 'nothing';

const comes = (rule: Rule, line: string, to: string, scale = TRUTH_SCALE): void => {
  it(`${rule}: ${line || 'none'} of ${scale.id} comes to ${to}`, () => {
    assert.equal(written(countVotes(rule, votes(line, scale))), to);
  });
};

describe('what votes come to', () => {
  for (const rule of Object.keys(RULES) as Rule[]) comes(rule, '', 'nothing');
  for (const rule of ['agree', 'majority', 'mean'] as const) {
    comes(rule, 'false', 'false');
    comes(rule, '~false', '~false');
    comes(rule, 'unproven unproven', 'unproven');
  }

  comes('agree', 'true true', 'true');
  comes('agree', 'true mixed', 'disputed');
  comes('agree', '~true mixed', 'disputed');
  comes('agree', 'true ~mixed', '~disputed');
  comes('agree', '~true true', 'true');
  comes('agree', '~true ~true', '~true');

  comes('majority', 'true mixed', 'disputed');
  comes('majority', 'true mixed true', 'true');
  comes('majority', 'true mixed false true', 'disputed');
  comes('majority', '~true true true false', '~true');
  comes('majority', '~true true true true false', 'true');

  comes('mean', 'true mixed', 'mostly-true');
  comes('mean', 'true true mostly-true', 'true');
  comes('mean', 'true false unproven', 'mixed');
  comes('mean', 'true unproven', 'disputed');
  comes('mean', 'true ~mixed', '~mostly-true');
  comes('mean', 'true mostly-true', 'mostly-true');
  comes('mean', 'false mostly-false', 'mostly-false');
  comes('mean', 'confirmed change', 'disputed', scaleOf('magazine'));
  comes('mean', 'confirmed confirmed', 'confirmed', scaleOf('magazine'));
  comes('mean', 'minus-2 plus-1 plus-2', 'zero', scaleOf('credibility'));
  comes('mean', 'half-true mostly-false', 'mostly-false', scaleOf('six-steps'));

  comes('lead', 'true true', 'undecided');
  comes('lead', 'true ~true', '~undecided');

  it('rounds to a rating of the scale that is offered, nowhere further off than any other', () => {
    const ordered = SHIPPED.filter(({ id }) => ['truth', 'six-steps', 'credibility'].includes(id));
    fc.assert(
      fc.property(fc.constantFrom(...ordered), fc.double({ min: -2, max: 6, noNaN: true }), (scale, mean) => {
        const off = ({ number = Number.POSITIVE_INFINITY }: { readonly number?: number }) => Math.abs(number - mean);
        const rounded = nearest(scale, mean)!;
        for (const rating of scale.ratings) assert.ok(off(rounded) <= off(rating));
      }),
    );
    const retired = TRUTH_SCALE.ratings.map((each) =>
      each.id === 'mixed' ? { ...each, retired: true as const } : each,
    );
    assert.equal(nearest({ ...TRUTH_SCALE, ratings: retired }, 3)?.id, 'mostly-false');
  });

  it('is the same under every rule when all say the same, but that the lead still decides', () => {
    const vote = fc.constantFrom(...votes('true false mixed unproven'));
    fc.assert(
      fc.property(vote, fc.integer({ min: 1, max: 9 }), (each, number) => {
        const all = Array.from({ length: number }, () => each);
        const found = (['agree', 'majority', 'mean'] as const).map((rule) => written(countVotes(rule, all)));
        assert.deepEqual(found, [each.rating.id, each.rating.id, each.rating.id]);
      }),
    );
  });

  it('tells ratings of one id apart when another version of the scale gives them another label', () => {
    const renamed = {
      ...TRUTH_SCALE,
      version: 2,
      ratings: TRUTH_SCALE.ratings.map((each) => ({ ...each, label: `${each.label}!` })),
    };
    assert.equal(written(countVotes('agree', [...votes('true'), ...votes('true', renamed)])), 'disputed');
    const same = { ...TRUTH_SCALE, version: 2 };
    assert.equal(written(countVotes('agree', [...votes('true'), ...votes('true', same)])), 'true');
  });
});
