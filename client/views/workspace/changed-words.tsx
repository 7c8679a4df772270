import { anchorOf, wordsOf } from '../../../shared/article.ts';
import type { Claim } from '../../../shared/claim.ts';
import { correctionsIn, isExplained } from '../../../shared/corrected.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { wordDiff } from '../../word-diff.ts';
import { Changes, Runs } from './changes.tsx';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly claim: Claim;
  readonly isOpen: boolean;
  /** Whether it is said beside that its words changed after the verdict. */
  readonly isStale: boolean;
}

/** What became of a claim's words: that they were corrected, by whose leave; or, where that is not all of it, all that changed (T4). */
export const ChangedWords = ({ claim, isOpen, isStale }: Parts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article || anchorOf(article, claim.id).state !== 'changed') return null;
  const words = wordsOf(article, claim.id);
  const by = correctionsIn(article, claim.id);
  if (!isExplained(article, claim.id, by))
    return isStale ? null : <Changes before={claim.quote.exact} after={words} isShort={!isOpen} />;
  return (
    <div class="corrected">
      {by.map(({ id, quote, to, accepted }) => (
        <p key={id}>
          {!isStale && (
            <span dir="auto" class="correction-words">
              <Runs runs={wordDiff(quote.exact, to)} />
            </span>
          )}{' '}
          <span class="meta">
            {t('correction.corrected', { name: workspace.nameOf(accepted.reviewer), time: moment(accepted.at) })}
          </span>
        </p>
      ))}
    </div>
  );
};
