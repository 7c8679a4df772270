import { DEEDS } from '../../shared/permission.ts';
import { isOnThisMachine } from '../accounts/on-this-machine.ts';
import { emailOf } from '../accounts/person.ts';
import { ok, type Route } from './route.ts';

/** How many events are told at once. */
const PAGE = 100;

const ways: Route = {
  method: 'get',
  path: '/api/entrance',
  needs: 'nobody',
  answer: async ({ accounts, config, mailer }, asked) => {
    const isAlone = isOnThisMachine(asked, config.publicUrl) && (await accounts.store.countReviewers()) === 0;
    return ok({ desk: config.desk.name, mail: mailer !== undefined, alone: isAlone });
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
  answer: async ({ accounts }, { query }) => {
    const before = typeof query.before === 'string' ? query.before : undefined;
    const found = await accounts.store.events(PAGE + 1, before);
    const page = found.slice(0, PAGE);
    return ok({ events: page, next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null });
  },
};

/** How one comes in here, what one's account has, and what happened to accounts. */
export const accountRoutes: readonly Route[] = [ways, show, events];
