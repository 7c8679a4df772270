import { useState } from 'preact/hooks';
import type { Invitation, PendingInvitation } from '../../../shared/api/records/people.ts';
import { loadInvitations, renewInvitation, withdrawInvitation } from '../../invitations.ts';
import { absoluteTime } from '../../relative-time.ts';
import { language, t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { Failure } from './failure.tsx';
import { HandedOver } from './handed-over.tsx';
import { SureButton } from './sure-button.tsx';
import { useDeed } from './use-deed.ts';
import { useLoaded } from './use-loaded.ts';

/** The invitations that nobody has taken yet: by whom, until when; sent again and withdrawn here. `since` is another when somebody was invited. */
export const PendingInvitations = ({ since }: { readonly since: number }) => {
  const { value, problem, load } = useLoaded(loadInvitations, [since]);
  const pending = value?.invitations;
  const [made, setMade] = useState<Invitation>();
  // One that is sent again is another invitation, in the row of the one before.
  const [rows, setRows] = useState<ReadonlyMap<string, string>>(new Map());
  const rowOf = (id: string): string => rows.get(id) ?? id;
  const renew = async (id: string): Promise<void> => {
    const answer = await renewInvitation(id);
    if ('value' in answer) {
      const { value } = answer;
      setRows((were) => new Map(were).set(value.id, were.get(id) ?? id));
      if (value.mailed) toast(t('invitations.mailed'));
      else setMade(value);
    } else toast(answer.problem.words, { tone: 'error' });
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
      {problem && <Failure problem={problem} onRetry={load} />}
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
            key={rowOf(each.id)}
            invitation={each}
            onRenew={() => renew(each.id)}
            onWithdraw={() => withdraw(each.id)}
          />
        ))}
      </ul>
    </section>
  );
};

interface Parts {
  readonly invitation: PendingInvitation;
  readonly onRenew: () => Promise<void>;
  readonly onWithdraw: () => Promise<void>;
}

const Row = ({ invitation, onRenew, onWithdraw }: Parts) => {
  // What is to be withdrawn is not known until it was sent again.
  const renewing = useDeed(onRenew);
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
        <button
          type="button"
          class="button small quiet"
          aria-disabled={renewing.isUnderWay}
          aria-busy={renewing.isUnderWay}
          onClick={() => void renewing.run()}
        >
          {t(email ? 'invitations.again' : 'invitations.newLink')}
        </button>
        <SureButton
          words={t('invitations.withdraw')}
          sure={t('invitations.withdrawSure')}
          keep={t('passkeys.keep')}
          disabled={renewing.isUnderWay}
          onDo={onWithdraw}
        />
      </p>
    </li>
  );
};
