import '../../styles/desk.css';
import type { GuestLink, MadeGuestLink } from '../../../shared/api/records/accounts.ts';
import '../../styles/invite.css';
import { useState } from 'preact/hooks';
import { loadGuestLinks, makeGuestLink, revokeGuestLink } from '../../guests.ts';
import { absoluteTime } from '../../relative-time.ts';
import { language, t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { Failure } from '../shell/failure.tsx';
import { HandedOver } from '../shell/handed-over.tsx';
import { SureButton } from '../shell/sure-button.tsx';
import { useForm } from '../shell/use-form.ts';
import { useLoaded } from '../shell/use-loaded.ts';

/** How many days a guest link may be good. */
const DAYS = [1, 7, 14, 30, 90] as const;

const ROLES = ['annotator', 'viewer'] as const;

/** The links by which guests come to this article and to nothing else: made, listed with who came in, revoked. */
export const GuestLinks = ({ article }: { readonly article: string }) => {
  const { value, problem, load } = useLoaded(() => loadGuestLinks(article), [article]);
  const links = value?.links;
  const [made, setMade] = useState<MadeGuestLink>();
  const revoke = async (id: string): Promise<void> => {
    const answer = await revokeGuestLink(article, id);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    else toast(t('guests.revoked'));
    if (made?.id === id) setMade(undefined);
    await load();
  };
  return (
    <section class="guests" aria-labelledby="guests">
      <h3 id="guests">{t('guests.title')}</h3>
      <p class="hint">{t('guests.words')}</p>
      {problem && <Failure problem={problem} onRetry={load} />}
      {links && links.length > 0 && (
        <ul class="webhook-list">
          {links.map((link) => (
            <Row key={link.id} link={link} onRevoke={() => revoke(link.id)} />
          ))}
        </ul>
      )}
      {made ? (
        <HandedOver
          label={t('guests.made')}
          value={made.link}
          hint={t('guests.onlyNow', { time: absoluteTime(made.expiresAt, language()) })}
          onDone={() => setMade(undefined)}
        />
      ) : (
        links && (
          <Making
            article={article}
            onMade={(link) => {
              setMade(link);
              void load();
            }}
          />
        )
      )}
    </section>
  );
};

const Row = ({ link, onRevoke }: { readonly link: GuestLink; readonly onRevoke: () => Promise<void> }) => {
  const { label, role, expiresAt, guests } = link;
  return (
    <li class="webhook">
      <p class="row">
        <strong dir="auto">{label || t('guests.noLabel')}</strong>
        <span class="meta">{[t(`role.${role}`), t('guests.until', { time: moment(expiresAt) })].join(' · ')}</span>
        <span class="spacer" />
        <SureButton words={t('tokens.revoke')} sure={t('tokens.revokeSure')} keep={t('tokens.keep')} onDo={onRevoke} />
      </p>
      <span class="hint" dir="auto">
        {guests.length === 0 ? t('guests.nobody') : guests.join(', ')}
      </span>
    </li>
  );
};

const Making = ({ article, onMade }: { readonly article: string; readonly onMade: (made: MadeGuestLink) => void }) => {
  const form = useForm(
    ['label', 'role', 'days'],
    () => ({}),
    async ({ label = '', role = 'viewer', days }) => {
      const answer = await makeGuestLink(article, { label, role, days: Number(days) });
      if ('problem' in answer) return answer.problem;
      onMade(answer.value);
      return undefined;
    },
  );
  return (
    <form class="make-guest" onSubmit={form.onSubmit} noValidate>
      <label class="field">
        <span class="label">{t('invite.name')}</span>
        <input class="input" name="label" dir="auto" maxLength={100} autocomplete="off" />
      </label>
      <span class="with-button">
        <label class="field">
          <span class="label">{t('invite.role')}</span>
          <select class="input" name="role">
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span class="label">{t('tokens.until')}</span>
          <select class="input" name="days">
            {DAYS.map((count) => (
              <option key={count} value={count} selected={count === 14}>
                {t('tokens.days', { count })}
              </option>
            ))}
          </select>
        </label>
      </span>
      {form.errorOf() && (
        <p class="error" role="alert">
          {form.errorOf()}
        </p>
      )}
      <p>
        <button type="submit" class="button" aria-disabled={form.busy}>
          {t('guests.make')}
        </button>
      </p>
    </form>
  );
};
