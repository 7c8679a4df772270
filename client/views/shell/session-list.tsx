import type { Session } from '../../../shared/api/records/accounts.ts';
import type { Answer } from '../../api.ts';
import { endOtherSessions, endSession, loadSessions } from '../../sessions.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { Failure } from './failure.tsx';
import { SureButton } from './sure-button.tsx';
import { useLoaded } from './use-loaded.ts';

/** The browsers in which one is signed in, each to be ended, and all others at once. */
export const SessionList = () => {
  const { value, problem, load } = useLoaded(loadSessions);
  const sessions = value?.sessions;
  const told = async <T,>(answer: Answer<T>, words: (value: T) => string): Promise<void> => {
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    else toast(words(answer.value));
    await load();
  };
  const endOthers = async (): Promise<void> =>
    told(await endOtherSessions(), ({ ended: count }) => t('sessions.endedOthers', { count }));
  return (
    <section class="webhooks" aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions.title')}</h2>
      <p class="hint">{t('sessions.words')}</p>
      {problem && <Failure problem={problem} onRetry={load} />}
      {!sessions && !problem && <p class="hint">{t('app.loading')}</p>}
      {sessions && (
        <ul class="webhook-list">
          {sessions.toReversed().map((session) => (
            <Row
              key={session.id}
              session={session}
              onEnd={async () => told(await endSession(session.id), () => t('sessions.ended'))}
            />
          ))}
        </ul>
      )}
      {sessions?.some(({ current }) => !current) && (
        <p class="row">
          <SureButton
            words={t('sessions.endOthers')}
            sure={t('sessions.endOthersSure')}
            keep={t('sessions.keep')}
            onDo={endOthers}
          />
        </p>
      )}
    </section>
  );
};

const seen = ({ usedAt, address }: Session): string =>
  address === ''
    ? t('sessions.used', { time: moment(usedAt) })
    : t('sessions.usedAt', { time: moment(usedAt), address });

const Row = ({ session, onEnd }: { readonly session: Session; readonly onEnd: () => Promise<void> }) => {
  const { device, createdAt, current, way } = session;
  return (
    <li class="webhook">
      <p class="row">
        <strong>{device || t('sessions.unknown')}</strong>
        <span class="meta">
          {[
            ...(current ? [t('sessions.this')] : []),
            ...(way ? [t(`sessions.way.${way}`)] : []),
            seen(session),
            t('sessions.since', { time: moment(createdAt) }),
          ].join(' · ')}
        </span>
        <span class="spacer" />
        {!current && (
          <SureButton words={t('sessions.end')} sure={t('sessions.endSure')} keep={t('sessions.keep')} onDo={onEnd} />
        )}
      </p>
    </li>
  );
};
