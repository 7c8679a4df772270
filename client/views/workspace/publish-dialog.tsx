import '../../styles/publish.css';
import { useEffect, useState } from 'preact/hooks';
import { isRetracted } from '../../../shared/publication.ts';
import { sourceName } from '../../../shared/source.ts';
import type { Problem } from '../../api.ts';
import { loadReports, type Reports } from '../../reports.ts';
import { language, t } from '../../strings/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { useWorkspace } from './here.ts';
import { PublishForm } from './publish-form.tsx';
import { PublishedList } from './published-list.tsx';

/** What is published of the article, and for a lead the way to publish: a first report, a correction of it, or that it no longer stands. */
export const PublishDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { id, article, reviewer } = useWorkspace();
  const [known, setKnown] = useState<Reports>();
  const [problem, setProblem] = useState<Problem>();
  const load = async (): Promise<void> => {
    setProblem(undefined);
    const answer = await loadReports(id);
    if ('problem' in answer) setProblem(answer.problem);
    else setKnown(answer.value);
  };
  useEffect(() => onClose, []); // also when another article is opened
  const published = article.value?.published ?? [];
  // A publication of somebody else is listed too.
  useEffect(() => void load(), [id, published.length]);
  const mayPublish = ['lead', 'admin'].includes(reviewer.value.role);
  const names = (known?.leansOnRetracted ?? []).flatMap((source) => {
    const found = article.value?.sources.get(source);
    return found ? [sourceName(found)] : [];
  });
  return (
    <Dialog title={t('report.title')} onClose={onClose}>
      <div class="publish-dialog">
        <p class="hint">{t('report.hint')}</p>
        {problem && (
          <p class="error" role="alert">
            {problem.words}{' '}
            <button type="button" class="button small" onClick={() => void load()}>
              {t('app.tryAgain')}
            </button>
          </p>
        )}
        {!known && !problem && (
          <p class="meta" role="status">
            {t('app.loading')}
          </p>
        )}
        {names.length > 0 && (
          <p class="alert" role="alert">
            {t('report.needsCorrection', { names: new Intl.ListFormat(language()).format(names) })}
          </p>
        )}
        {known && mayPublish && (
          <PublishForm
            key={published.length}
            isFirst={published.length === 0}
            isRetracted={isRetracted(published)}
            onPublished={() => void load()}
          />
        )}
        {known && <PublishedList known={known} />}
      </div>
    </Dialog>
  );
};
