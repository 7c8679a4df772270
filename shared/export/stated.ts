import { evidenceOf, scaleOf, verdictsOf } from '../outcome.ts';
import { restsOn } from '../rests-on.ts';
import { scaleName } from '../scale.ts';
import type { Edition, Selected } from './format.ts';

/** Of which versions a file was made, as the file itself says it. */
export interface Stated {
  /** The standing address of the article. */
  readonly article: string;
  readonly version: number;
  /** The hash of the article's last entry. */
  readonly hash: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  /** The scales that verdicts were given on, each as `truth@1`. */
  readonly scales: readonly string[];
  /** All evidence of the claims that stand, as `restsOn` lists it: each with the number of its revision. */
  readonly evidence: readonly string[];
  /** Which claims are in it; absent where all are. */
  readonly selection?: Selected;
}

/** The versions of the article, its scales and its evidence that an edition has. */
export const statedOf = ({ article, address, exportedAt, selection }: Edition): Stated => {
  const claims = [...article.claims.values()].filter((claim) => !claim.withdrawn);
  const verdicts = claims.flatMap(({ id }) => verdictsOf(article, id));
  const scales = verdicts.flatMap((verdict) => scaleOf(article, verdict) ?? []).map(scaleName);
  const evidence = claims.flatMap(({ id }) => evidenceOf(article, id));
  return {
    ...{ article: address, version: article.version, hash: article.hash, exportedAt },
    scales: [...new Set(scales)].sort(),
    evidence: restsOn(article, evidence),
    ...(selection && { selection }),
  };
};
