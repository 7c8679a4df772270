import { useEffect, useState } from 'preact/hooks';
import type { Invitation, PendingInvitation } from '../../../shared/api/records/people.ts';
import type { Problem } from '../../api.ts';
import { loadInvitations, renewInvitation, withdrawInvitation } from '../../invitations.ts';
import { absoluteTime } from '../../relative-time.ts';
import { language, t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { Failure } from './failure.tsx';
import { HandedOver } from './handed-over.tsx';
import { SureButton } from './sure-button.tsx';

/** The invitations that nobody has taken yet: by whom, until when; sent again and withdrawn here. */
export const PendingInvitations = () => {
  const [pending, setPending] = useState<readonly PendingInvitation[]>();
  const [made, setMade] = useState<Invitation>();
  const [problem, setProblem] = useState<Problem>();
  const load = async (): Promise<void> => {
    const answer = await loadInvitations();
    if ('value' in answer) setPending(answer.value.invitations);
    setProblem('problem' in answer ? answer.problem : undefined);
  };
  useEffect(() => void load(), []);
  const renew = async (id: string): Promise<void> => {
    const answer = await renewInvitation(id);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    else if (answer.value.mailed) toast(t('invitations.mailed'));
    else setMade(answer.value);
    await load();
  };
  const withdraw = async (id: string): Promise<void> => {
    const answer = await withdrawInvitation(id);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    else toast(t('invitations.withdrawn'));
    await load();
  };
  return (
    <section class="webhooks" aria-labelledby="invitations">
      <h2 id="invitations">{t('invitations.title')}</h2>
      {problem && <Failure problem={problem} onRetry={() => void load()} />}
      {!pending && !problem && <p class="hint">{t('app.loading')}</p>}
      {pending?.length === 0 && <p class="hint">{t('invitations.none')}</p>}
      {made?.link && (
        <HandedOver
          label={t('invite.link')}
          value={made.link}
          hint={t('invite.good', { time: absoluteTime(made.expiresAt, language()) })}
          onDone={() => setMade(undefined)}
        />
      )}
      <ul class="webhook-list">
        {pending?.map((each) => (
          <Row
            key={each.id}
            invitation={each}
            onRenew={() => void renew(each.id)}
            onWithdraw={() => void withdraw(each.id)}
          />
        ))}
      </ul>
    </section>
  );
};

interface Parts {
  readonly invitation: PendingInvitation;
  readonly onRenew: () => void;
  readonly onWithdraw: () => void;
}

const Row = ({ invitation, onRenew, onWithdraw }: Parts) => {
  const { name, email, role, by, createdAt, expiresAt, expired } = invitation;
  const until = { time: absoluteTime(expiresAt, language()) };
  return (
    <li class="webhook">
      <p class="row">
        <strong dir="auto">{name || email || t('invitations.somebody')}</strong>
        <span class="meta">
          {[
            ...(name && email ? [email] : []),
            t(`role.${role}`),
            ...(by ? [t('invitations.by', { name: by })] : []),
            t('passkeys.since', { time: moment(createdAt) }),
            expired ? t('invitations.expired', until) : t('guests.until', until),
          ].join(' · ')}
        </span>
      </p>
      <p class="row">
        <button type="button" class="button small quiet" onClick={onRenew}>
          {t(email ? 'invitations.again' : 'invitations.newLink')}
        </button>
        <SureButton
          words={t('invitations.withdraw')}
          sure={t('invitations.withdrawSure')}
          keep={t('passkeys.keep')}
          onDo={onWithdraw}
        />
      </p>
    </li>
  );
};
