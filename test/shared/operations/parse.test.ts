import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseOperation } from '../../../shared/operation.ts';
import { KINDS, parsePart } from '../../../shared/operations/index.ts';
import { TEXT_CAPS } from '../../../shared/operations/texts.ts';
import { Invalid } from '../../../shared/parsing.ts';

const text = (step: unknown) => ({ kind: 'text', target: 'body', steps: [step] });
const replace = (more: object) => text({ stepType: 'replace', from: 1, to: 1, ...more });
const nested = (depth: number): object =>
  depth === 0 ? { type: 'paragraph' } : { type: 'blockquote', content: [nested(depth - 1)] };
const slice = (...content: readonly object[]) => ({ slice: { content } });

const refused = (part: unknown, where: RegExp): void => {
  assert.throws(
    () => parsePart(part, 'parts[0]'),
    (error) => error instanceof Invalid && where.test(error.message),
  );
};

describe('what comes off the wire', () => {
  it('is refused by its place and name when there is no such kind', () => {
    refused({ kind: 'claim.destroy' }, /^parts\[0\]\.kind: one of text, .* is expected, not string claim\.destroy$/);
    refused({ kind: '__proto__' }, /^parts\[0\]\.kind/);
    refused({ kind: 'toString' }, /^parts\[0\]\.kind/);
    refused(null, /an object is expected, not null/);
  });

  it('may hold only steps whose positions make sense', () => {
    refused(replace({ from: 3, to: 2 }), /steps\[0\]\.to: a whole number from 3/);
    refused(replace({ from: -1 }), /steps\[0\]\.from/);
    refused(replace({ from: 1.5 }), /steps\[0\]\.from/);
    refused(replace({ from: '1' }), /steps\[0\]\.from/);
    refused(text({ stepType: 'replaceAround', from: 1, gapFrom: 0, gapTo: 2, to: 3, insert: 0 }), /gapFrom/);
    refused(text({ stepType: 'docAttr', attr: 'x', value: 1 }), /stepType/);
    refused(text({ stepType: 'constructor' }), /stepType/);
  });

  it('may hold only slices that are what they say', () => {
    refused(
      replace({ slice: { content: [{ type: 'paragraph' }], openStart: 4, openEnd: 0 } }),
      /open deeper than it is/,
    );
    refused(replace(slice({ type: 'script' })), /Unknown node type/);
    refused(replace(slice({ type: 'text', text: '' })), /[Ee]mpty text/);
    refused(replace(slice({ type: 'text', text: '\ud800' })), /lone surrogate/);
    refused(replace(slice({ type: 'heading', attrs: { level: 'one' } })), /whole number from 2 to 6/);
    refused(replace(slice({ type: 'heading', attrs: { level: { toString: 'x' } } })), /whole number/);
    refused(replace(slice(nested(TEXT_CAPS.depth + 1))), /nested more than/);
    refused(
      replace(slice(...Array.from({ length: TEXT_CAPS.nodes + 1 }, () => ({ type: 'paragraph' })))),
      /more than 5000 nodes/,
    );
  });

  it('may link only where nothing runs', () => {
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      '//evil',
      ' https://x',
      'vbscript:x',
      'java\nscript:x',
    ]) {
      refused(replace(slice({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] })), /address/);
    }
    parsePart(
      replace(
        slice({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'https://example.org/a?b#c' } }] }),
      ),
      '',
    );
  });

  it('is refused for a field that a claim does not have, and for a value that a field does not take', () => {
    const mark = (fields: object) => ({ kind: 'claim.mark', claim: 'c', quote: { exact: 'x' }, fields });
    refused(mark({ colour: 'red' }), /fields\.colour: there is no such field/);
    refused(mark({ __proto__: null, kind: 'a rumour' }), /fields\.kind: an id/);
    refused(mark({ saidOn: '2015-13-01' }), /fields\.saidOn: a date/);
    refused(mark({ saidOn: '2015-02-30' }), /fields\.saidOn: a date/);
    refused(mark({ attribution: [{ name: ' ' }] }), /attribution\[0\]\.name: may not be empty/);
    refused({ kind: 'claim.mark', claim: 'c', quote: { exact: ' ' } }, /quote\.exact: may not be empty/);
    refused({ kind: 'claim.mark', claim: 'c c', quote: { exact: 'x' } }, /claim: an id/);
  });

  it('never does anything but parse or say Invalid, whatever it is', () => {
    const kind = fc.constantFrom(...Object.keys(KINDS));
    const some = fc.oneof(
      fc.jsonValue(),
      fc.record({
        kind,
        claim: fc.jsonValue(),
        steps: fc.jsonValue(),
        fields: fc.jsonValue(),
        doc: fc.jsonValue(),
        quote: fc.jsonValue(),
        target: fc.constant('body'),
      }),
    );
    fc.assert(
      fc.property(some, (value) => {
        try {
          parseOperation({ opId: 'o', base: 0, parts: [value] }, '');
        } catch (error) {
          assert.ok(error instanceof Invalid, String(error));
        }
      }),
      { numRuns: 500 },
    );
  });
});
