import { TROUBLES } from '../../shared/trouble.ts';
import type { ServerParts } from '../parts.ts';
import { problem } from './problem.ts';
import { type Answer, ok, type Route } from './route.ts';

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

/** What is measured: its kind, what it is, its value. */
const MEASURES: Readonly<Record<string, readonly ['gauge' | 'counter', string, (parts: ServerParts) => number]>> = {
  touchstone_rooms: ['gauge', 'Articles that are open in memory.', ({ rooms }) => rooms.size],
  touchstone_sockets: ['gauge', 'Connections that are open.', ({ sockets }) => sockets.size],
  process_resident_memory_bytes: ['gauge', 'Resident memory in bytes.', () => process.memoryUsage.rss()],
  process_cpu_seconds_total: [
    'counter',
    'User and system CPU time in seconds.',
    () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
  ],
  process_start_time_seconds: [
    'gauge',
    'When the process started, in seconds since 1970.',
    () => Math.round(performance.timeOrigin) / 1e3,
  ],
};

const metrics: Route = {
  method: 'get',
  path: '/metrics',
  needs: 'nobody',
  quiet: true,
  answer: (parts) => {
    const lines = Object.entries(MEASURES).flatMap(([name, [kind, help, value]]) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${kind}`,
      `${name} ${value(parts)}`,
    ]);
    return {
      status: 200,
      headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
      body: `${lines.join('\n')}\n`,
    };
  },
};

/** What whoever runs the server asks it: is it alive, can it take work, how much does it hold (Prometheus text format 0.0.4). */
export const healthRoutes: readonly Route[] = [healthy, ready, metrics];
