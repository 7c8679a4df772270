import { useEffect, useState } from 'preact/hooks';
import type { SourceUse } from '../../../shared/api/records/library.ts';
import { openFindings } from '../../../shared/look.ts';
import { evidenceFrom } from '../../../shared/outcome.ts';
import { hasRole } from '../../../shared/roles.ts';
import { isWebAddress, type Source, sourceName } from '../../../shared/source.ts';
import { capturesOf, newestOf } from '../../captures.ts';
import { usedElsewhere } from '../../library.ts';
import { lookAtAll, looksIn } from '../../looks.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { DeedButton } from '../shell/deed-button.tsx';
import { SourceLine } from './evidence-list.tsx';
import { useWorkspace } from './here.ts';
import { ComesFrom } from './independence.tsx';
import { LookAgain } from './look-again.tsx';
import { RetractedSource, RetractSource } from './retract-source.tsx';
import { ShownTo } from './shown-to.tsx';
import { SourceEdit } from './source-edit.tsx';

/** Every source of the article, and for how many claims each is used. */
export const SourceList = () => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const addresses = [...(article?.sources.values() ?? [])].map(({ url }) => url).join(' ');
  const [elsewhere, setElsewhere] = useState<Readonly<Record<string, readonly SourceUse[]>>>({});
  useEffect(() => {
    if (addresses !== '') void usedElsewhere(workspace.id).then(setElsewhere);
  }, [workspace, addresses]);
  if (!article) return null;
  const uses = (source: string): readonly string[] => [
    ...new Set(evidenceFrom(article, source).map((each) => each.claim)),
  ];
  if (article.sources.size === 0)
    return <p class="nothing">{t(workspace.reviewer.value.role === 'viewer' ? 'sources.none' : 'sources.begin')}</p>;
  const webSources = [...article.sources.values()].filter(({ url }) => isWebAddress(url));
  return (
    <>
      {webSources.length > 1 && hasRole(workspace.reviewer.value.role, 'annotator') && (
        <DeedButton class="button small quiet look-all" onDo={() => lookAtAll(workspace.id)}>
          {t('look.all')}
        </DeedButton>
      )}
      {[...article.sources.values()].map((source) => {
        const claims = uses(source.id);
        const [first] = claims;
        return (
          <article class="card source" key={source.id}>
            <h3 dir="auto">{sourceName(source)}</h3>
            <ShownTo record={source} usual="public" />
            <SourceLine source={source} by={t('evidence.by', { name: workspace.nameOf(source.reviewer) })} />
            <ComesFrom source={source} />
            <Elsewhere uses={elsewhere[source.id] ?? []} />
            <div class="source-row meta">
              <CopyState source={source} />
              {first === undefined ? (
                <span>{t('sources.unused')}</span>
              ) : (
                <button type="button" class="link-button is-first" onClick={() => workspace.select(first, 'key')}>
                  {t('sources.used', { count: claims.length })}
                </button>
              )}
              <LookAgain source={source} />
              <SourceEdit source={source} />
              <RetractSource source={source} />
            </div>
            <Marks source={source.id} />
            <RetractedSource source={source} />
          </article>
        );
      })}
    </>
  );
};

/** Whether there is a frozen copy of a source, or why not. */
const CopyState = ({ source }: { readonly source: Source }) => {
  const capture = newestOf(capturesOf(useWorkspace().id, source.id));
  if (!capture && !isWebAddress(source.url)) return null;
  if (capture?.state === 'fetching')
    return <span role="status">{t('capture.fetching', { size: Math.round((capture.arrived ?? 0) / 1_000) })}</span>;
  if (capture?.kept) return <span>{t('capture.kept', { time: moment(capture.kept.at) })}</span>;
  return <span>{capture?.problem ? t(`capture.problem.${capture.problem}`) : t('capture.none')}</span>;
};

/** The claims that have to be looked at again since a source changed, one after the other. */
const Marks = ({ source }: { readonly source: string }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const look = looksIn(workspace.id).looks.get(source);
  const claims = article && look ? openFindings(article, look).map(({ evidence }) => evidence.claim) : [];
  const [first] = claims;
  if (first === undefined) return null;
  return (
    <p class="alert">
      <button type="button" class="link-button" onClick={() => workspace.select(first, 'key')}>
        {t('drift.marks', { count: new Set(claims).size })}
      </button>
    </p>
  );
};

const Elsewhere = ({ uses }: { readonly uses: readonly SourceUse[] }) =>
  uses.length === 0 ? null : (
    <p class="meta elsewhere">
      <span>{t('known.elsewhere', { count: uses.length })}</span>
      {uses.map(({ article, title }) => (
        <a key={article} href={`/articles/${encodeURIComponent(article)}`} dir="auto">
          {title || t('articles.untitled')}
        </a>
      ))}
    </p>
  );
