import { choice, filledText, flag, optional, own, record } from '../../shared/parsing.ts';
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
  answer: async ({ accounts, rooms, erasures }, { path, query, speaker: { reviewer } }) => {
    const [everyone, gone] = await Promise.all([accounts.store.reviewers(), erasures.formerReviewers()]);
    const former = new Set(gone.map(({ id }) => id));
    // A guest knows whom the article names; nobody has guests among the people of the desk.
    const room = reviewer.article === undefined ? undefined : await rooms.open(reviewer.article);
    const named = room && new RoomView(room, reviewer).reviewers;
    const isShown = ({ id, article }: Account): boolean =>
      reviewer.article === undefined ? article === undefined && !former.has(id) : named?.has(id) === true;
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
  answer: async ({ accounts, erasures, sockets }, asked) => {
    const { params, body, speaker } = asked;
    const fields = record(body, '');
    const role = optional(choice(ROLES))(own(fields, 'role'), 'role');
    const disabled = optional(flag)(own(fields, 'disabled'), 'disabled');
    const id = params.id ?? '';
    if (id === speaker.reviewer.id) return notAllowed('You cannot change your own role or shut yourself out.');
    const isFormer = (await erasures.formerReviewers()).some((each) => each.id === id);
    if (isFormer || !(await accounts.store.reviewerById(id))) return noReviewer();
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
    return account ? ok(row(account, true)) : noReviewer();
  },
};

const plain = (typed: string): string => typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

const remove: Route = {
  method: 'post',
  path: '/api/reviewers/:id/deletion',
  needs: DEEDS.people,
  scope: 'desk',
  bodyLimit: 10_000,
  makesNothing: true,
  answer: async ({ accounts, erasing, erasures, sockets }, asked) => {
    const { params, body, speaker } = asked;
    const id = params.id ?? '';
    const typed = filledText(200)(own(record(body, ''), 'confirm'), 'confirm');
    if (id === speaker.reviewer.id) return notAllowed('You cannot delete yourself: ask another admin.');
    // One that broke off goes on without being confirmed anew: it cannot be taken back.
    const isBegun = (await erasures.formerReviewers()).some((each) => each.id === id);
    const account = await accounts.store.reviewerById(id);
    if (!account) return noReviewer();
    if (!isBegun && plain(typed) !== plain(account.name))
      return problem(422, 'not-confirmed', 'This is not the name of that person. Nothing was deleted.', {
        where: 'confirm',
      });
    const former = await erasing.forgetReviewer(id, speaker.reviewer.id);
    // Whoever asks is an admin, and another than who goes, unless they were shut out meanwhile.
    if (former === 'last-admin') return notAllowed('This is the last admin: nobody could admit anyone any more.');
    if (!former) return noReviewer();
    await sockets.recheck(id);
    if (!isBegun) await note(accounts, 'person-deleted', asked, { by: speaker.reviewer.id });
    return ok(former);
  },
};

const noReviewer = () => problem(404, 'not-found', 'There is no such reviewer.');

/** The people of the desk. */
export const reviewerRoutes: readonly Route[] = [list, revise, remove];
