import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { ANNO, anno, faultsIn, onWords, quote } from '../../../support/annotations.ts';
import { describeWith, material } from '../../../support/material.ts';

const refuses = (says: string, file: unknown, why: RegExp): void => {
  it(`refuses ${says}`, () => assert.match(faultsIn(file).join('\n'), why));
};

const takes = (says: string, file: unknown): void => {
  it(`takes ${says}`, () => assert.deepEqual(faultsIn(file), []));
};

const target = (more: object): object => anno({ target: { source: 'http://example.org/page1', ...more } });

describe('the MUSTs of the Web Annotation model, for what is brought', () => {
  takes('an annotation of a page', anno());
  takes('one of words', onWords(quote('cheese')));
  takes('one with its keys in lists of one', anno({ id: ['http://example.org/1'], type: ['Annotation'] }));
  takes('one with a context beside the standard’s', anno({ '@context': [ANNO, { x: 'urn:x:' }] }));
  takes('one with keys that the model does not know', anno({ label: 'x', 'x:y': { z: 1 } }));
  takes('a selector that the model does not know', target({ selector: { type: 'EpubSelector', cfi: '/2' } }));
  takes('a bodyless one', anno({ body: [] }));
  takes('a list of annotations', [anno(), anno()]);
  takes('a set of targets of an earlier draft', anno({ target: { type: 'List', items: ['http://example.org/a'] } }));
  takes('a collection whose first page stands elsewhere', {
    ...{ '@context': ANNO, id: 'urn:x:c', type: 'AnnotationCollection', total: 42, first: 'urn:x:p', last: 'urn:x:z' },
  });
  takes('a time with an offset', anno({ created: '2015-01-28T12:00:00+01:00' }));

  refuses('what is not JSON, by its line', '{\n  "id": }', /^line 2, column 9: is not JSON/);
  refuses(
    'a spare comma, and tells what else is wrong',
    `{"id": ["urn:a","urn:b"],}`,
    /is not JSON[\s\S]*exactly one is expected/,
  );
  refuses('nothing at all', {}, /has no "target" \(§3\.1\)/);
  refuses('another context', anno({ '@context': 'fish' }), /@context: .* is expected \(§3\.1\)/);
  refuses('an id that is no IRI', anno({ id: 'not a uri' }), /^id: an IRI is expected/);
  refuses('two ids', anno({ id: ['urn:a', 'urn:b'] }), /^id: exactly one is expected, not 2 \(§3\.1\)/);
  refuses('another type', anno({ type: 'Note' }), /^type: "Annotation" is expected/);
  refuses('no targets', anno({ target: [] }), /^target: is empty \(§3\.1\)/);
  refuses('a body that is no IRI', anno({ body: 'words' }), /^body: the IRI of a body/);
  refuses(
    'a body and a bodyValue',
    anno({ body: 'urn:b', bodyValue: 'b' }),
    /both "body" and "bodyValue" \(§3\.2\.5\)/,
  );
  refuses('two bodyValues', anno({ bodyValue: ['a', 'b'] }), /^bodyValue: exactly one/);
  refuses(
    'a text of several values',
    anno({ body: { type: 'TextualBody', value: ['a', 'b'] } }),
    /^body\.value: a text/,
  );
  refuses('a format that is a number', anno({ body: { id: 'urn:b', format: 6 } }), /^body\.format: a text is expected/);
  refuses(
    'a direction that is none',
    anno({ body: { id: 'urn:b', textDirection: 'up' } }),
    /^body\.textDirection: one of/,
  );
  refuses(
    'two kinds of a set',
    anno({ body: { type: ['Choice', 'List'], items: ['urn:b'] } }),
    /^body\.type: exactly one/,
  );
  refuses('a choice of nothing', anno({ body: { type: 'Choice', items: [] } }), /^body\.items: a list of some items/);
  refuses(
    'a purpose of a page',
    anno({ body: { id: 'urn:b', purpose: 'tagging' } }),
    /^body\.purpose: does not belong/,
  );
  refuses(
    'a text as a target',
    anno({ target: { type: 'TextualBody', value: 'x' } }),
    /^target: a textual body is no target/,
  );
  refuses('a creator that is a number', anno({ creator: 6 }), /^creator: an IRI or an object/);
  refuses('a time that is none', anno({ created: 'yesterday' }), /^created: a date and time/);
  refuses('two times', anno({ modified: ['2015-01-28T12:00:00Z', '2015-01-28T12:00:01Z'] }), /^modified: exactly one/);
  refuses('rights that are no IRI', anno({ rights: 'not a uri' }), /^rights: an IRI/);
  refuses('two canonical IRIs', anno({ canonical: ['urn:a', 'urn:b'] }), /^canonical: exactly one/);
  refuses(
    'a specific resource without a source',
    anno({ target: { type: 'SpecificResource' } }),
    /has no "source" \(§4\)/,
  );
  refuses('a specific resource of a choice', target({ items: ['urn:a'] }), /^target\.items: does not belong/);
  refuses('a quote without words', target({ selector: { type: 'TextQuoteSelector' } }), /has no "exact" \(§4\.2\.4\)/);
  refuses(
    'a position of text',
    target({ selector: { type: 'TextPositionSelector', start: '1', end: 2 } }),
    /whole number/,
  );
  refuses(
    'a position without an end',
    target({ selector: { type: 'DataPositionSelector', start: 1 } }),
    /has no "end"/,
  );
  refuses(
    'a fragment without a value',
    target({ selector: { type: 'FragmentSelector' } }),
    /has no "value" \(§4\.2\.1\)/,
  );
  refuses(
    'a range without an end',
    target({ selector: { type: 'RangeSelector', startSelector: quote('a') } }),
    /4\.2\.8/,
  );
  refuses('an SVG by value and id', target({ selector: { type: 'SvgSelector', value: '', id: 'urn:s' } }), /4\.2\.7/);
  refuses(
    'a selector that is narrowed by none',
    target({ selector: { ...quote('a'), refinedBy: 7 } }),
    /refinedBy: a selector/,
  );
  refuses(
    'half a stretch of time',
    target({ state: { type: 'TimeState', sourceDateStart: '2015-01-28T12:00:00Z' } }),
    /4\.3\.1/,
  );
  refuses(
    'a state of no time',
    target({ state: { type: 'TimeState', sourceDate: 'then' } }),
    /^target\.state\.sourceDate/,
  );
  refuses('a request of no value', target({ state: { type: 'HttpRequestState' } }), /has no "value" \(§4\.3\.2\)/);
  refuses('one of several, by its place', [anno(), anno({ id: 'x' })], /^\[1\]\.id: an IRI/);
  refuses('a page without items', { '@context': ANNO, id: 'urn:p', type: 'AnnotationPage' }, /^items: .*\(§5\.2\)/);
  refuses(
    'a wrong one on the first page of a collection',
    {
      ...{ '@context': ANNO, id: 'urn:c', type: 'AnnotationCollection' },
      first: { id: 'urn:p', type: 'AnnotationPage', items: [{ id: 'urn:a', type: 'Annotation' }] },
    },
    /^first\.items\[0\]: has no "target"/,
  );
  refuses(
    'a collection of some without a first page',
    { '@context': ANNO, id: 'urn:c', type: 'AnnotationCollection', total: 1 },
    /^first: is expected/,
  );
  refuses(
    'a file of Hypothesis with a row without an id',
    { rows: [{ target: [] }] },
    /^rows\[0\]: an annotation with an id/,
  );
  refuses(
    'more than are taken at once',
    Array.from({ length: 2_001 }, () => anno()),
    /at most 2000 annotations/,
  );

  const SAMPLES = '03-web-annotation/open/samples';
  describeWith(SAMPLES, "beside the W3C's own samples", () => {
    const read = (kind: string): readonly (readonly [string, string])[] =>
      globSync('*.json', { cwd: material(`${SAMPLES}/${kind}`) }).map((name) => [
        name,
        readFileSync(material(`${SAMPLES}/${kind}/${name}`), 'utf8'),
      ]);

    it('takes each correct one', () => {
      const correct = read('correct');
      assert.ok(correct.length > 20);
      for (const [name, text] of correct) assert.deepEqual(faultsIn(text), [], name);
    });

    it('refuses each incorrect one, for what its label says is wrong', () => {
      const incorrect = read('incorrect');
      assert.ok(incorrect.length > 18);
      const WRONG: Readonly<Record<string, RegExp>> = {
        'no target': /has no "target"/,
        'bad body': /body: the IRI of a body/,
        'bad format': /body\.format: a text/,
        'bad text direction': /body\.textDirection/,
        'bad value for textual body': /body\.value/,
        'bad bodyValue': /bodyValue: exactly one/,
        'Too many composite types (choice? list?)': /body\.type: exactly one/,
        'Bad context': /@context/,
        'bad id': /id: an IRI/,
        'no type': /type: "Annotation"/,
        'bad creator': /creator: /,
        'bad created': /(created|generated): /,
        'bad rights': /rights: an IRI/,
        'bad canonical': /canonical: an IRI/,
        'no value for Fragment Selector': /has no "value"/,
      };
      for (const [name, text] of incorrect) {
        const label = /"label": "([^"]*)"/.exec(text)?.[1] ?? '';
        assert.match(faultsIn(text).join('\n'), WRONG[label] ?? /has no "target"/, name);
      }
    });
  });
});
