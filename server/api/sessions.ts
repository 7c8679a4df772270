import { endSessions, sessionsOf } from '../accounts/sessions.ts';
import { tokenId } from '../accounts/tokens.ts';
import { problem } from './problem.ts';
import { ok, type Route } from './route.ts';

const list: Route = {
  method: 'get',
  path: '/api/sessions',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts }, { speaker }) => {
    const sessions = await sessionsOf(accounts, speaker.reviewer.id);
    const own = tokenId(speaker.shown.hash);
    return ok({
      sessions: sessions.map(({ expiresAt, ...rest }) => ({
        ...rest,
        expiresAt: expiresAt ?? null,
        current: rest.id === own,
      })),
    });
  },
};

const end: Route = {
  method: 'delete',
  path: '/api/sessions/:id',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts, sockets }, { params, speaker }) => {
    const { id } = speaker.reviewer;
    const ended = await endSessions(accounts, id, (session) => session === params.id);
    if (ended === 0) return problem(404, 'not-found', 'You have no such session.');
    await sockets.recheck(id);
    return { status: 204 };
  },
};

const endOthers: Route = {
  method: 'delete',
  path: '/api/sessions',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts, sockets }, { speaker }) => {
    const { id } = speaker.reviewer;
    const own = tokenId(speaker.shown.hash);
    const ended = await endSessions(accounts, id, (session) => session !== own);
    await sockets.recheck(id);
    return ok({ ended });
  },
};

/** The browsers in which whoever asks is signed in. */
export const sessionListRoutes: readonly Route[] = [list, end, endOthers];
