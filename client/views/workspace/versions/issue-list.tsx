import type { Origin } from '../../../../shared/origin.ts';
import { everyIssueOf, type Issue } from '../../../../shared/received.ts';
import { originalAt } from '../../../later-version.ts';
import { t } from '../../../strings/index.ts';
import { dateInWords, moment } from '../../../times.ts';
import { DeedButton } from '../../shell/deed-button.tsx';
import { useWorkspace } from '../here.ts';
import type { Pair } from '../looked-at-there.ts';
import { undo } from './later-difference.tsx';

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

/** That a version was taken back, by whom, and what that changed. */
const TakenBack = ({ undone, onCompare }: Pick<Parts, 'onCompare'> & { readonly undone: Issue['undone'] }) => {
  const workspace = useWorkspace();
  if (!undone) return null;
  const { reviewer, at, version } = undone;
  return (
    <p class="issue-deeds">
      <span class="meta">{t('versions.backBy', { name: workspace.nameOf(reviewer), time: moment(at) })}</span>
      {version !== undefined && (
        <button
          type="button"
          class="button small"
          onClick={() => onCompare({ back: true, versions: [version - 1, version] })}
        >
          {t('versions.seeBack')}
        </button>
      )}
    </p>
  );
};

/**
 * Every version of the article as it was published or handed in, the newest first, also those that were taken back: saved, seen as the article
 * was then, compared with the one that stood before it, taken back.
 */
export const IssueList = ({ onCompare, onClose }: Parts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const issues = everyIssueOf(article);
  const standing = issues.filter(({ undone }) => !undone);
  const { role } = workspace.reviewer.value;
  const isLead = role === 'lead' || role === 'admin';
  const mayTakeBack = isLead || (role === 'editor' && !article.lock);
  const see = (version: number): void => {
    onClose();
    workspace.travel(version);
  };
  /** The version that this one took the place of. */
  const beforeOf = (issue: Issue): Issue | undefined =>
    issues.findLast(
      ({ version, undone }) =>
        version < issue.version && (undone === undefined || (undone.version ?? 0) > issue.version),
    );
  const comparing = (one: Issue, other: Issue) => {
    const numbers = [issues.indexOf(one) + 1, issues.indexOf(other) + 1] as const;
    return (
      <button
        type="button"
        class="button small quiet"
        onClick={() => onCompare({ numbers, versions: [one.version, other.version] })}
      >
        {t('versions.with', { number: numbers[0] })}
      </button>
    );
  };
  const item = (issue: Issue, number: number) => {
    const before = beforeOf(issue);
    const name = workspace.nameOf(issue.by?.reviewer ?? '');
    const time = moment(issue.by?.at ?? '');
    const isNow = issue === standing.at(-1);
    return (
      <li key={issue.version} class="card issue">
        <p class="issue-head">
          <strong>{t('versions.number', { number })}</strong>
          {isNow && <span class="tag">{t('versions.now')}</span>}
          {issue.undone && <span class="tag warn">{t('versions.isBack')}</span>}
          <span class="meta">{t(issue.id === '' ? 'versions.begun' : 'versions.taken', { name, time })}</span>
        </p>
        <From origin={issue.origin} fetchedAt={issue.fetchedAt} />
        {issue.why !== '' && <p dir="auto">{issue.why}</p>}
        <TakenBack undone={issue.undone} onCompare={onCompare} />
        <p class="issue-deeds">
          {before && comparing(before, issue)}
          {before && issues[0] && issues[0] !== before && comparing(issues[0], issue)}
          <button type="button" class="button small quiet" onClick={() => see(issue.version)}>
            {t('versions.asItWas')}
          </button>
          {issue.origin.original && (
            <a class="button small quiet" href={originalAt(workspace.id, issue.version)} download>
              {t('versions.original')}
            </a>
          )}
          {issue.id !== '' && isNow && mayTakeBack && (
            <DeedButton class="button small quiet" onDo={() => undo(workspace, issue.id, onCompare)}>
              {t('versions.takeBack')}
            </DeedButton>
          )}
        </p>
      </li>
    );
  };
  return (
    <section class="issues" aria-label={t('versions.list')}>
      <h3 class="heading-small">{t('versions.list')}</h3>
      <ol>{issues.map((issue, index) => item(issue, index + 1)).reverse()}</ol>
    </section>
  );
};
