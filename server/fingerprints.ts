import type { Article } from '../shared/article.ts';
import type { Digest } from '../shared/log.ts';
import { comparable } from '../shared/protocol.ts';
import { type Sight, seenArticle } from '../shared/sight.ts';

/** The latest versions of an article, to compare with what others have. */
export class Fingerprints {
  readonly #digest: Digest;
  readonly #most: number;
  readonly #known = new Map<number, { readonly article: Article; hash?: string }>();

  constructor(digest: Digest, most: number) {
    this.#digest = digest;
    this.#most = most;
  }

  /** Remembers the next version; the oldest is forgotten when there are too many. */
  add(article: Article): void {
    this.#known.set(article.version, { article });
    this.#known.delete(article.version - this.#most);
  }

  /** The hash of text and anchors at a version, of all or as far as they are seen; nothing when it is not remembered. */
  at(version: number, sight?: Sight): string | undefined {
    const known = this.#known.get(version);
    if (known && sight) return this.#digest(comparable(seenArticle(known.article, sight)));
    if (known && known.hash === undefined) known.hash = this.#digest(comparable(known.article));
    return known?.hash;
  }
}
