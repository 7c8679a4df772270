import { useEffect, useState } from 'preact/hooks';
import { comeIn, presence, refusalOf } from '../../account.ts';
import type { Problem } from '../../api.ts';
import { faultInWords } from '../../passwords.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/index.ts';
import { Entrance, Line } from './entrance.tsx';
import { usePageTitle } from './page-title.ts';
import { SetUpAlone } from './set-up-alone.tsx';
import { useForm } from './use-form.ts';

const FIELDS = ['name', 'email', 'password'] as const;

/** What is missing or wrong in what somebody says of themselves. */
const wrongIn = ({ name = '', email = '', password = '' }: Readonly<Record<string, string>>) => {
  const fault = password === '' ? undefined : faultInWords(password, [name, email]);
  return {
    ...(!name && { name: t('entrance.missingName') }),
    ...(password && !email && { email: t('password.needsEmail') }),
    ...(fault !== undefined && { password: fault }),
  };
};

/** Where a set-up link leads: the first person of a desk says who they are. */
export const SetUp = ({ secret }: { readonly secret: string }) => {
  usePageTitle(t('setUp.page'));
  const form = useForm(
    FIELDS,
    (values) => ({ ...wrongIn(values), ...(!values.email && { email: t('setUp.missingEmail') }) }),
    async (values) => arrived(await comeIn('setup', secret, values)),
  );
  return (
    <Entrance title={t('setUp.title')} words={t('setUp.words')}>
      <Who form={form} email={t('entrance.email')} submit={t('setUp.do')} />
      <SetUpAlone secret={secret} onDone={() => arrived(undefined)} />
    </Entrance>
  );
};

/** Where an invitation link leads. */
export const Join = ({ secret }: { readonly secret: string }) => {
  usePageTitle(t('join.page'));
  const form = useForm(FIELDS, wrongIn, async (values) => arrived(await comeIn('join', secret, values)));
  const [refusal, setRefusal] = useState<Problem | 'asking' | undefined>('asking');
  useEffect(() => void refusalOf(secret).then(setRefusal), [secret]);
  if (refusal === 'asking') return null;
  if (refusal)
    return (
      <Entrance title={t('join.title')} words={refusal.words}>
        <p>{t('join.another')}</p>
      </Entrance>
    );
  return (
    <Entrance title={t('join.title')} words={t('join.words')}>
      <Who form={form} email={t('entrance.emailOptional')} submit={t('join.do')} />
    </Entrance>
  );
};

// The secret leaves the address bar and the history.
const arrived = <P,>(problem: P | undefined): P | undefined => {
  if (problem === undefined) navigate('/', 'replace');
  return problem;
};

interface Parts {
  readonly form: ReturnType<typeof useForm>;
  readonly email: string;
  readonly submit: string;
}

const Who = ({ form, email, submit }: Parts) => (
  <form class="entrance-form" onSubmit={form.onSubmit} noValidate>
    {presence.value.state === 'signed-in' && !form.busy && (
      <p class="notice">{t('entrance.signedIn', { name: presence.value.account.name })}</p>
    )}
    {form.errorOf() && (
      <p class="notice error" role="alert">
        {form.errorOf()}
      </p>
    )}
    <Line
      label={t('entrance.name')}
      name="name"
      hint={t('entrance.nameHint')}
      autocomplete="name"
      error={form.errorOf('name')}
      autofocus
    />
    <Line label={email} name="email" kind="email" autocomplete="email" error={form.errorOf('email')} />
    <Line
      label={t('password.optional')}
      name="password"
      kind="secret"
      autocomplete="new-password"
      hint={t('password.hint')}
      error={form.errorOf('password')}
    />
    <button type="submit" class="button primary" aria-disabled={form.busy}>
      {submit}
    </button>
  </form>
);
