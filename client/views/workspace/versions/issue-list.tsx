import type { Origin } from '../../../../shared/origin.ts';
import { type Issue, issuesOf } from '../../../../shared/received.ts';
import { originalAt } from '../../../later-version.ts';
import { t } from '../../../strings/index.ts';
import { dateInWords, moment } from '../../../times.ts';
import { useWorkspace } from '../here.ts';
import { undo } from './later-difference.tsx';

/** Two versions that are to be compared, by their numbers from 1 and by the versions of the article that have them. */
export interface Pair {
  readonly numbers: readonly [number, number];
  readonly versions: readonly [number, number];
}

interface Parts {
  readonly onCompare: (pair: Pair) => void;
  readonly onClose: () => void;
}

const day = (said: string): string => (Number.isNaN(Date.parse(said)) ? said : dateInWords(said.slice(0, 10)));

/** Where a version came from, and what it said of itself there. */
const From = ({
  origin: { url, original, published, changed },
  fetchedAt,
}: {
  readonly origin: Origin;
  readonly fetchedAt: string | undefined;
}) => (
  <p class="meta issue-from">
    {url ? (
      <a href={url} target="_blank" rel="noopener noreferrer" dir="ltr">
        {url.replace(/^https?:\/\/(?:www\.)?/, '').slice(0, 80)}
      </a>
    ) : (
      <bdi>{original?.name || t('versions.pasted')}</bdi>
    )}
    {fetchedAt && <span>{t('versions.fetched', { time: moment(fetchedAt) })}</span>}
    {published && <span>{t('versions.published', { day: day(published) })}</span>}
    {changed && <span>{t('versions.changed', { day: day(changed) })}</span>}
  </p>
);

/** Every version of the article as it was published or handed in, the newest first: saved, seen as the article was then, compared, taken back. */
export const IssueList = ({ onCompare, onClose }: Parts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const issues = issuesOf(article);
  const { role } = workspace.reviewer.value;
  const isLead = role === 'lead' || role === 'admin';
  const mayTakeBack = isLead || (role === 'editor' && !article.lock);
  const see = (version: number): void => {
    onClose();
    workspace.travel(version);
  };
  const Item = ({ issue, number }: { readonly issue: Issue; readonly number: number }) => {
    const before = issues[number - 2];
    const name = workspace.nameOf(issue.by?.reviewer ?? '');
    const time = moment(issue.by?.at ?? '');
    return (
      <li class="card issue">
        <p class="issue-head">
          <strong>{t('versions.number', { number })}</strong>
          {number === issues.length && <span class="tag">{t('versions.now')}</span>}
          <span class="meta">{t(issue.id === '' ? 'versions.begun' : 'versions.taken', { name, time })}</span>
        </p>
        <From origin={issue.origin} fetchedAt={issue.fetchedAt} />
        {issue.why !== '' && <p dir="auto">{issue.why}</p>}
        <p class="issue-deeds">
          {before && (
            <button
              type="button"
              class="button small"
              onClick={() => onCompare({ numbers: [number - 1, number], versions: [before.version, issue.version] })}
            >
              {t('versions.with', { number: number - 1 })}
            </button>
          )}
          {before && number > 2 && issues[0] && (
            <button
              type="button"
              class="button small quiet"
              onClick={() => onCompare({ numbers: [1, number], versions: [issues[0]?.version ?? 1, issue.version] })}
            >
              {t('versions.with', { number: 1 })}
            </button>
          )}
          <button type="button" class="button small quiet" onClick={() => see(issue.version)}>
            {t('versions.asItWas')}
          </button>
          {issue.origin.original && (
            <a class="button small quiet" href={originalAt(workspace.id, issue.version)} download>
              {t('versions.original')}
            </a>
          )}
          {issue.id !== '' && number === issues.length && mayTakeBack && (
            <button type="button" class="button small quiet" onClick={() => void undo(workspace.id, issue.id)}>
              {t('versions.takeBack')}
            </button>
          )}
        </p>
      </li>
    );
  };
  return (
    <section class="issues" aria-label={t('versions.list')}>
      <h3 class="heading-small">{t('versions.list')}</h3>
      <ol>{issues.map((issue, index) => <Item key={issue.version} issue={issue} number={index + 1} />).reverse()}</ol>
    </section>
  );
};
