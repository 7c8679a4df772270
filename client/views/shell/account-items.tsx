import '../../styles/account-menu.css';
import { may, presence, signOut } from '../../account.ts';
import { LANGUAGES, type Language, setLanguage } from '../../language.ts';
import { navigate } from '../../router.ts';
import { setSingleKeys, singleKeys } from '../../single-keys.ts';
import { language, t } from '../../strings/index.ts';
import { setTheme, THEMES, theme } from '../../theme.ts';
import { toast } from '../../toasts.ts';

/** What the account menu holds: who is signed in, the pages about accounts, theme and language, the way out. */
export const AccountItems = () => {
  if (presence.value.state !== 'signed-in') return null;
  const { account } = presence.value;
  return (
    <>
      <p class="who">
        <strong dir="auto">{account.name}</strong>
        <span class="meta">{[account.email, t(`role.${account.role}`)].filter(Boolean).join(' · ')}</span>
      </p>
      {may('lead') && (
        <a class="item" href="/desk">
          {t('desk.open')}
        </a>
      )}
      {may('admin') && (
        <a class="item" href="/people">
          {t('people.open')}
        </a>
      )}
      {account.article === undefined && (
        <a class="item" href="/account">
          {t('account.open')}
        </a>
      )}
      <ThemeChoice />
      <LanguageChoice />
      <SingleKeysChoice />
      <button type="button" class="item" onClick={leave}>
        {t('account.signOut')}
      </button>
    </>
  );
};

const ThemeChoice = () => (
  <fieldset class="themes">
    <legend class="unseen">{t('account.theme')}</legend>
    <span aria-hidden="true">{t('account.theme')}</span>
    <span class="spacer" />
    <span class="choices">
      {THEMES.map((one) => (
        <label key={one}>
          <input type="radio" name="theme" checked={theme.value === one} onChange={() => setTheme(one)} />
          {t(`account.theme.${one}`)}
        </label>
      ))}
    </span>
  </fieldset>
);

/** The languages, each by its own name. */
const LanguageChoice = () => (
  <fieldset class="themes">
    <legend class="unseen">{t('account.language')}</legend>
    <span aria-hidden="true">{t('account.language')}</span>
    <span class="spacer" />
    <span class="choices">
      {(Object.keys(LANGUAGES) as Language[]).map((one) => (
        <label key={one} lang={one}>
          <input type="radio" name="language" checked={language() === one} onChange={() => void setLanguage(one)} />
          {LANGUAGES[one]}
        </label>
      ))}
    </span>
  </fieldset>
);

/** Whether single keys are commands; off, each of them works together with Ctrl and Alt. */
const SingleKeysChoice = () => (
  <fieldset class="themes">
    <legend class="unseen">{t('singleKeys.label')}</legend>
    <span aria-hidden="true">{t('singleKeys.label')}</span>
    <span class="spacer" />
    <span class="choices">
      {[true, false].map((on) => (
        <label key={String(on)}>
          <input type="radio" name="single-keys" checked={singleKeys.value === on} onChange={() => setSingleKeys(on)} />
          {t(on ? 'singleKeys.on' : 'singleKeys.off')}
        </label>
      ))}
    </span>
  </fieldset>
);

const leave = async (): Promise<void> => {
  const problem = await signOut();
  if (problem) toast(problem.words, { tone: 'error' });
  else navigate('/sign-in');
};
