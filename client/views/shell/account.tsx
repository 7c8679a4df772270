import '../../styles/desk.css';
import { presence } from '../../account.ts';
import { t } from '../../strings/index.ts';
import { IdentityPart } from './identity-part.tsx';
import { usePageTitle } from './page-title.ts';
import { PasskeyPart } from './passkey-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { SessionList } from './session-list.tsx';
import { TopBar } from './top-bar.tsx';

/** Who is signed in, and by what they come in. */
export const AccountPage = () => {
  usePageTitle(t('account.open'));
  if (presence.value.state !== 'signed-in') return null;
  const { name, email, role } = presence.value.account;
  return (
    <>
      <TopBar
        crumb={
          <>
            <a href="/">{t('articles.title')}</a> /
          </>
        }
        title={t('account.open')}
      />
      <main class="desk" id="content" tabIndex={-1}>
        <h1>{t('account.open')}</h1>
        <p class="lead">
          <strong dir="auto">{name}</strong> · {email || t('account.noEmail')} · {t(`role.${role}`)}
        </p>
        <PasswordPart account={presence.value.account} />
        <PasskeyPart />
        <IdentityPart />
        <SessionList />
        <section class="webhooks">
          <h2>{t('account.programs')}</h2>
          <p>
            {t('account.tokensWords')} <a href="/tokens">{t('tokens.title')}</a>
          </p>
        </section>
      </main>
    </>
  );
};
