import assert from 'node:assert/strict';
import type { Edition } from '../../../shared/export/format.ts';
import { formatFindings, pythonFindings } from '../../support/format-findings.ts';
import { describeWith } from '../../support/material.ts';
import { REAL, realEditions } from '../../support/real-claims.ts';

describeWith(REAL.averitec, 'a few real claims that go out in the formats for offices, data and keeping', () => {
  let editions: readonly Edition[];
  before(() => {
    editions = realEditions(20);
  });

  it('are the same claims once they are read back', async () => {
    const findings = formatFindings();
    for (const edition of editions) assert.deepEqual(await findings(edition), []);
  }).timeout(60_000);

  it('have their words at their places, as Python reads them', () =>
    assert.deepEqual(pythonFindings(editions), [])).timeout(60_000);

  it('would be caught otherwise', async () => {
    const [edition] = editions;
    if (!edition) return assert.fail();
    const [first] = [...edition.article.claims.values()];
    const claims = new Map([...edition.article.claims, [first!.id, { ...first!, statement: 'Another one.' }]]);
    await assert.rejects(async () => formatFindings()({ ...edition, article: { ...edition.article, claims } }));
  });
});
