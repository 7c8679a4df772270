import { wordsOfPart } from '../../given-back.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { Dialog } from '../shell/dialog.tsx';
import { useWorkspace } from './here.ts';

/** What has waited for long, to be looked through before it is sent: it has to be answered. */
export const Review = () => {
  const workspace = useWorkspace();
  const pending = workspace.exchange.session.value?.pending ?? [];
  const acts = pending.flatMap(({ opId, at, parts }) =>
    parts.map((part, index) => ({ key: `${opId}.${index}`, at, part })),
  );
  return (
    <Dialog title={t('review.title')}>
      <p>{t('review.words', { count: pending.length })}</p>
      <ul class="review-list">
        {acts.map(({ key, at, part }) => (
          <li key={key}>
            <strong>{t(`part.${part.kind}`)}</strong>{' '}
            <time class="meta" dateTime={at}>
              {t('review.since', { time: moment(at) })}
            </time>
            <blockquote dir="auto">{wordsOfPart(part, undefined)}</blockquote>
          </li>
        ))}
      </ul>
      <p class="row">
        <button type="button" class="button primary" onClick={() => workspace.exchange.review(true)}>
          {t('review.send')}
        </button>
        <button type="button" class="button quiet" onClick={() => workspace.exchange.review(false)}>
          {t('review.takeBack')}
        </button>
      </p>
    </Dialog>
  );
};
