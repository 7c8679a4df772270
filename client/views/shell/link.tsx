import type { Way } from '../../router.ts';
import { Guest } from './guest.tsx';
import { Join } from './join.tsx';
import { Reset } from './reset.tsx';
import { SetUp } from './set-up.tsx';

interface Parts {
  readonly way: Way;
  readonly secret: string;
}

const PAGES = { setup: SetUp, join: Join, reset: Reset, guest: Guest } as const;

/** Where a link with a secret in it leads. */
export const Link = ({ way, secret }: Parts) => {
  const Page = PAGES[way];
  return <Page secret={secret} />;
};
