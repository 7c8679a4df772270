import { useEffect, useState } from 'preact/hooks';
import { type Account, loadAccount } from '../../account.ts';
import type { Problem } from '../../api.ts';
import { faultInWords, loadWays, setPassword, type Ways } from '../../passwords.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { Line } from './entrance.tsx';
import { Failure } from './failure.tsx';
import { useForm } from './use-form.ts';
import { Wrong } from './wrong.tsx';

/** One's password: since when, set and changed here. */
export const PasswordPart = ({ account }: { readonly account: Account }) => {
  const [ways, setWays] = useState<Ways>();
  const [problem, setProblem] = useState<Problem>();
  const [isOpen, setOpen] = useState(false);
  const load = async (): Promise<void> => {
    const answer = await loadWays();
    if ('value' in answer) setWays(answer.value);
    setProblem('problem' in answer ? answer.problem : undefined);
  };
  useEffect(() => void load(), []);
  return (
    <section class="webhooks" aria-labelledby="password">
      <h2 id="password">{t('account.password')}</h2>
      {problem && <Failure problem={problem} onRetry={load} />}
      {!ways && !problem && <p class="hint">{t('app.loading')}</p>}
      {ways && (
        <p>
          {ways.passwordSetAt === null
            ? t('account.passwordNone')
            : t('account.passwordSince', { time: moment(ways.passwordSetAt) })}
        </p>
      )}
      {ways && !isOpen && (
        <p>
          <button type="button" class="button" onClick={() => setOpen(true)}>
            {t(ways.passwordSetAt === null ? 'account.set' : 'account.change')}
          </button>
        </p>
      )}
      {ways && isOpen && (
        <Setting
          ways={ways}
          name={account.name}
          onDone={() => {
            setOpen(false);
            void load();
            void loadAccount();
          }}
        />
      )}
    </section>
  );
};

interface Parts {
  readonly ways: Ways;
  readonly name: string;
  readonly onDone: () => void;
}

const Setting = ({ ways, name, onDone }: Parts) => {
  const [hasOne, hasEmail] = [ways.passwordSetAt !== null, ways.email !== ''];
  const form = useForm(
    [...(hasEmail ? [] : ['email']), ...(hasOne ? ['current'] : []), 'password'],
    ({ email = ways.email, current, password = '' }) => {
      const fault = faultInWords(password, [name, email]);
      return {
        ...(email === '' && { email: t('password.needsEmail') }),
        ...(current === '' && { current: t('account.missingCurrent') }),
        ...(fault !== undefined && { password: fault }),
      };
    },
    async ({ email, current, password = '' }) => {
      const problem = await setPassword({ password, ...(email && { email }), ...(current && { current }) });
      if (problem) return problem;
      toast(t('account.passwordDone'));
      onDone();
      return undefined;
    },
  );
  return (
    <form class="make-token" onSubmit={form.onSubmit} noValidate>
      <Wrong words={form.errorOf()} />
      {!hasEmail && (
        <Line
          label={t('entrance.email')}
          name="email"
          kind="email"
          autocomplete="username"
          error={form.errorOf('email')}
        />
      )}
      {hasOne && (
        <Line
          label={t('account.current')}
          name="current"
          kind="secret"
          autocomplete="current-password"
          error={form.errorOf('current')}
        />
      )}
      <Line
        label={t('account.new')}
        name="password"
        kind="secret"
        autocomplete="new-password"
        hint={t('password.short')}
        error={form.errorOf('password')}
      />
      <p class="row">
        <button type="submit" class="button primary" aria-disabled={form.busy}>
          {t('reset.do')}
        </button>
        <button type="button" class="button quiet" onClick={onDone}>
          {t('account.cancel')}
        </button>
      </p>
    </form>
  );
};
