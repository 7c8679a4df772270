import assert from 'node:assert/strict';
import { sha256 } from '../../../server/digest.ts';
import { claimreview } from '../../../shared/export/claimreview.ts';
import { csv } from '../../../shared/export/csv.ts';
import { json, readJsonExport } from '../../../shared/export/json.ts';
import { webAnnotation } from '../../../shared/export/web-annotation.ts';
import { aCalculation, anInput } from '../../support/a-calculation.ts';
import { evidence, paragraph, toldOf, verdict, writing } from '../../support/edition.ts';

const calculation = aCalculation('hit / all', [anInput('hit', '49', { bound: 'least' }), anInput('all', '64')], {
  ...{ unit: '%', low: '76.6', high: '' },
});
const SENTENCE = '49 / 64 = at least 76.6 %';

const edition = writing('The moon', [paragraph('Almost 80 percent of it is cheese.')])
  .mark('una', 'c', 'Almost 80 percent of it is cheese.', {})
  .act(
    'una',
    { kind: 'source.add', source: 's', fields: { title: 'Share', kind: 'calculation', calculation } },
    evidence('e', 'c', 's', { stance: 'supports' }),
    verdict('v', 'c', 'true', 'It is worked out.'),
  )
  .edition();

describe('a calculation that is written out', () => {
  it('is a sentence in CSV, ClaimReview and Web Annotation, and what these have no place for is told', () => {
    assert.ok(String(csv.write(edition)).includes(SENTENCE));
    const [review] = JSON.parse(String(claimreview.write(edition)))['@graph'];
    assert.deepEqual(review.citation, [{ '@type': 'CreativeWork', name: 'Share', description: SENTENCE }]);
    assert.ok(String(webAnnotation.write(edition)).includes(`"value": "${SENTENCE}"`));
    for (const format of [csv, claimreview, webAnnotation])
      assert.match(
        toldOf(format, edition),
        /1 calculation in its form \(inputs, units, rounding, where each is from\)/,
      );
  });

  it('is all there in JSON, and comes back', () => {
    const read = readJsonExport(JSON.parse(String(json.write(edition))), sha256);
    assert.deepEqual(read.article.sources.get('s')?.calculation, calculation);
    assert.equal(toldOf(json, edition), '');
  });
});
