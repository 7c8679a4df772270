import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalAddress, isSameSite } from '../../../shared/canonical-address.ts';

const SAME: readonly (readonly [says: string, ...addresses: readonly string[]])[] = [
  ['the scheme, its default port and capitals in the host', 'http://News.Example:80/a', 'https://news.example:443/a'],
  [
    'www and the hosts for small screens',
    'https://www.news.example/a',
    'https://m.news.example/a',
    'https://news.example/a',
  ],
  ['a mobile host in the middle', 'https://en.m.wikipedia.org/wiki/Moon', 'https://en.wikipedia.org/wiki/Moon'],
  [
    'a slash at the end and an index page',
    'https://n.example/a/',
    'https://n.example/a',
    'https://n.example/a/index.html',
  ],
  ['fragments, of text too', 'https://n.example/a#part', 'https://n.example/a#:~:text=moon', 'https://n.example/a'],
  ['what tracks', 'https://n.example/a?utm_source=x&id=7&fbclid=y&gclid=z', 'https://n.example/a?id=7'],
  ['what tracks, in any case and encoded', 'https://n.example/a?UTM_Medium=x&%75tm_source=y', 'https://n.example/a'],
  ['AMP in the path', 'https://n.example/moon/amp/', 'https://n.example/moon', 'https://amp.n.example/moon'],
  ['the AMP cache of Google', 'https://www.google.com/amp/s/n.example/moon', 'https://n.example/moon'],
  [
    'the AMP cache of its own host',
    'https://n-example.cdn.ampproject.org/c/s/n.example/moon',
    'https://n.example/moon',
  ],
  ['percent signs', 'https://n.example/%7euser/%c3%a4', 'https://n.example/~user/%C3%A4', 'https://n.example/~user/ä'],
  ['names in other scripts', 'https://münchen.example/', 'https://xn--mnchen-3ya.example'],
];

const OTHERS: readonly (readonly [says: string, one: string, other: string])[] = [
  ['another parameter', 'https://n.example/a?id=7', 'https://n.example/a?id=8'],
  ['parameters in another order', 'https://n.example/a?x=1&y=2', 'https://n.example/a?y=2&x=1'],
  ['capitals in the path', 'https://n.example/A', 'https://n.example/a'],
  ['another port', 'https://n.example:8443/a', 'https://n.example/a'],
  ['another part of a site', 'https://blog.n.example/a', 'https://n.example/a'],
  ['a page that a script draws', 'https://n.example/#/moon', 'https://n.example/#/mars'],
  ['a word that only begins as AMP does', 'https://n.example/ampere', 'https://n.example/ere'],
  ['a domain that is called as a mobile host', 'https://m.me/a', 'https://me/a'],
];

describe('the canonical form of an address', () => {
  for (const [says, ...addresses] of SAME)
    it(`does not know ${says}`, () => {
      assert.deepEqual(
        [...new Set(addresses.map(canonicalAddress))].length,
        1,
        addresses.map(canonicalAddress).join(' '),
      );
    });

  for (const [says, one, other] of OTHERS)
    it(`keeps apart ${says}`, () => assert.notEqual(canonicalAddress(one), canonicalAddress(other)));

  it('leaves alone what is no address of the web', () => {
    for (const each of ['', 'mailto:Ada@n.example', 'doi:10.1/A', 'https://'])
      assert.equal(canonicalAddress(each), each);
  });

  it('is its own canonical form, whatever the address', () => {
    const seed = 20151022;
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = canonicalAddress(address);
        assert.equal(canonicalAddress(`https://${once}`), once);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('knows one site by its hosts', () => {
    assert.ok(isSameSite('www.reuters.com', 'uk.reuters.com'));
    assert.ok(!isSameSite('notreuters.com', 'reuters.com'));
  });
});
