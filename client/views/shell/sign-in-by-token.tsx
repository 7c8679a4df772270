import { useState } from 'preact/hooks';
import { signIn } from '../../account.ts';
import { t } from '../../strings/index.ts';
import { Line } from './entrance.tsx';
import { useForm } from './use-form.ts';

const COMMAND = 'npm run -s admin -- add-user EMAIL --name NAME --role ROLE --token';

/** The way in with an access token, folded away until it is asked for. */
export const SignInByToken = () => {
  const [shown, setShown] = useState(false);
  const form = useForm(
    ['token'],
    ({ token }): Readonly<Record<string, string>> => (token ? {} : { token: t('signIn.missing') }),
    ({ token }) => signIn({ token }, t('signIn.notGood')),
  );
  return (
    <details>
      <summary>{t('signIn.byToken')}</summary>
      <form class="entrance-form" onSubmit={form.onSubmit} noValidate>
        <Line
          label={t('signIn.token')}
          name="token"
          kind={shown ? 'words' : 'secret'}
          hint={t('signIn.tokenHint')}
          error={form.errorOf('token') ?? form.errorOf()}
        />
        <label class="check">
          <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
          {t('signIn.show')}
        </label>
        <button type="submit" class="button" aria-disabled={form.busy}>
          {t('signIn.doToken')}
        </button>
        <p>
          {t('signIn.operator')} <code>{COMMAND}</code>
        </p>
      </form>
    </details>
  );
};
