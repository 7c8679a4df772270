import type { ComponentChildren } from 'preact';
import { t } from '../../strings/index.ts';
import { AccountMenu } from './account-menu.tsx';
import { Bell } from './bell.tsx';

interface Parts {
  /** The way back, such as the desk or the list of articles. */
  readonly crumb?: ComponentChildren;
  /** What is open, in a line; the heading of the page stands elsewhere. */
  readonly title?: ComponentChildren;
  /** Pills and the like, after the title. */
  readonly children?: ComponentChildren;
  /** Buttons, who else is here, whether all is saved. */
  readonly right?: ComponentChildren;
}

/** The bar on top of every page: brand, where one is, what can be done, who one is. */
export const TopBar = ({ crumb, title, children, right }: Parts) => (
  <header class="top-bar">
    <a class="skip-link unseen" href="#content">
      {t('app.skip')}
    </a>
    <a class="brand" href="/">
      {t('app.name')}
    </a>
    {crumb && <span class="crumb">{crumb}</span>}
    {title && <span class="title">{title}</span>}
    {children}
    <div class="right">
      {right}
      <Bell />
      <AccountMenu />
    </div>
  </header>
);
