import assert from 'node:assert/strict';
import type { Evidence } from '../../../shared/evidence.ts';
import { csv } from '../../../shared/export/csv.ts';
import type { Edition } from '../../../shared/export/format.ts';
import { webAnnotation } from '../../../shared/export/web-annotation.ts';
import { richEdition } from '../../support/edition.ts';

const quote = { exact: '80 percent', prefix: '', suffix: '' };
const pin = { capture: 'k', sha256: 'a'.repeat(64), quote, start: 0 };

/** The edition with other places of its first piece of evidence. */
const withPlace = (place: Partial<Evidence>): Edition => {
  const edition = richEdition();
  const first = edition.article.evidence.get('e1');
  assert.ok(first);
  const evidence = new Map(edition.article.evidence).set('e1', { ...first, ...place });
  return { ...edition, article: { ...edition.article, evidence } };
};

// biome-ignore lint/suspicious/noExplicitAny: what was written is read as any reader of JSON would.
const cited = (place: Partial<Evidence>): any => {
  const { first } = JSON.parse(webAnnotation.write(withPlace(place)) as string);
  return first.items.find(({ id }: { id: string }) => id.endsWith('/evidence/e1')).body[0];
};

const says = (place: Partial<Evidence>, words: string): void =>
  assert.ok(String(csv.write(withPlace(place))).includes(words), words);

describe('a place in a source', () => {
  it('is a page of a PDF, with the words on it (Web Annotation §4.2.1, RFC 3778)', () => {
    assert.deepEqual(cited({ pin: { ...pin, page: 4 } }).selector, {
      type: 'FragmentSelector',
      conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
      value: 'page=4',
      refinedBy: { type: 'TextQuoteSelector', exact: '80 percent' },
    });
    says({ pin: { ...pin, page: 4 } }, 'The page 0: p. 4');
  });

  it('is a whole page', () => {
    const { selector } = cited({ pin: { ...pin, page: 4, isWholePage: true } });
    assert.deepEqual([selector.value, selector.refinedBy], ['page=4', undefined]);
  });

  it('is a time in a recording (Media Fragments URI 1.0)', () => {
    const { selector } = cited({ pin: '', passage: '', time: '00:12:30–00:12:48' });
    assert.deepEqual(selector, {
      type: 'FragmentSelector',
      conformsTo: 'http://www.w3.org/TR/media-frags/',
      value: 't=750,768',
    });
    says({ time: '00:12:30–00:12:48' }, 'The page 0: 00:12:30–00:12:48');
  });

  it('is a cell of a table, by what heads it', () => {
    const cell = { table: 2, row: 'Total', column: '2024' };
    const { selector, 'touchstone:capture': seen } = cited({ pin: { ...pin, cell } });
    assert.deepEqual(
      [selector.type, seen['touchstone:cell']],
      ['TextQuoteSelector', 'Table 2, row Total, column 2024'],
    );
    says({ pin: { ...pin, cell } }, 'The page 0: Table 2, row Total, column 2024');
  });
});
