import { DEEDS } from '../../shared/permission.ts';
import { isOnThisMachine } from '../accounts/on-this-machine.ts';
import { emailOf } from '../accounts/person.ts';
import { pageOf } from './next-page.ts';
import { numberIn, textIn } from './query.ts';
import { ok, type Route } from './route.ts';

/** How many events a page has. */
const PAGE = { usual: 100, most: 1_000 } as const;

const ways: Route = {
  method: 'get',
  path: '/api/entrance',
  needs: 'nobody',
  answer: async ({ accounts, config, mailer, provider }, asked) => {
    const isAlone = isOnThisMachine(asked, config.publicUrl) && (await accounts.store.countReviewers()) === 0;
    return ok({
      desk: config.desk.name,
      mail: mailer !== undefined,
      alone: isAlone,
      provider: provider?.settings.name ?? null,
    });
  },
};

const show: Route = {
  method: 'get',
  path: '/api/account',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts }, { speaker: { account } }) => {
    const password = await accounts.store.passwordOf(account.id);
    return ok({ email: emailOf(account), passwordSetAt: password?.changedAt ?? null });
  },
};

const events: Route = {
  method: 'get',
  path: '/api/account-events',
  needs: DEEDS.people,
  scope: 'desk',
  answer: async ({ accounts }, { path, query }) => {
    const limit = numberIn(query, 'limit', 1, PAGE.most, PAGE.usual);
    const found = await accounts.store.events(limit + 1, textIn(query, 'before'));
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1)?.id : undefined;
    return pageOf({ path, query }, { events: page, next: last ?? null }, 'before', last);
  },
};

/** How one comes in here, what one's account has, and what happened to accounts. */
export const accountRoutes: readonly Route[] = [ways, show, events];
