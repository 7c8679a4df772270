import { useEffect, useState } from 'preact/hooks';
import { presence } from '../../account.ts';
import type { Answer } from '../../api.ts';
import { faultInWords, lookAtReset, resetPassword } from '../../passwords.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { Entrance, Line } from './entrance.tsx';
import { usePageTitle } from './page-title.ts';
import { useForm } from './use-form.ts';

/** Where a link to set a new password leads. */
export const Reset = ({ secret }: { readonly secret: string }) => {
  usePageTitle(t('reset.page'));
  const [found, setFound] = useState<Answer<{ readonly name: string; readonly email: string }>>();
  useEffect(() => void lookAtReset(secret).then(setFound), [secret]);
  if (!found) return <Entrance title={t('reset.title')} words={t('app.loading')} children={null} />;
  if ('problem' in found)
    return (
      <Entrance title={t('reset.title')} words={found.problem.words}>
        <p class="entrance-help">
          {t('reset.another')} <a href="/sign-in">{t('signIn.page')}</a>
        </p>
      </Entrance>
    );
  return <Setting secret={secret} {...found.value} />;
};

interface Parts {
  readonly secret: string;
  readonly name: string;
  readonly email: string;
}

const Setting = ({ secret, name, email }: Parts) => {
  const form = useForm(
    ['password'],
    ({ password = '' }) => {
      const fault = faultInWords(password, [name, email]);
      return fault === undefined ? {} : { password: fault };
    },
    async ({ password = '' }) => {
      const problem = await resetPassword(secret, password);
      if (problem) return problem;
      presence.value = { state: 'signed-out' };
      toast(t('reset.done'));
      // The secret leaves the address bar and the history.
      navigate('/sign-in', 'replace');
      return undefined;
    },
  );
  return (
    <Entrance title={t('reset.title')} words={t('reset.words', { name, email })}>
      <form class="entrance-form" onSubmit={form.onSubmit} noValidate>
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <Line
          label={t('reset.new')}
          name="password"
          kind="secret"
          autocomplete="new-password"
          hint={t('password.short')}
          error={form.errorOf('password') ?? form.errorOf()}
          autofocus
        />
        <button type="submit" class="button primary" aria-disabled={form.busy}>
          {t('reset.do')}
        </button>
      </form>
    </Entrance>
  );
};
