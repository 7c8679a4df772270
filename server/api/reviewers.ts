import { choice, flag, optional, own, record } from '../../shared/parsing.ts';
import { DEEDS } from '../../shared/permission.ts';
import { ROLES } from '../../shared/roles.ts';
import { note } from '../accounts/events.ts';
import { emailOf, profileOf } from '../accounts/person.ts';
import { RoomView } from '../room-view.ts';
import type { Account } from '../storage/account-store.ts';
import { pageOfAll } from './next-page.ts';
import { notAllowed, problem } from './problem.ts';
import { ok, type Route } from './route.ts';

const row = (account: Account, withEmail: boolean): object => ({
  id: account.id,
  ...profileOf(account),
  disabled: account.disabledAt !== undefined,
  ...(withEmail && { email: emailOf(account) }),
});

const list: Route = {
  method: 'get',
  path: '/api/reviewers',
  needs: 'viewer',
  scope: 'read',
  guests: true,
  answer: async ({ accounts, rooms }, { path, query, speaker: { reviewer } }) => {
    const everyone = await accounts.store.reviewers();
    // A guest knows whom the article names; nobody has guests among the people of the desk.
    const room = reviewer.article === undefined ? undefined : await rooms.open(reviewer.article);
    const named = room && new RoomView(room, reviewer).reviewers;
    const isShown = ({ id, article }: Account): boolean =>
      reviewer.article === undefined ? article === undefined : named?.has(id) === true;
    const withEmail = reviewer.role === 'admin';
    const body = (shown: readonly Account[]) => ({ reviewers: shown.map((account) => row(account, withEmail)) });
    return pageOfAll({ path, query }, everyone.filter(isShown), body, ({ createdAt: at, id }) => ({ at, id }));
  },
};

const revise: Route = {
  method: 'patch',
  path: '/api/reviewers/:id',
  needs: DEEDS.people,
  scope: 'desk',
  bodyLimit: 10_000,
  answer: async ({ accounts, sockets }, asked) => {
    const { params, body, speaker } = asked;
    const fields = record(body, '');
    const role = optional(choice(ROLES))(own(fields, 'role'), 'role');
    const disabled = optional(flag)(own(fields, 'disabled'), 'disabled');
    const id = params.id ?? '';
    if (id === speaker.reviewer.id) return notAllowed('You cannot change your own role or shut yourself out.');
    if (!(await accounts.store.reviewerById(id))) return problem(404, 'not-found', 'There is no such reviewer.');
    const whose = { reviewer: id, by: speaker.reviewer.id };
    if (role) {
      await accounts.store.setRole(id, role);
      await note(accounts, 'role-given', asked, whose);
    }
    if (disabled !== undefined) {
      await accounts.store.setDisabled(id, disabled ? accounts.clock.now() : undefined);
      await note(accounts, disabled ? 'shut-out' : 'let-in', asked, whose);
    }
    await sockets.recheck(id);
    const account = await accounts.store.reviewerById(id);
    return account ? ok(row(account, true)) : problem(404, 'not-found', 'There is no such reviewer.');
  },
};

/** The people of the desk. */
export const reviewerRoutes: readonly Route[] = [list, revise];
