import { useEffect, useRef } from 'preact/hooks';
import { type Account, initials, presence } from '../../account.ts';
import { t } from '../../strings/index.ts';
import { whenIdle } from '../../when-idle.ts';
import { Avatar } from './avatar.tsx';
import { fetchMenus, menus } from './menus.ts';
import { useKeptOpen } from './use-kept-open.ts';

/** Who is signed in, with the menu of their account, which is fetched once nothing else is to be done; nothing while nobody is. */
export const AccountMenu = () => {
  useEffect(() => whenIdle(fetchMenus), []);
  if (presence.value.state !== 'signed-in') return null;
  return <Menu {...presence.value.account} />;
};

const Menu = ({ name, colour }: Account) => {
  const menu = useRef<HTMLDivElement>(null);
  useKeptOpen(menu);
  const { AccountItems } = menus.value ?? {};
  return (
    <>
      <button
        type="button"
        class="account-button"
        popovertarget="account-menu"
        aria-label={t('account.menu', { name, initials: initials(name) })}
        onClick={fetchMenus}
      >
        <Avatar name={name} colour={colour} />
      </button>
      <div class="account-menu" id="account-menu" popover="auto" ref={menu}>
        {AccountItems ? <AccountItems /> : <p class="who">{t('app.loading')}</p>}
      </div>
    </>
  );
};
