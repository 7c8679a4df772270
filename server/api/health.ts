import { TROUBLES } from '../../shared/trouble.ts';
import { isLoopback } from '../accounts/on-this-machine.ts';
import type { Gauges } from '../metrics.ts';
import type { ServerParts } from '../parts.ts';
import { notAllowed, problem } from './problem.ts';
import { type Answer, type Asked, ok, type Route } from './route.ts';

const isStoreThere = async ({ logStore }: ServerParts): Promise<boolean> => {
  try {
    await logStore.articles(1);
    return true;
  } catch {
    return false;
  }
};

const healthy: Route = {
  method: 'get',
  path: '/healthz',
  needs: 'nobody',
  quiet: true,
  answer: () => ok({ status: 'ok' }),
};

const ready: Route = {
  method: 'get',
  path: '/readyz',
  needs: 'nobody',
  quiet: true,
  answer: async (parts): Promise<Answer> => {
    if (parts.isClosing()) return problem(503, 'closing', 'The server is being restarted.');
    const { trouble } = parts.storing;
    if (trouble) return problem(503, 'storage', TROUBLES[trouble], { trouble });
    if (!(await isStoreThere(parts))) return problem(503, 'storage', 'The store does not answer.');
    return ok({ status: 'ready' });
  },
};

const gaugesOf = ({ rooms, sockets, captures, storing }: ServerParts): Gauges => {
  const { waiting, running } = captures.queue;
  return {
    touchstone_rooms: ['Articles that are open in memory.', rooms.size],
    touchstone_sockets: ['Connections that are open.', sockets.size],
    touchstone_captures_waiting: ['Copies of sources that wait to be fetched.', waiting],
    touchstone_captures_running: ['Copies of sources that are being fetched.', running],
    touchstone_can_store: ['1 while what is done can be stored, else 0.', storing.trouble ? 0 : 1],
  };
};

/** Whoever shows the token, where there is one; else whoever asks from this machine, and not through a proxy on it. */
const mayMeasure = ({ config, digest }: ServerParts, { headers, address }: Asked): boolean => {
  const { metricsToken: token } = config;
  if (token === undefined) return isLoopback(address) && headers['x-forwarded-for'] === undefined;
  // Compared by their hashes, so that how long it takes says nothing.
  return digest(headers.authorization ?? '') === digest(`Bearer ${token}`);
};

const metrics: Route = {
  method: 'get',
  path: '/metrics',
  needs: 'nobody',
  quiet: true,
  answer: (parts, asked) => {
    if (!mayMeasure(parts, asked))
      return notAllowed(
        'This is for whoever runs the server: it is asked from its own machine, or with METRICS_TOKEN.',
      );
    return {
      status: 200,
      headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
      body: parts.metrics.text(gaugesOf(parts)),
    };
  },
};

/** What whoever runs the server asks it: is it alive, can it take work, how much does it hold (Prometheus text format 0.0.4). */
export const healthRoutes: readonly Route[] = [healthy, ready, metrics];
