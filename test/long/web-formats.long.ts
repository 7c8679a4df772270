import assert from 'node:assert/strict';
import { claimreview } from '../../shared/export/claimreview.ts';
import type { Edition } from '../../shared/export/format.ts';
import { formatFindings, pythonFindings } from '../support/format-findings.ts';
import { describeWith } from '../support/material.ts';
import { REAL, realEditions } from '../support/real-claims.ts';
import { expanded, misplaced, mustFindings, reviewFindings, writtenAnnotations } from '../support/web-findings.ts';

describeWith(REAL.averitec, '500 real claims that came in as annotations and go out again', () => {
  let editions: readonly Edition[];
  before(() => {
    editions = realEditions(500);
  });

  it('are all claims, judged and with their evidence', () => {
    assert.equal(
      editions.reduce((sum, { article }) => sum + article.claims.size, 0),
      500,
    );
    assert.ok(editions.reduce((sum, { article }) => sum + article.evidence.size, 0) > 400);
  });

  it('as ClaimReview: a review each, and nothing wrong by schema.org and by Google', () => {
    const reviews = editions.flatMap((edition) => JSON.parse(claimreview.write(edition) as string)['@graph']);
    assert.equal(reviews.length, 500);
    assert.deepEqual(editions.flatMap(reviewFindings()), []);
  });

  it('in every other format: the same claims, read back by a reader that did not write them', async () => {
    const findings = formatFindings();
    for (const edition of editions) assert.deepEqual(await findings(edition), []);
    assert.deepEqual(pythonFindings(editions), []);
  });

  it('as Web Annotation: no MUST broken', () => assert.deepEqual(editions.flatMap(mustFindings()), []));

  it('as Web Annotation: no key dropped', async () => {
    for (const edition of editions) await expanded(writtenAnnotations(edition));
  });

  it('as Web Annotation: every position is that of its words', () => {
    const { checked, wrong } = misplaced(editions);
    assert.ok(checked >= 500);
    assert.equal(wrong, 0);
  });
});
