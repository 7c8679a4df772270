import { useEffect, useState } from 'preact/hooks';
import { loadAccount, presence, signIn } from '../../account.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/index.ts';
import { Entrance, Line } from './entrance.tsx';
import { usePageTitle } from './page-title.ts';
import { useForm } from './use-form.ts';

const COMMAND = 'npm run -s admin -- add-user EMAIL --name NAME --role ROLE --token';

/** Where one comes in with an access token, and learns how else. */
export const SignIn = ({ next }: { readonly next: string }) => {
  usePageTitle(t('signIn.page'));
  const [shown, setShown] = useState(false);
  const { state } = presence.value;
  useEffect(() => {
    if (state === 'asking') void loadAccount();
    if (state === 'signed-in') navigate(next, 'replace');
  }, [state, next]);
  const form = useForm(
    ['token'],
    ({ token }) => (token ? {} : { token: t('signIn.missing') }),
    ({ token = '' }) => signIn(token),
  );
  return (
    <Entrance title={t('signIn.title')}>
      <form class="entrance-form" onSubmit={form.onSubmit} noValidate>
        <Line
          label={t('signIn.token')}
          name="token"
          kind={shown ? 'words' : 'secret'}
          autocomplete="current-password"
          hint={t('signIn.tokenHint')}
          error={form.errorOf('token') ?? form.errorOf()}
          autofocus
        />
        <label class="check">
          <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
          {t('signIn.show')}
        </label>
        <button type="submit" class="button primary" aria-disabled={form.busy}>
          {t('signIn.do')}
        </button>
      </form>
      <section class="entrance-help">
        <h2>{t('signIn.noToken')}</h2>
        <p>{t('signIn.invitation')}</p>
        <details>
          <summary>{t('signIn.operator')}</summary>
          <code>{COMMAND}</code>
        </details>
      </section>
    </Entrance>
  );
};
