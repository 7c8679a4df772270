import type { Served } from './server.ts';

/** Asks a server for something in the name of who set it up. */
export type Ask = (path: string, body: string | FormData) => Promise<Response>;

/** Makes the first person of a desk over HTTP, without a browser. */
export const setUpOverHttp = async (served: Served): Promise<{ readonly cookie: string; readonly ask: Ask }> => {
  let cookie = '';
  const ask: Ask = (path, body) =>
    fetch(`${served.address}${path}`, {
      method: 'POST',
      headers: {
        ...{ cookie, origin: served.address },
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      },
      body,
    });
  const secret = served.setupLink.split('/').at(-1);
  const answer = await ask('/api/setup', JSON.stringify({ secret, name: 'Ann Kim', email: 'ann@desk.example' }));
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { cookie, ask };
};
