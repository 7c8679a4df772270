import { useEffect, useRef, useState } from 'preact/hooks';
import { comeIn, lookAtInvitation } from '../../account.ts';
import { loadEntrance } from '../../passwords.ts';
import { forgetInvitation } from '../../provider.ts';
import { t } from '../../strings/index.ts';
import { Entrance } from './entrance.tsx';
import { usePageTitle } from './page-title.ts';
import { SignInByProvider } from './sign-in-by-provider.tsx';
import { useForm } from './use-form.ts';
import { arrive, WHO, WhoForm, wrongInWho } from './who-form.tsx';

/** Where an invitation link leads: one joins with or without a password, with a passkey, or by the provider. */
export const Join = ({ secret }: { readonly secret: string }) => {
  usePageTitle(t('join.page'));
  const fields = useRef<HTMLFormElement>(null);
  const form = useForm(WHO, wrongInWho, (said) => arrive(said, () => comeIn('join', secret, said)));
  const [looked, setLooked] = useState<Awaited<ReturnType<typeof lookAtInvitation>>>();
  const [provider, setProvider] = useState<string | null>();
  useEffect(() => {
    forgetInvitation();
    void lookAtInvitation(secret).then(setLooked);
    void loadEntrance().then((answer) => 'value' in answer && setProvider(answer.value.provider));
  }, [secret]);
  if (!looked) return <Entrance title={t('join.title')} words={t('app.loading')} children={null} />;
  if (looked.refusal)
    return (
      <Entrance title={t('join.title')} words={looked.refusal.words}>
        <p>{t('join.another')}</p>
      </Entrance>
    );
  const { offered } = looked;
  const nameSaid = (): string => String(new FormData(fields.current ?? undefined).get('name') ?? '').trim();
  return (
    <Entrance
      title={t('join.title')}
      words={offered ? t('join.wordsAs', { role: t(`role.${offered.role}`) }) : t('join.words')}
    >
      <WhoForm
        form={form}
        formRef={fields}
        email={t('entrance.emailOptional')}
        submit={t('join.do')}
        {...(offered && { known: offered })}
      />
      <SignInByProvider
        provider={provider}
        next="/"
        taken={() => ({ invitation: secret, name: nameSaid() })}
        words={(name) => t('entrance.provider', { name })}
      />
    </Entrance>
  );
};
