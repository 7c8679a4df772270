import { useEffect, useState } from 'preact/hooks';
import { loadAccount, presence, signIn } from '../../account.ts';
import { type EntranceWays, forgotPassword, loadEntrance } from '../../passwords.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/index.ts';
import { Entrance, Line } from './entrance.tsx';
import { usePageTitle } from './page-title.ts';
import { SignInByPasskey } from './sign-in-by-passkey.tsx';
import { RefusedByProvider, SignInByProvider, StillSignedIn } from './sign-in-by-provider.tsx';
import { SignInByToken } from './sign-in-by-token.tsx';
import { useForm } from './use-form.ts';
import { Wrong } from './wrong.tsx';

/** Where one comes in with email and password, or with an access token, and learns how else. */
export const SignIn = ({ next }: { readonly next: string }) => {
  usePageTitle(t('signIn.page'));
  const [isForgotten, setForgotten] = useState(false);
  const [ways, setWays] = useState<EntranceWays>();
  useEffect(() => void loadEntrance().then((answer) => 'value' in answer && setWays(answer.value)), []);
  const { state } = presence.value;
  useEffect(() => {
    if (state === 'asking') void loadAccount();
    if (state === 'signed-in') navigate(next, 'replace');
  }, [state, next]);
  if (isForgotten) return <Forgotten onBack={() => setForgotten(false)} />;
  return (
    <Entrance title={t('signIn.title')}>
      <RefusedByProvider />
      <StillSignedIn provider={ways?.provider} />
      <ByPassword sendsMail={ways?.mail} onForgotten={() => setForgotten(true)} />
      <SignInByProvider provider={ways?.provider} next={next} />
      <SignInByPasskey />
      <section class="entrance-help">
        <h2>{t('signIn.noToken')}</h2>
        <p>{t('signIn.invitation')}</p>
        <SignInByToken />
      </section>
    </Entrance>
  );
};

interface Parts {
  /** Absent until it is known. */
  readonly sendsMail: boolean | undefined;
  readonly onForgotten: () => void;
}

const ByPassword = ({ sendsMail, onForgotten }: Parts) => {
  const form = useForm(
    ['email', 'password'],
    ({ email, password }) => ({
      ...(!email && { email: t('signIn.missingEmail') }),
      ...(!password && { password: t('signIn.missingPassword') }),
    }),
    ({ email, password }) => signIn({ email, password }, t('signIn.wrong')),
  );
  return (
    <form class="entrance-form" onSubmit={form.onSubmit} noValidate>
      <Wrong words={form.errorOf()} />
      <Line
        label={t('entrance.email')}
        name="email"
        kind="email"
        autocomplete="username"
        error={form.errorOf('email')}
        autofocus
      />
      <Line
        label={t('signIn.password')}
        name="password"
        kind="secret"
        autocomplete="current-password"
        error={form.errorOf('password')}
      />
      <button type="submit" class="button primary" aria-disabled={form.busy}>
        {t('signIn.do')}
      </button>
      {sendsMail && (
        <button type="button" class="link-button" onClick={onForgotten}>
          {t('signIn.forgot')}
        </button>
      )}
      {sendsMail === false && <p class="words">{t('signIn.noMail')}</p>}
    </form>
  );
};

const Forgotten = ({ onBack }: { readonly onBack: () => void }) => {
  const [isSent, setSent] = useState(false);
  const form = useForm(
    ['email'],
    ({ email }): Readonly<Record<string, string>> => (email ? {} : { email: t('signIn.missingEmail') }),
    async ({ email = '' }) => {
      const problem = await forgotPassword(email);
      setSent(problem === undefined);
      return problem;
    },
  );
  return (
    <Entrance title={t('signIn.forgot')} {...(!isSent && { words: t('signIn.forgotWords') })}>
      {isSent ? (
        <p class="notice" role="status">
          {t('signIn.forgotDone')}
        </p>
      ) : (
        <form class="entrance-form" onSubmit={form.onSubmit} noValidate>
          <Line
            label={t('entrance.email')}
            name="email"
            kind="email"
            autocomplete="username"
            error={form.errorOf('email') ?? form.errorOf()}
            autofocus
          />
          <button type="submit" class="button primary" aria-disabled={form.busy}>
            {t('signIn.forgotDo')}
          </button>
        </form>
      )}
      <p class="entrance-help">
        <button type="button" class="link-button" onClick={onBack}>
          {t('signIn.forgotBack')}
        </button>
      </p>
    </Entrance>
  );
};
