import { hasRole } from '../../shared/roles.ts';
import { AWAITING, seenTask, type Task } from '../../shared/task.ts';
import type { StoredTask } from '../storage/news-store.ts';
import { ok, type Route } from './route.ts';

/** The most claims that wait for a check that one is shown. */
const MOST = 200;

const view = ({ body, ...task }: StoredTask): Task & { readonly article: string } => ({ ...task, ...JSON.parse(body) });

const show: Route = {
  method: 'get',
  path: '/api/queue',
  needs: 'viewer',
  answer: async ({ news }, { speaker }) => {
    const { id, role } = speaker.reviewer;
    const waiting = hasRole(role, 'annotator') ? await news.tasksIn(AWAITING, MOST) : [];
    const seen = (tasks: readonly StoredTask[]) => tasks.flatMap((task) => seenTask(view(task), role) ?? []);
    return ok({
      mine: seen(await news.tasksOf(id)),
      // What one has done oneself, somebody else has to check.
      waiting: seen(waiting).filter(({ awaits, doneBy }) => awaits === 'sign' || (awaits && !doneBy.includes(id))),
    });
  },
};

/** What the one who asks has to do, over all articles. */
export const queueRoutes: readonly Route[] = [show];
