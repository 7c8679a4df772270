import assert from 'node:assert/strict';
import { memoryStores } from '../../server/storage/memory.ts';
import { hasMaterial } from '../support/material.ts';
import { nearRepeats } from '../support/near-repeats.ts';
import { chance } from '../support/random.ts';
import { REAL, realClaims } from '../support/real-claims.ts';
import { foundAgain, keepClaims } from '../support/repeats-found.ts';

const NAMES = ['Ada Stein', 'Bo Larsen', 'Cem Aydin', 'Dora Fuchs', 'Eli Marsh'];
const THINGS = ['ferries', 'bakeries', 'orchards', 'bridges', 'schools', 'harbours', 'mills', 'trams', 'libraries'];
const DEEDS = ['closed', 'founded', 'banned', 'restored', 'painted', 'insured', 'repaired'];

/** Claims of no article: for whoever does not have the real ones. */
const madeClaims = (count: number, seed: number): readonly string[] => {
  const { below, pick } = chance(seed);
  return Array.from(
    { length: count },
    (_, at) =>
      `${pick(NAMES)} said the town council ${pick(DEEDS)} ${100 + at} ${pick(THINGS)} and ${pick(THINGS)}, about ${10 + below(80)} percent of them, in ${1950 + below(70)}`,
  );
};

describe('claims that were checked before', () => {
  it('are found when they are said again, and never the same with another figure or a negation', async () => {
    const seed = 9;
    console.log(`      seed ${seed}`);
    const real = hasMaterial(REAL.averitec) ? realClaims(2_000).map(({ words }) => words) : [];
    const latin = real.filter((words) => /^[\p{Script=Latin}\P{L}]{40,300}$/u.test(words));
    const claims = latin.length > 0 ? latin.slice(-120) : madeClaims(120, seed);
    const stores = memoryStores();
    await keepClaims(stores, claims);
    const repeats = nearRepeats(claims, 12);
    const { missed, taken, twins } = await foundAgain(stores, repeats, claims.slice(0, 30));
    assert.ok(missed.length <= 0.1 * repeats.length, JSON.stringify(missed, null, 2));
    assert.ok(twins > 10);
    assert.deepEqual(taken, []);
  });
});
