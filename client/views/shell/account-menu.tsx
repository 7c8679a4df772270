import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { initials, presence } from '../../account.ts';
import { fetchTheRest } from '../../language.ts';
import { t } from '../../strings/index.ts';
import { whenIdle } from '../../when-idle.ts';
import { Avatar } from './avatar.tsx';

let Items: ComponentType | undefined;

const fetchItems = async (): Promise<void> => {
  const [{ AccountItems }] = await Promise.all([import('./account-items.tsx'), fetchTheRest()]);
  Items = AccountItems;
};

/** Who is signed in, with the menu of their account, which is fetched once nothing else is to be done; nothing while nobody is. */
export const AccountMenu = () => {
  const [, setThere] = useState(Items !== undefined);
  const fetch = (): void => {
    if (!Items)
      fetchItems().then(
        () => setThere(true),
        () => {}, // the menu says that it is on its way, and is asked for again when it is opened
      );
  };
  useEffect(() => whenIdle(fetch), []);
  if (presence.value.state !== 'signed-in') return null;
  const { name, colour } = presence.value.account;
  return (
    <>
      <button
        type="button"
        class="account-button"
        popovertarget="account-menu"
        aria-label={t('account.menu', { name, initials: initials(name) })}
        onClick={fetch}
      >
        <Avatar name={name} colour={colour} />
      </button>
      <div class="account-menu" id="account-menu" popover="auto">
        {Items ? <Items /> : <p class="who">{t('app.loading')}</p>}
      </div>
    </>
  );
};
