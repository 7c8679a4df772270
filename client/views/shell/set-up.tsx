import { comeIn } from '../../account.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/index.ts';
import { Entrance } from './entrance.tsx';
import { usePageTitle } from './page-title.ts';
import { SetUpAlone } from './set-up-alone.tsx';
import { useForm } from './use-form.ts';
import { arrive, WHO, WhoForm, wrongInWho } from './who-form.tsx';

/** Where a set-up link leads: the first person of a desk says who they are. */
export const SetUp = ({ secret }: { readonly secret: string }) => {
  usePageTitle(t('setUp.page'));
  const form = useForm(
    WHO,
    (said) => ({ ...wrongInWho(said), ...(!said.email && { email: t('setUp.missingEmail') }) }),
    (said) => arrive(said, () => comeIn('setup', secret, said)),
  );
  return (
    <Entrance title={t('setUp.title')} words={t('setUp.words')}>
      <WhoForm form={form} email={t('entrance.email')} submit={t('setUp.do')} />
      <SetUpAlone secret={secret} onDone={() => navigate('/', 'replace')} />
    </Entrance>
  );
};
