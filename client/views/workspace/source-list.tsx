import { evidenceFrom } from '../../../shared/outcome.ts';
import { sourceName } from '../../../shared/source.ts';
import { t } from '../../strings/index.ts';
import { SourceLine } from './evidence-list.tsx';
import { useWorkspace } from './here.ts';
import { ComesFrom } from './independence.tsx';
import { SourceEdit } from './source-edit.tsx';

/** Every source of the article, and for how many claims each is used. */
export const SourceList = () => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const uses = (source: string): readonly string[] => [
    ...new Set(evidenceFrom(article, source).map((each) => each.claim)),
  ];
  if (article.sources.size === 0)
    return <p class="nothing">{t(workspace.reviewer.value.role === 'viewer' ? 'sources.none' : 'sources.begin')}</p>;
  return (
    <>
      {[...article.sources.values()].map((source) => {
        const claims = uses(source.id);
        const [first] = claims;
        return (
          <article class="card source" key={source.id}>
            <h3 dir="auto">{sourceName(source)}</h3>
            <SourceLine source={source} by={t('evidence.by', { name: workspace.nameOf(source.reviewer) })} />
            <ComesFrom source={source} />
            <SourceEdit source={source} />
            {first === undefined ? (
              <p class="meta">{t('sources.unused')}</p>
            ) : (
              <button type="button" class="link-button" onClick={() => workspace.select(first, 'key')}>
                {t('sources.used', { count: claims.length })}
              </button>
            )}
          </article>
        );
      })}
    </>
  );
};
