import type { Article } from './article.ts';
import type { AnyPart } from './operations/index.ts';
import type { Reviewer } from './roles.ts';
import { seenArticle, sightOf } from './sight.ts';

/** What somebody made of a list of which they saw some, and what they did not see of it. */
const withUnseen = <T>(given: readonly T[], whole: readonly T[], seen: readonly T[]): readonly T[] => [
  ...given,
  ...whole.filter((each) => !seen.includes(each)),
];

/**
 * A part as it is to be performed: who changes where a source comes from without seeing all of that changes what they see, and the rest
 * stays (T10).
 */
export const keepingUnseen = (article: Article, part: AnyPart, reviewer: Reviewer): AnyPart => {
  if (part.kind !== 'source.revise') return part;
  const { derivesFrom, apartFrom } = part.fields;
  const sight = derivesFrom || apartFrom ? sightOf(article, reviewer) : undefined;
  const whole = article.sources.get(part.source);
  const seen = sight && seenArticle(article, sight).sources.get(part.source);
  if (!whole || !seen) return part;
  const fields = {
    ...part.fields,
    ...(derivesFrom && { derivesFrom: withUnseen(derivesFrom, whole.derivesFrom, seen.derivesFrom) }),
    ...(apartFrom && { apartFrom: withUnseen(apartFrom, whole.apartFrom, seen.apartFrom) }),
  };
  return { ...part, fields };
};
