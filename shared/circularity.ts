import type { Article } from './article.ts';
import type { Claimant } from './attribution.ts';
import { canonicalAddress, isSameSite } from './canonical-address.ts';
import type { Manner } from './derivation.ts';
import { citedFor } from './independence.ts';
import { isEqualName, isHostOf, isSameName } from './names.ts';
import { mainOf, parentOf } from './relations.ts';
import type { Source } from './source.ts';

/** Why a source says nothing for a claim beyond what is claimed already. */
export type Circular =
  /** It is one of those who say it: its publisher, one of its people, its site or, for a data set, its title. */
  | { readonly why: 'claimant'; readonly claimant: string; readonly by: string }
  /** It is the article itself, or of the site that it appeared on. */
  | { readonly why: 'article'; readonly by: string }
  | { readonly why: 'outlet'; readonly by: string }
  /** All that it comes from is circular. */
  | { readonly why: 'derives'; readonly from: string; readonly manner: Manner };

const hostOf = (address: string): string =>
  /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).hostname : '';

/** By which of its names a source is one of those who say a claim; nothing when it is none. */
const nameShared = (source: Source, { name, kind }: Claimant): string | undefined => {
  const [forPeople, forBodies] = kind === 'person' ? [isSameName, isEqualName] : [isEqualName, isSameName];
  const person = source.people.find((each) => forPeople(name, each));
  if (person !== undefined) return person;
  if (source.publisher !== '' && forBodies(name, source.publisher)) return source.publisher;
  if (kind !== 'person' && isHostOf(hostOf(source.url), name)) return hostOf(source.url);
  return kind === 'dataset' && source.title !== '' && isEqualName(name, source.title) ? source.title : undefined;
};

/**
 * Those who say a claim: the links of its own attribution or, where it has none, of the claim that it is a part of. Whoever is said in the
 * claim's words to have found something is not among them, unless the chain of this very claim names them: so Reuters is a source at first
 * hand for "Reuters found that it is so", and circular for "it is so", which Reuters says.
 */
export const claimantsOf = ({ claims }: Pick<Article, 'claims'>, id: string): readonly Claimant[] => {
  const claim = claims.get(mainOf(claims, id));
  if (!claim || claim.attribution.length > 0) return claim?.attribution ?? [];
  const parent = parentOf(claims, claim.id);
  return parent === undefined ? [] : claimantsOf({ claims }, parent);
};

const ownCircle = (article: Article, claimants: readonly Claimant[], source: Source): Circular | undefined => {
  for (const claimant of claimants) {
    const by = nameShared(source, claimant);
    if (by !== undefined) return { why: 'claimant', claimant: claimant.name, by };
  }
  const { url } = article.origin;
  const [host, origin] = [hostOf(source.url), hostOf(url)];
  if (host === '' || origin === '') return undefined;
  if (canonicalAddress(source.url) === canonicalAddress(url)) return { why: 'article', by: source.url };
  return isSameSite(host, origin) ? { why: 'outlet', by: host } : undefined;
};

/** Why a source is circular for a claim: it is one of those who say it, it is where the claim appeared, or all that it comes from is so. */
export const circularFor = (article: Article, claim: string, source: string): Circular | undefined => {
  const claimants = claimantsOf(article, claim);
  const known = new Map<string, Circular | undefined>();
  const find = (id: string): Circular | undefined => {
    if (known.has(id)) return known.get(id);
    known.set(id, undefined);
    const each = article.sources.get(id);
    if (!each) return undefined;
    const from = each.derivesFrom.filter((one) => article.sources.has(one.source));
    const [first] = from;
    const derives = first && from.every((one) => find(one.source)) ? first : undefined;
    const circular =
      ownCircle(article, claimants, each) ??
      (derives && { why: 'derives' as const, from: derives.source, manner: derives.manner });
    known.set(id, circular);
    return circular;
  };
  return find(source);
};

/** The evidence for a claim as far as it is circular: which sources are and why, and whether that is all there is for it. */
export const circularityOf = (article: Article, claim: string) => {
  const cited = citedFor(article, claim, 'supports');
  const circular = new Map(
    cited.flatMap((source) => {
      const why = circularFor(article, claim, source);
      return why ? [[source, why] as const] : [];
    }),
  );
  return { circular, isAll: cited.length > 0 && circular.size === cited.length };
};

/** Who a source of a claim is that the claim's words name, without being one of those who say it: it is there at first hand. */
export const firstHandFor = (article: Article, claim: string, id: string): string | undefined => {
  const source = article.sources.get(id);
  const { claims } = article;
  const main = claims.get(mainOf(claims, claim));
  if (!source || !main || circularFor(article, claim, id)) return undefined;
  const words = ` ${plainWords(main.statement || main.quote.exact)} `;
  return [source.publisher, ...source.people].find(
    (name) => plainWords(name) !== '' && words.includes(` ${plainWords(name)} `),
  );
};

const plainWords = (text: string): string =>
  (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[’']s\b/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
