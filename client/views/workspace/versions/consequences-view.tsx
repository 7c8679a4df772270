import type { AnchorState } from '../../../../shared/anchor.ts';
import type { ClaimThen, Consequences } from '../../../../shared/consequences.ts';
import { t } from '../../../strings/index.ts';
import { wordDiff } from '../../../word-diff.ts';
import { Runs } from '../changes.tsx';
import { useWorkspace } from '../here.ts';

const STATES: readonly AnchorState[] = ['changed', 'orphaned', 'moved', 'exact'];

interface Parts {
  readonly consequences: Consequences;
  /** It has happened. */
  readonly isPast?: true;
}

/** What a later version does to the claims, and to what else stands on words. */
export const ConsequencesView = ({ consequences, isPast }: Parts) => {
  const { untouched, claims, carriedOut, overtaken, undone, threads, asides } = consequences;
  const others = [
    carriedOut.length > 0 && t('versions.carriedOut', { count: carriedOut.length }),
    overtaken.length > 0 && t('versions.overtaken', { count: overtaken.length }),
    undone.length > 0 && t('versions.undone', { count: undone.length }),
    threads.length > 0 && t('versions.threads', { count: threads.length }),
    asides > 0 && t('versions.asides', { count: asides }),
  ].filter((words) => words !== false);
  const title = t(isPast ? 'versions.claimsThen' : 'versions.claims');
  return (
    <section class="consequences" aria-label={title}>
      <h3 class="heading-small">{title}</h3>
      <p class="consequences-counts">
        {untouched + claims.length === 0 ? t('versions.noClaims') : <Counts claims={claims} untouched={untouched} />}
      </p>
      {untouched > 0 && claims.length === 0 && <p class="meta">{t('versions.allUntouched')}</p>}
      {claims.map((then) => (
        <ClaimView key={then.claim} then={then} />
      ))}
      {others.length > 0 && (
        <ul class="consequences-others">
          {others.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Counts = ({ claims, untouched }: Pick<Consequences, 'claims' | 'untouched'>) => (
  <>
    {STATES.map((state) => {
      const count = claims.filter((each) => each.state === state).length;
      return count > 0 && <strong key={state}>{t(`versions.count.${state}`, { count })}</strong>;
    })}
    {untouched > 0 && <span>{t('versions.untouched', { count: untouched })}</span>}
  </>
);

const ClaimView = ({ then: { claim, state, before, after, stale, reopened } }: { readonly then: ClaimThen }) => {
  const workspace = useWorkspace();
  const record = workspace.article.value?.claims.get(claim);
  const statement = record?.statement ?? '';
  return (
    <article class={`card consequence is-${state}`}>
      <p class="consequence-head">
        <span class="tag">{t(`versions.state.${state}`)}</span>
        {stale && <span class="tag warn">{t('versions.stale')}</span>}
        {reopened && <span class="tag warn">{t('versions.reopened')}</span>}
      </p>
      {statement !== '' && <p dir="auto">{statement}</p>}
      <p dir="auto" class="words">
        {state === 'orphaned' ? (
          <del>{before}</del>
        ) : (
          <Runs runs={wordDiff(before === '' ? (record?.quote.exact ?? '') : before, after)} />
        )}
      </p>
    </article>
  );
};
