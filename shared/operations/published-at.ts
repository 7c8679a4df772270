import { address, Invalid, own, record } from '../parsing.ts';
import { isWebAddress } from '../source.ts';
import { type Kind, type Part, refuse } from './kind.ts';
import { signed } from './traces.ts';

/** Says where the article was published, whatever it came from; empty takes that back. */
export interface PlaceArticle extends Part {
  readonly kind: 'article.place';
  readonly address: string;
}

const placeArticle: Kind<PlaceArticle> = {
  parse: (value, where) => {
    const at = `${where}.address`;
    const given = address(own(record(value, where), 'address'), at);
    if (given !== '' && !(isWebAddress(given) && URL.canParse(given)))
      throw new Invalid(at, 'the address of a page on the web is expected');
    return { address: given };
  },
  apply: (article, { address: url }, act) =>
    url === (article.publishedAt?.address ?? '')
      ? refuse('no-change')
      : { ...article, publishedAt: { address: url, ...act } },
  traces: (article) => signed('publishedAt', article.publishedAt),
  invert: ({ publishedAt }) => [{ kind: 'article.place', address: publishedAt?.address ?? '' } satisfies PlaceArticle],
};

/** What can be said of where an article stands. */
export const publishedAtKinds = { 'article.place': placeArticle } as const;
