import assert from 'node:assert/strict';
import { articleFromJson, articleToJson } from '../../../shared/article.ts';
import { parseOperation } from '../../../shared/operation.ts';
import { parsePart, whyNot } from '../../../shared/operations/index.ts';
import { perform } from '../../../shared/rebase.ts';
import { paragraph, type Writing, writing } from '../../support/edition.ts';

const SHA256 = 'ab'.repeat(32);

const publishing = (number: number, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ kind: 'report.publish', number, slug: 'the-moon-1', version: 1, sha256: SHA256 },
  ...{ change: number === 1 ? 'first' : 'update', note: number === 1 ? '' : 'More.' },
  ...more,
});

const log = (): Writing => writing('The moon', [paragraph('It is made of cheese.')]);

const refusedAs = (writing: Writing, wire: object): string | undefined =>
  perform(writing.article, [parsePart(wire, '')], { reviewer: 'una', at: '2026-03-01T10:00:00.000Z' }).dropped[0]
    ?.reason;

describe('publishing a report', () => {
  it('is in the log with its place, its note, who and when, and is read again as it was', () => {
    const { article } = log().act('una', publishing(1)).act('ben', publishing(2));
    assert.deepEqual(
      article.published?.map(({ number, reviewer, note }) => [number, reviewer, note]),
      [
        [1, 'una', ''],
        [2, 'ben', 'More.'],
      ],
    );
    assert.deepEqual(articleFromJson(JSON.parse(JSON.stringify(articleToJson(article)))).published, article.published);
  });

  it('has each number once, in order, so that nobody publishes over what somebody else did', () => {
    assert.equal(refusedAs(log(), publishing(2)), 'newer');
    assert.equal(refusedAs(log().act('una', publishing(1)), publishing(1)), 'newer');
  });

  it('is never of a version that is still to come', () =>
    assert.equal(refusedAs(log(), publishing(1, { version: 2 })), 'newer'));

  it('says what changed, and stays under its address', () => {
    const once = log().act('una', publishing(1));
    assert.equal(refusedAs(once, publishing(2, { note: ' ' })), 'no-reason');
    assert.equal(refusedAs(once, publishing(2, { change: 'first' })), 'exists');
    assert.equal(refusedAs(once, publishing(2, { slug: 'elsewhere' })), 'exists');
  });

  it('is for leads, and waits while work is blind', () => {
    const { article } = log();
    const part = parsePart(publishing(1), '');
    const may = (role: 'editor' | 'lead', of = article) => whyNot(of, part, { id: 'x', role })?.refused;
    assert.deepEqual([may('editor'), may('lead')], ['not-allowed', undefined]);
    const blind = log().act('una', { kind: 'article.configure', settings: { blind: 'all' } });
    assert.equal(may('lead', blind.article), 'blind');
  });

  it('is not taken from a page: whoever sends it has frozen nothing', () => {
    const operation = { opId: 'o', base: 0, parts: [publishing(1)] };
    assert.throws(
      () => parseOperation(operation, ''),
      /parts\[0\]\.kind: report\.publish is done by a request of its own/,
    );
  });

  for (const [says, more] of [
    ['a hash that is none', { sha256: 'x' }],
    ['an address with more than letters, digits and dashes', { slug: '../x' }],
    ['a kind that is none', { change: 'whim' }],
    ['a note longer than a page', { note: 'x'.repeat(2_001) }],
  ] as const)
    it(`does not take ${says}`, () => assert.throws(() => parsePart(publishing(1, more), ''), { name: 'Invalid' }));
});
