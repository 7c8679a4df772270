import type { Article } from '../../../shared/article.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import { mainOf } from '../../../shared/relations.ts';
import type { Cited } from './said-of-claim.ts';

const keyOf = ({ url, title }: { readonly url: string; readonly title: string }): string =>
  url === '' ? `title ${title}` : url;

/** Makes evidence of what annotations cite: a source is added once, by its address or, without one, by its title; so is evidence. */
export class Citing {
  readonly #article: Article;
  readonly #newId: () => string;
  readonly #sources: Map<string, string>;
  readonly #cited: Set<string>;

  constructor(article: Article, newId: () => string) {
    this.#article = article;
    this.#newId = newId;
    this.#sources = new Map([...article.sources.values()].map((source) => [keyOf(source), source.id]));
    const standing = [...article.evidence.values()].filter((each) => !each.withdrawn);
    this.#cited = new Set(standing.map(({ claim, source, passage }) => JSON.stringify([claim, source, passage])));
  }

  /** The parts that cite something for a claim; none where it is cited for it already. */
  cite(claim: string, { title, url, fields }: Cited): readonly AnyPart[] {
    const main = mainOf(this.#article.claims, claim);
    const known = this.#sources.get(keyOf({ url, title }));
    const source = known ?? this.#newId();
    const key = JSON.stringify([main, source, fields.passage ?? '']);
    if (this.#cited.has(key)) return [];
    this.#cited.add(key);
    this.#sources.set(keyOf({ url, title }), source);
    const added: AnyPart = { kind: 'source.add', source, fields: { title, url } };
    const attached: AnyPart = { kind: 'evidence.attach', evidence: this.#newId(), claim: main, source, fields };
    return known === undefined ? [added, attached] : [attached];
  }
}
