import assert from 'node:assert/strict';
import { claimOrder } from '../../client/claim-order.ts';
import { type Coverage, coverageOf } from '../../client/coverage.ts';
import { standingOf } from '../../client/standing.ts';
import { paragraph, verdict, type Writing, writing } from '../support/edition.ts';

const begun = (): Writing =>
  writing('Moon', [paragraph('The moon is far. It is cold. Nobody lives there. It is lovely.')])
    .mark('una', 'far', 'The moon is far.')
    .mark('una', 'cold', 'It is cold.')
    .mark('una', 'lives', 'Nobody lives there.')
    .mark('una', 'lovely', 'It is lovely.', { kind: 'uncheckable' })
    .act('una', verdict('v1', 'far', 'true', ''));

const differ = (log: Writing): Writing =>
  log.act('una', verdict('v2', 'lives', 'true', '')).act('ben', verdict('v3', 'lives', 'false', ''));

const coverage = ({ article }: Writing): Coverage =>
  coverageOf(claimOrder(article), new Map([...article.claims.keys()].map((id) => [id, standingOf(article, id)])));

/** Coverage as it is read: how many of how many, and each count that there is; together they are all claims. */
const covers = (says: string, log: () => Writing, read: string) =>
  it(says, () => {
    const { checked, claims, counts } = coverage(log());
    const some = Object.entries(counts).filter(([, count]) => count > 0);
    assert.equal([`${checked} of ${claims}`, ...some.map(([look, count]) => `${count} ${look}`)].join(', '), read);
    const sum = some.reduce((total, [, count]) => total + count, 0);
    assert.equal(sum, claims + counts.uncheckable);
  });

describe('coverage', () => {
  covers('counts claims by what they have come to', begun, '1 of 3, 1 true, 2 open, 1 uncheckable');
  covers(
    'counts a claim apart on which the reviewers differ: it is neither checked nor open',
    () => differ(begun()),
    '1 of 3, 1 true, 1 undecided, 1 open, 1 uncheckable',
  );
  covers(
    'counts a claim apart that a lead has to decide',
    () => begun().act('una', { kind: 'article.configure', settings: { rule: 'lead' } }),
    '0 of 3, 1 undecided, 2 open, 1 uncheckable',
  );
  covers(
    'counts a claim to be checked again as that, also where it was disputed',
    () => differ(begun()).replace('una', 'Nobody', 'None'),
    '1 of 3, 1 true, 1 open, 1 uncheckable, 1 stale',
  );
});
