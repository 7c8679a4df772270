import assert from 'node:assert/strict';
import type { Capture } from '../../../shared/capture.ts';
import { claimReviewOf, claimreview } from '../../../shared/export/claimreview.ts';
import type { Edition } from '../../../shared/export/format.ts';
import { SHIPPED } from '../../../shared/scales.ts';
import {
  at,
  GOOGLE_RECOMMENDED,
  GOOGLE_REQUIRED,
  VOCABULARY,
  vocabulary,
} from '../../support/claimreview-vocabulary.ts';
import { evidence, paragraph, richEdition, toldOf, verdict, writing } from '../../support/edition.ts';
import { exportContract } from '../../support/export-contract.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { hostileEdition } from '../../support/hostile-edition.ts';
import { jsonTexts } from '../../support/json-texts.ts';
import { describeWith } from '../../support/material.ts';

type Review = Readonly<Record<string, unknown>>;

const reviewsIn = (edition: Edition): readonly Review[] => JSON.parse(claimreview.write(edition) as string)['@graph'];

const reviewOf = (claim: string, edition: Edition = richEdition()): Review | undefined =>
  reviewsIn(edition).find((review) => String(review.url).endsWith(`#claim-${claim}`));

const published = (says: string, claim: string, path: string, value: unknown): void => {
  it(says, () => assert.deepEqual(at(reviewOf(claim), path), value));
};

const left = (says: string, claim: string, loss: RegExp): void => {
  it(`leaves out a claim ${says}, and says so`, () => {
    assert.equal(reviewOf(claim), undefined);
    assert.match(toldOf(claimreview, richEdition()), loss);
  });
};

/** An edition with one claim with a verdict on it. */
const one = (fields: Readonly<Record<string, unknown>>, origin: Readonly<Record<string, string>> = {}): Edition =>
  writing('T', [paragraph('The moon  is cheese.')], origin)
    .mark('una', 'c', 'The moon  is cheese.', fields)
    .act('una', verdict('v', 'c', 'false', ''))
    .edition();

