import { AccountPage } from './account.tsx';
import { People } from './people.tsx';
import { Tokens } from './tokens.tsx';

const PAGES = { account: AccountPage, people: People, tokens: Tokens } as const;

/** The pages about who may come in: one's own account, one's tokens, everyone's accounts. */
export const Accounts = ({ screen }: { readonly screen: keyof typeof PAGES }) => {
  const Page = PAGES[screen];
  return <Page />;
};
