import type { RefObject } from 'preact';
import { presence } from '../../account.ts';
import type { Problem } from '../../api.ts';
import { addPasskey, hasPasskeys } from '../../passkeys.ts';
import { faultInWords } from '../../passwords.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { Line, NameLine } from './entrance.tsx';
import type { Form } from './use-form.ts';
import { Wrong } from './wrong.tsx';

/** What somebody says of themselves to come in; `by` says by which button. */
export const WHO = ['name', 'email', 'password', 'by'] as const;

type Said = Readonly<Record<string, string>>;

/** What is missing or wrong in what somebody says of themselves. */
export const wrongInWho = ({ name = '', email = '', password = '' }: Said): Said => {
  const fault = password === '' ? undefined : faultInWords(password, [name, email]);
  return {
    ...(!name && { name: t('entrance.missingName') }),
    ...(password && !email && { email: t('password.needsEmail') }),
    ...(fault !== undefined && { password: fault }),
  };
};

/** Comes in and, where that was the button, makes the passkey to come in by again; whoever is in stays so without it. */
export const arrive = async (
  { by }: Said,
  comeIn: () => Promise<Problem | undefined>,
): Promise<Problem | undefined> => {
  const problem = await comeIn();
  if (problem) return problem;
  if (by === 'passkey') {
    const refused = await addPasskey(t('passkeys.first'), t('passkeys.refused'));
    if (refused) toast(t('entrance.noPasskey'), { tone: 'error' });
    else toast(t('passkeys.added'));
  }
  // The secret leaves the address bar and the history.
  navigate('/', 'replace');
  return undefined;
};

interface Parts {
  readonly form: Form;
  /** What the line for the email is called. */
  readonly email: string;
  readonly submit: string;
  /** What is known of them already: `email` is then theirs and stands fast. */
  readonly known?: { readonly name: string; readonly email: string };
  readonly formRef?: RefObject<HTMLFormElement | null>;
}

/** The form in which somebody says who they are. */
export const WhoForm = ({ form, email, submit, known, formRef }: Parts) => (
  <form class="entrance-form" onSubmit={form.onSubmit} noValidate {...(formRef && { ref: formRef })}>
    {presence.value.state === 'signed-in' && !form.busy && (
      <p class="notice">{t('entrance.signedIn', { name: presence.value.account.name })}</p>
    )}
    <Wrong words={form.errorOf()} />
    <NameLine form={form} value={known?.name} />
    {known?.email ? (
      <Line
        label={t('entrance.email')}
        name="email"
        kind="email"
        autocomplete="username"
        value={known.email}
        fast
        hint={t('join.emailHint')}
        error={form.errorOf('email')}
      />
    ) : (
      <Line label={email} name="email" kind="email" autocomplete="email" error={form.errorOf('email')} />
    )}
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
    {hasPasskeys() && (
      <button type="submit" class="button" name="by" value="passkey" aria-disabled={form.busy}>
        {t('entrance.passkey')}
      </button>
    )}
  </form>
);
