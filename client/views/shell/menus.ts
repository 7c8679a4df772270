import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { fetchTheRest } from '../../language.ts';

/** What the menus of the bar hold. */
interface Menus {
  readonly AccountItems: ComponentType;
  readonly NoticeList: ComponentType;
}

/** Nothing until it is fetched. */
export const menus = signal<Menus | undefined>(undefined);

/** Fetches what the menus of the bar hold, with its words; what fails is tried again when a menu is opened. */
export const fetchMenus = (): void => {
  if (menus.peek()) return;
  Promise.all([import('./account-items.tsx'), import('./notice-list.tsx'), fetchTheRest()]).then(
    ([{ AccountItems }, { NoticeList }]) => {
      menus.value = { AccountItems, NoticeList };
    },
    () => {}, // the menu says that it is on its way
  );
};
