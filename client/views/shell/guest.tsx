import { useEffect, useState } from 'preact/hooks';
import { comeIn, presence } from '../../account.ts';
import type { Answer } from '../../api.ts';
import { lookAtGuestLink, type Offered } from '../../guests.ts';
import { absoluteTime } from '../../relative-time.ts';
import { navigate } from '../../router.ts';
import { language, t } from '../../strings/index.ts';
import { Entrance, NameLine } from './entrance.tsx';
import { usePageTitle } from './page-title.ts';
import { useForm } from './use-form.ts';
import { Wrong } from './wrong.tsx';

/** Where a guest link leads: one says one's name, and is at the article. */
export const Guest = ({ secret }: { readonly secret: string }) => {
  usePageTitle(t('guest.page'));
  const [found, setFound] = useState<Answer<Offered>>();
  useEffect(() => void lookAtGuestLink(secret).then(setFound), [secret]);
  if (!found) return <Entrance title={t('guest.page')} words={t('app.loading')} children={null} />;
  if ('problem' in found)
    return (
      <Entrance title={t('guest.page')} words={found.problem.words}>
        <p>{t('join.another')}</p>
      </Entrance>
    );
  return <Entering secret={secret} offered={found.value} />;
};

const Entering = ({ secret, offered }: { readonly secret: string; readonly offered: Offered }) => {
  const { article, title, role, expiresAt } = offered;
  const path = `/articles/${encodeURIComponent(article)}`;
  const form = useForm(
    ['name'],
    ({ name }): Readonly<Record<string, string>> => (name ? {} : { name: t('entrance.missingName') }),
    async (values) => {
      const problem = await comeIn('guest', secret, values);
      // The secret leaves the address bar and the history.
      if (!problem) navigate(path, 'replace');
      return problem;
    },
  );
  return (
    <Entrance title={title || t('articles.untitled')} words={t('guest.words', { role: t(`role.${role}.may`) })}>
      <form class="entrance-form" onSubmit={form.onSubmit} noValidate>
        {presence.value.state === 'signed-in' && !form.busy && (
          <p class="notice">
            <span>{t('guest.signedIn', { name: presence.value.account.name })}</span>{' '}
            <a href={path}>{t('guest.toArticle')}</a>
          </p>
        )}
        <Wrong words={form.errorOf()} />
        <NameLine form={form} />
        <button type="submit" class="button primary" aria-disabled={form.busy}>
          {t('guest.do')}
        </button>
        <p class="hint">{t('guest.until', { time: absoluteTime(expiresAt, language()) })}</p>
      </form>
    </Entrance>
  );
};