describe('the ClaimReview export', () => {
  exportContract(claimreview, jsonTexts);

  const statement = '80 percent of the moon consists of cheese.';
  published('says what was claimed in the words of the statement', 'share', 'claimReviewed', statement);
  published(
    'says it in the words of the article where there is no statement',
    'title',
    'claimReviewed',
    'Moon 🌕 made of cheese',
  );
  published(
    'points at the claim where it stands',
    'share',
    'url',
    'https://touchstone.example/articles/moon#claim-share',
  );
  published('is signed by the desk', 'share', 'author', {
    '@type': 'Organization',
    name: 'The Desk',
    url: 'https://desk.example/',
  });
  published('is of the day of the verdict', 'share', 'datePublished', '2026-03-01');
  const versions = `article@${richEdition().article.version} truth@1 e1#0 e2#1 e3#0`;
  published('says of which versions it is', 'share', 'version', versions);
  published('rates by name and, in order, by number', 'share', 'reviewRating', {
    '@type': 'Rating',
    alternateName: 'False',
    ratingValue: 1,
    bestRating: 5,
    worstRating: 1,
  });
  published('makes up no number for a rating that has none', 'cafe', 'reviewRating', {
    '@type': 'Rating',
    alternateName: 'Unproven',
  });
  published('names who made the claim, which is not who checked it', 'share', 'itemReviewed.author', {
    '@type': 'Person',
    name: 'Ada Minister',
    jobTitle: 'minister of the moon',
  });
  published('names the board where the first link is a data set', 'cafe', 'itemReviewed.author', {
    '@type': 'Organization',
    name: 'Dairy Board',
  });
  published('says when it was said', 'share', 'itemReviewed.datePublished', '2026-02');
  published('says where it appeared', 'share', 'itemReviewed.appearance', {
    '@type': 'Article',
    url: 'https://news.example/moon',
    headline: 'Moon 🌕 made of cheese, says مصدر',
    inLanguage: 'en',
  });
  published('says what the lead decided, where the lead did', 'lines', 'reviewRating.alternateName', 'False');
  published('says why in the words of the lead', 'lines', 'reviewBody', 'There is one line.');

  left('without a verdict', 'best', /^2 claims without an outcome: left out\.$/m);
  left('whose words changed after the verdict (T8)', 'rover', /^3 claims whose words or evidence changed/m);
  left('whose evidence changed after the verdict (T8)', 'founded', /^3 claims whose words or evidence changed/m);
  left('carried to other words after the verdict (T8)', 'caption', /^3 claims whose words or evidence changed/m);
  left('whose words are gone', 'gone', /^1 claim whose words are gone from the article: left out\.$/m);
  left('that is withdrawn', 'head', /1 withdrawn claim\b/);

  it('cites every source once', () => {
    const cited = reviewOf('share')?.citation as readonly Review[];
    assert.deepEqual(
      cited.map((each) => each.name),
      ['The page 0', 'The dataset 2'],
    );
  });

  it('names no author of a claim of whom it is not known what they are, and not the one they cite instead', () => {
    const attribution = [{ name: 'Someone' }, { name: 'Dairy Board', kind: 'organization', verb: 'citing' }];
    const edition = one({ attribution });
    assert.equal(at(reviewOf('c', edition), 'itemReviewed.author'), undefined);
    assert.match(toldOf(claimreview, edition), /^1 claim without a person or an organisation/m);
  });

  describe('of a claim that was made elsewhere before', () => {
    const kept: Capture = {
      ...{
        id: 'k1',
        source: 's',
        way: 'address',
        address: '',
        reviewer: 'una',
        at: '2026-03-01T00:00:00.000Z',
        state: 'kept',
      },
      kept: { at: '2026-03-01T00:00:01.000Z', address: '', mediaType: 'text/html', size: 1, sha256: 'a'.repeat(64) },
    } as const;
    const edition = (): Edition => {
      const log = writing('T', [paragraph('The moon is cheese.')], {
        ...{
          url: 'https://news.example/moon',
          outlet: 'The News',
          byline: 'Ben Writer',
          published: '2026-02-20T10:00:00Z',
        },
      });
      const source = (id: string, fields: object): object => ({ kind: 'source.add', source: id, fields });
      return {
        ...log
          .mark('una', 'c', 'The moon is cheese.', { attribution: [{ name: 'Dairy Board', kind: 'organization' }] })
          .act(
            'una',
            source('s', {
              title: 'Release',
              url: 'https://board.example/1',
              publisher: 'Dairy Board',
              date: '2026-02-10',
              kind: 'release',
            }),
          )
          .act(
            'una',
            source('r', { title: 'Rocks', url: 'https://web.archive.org/web/20260101000000/https://rocks.example/' }),
          )
          .act('una', evidence('e', 'c', 's', { stance: 'context' }))
          .act('una', evidence('f', 'c', 'r', { stance: 'refutes' }))
          .act('una', verdict('v', 'c', 'false', ''))
          .edition(),
        captures: [kept],
      };
    };
    const found = (path: string): unknown => at(reviewOf('c', edition()), path);

    it('says where it appeared, and where first of what is known', () => {
      const places = found('itemReviewed.appearance') as readonly Review[];
      assert.deepEqual(
        places.map(({ url }) => url),
        ['https://news.example/moon', 'https://board.example/1'],
      );
      assert.equal(found('itemReviewed.firstAppearance.url'), 'https://board.example/1');
      assert.deepEqual([places[0]?.datePublished, at(places[0], 'publisher.name')], ['2026-02-20', 'The News']);
    });

    it('says of what it cites in which archive everyone finds it, and names no copy that only the desk can open', () => {
      const [release, rocks] = found('citation') as readonly Review[];
      assert.equal(release?.archivedAt, undefined);
      assert.deepEqual(
        [rocks?.url, rocks?.archivedAt],
        ['https://rocks.example/', 'https://web.archive.org/web/20260101000000/https://rocks.example/'],
      );
    });

    it('is a block of its own too, for a page about that claim', () => {
      const block = JSON.parse(claimReviewOf(edition(), 'c') ?? '');
      assert.deepEqual(block, { '@context': 'https://schema.org', ...reviewOf('c', edition()) });
      assert.equal(claimReviewOf(edition(), 'none'), undefined);
    });

    describeWith(VOCABULARY, 'beside the vocabulary', () => {
      it('breaks nothing of it', () => assert.deepEqual(vocabulary()(reviewOf('c', edition()) ?? {}), []));
    });
  });

  it('tells of a claim that is longer than search engines show, and of one with its rating in it', () => {
    const long = one({ statement: `The moon is made of cheese ${'of the best kind '.repeat(5)}` });
    assert.match(toldOf(claimreview, long), /^1 claim in more than 75 characters/m);
    assert.match(
      toldOf(claimreview, one({ statement: 'False: the moon is cheese' })),
      /^1 claim whose statement has the rating/m,
    );
    assert.doesNotMatch(toldOf(claimreview, one({ statement: 'False teeth are made of cheese' })), /rating/);
    assert.doesNotMatch(toldOf(claimreview, one({ statement: '🌕'.repeat(75) })), /characters/);
  });

  it('has no appearance for an article that was pasted', () => {
    assert.equal(at(reviewOf('c', one({})), 'itemReviewed.appearance'), undefined);
  });

  it('does not let the rating stand for the claim', () => {
    assert.equal(reviewOf('c', one({}))?.claimReviewed, 'The moon is cheese.');
  });

  it('leaves out a claim on which the reviewers disagree, until they agree', () => {
    const log = writing('T', [paragraph('The moon is cheese.')]).mark('una', 'c', 'cheese');
    log.act('una', verdict('v1', 'c', 'true', '')).act('ben', verdict('v2', 'c', 'false', ''));
    assert.equal(reviewOf('c', log.edition()), undefined);
    assert.match(toldOf(claimreview, log.edition()), /on which the reviewers disagree/);
    log.act('una', verdict('v3', 'c', 'false', ''));
    assert.equal(at(reviewOf('c', log.edition()), 'reviewRating.alternateName'), 'False');
  });

  it('comes back when the evidence was judged again', () => {
    const log = writing('T', [paragraph('The moon is cheese.')]).mark('una', 'c', 'cheese');
    log
      .act('una', { kind: 'source.add', source: 's', fields: { title: 'S' } })
      .act('una', verdict('v1', 'c', 'true', ''));
    log.act('una', evidence('e', 'c', 's', { stance: 'refutes' }));
    assert.equal(reviewOf('c', log.edition()), undefined);
    log.act('una', verdict('v2', 'c', 'false', ''));
    assert.equal(at(reviewOf('c', log.edition()), 'reviewRating.alternateName'), 'False');
  });

  it('ends no script element and begins no comment, whatever the texts', () => {
    assert.doesNotMatch(claimreview.write(hostileEdition(HOSTILE)) as string, /[<\u2028\u2029]/);
  });

  it('has all that Google asks for, and what it recommends', () => {
    for (const review of [...reviewsIn(richEdition()), ...reviewsIn(one({}))])
      for (const path of [...GOOGLE_REQUIRED, ...GOOGLE_RECOMMENDED])
        assert.ok(![undefined, ''].includes(at(review, path) as string), `${review.url} has no ${path}`);
  });

  it('has an address of its own for every claim', () => {
    const addresses = reviewsIn(richEdition()).map((review) => review.url);
    assert.equal(addresses.length, 5);
    assert.equal(new Set(addresses).size, addresses.length);
  });

  describeWith(VOCABULARY, 'beside the vocabulary of schema.org 30.0', () => {
    let faultsOf: ReturnType<typeof vocabulary>;
    before(() => {
      faultsOf = vocabulary();
    });

    it('has no type or property that is not there, not of that type, or with a value it may not have', () => {
      const reviews = [...reviewsIn(richEdition()), ...reviewsIn(hostileEdition(HOSTILE))];
      assert.deepEqual(reviews.flatMap(faultsOf), []);
    });

    it('would be caught when it had', () => {
      const wrong = {
        '@type': 'ClaimReview',
        claimReviewed: 7,
        jobTitle: 'x',
        author: { '@type': 'Claim' },
        made: 'up',
      };
      assert.equal(faultsOf(wrong).length, 4);
      assert.equal(faultsOf({ '@type': 'Clame' }).length, 1);
      assert.equal(faultsOf({ '@type': 'Claim', datePublished: 'soon', url: 'x' }).length, 2);
    });
  });
});

describe('the ClaimReview of a claim on another scale', () => {
  const on = (id: string, rating: string): Review | undefined => {
    const scale = SHIPPED.find((each) => each.id === id);
    const log = writing('T', [paragraph('The moon is cheese.')])
      .act('una', { kind: 'article.configure', settings: { scale, checks: 2 } })
      .mark('una', 'c', 'The moon is cheese.')
      .act('una', { ...verdict('v', 'c', rating, 'x'), scale: `${id}@1` });
    return reviewOf('c', log.edition());
  };

  it('has the numbers of that scale', () => {
    const { reviewRating } = on('credibility', 'minus-1') as { readonly reviewRating: object };
    const numbers = { ratingValue: -1, bestRating: 2, worstRating: -2 };
    assert.deepEqual(reviewRating, { '@type': 'Rating', alternateName: '−1 Low', ...numbers });
  });

  for (const [id, rating, label] of [
    ['magazine', 'authors-risk', 'Author’s risk'],
    ['averitec', 'conflicting', 'Conflicting evidence/cherrypicking'],
  ] as const)
    it(`has none where ${id} has no order`, () => {
      assert.deepEqual(on(id, rating)?.reviewRating, { '@type': 'Rating', alternateName: label });
    });
});
