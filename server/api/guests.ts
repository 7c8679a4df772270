import { choice, filledText, Invalid, integer, own, type Parse, record, text } from '../../shared/parsing.ts';
import { titleOf } from '../../shared/schema.ts';
import { note } from '../accounts/events.ts';
import {
  enterAsGuest,
  GUEST_DAYS,
  GUEST_ROLES,
  guestLinkOffered,
  guestLinksOf,
  makeGuestLink,
  revokeGuestLink,
} from '../accounts/guests.ts';
import { parseName } from '../accounts/person.ts';
import { roomOf } from './article-asked.ts';
import { problem } from './problem.ts';
import { type Answer, ok, type Route } from './route.ts';
import { signedIn } from './session.ts';

const NOT_GOOD = 'This link is not good, or no longer: it has expired, it was revoked, or it was not copied whole.';

const notGood = (): Answer => problem(410, 'guest-link', NOT_GOOD);

const parseDays: Parse<number> = (value, where) => {
  const days = integer(GUEST_DAYS.least)(value, where);
  if (days > GUEST_DAYS.most) throw new Invalid(where, `at most ${GUEST_DAYS.most} days`);
  return days;
};

const secretIn = (body: unknown): string => filledText(200)(own(record(body, ''), 'secret'), 'secret');

const list: Route = {
  method: 'get',
  path: '/api/articles/:id/guests',
  needs: 'lead',
  scope: 'desk',
  answer: async ({ accounts, rooms }, { params }) => {
    const { id } = await roomOf(rooms, params);
    return ok({ links: await guestLinksOf(accounts, id) });
  },
};

const make: Route = {
  method: 'post',
  path: '/api/articles/:id/guests',
  needs: 'lead',
  scope: 'desk',
  bodyLimit: 10_000,
  answer: async ({ accounts, rooms, config }, asked) => {
    const fields = record(asked.body, '');
    const role = choice(GUEST_ROLES)(own(fields, 'role'), 'role');
    const days = parseDays(own(fields, 'days'), 'days');
    const label = text(100)(own(fields, 'label') ?? '', 'label')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const { id } = await roomOf(rooms, asked.params);
    const { secret, ...link } = await makeGuestLink(accounts, id, { role, days, label });
    await note(accounts, 'guest-link-made', asked, { reviewer: asked.speaker.reviewer.id });
    return { status: 201, body: { ...link, link: `${config.publicUrl}/guest/${secret}` } };
  },
};

const revoke: Route = {
  method: 'delete',
  path: '/api/articles/:id/guests/:link',
  needs: 'lead',
  scope: 'desk',
  answer: async ({ accounts, sockets }, asked) => {
    const { id = '', link = '' } = asked.params;
    const guests = await revokeGuestLink(accounts, id, link);
    if (!guests) return problem(404, 'not-found', 'There is no such link to this article.');
    await note(accounts, 'guest-link-revoked', asked, { reviewer: asked.speaker.reviewer.id });
    for (const guest of guests) await sockets.recheck(guest.id);
    return { status: 204 };
  },
};

const look: Route = {
  method: 'post',
  path: '/api/guest/look',
  needs: 'nobody',
  limited: true,
  bodyLimit: 10_000,
  answer: async ({ accounts, rooms }, { body }) => {
    const link = await guestLinkOffered(accounts, secretIn(body));
    const room = link && (await rooms.open(link.article));
    if (!link || !room) return notGood();
    const title = titleOf(room.article.doc);
    return ok({ article: link.article, title, role: link.role, expiresAt: link.expiresAt ?? '' });
  },
};

const enter: Route = {
  method: 'post',
  path: '/api/guest',
  needs: 'nobody',
  limited: true,
  bodyLimit: 10_000,
  answer: async (parts, asked) => {
    const secret = secretIn(asked.body);
    const name = parseName(own(record(asked.body, ''), 'name'), 'name');
    const link = await guestLinkOffered(parts.accounts, secret);
    if (!link) return notGood();
    const guest = await enterAsGuest(parts.accounts, link, name);
    if (guest === 'full')
      return problem(409, 'too-many', 'Too many guests have come in by this link. Ask for a new one.');
    await note(parts.accounts, 'guest-joined', asked, { reviewer: guest.id });
    return signedIn(parts, asked, guest, 201, 'link', { by: link });
  },
};

/** Links that let guests to one article, and to nothing else of the desk. */
export const guestRoutes: readonly Route[] = [list, make, revoke, look, enter];
