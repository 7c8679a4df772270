import assert from 'node:assert/strict';
import { csl } from '../../../shared/export/csl.ts';
import type { Edition } from '../../../shared/export/format.ts';
import { SOURCE_KINDS } from '../../../shared/source.ts';
import { cslSchema } from '../../support/csl-schema.ts';
import { evidence, paragraph, richEdition, toldOf, writing } from '../../support/edition.ts';
import { exportContract, hostileArticle } from '../../support/export-contract.ts';

// biome-ignore lint/suspicious/noExplicitAny: what was written is read as any reader of JSON would.
const itemsOf = (edition: Edition): any[] => JSON.parse(csl.write(edition) as string);

/** An article with one source that evidence rests on. */
const withSource = (fields: Readonly<Record<string, unknown>>): Edition =>
  writing('T', [paragraph('The moon is round.')])
    .mark('una', 'c', 'The moon is round.')
    .act('una', { kind: 'source.add', source: 's', fields })
    .act('una', evidence('e', 'c', 's', { stance: 'supports' }))
    .edition();

describe('the CSL-JSON export', () => {
  exportContract(csl);

  it('breaks no rule of the schema, of hostile texts neither', () => {
    const isValid = cslSchema();
    for (const edition of [richEdition(), hostileArticle()])
      assert.ok(isValid(itemsOf(edition)), JSON.stringify(isValid.errors?.[0]));
  });

  it('has a type for every kind of source', () => {
    const isValid = cslSchema();
    for (const kind of Object.keys(SOURCE_KINDS))
      assert.ok(isValid(itemsOf(withSource({ title: 'T', kind }))), `${kind}: ${JSON.stringify(isValid.errors?.[0])}`);
  });

  it('says of a source what a reference manager can use', () => {
    const fields = {
      ...{ title: 'Craters', kind: 'study', url: 'https://a.example/ü', publisher: 'Moon Letters' },
      ...{ people: ['Jane Doe', 'Wei Zhang'], date: '2025-03', language: 'en' },
    };
    const [{ custom, accessed, references, ...item }] = itemsOf(withSource(fields));
    assert.deepEqual(item, {
      id: 's',
      type: 'article-journal',
      title: 'Craters',
      author: [{ literal: 'Jane Doe' }, { literal: 'Wei Zhang' }],
      'container-title': 'Moon Letters',
      issued: { 'date-parts': [[2025, 3]] },
      URL: 'https://a.example/%C3%BC',
      language: 'en',
    });
    assert.deepEqual(accessed, { 'date-parts': [[2026, 3, 1]] });
    assert.equal(references, 'T, version 4, https://touchstone.example/articles/moon');
    assert.deepEqual([custom.touchstone.version, custom.evidence], [4, ['e#0']]);
  });

  it('says where a frozen copy is by its SHA-256', () => {
    const sha256 = 'b'.repeat(64);
    const pin = { capture: 'k', sha256, quote: { exact: 'x', prefix: '', suffix: '' }, start: 0 };
    const log = writing('T', [paragraph('The moon is round.')])
      .mark('una', 'c', 'The moon is round.')
      .act('una', { kind: 'source.add', source: 's', fields: { title: 'x' } })
      .act('una', {
        kind: 'evidence.attach',
        evidence: 'e',
        claim: 'c',
        source: 's',
        fields: { stance: 'supports', pin },
      });
    const [item] = itemsOf(log.edition());
    assert.deepEqual([item.archive, item.archive_location], ['The Desk', `sha256:${sha256}`]);
  });

  it('tells of sources that nothing rests on, and leaves them out', () => {
    const log = writing('T', [paragraph('x')]).act('una', { kind: 'source.add', source: 's', fields: { title: 'x' } });
    assert.deepEqual(itemsOf(log.edition()), []);
    assert.match(toldOf(csl, log.edition()), /1 source that no evidence rests on/);
  });
});
