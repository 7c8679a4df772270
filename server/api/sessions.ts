import { note } from '../accounts/events.ts';
import { endSessions, sessionsOf } from '../accounts/sessions.ts';
import { tokenId } from '../accounts/tokens.ts';
import { pageOfAll } from './next-page.ts';
import { problem } from './problem.ts';
import { ok, type Route } from './route.ts';

const list: Route = {
  method: 'get',
  path: '/api/sessions',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts }, { path, query, speaker }) => {
    const sessions = await sessionsOf(accounts, speaker.reviewer.id);
    const own = tokenId(speaker.shown.hash);
    const body = (shown: typeof sessions) => ({
      sessions: shown.map(({ expiresAt, way, ...rest }) => ({
        ...rest,
        way: way ?? null,
        expiresAt: expiresAt ?? null,
        current: rest.id === own,
      })),
    });
    return pageOfAll({ path, query }, sessions, body, ({ createdAt: at, id }) => ({ at, id }));
  },
};

const end: Route = {
  method: 'delete',
  path: '/api/sessions/:id',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts, sockets }, asked) => {
    const { id } = asked.speaker.reviewer;
    const ended = await endSessions(accounts, id, (session) => session === asked.params.id);
    if (ended === 0) return problem(404, 'not-found', 'You have no such session.');
    await note(accounts, 'session-ended', asked, { reviewer: id });
    await sockets.recheck(id);
    return { status: 204 };
  },
};

const endOthers: Route = {
  method: 'delete',
  path: '/api/sessions',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts, sockets }, asked) => {
    const { id } = asked.speaker.reviewer;
    const own = tokenId(asked.speaker.shown.hash);
    const ended = await endSessions(accounts, id, (session) => session !== own);
    if (ended > 0) await note(accounts, 'session-ended', asked, { reviewer: id });
    await sockets.recheck(id);
    return ok({ ended });
  },
};

/** The browsers in which whoever asks is signed in. */
export const sessionListRoutes: readonly Route[] = [list, end, endOthers];
