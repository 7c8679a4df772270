import assert from 'node:assert/strict';
import { type Article, articleFromJson, articleToJson, blankArticle } from '../../shared/article.ts';
import type { ClaimFields } from '../../shared/claim.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { outcomeOf } from '../../shared/outcome.ts';
import { perform } from '../../shared/rebase.ts';
import { kinOf, mainOf, occurrencesOf, parentOf, partsOf } from '../../shared/relations.ts';
import { docOf, insert, marksOf, readNotation } from '../support/notation.ts';

let minute = 0;
const act = (): { readonly reviewer: string; readonly at: string } => {
  minute += 1;
  return { reviewer: 'ann', at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString() };
};

const { text, claims } = readNotation('[a:one] [b:two] [c:three] [d:four] [e:five] [f:six] [g:one]');

const doing = (article: Article, ...parts: readonly AnyPart[]): Article => {
  const done = perform(article, parts, act());
  assert.deepEqual(done.dropped, []);
  return done.article;
};

const blank = { ...blankArticle(), version: 1, doc: docOf(text) };
const start = doing(blank, ...marksOf(blank.doc, claims));
const revise = (claim: string, fields: Partial<ClaimFields>): AnyPart => ({ kind: 'claim.revise', claim, fields });
const withdraw = (claim: string): AnyPart => ({ kind: 'claim.withdraw', claim });
const give = (claim: string): AnyPart => ({
  ...{ kind: 'verdict.give', verdict: `v-${claim}`, claim, scale: 'truth@1' },
  ...{ rating: 'true', rationale: '' },
});
const ids = (found: readonly { readonly id: string }[]): readonly string[] => found.map(({ id }) => id);
const refusals = (article: Article, part: AnyPart): readonly string[] =>
  perform(article, [part], act()).dropped.map(({ reason }) => reason);

describe('the parts of a claim', () => {
  const split = doing(start, revise('b', { parent: 'a' }), revise('c', { parent: 'a' }));

  it('are its kin, as are theirs and other places that say the same', () => {
    const tied = doing(split, revise('d', { parent: 'b' }), revise('g', { sameAs: 'b' })).claims;
    const kin = (id: string): string => [...kinOf(tied, id)].sort().join('');
    assert.deepEqual(['a', 'b', 'd', 'g', 'e'].map(kin), ['abc', 'abcdg', 'bd', 'abcdg', 'e']);
  });

  it('are listed with it, and each says what it is a part of', () => {
    assert.deepEqual(ids(partsOf(split.claims, 'a')), ['b', 'c']);
    assert.equal(parentOf(split.claims, 'c'), 'a');
  });
  it('stand for themselves while the whole is withdrawn, and belong to it again when it comes back', () => {
    const gone = doing(split, withdraw('a'));
    assert.equal(parentOf(gone.claims, 'b'), undefined);
    assert.equal(parentOf(doing(gone, { kind: 'claim.reinstate', claim: 'a' }).claims, 'b'), 'a');
  });
  it('are without those that are withdrawn', () =>
    assert.deepEqual(ids(partsOf(doing(split, withdraw('b')).claims, 'a')), ['c']));
  it('can be marked as parts from the first', () => {
    const [mark] = marksOf(start.doc, [{ id: 'n', from: 0, to: 3 }]);
    const part = { ...mark, fields: { parent: 'a' } } as AnyPart;
    assert.deepEqual(ids(partsOf(doing(start, part).claims, 'a')), ['n']);
  });
  it('are the same ones after a round through JSON', () =>
    assert.deepEqual(ids(partsOf(articleFromJson(articleToJson(split)).claims, 'a')), ['b', 'c']));
});

describe('a claim cannot belong', () => {
  const chained = doing(start, revise('b', { parent: 'a' }), revise('c', { sameAs: 'b' }));
  const refuses = (says: string, article: Article, part: AnyPart, reason: string): void => {
    it(says, () => assert.deepEqual(refusals(article, part), [reason]));
  };
  refuses('to itself', start, revise('a', { parent: 'a' }), 'circle');
  refuses('to one of its own parts', chained, revise('a', { parent: 'b' }), 'circle');
  refuses('to an occurrence of one of its parts', chained, revise('a', { sameAs: 'c' }), 'circle');
  refuses('to what is not there', start, revise('a', { parent: 'z' }), 'no-target');
  refuses('to what is withdrawn', doing(start, withdraw('b')), revise('a', { sameAs: 'b' }), 'no-target');
  refuses(
    'to one of its parts that is withdrawn and could come back',
    doing(chained, withdraw('c')),
    revise('a', { parent: 'c' }),
    'no-target',
  );
  const deep = doing(
    start,
    ...(['b', 'c', 'd', 'e'] as const).map((claim, index) => revise(claim, { parent: 'abcd'[index] ?? '' })),
  );
  refuses('deeper than five', deep, revise('f', { parent: 'e' }), 'too-deep');
  refuses('anywhere where its own parts would stand deeper than five', deep, revise('a', { parent: 'f' }), 'too-deep');
});

describe('another occurrence of a claim', () => {
  const twice = doing(start, give('a'), revise('g', { sameAs: 'a' }));

  it('is listed with the claim, and has its record', () => {
    assert.deepEqual(ids(occurrencesOf(twice.claims, 'a')), ['g']);
    assert.equal(mainOf(twice.claims, 'g'), 'a');
    assert.equal(mainOf(twice.claims, 'a'), 'a');
  });
  it('has the outcome of the claim', () => assert.equal(outcomeOf(twice, 'g')?.verdict.id, 'v-a'));
  it('is to be looked at again when its own words change, and the claim is not (T4)', () => {
    const edited = doing(twice, { kind: 'text', target: 'body', steps: insert(29, 'x')(twice.doc) });
    assert.deepEqual([outcomeOf(edited, 'g')?.stale, outcomeOf(edited, 'a')?.stale], ['words', undefined]);
  });
  it('takes no verdict and no evidence of its own', () => {
    assert.deepEqual(refusals(twice, give('g')), ['occurrence']);
    const sourced = doing(twice, { kind: 'source.add', source: 's', fields: { title: 'Almanac' } });
    const attach = { kind: 'evidence.attach', evidence: 'e', claim: 'g', source: 's', fields: { stance: 'supports' } };
    assert.deepEqual(refusals(sourced, attach as AnyPart), ['occurrence']);
  });
  it('stands for itself while the claim is withdrawn', () =>
    assert.equal(outcomeOf(doing(twice, withdraw('a')), 'g'), undefined));
  it('of an occurrence is one of the claim', () => {
    const thrice = doing(twice, revise('f', { sameAs: 'g' }));
    assert.equal(mainOf(thrice.claims, 'f'), 'a');
    assert.deepEqual(ids(occurrencesOf(thrice.claims, 'a')), ['f', 'g']);
  });
});

describe('an article that was written before a field was there', () => {
  it('has it empty', () => {
    const { tags: _, ...old } = start.claims.get('a') ?? assert.fail();
    const json = articleToJson(start);
    const claims: unknown = { ...json.claims, a: old };
    const read = articleFromJson({ ...json, claims: claims as typeof json.claims });
    assert.deepEqual(read.claims, start.claims);
  });
});
