import assert from 'node:assert/strict';
import type { Edition } from '../../../shared/export/format.ts';
import { richEdition } from '../../support/edition.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { hostileEdition } from '../../support/hostile-edition.ts';
import { describeWith } from '../../support/material.ts';
import { REAL, realEditions } from '../../support/real-claims.ts';
import { expanded, misplaced, mustFindings, reviewFindings, writtenAnnotations } from '../../support/web-findings.ts';

describe('what goes out to the web', () => {
  it('has its words at its positions, as Python counts them', () => {
    const { checked, wrong } = misplaced([richEdition(), hostileEdition(HOSTILE)]);
    assert.ok(checked > 20);
    assert.equal(wrong, 0);
  });

  describeWith('03-web-annotation/open/jsonld', 'expanded by a JSON-LD processor', () => {
    for (const [says, edition] of [
      ['an article with something of everything', richEdition],
      ['hostile texts', () => hostileEdition(HOSTILE)],
    ] as const)
      it(`drops no key of ${says}`, async () => {
        const whole = writtenAnnotations(edition());
        const [expansion] = await expanded(whole);
        assert.equal(
          JSON.stringify(expansion).match(/"http:\/\/www\.w3\.org\/ns\/oa#Annotation"/g)?.length,
          whole.total,
        );
      });

    it('would be caught when it dropped one', () =>
      assert.rejects(expanded({ ...writtenAnnotations(richEdition()), unheard: 'of' })));
  });

  describeWith(REAL.averitec, 'of a few real claims that came in as annotations', () => {
    let editions: readonly Edition[];
    before(() => {
      editions = realEditions(20);
    });
    it('has nothing wrong by schema.org and by Google', () => {
      assert.deepEqual(editions.flatMap(reviewFindings()), []);
    });
    it('breaks no MUST of the W3C, drops no key and has its words at its positions', async () => {
      assert.deepEqual(editions.flatMap(mustFindings()), []);
      for (const edition of editions) await expanded(writtenAnnotations(edition));
      assert.equal(misplaced(editions).wrong, 0);
    });
  });
});
