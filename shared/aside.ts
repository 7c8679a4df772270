import type { Signature } from './claim.ts';
import type { Quote } from './quote.ts';

/** Words that a reviewer looked at and found nothing to check in; where they stand now is in `article.anchors`. */
export interface Aside {
  readonly id: string;
  readonly quote: Quote;
  readonly reviewer: string;
  /** ISO 8601, UTC. */
  readonly setAt: string;
  readonly withdrawn?: Signature;
}
