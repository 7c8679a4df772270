import type { Article } from '../../shared/article.ts';
import { hasRole, type Reviewer } from '../../shared/roles.ts';
import { titleOf } from '../../shared/schema.ts';
import { AWAITING, seenTask, type Task } from '../../shared/task.ts';
import type { ServerParts } from '../parts.ts';
import { RoomView } from '../room-view.ts';
import type { StoredTask } from '../storage/news-store.ts';
import { limitIn, pageOfMore, placeIn } from './next-page.ts';
import type { Route } from './route.ts';

/** The most sources that changed since somebody's work on them. */
const MOST = 200;

const view = ({ body, ...task }: StoredTask): Task & { readonly article: string } => ({ ...task, ...JSON.parse(body) });

/** The claims whose sources changed after somebody's work on them, as far as they see that (T11); to a lead all are shown. */
const driftedFor = async ({ looks, rooms }: ServerParts, reviewer: Reviewer) => {
  const isLead = hasRole(reviewer.role, 'lead');
  const marked = (await looks.marked(MOST)).flatMap(({ article, marks }) =>
    marks.filter(({ holders }) => isLead || holders.includes(reviewer.id)).map((mark) => ({ ...mark, article })),
  );
  const views = new Map<string, Article | undefined>();
  for (const { article } of marked) {
    const room = views.has(article) ? undefined : await rooms.open(article);
    if (!views.has(article)) views.set(article, room && new RoomView(room, reviewer).article);
  }
  return marked.flatMap(({ article, holders: _, ...mark }) => {
    const seen = views.get(article);
    return seen?.evidence.has(mark.evidence) ? [{ article, title: titleOf(seen.doc), ...mark }] : [];
  });
};

const show: Route = {
  method: 'get',
  path: '/api/queue',
  needs: 'viewer',
  scope: 'read',
  answer: async (parts, { path, query, speaker }) => {
    const { news } = parts;
    const { id, role } = speaker.reviewer;
    const after = placeIn(query, 'after');
    const last = after && { article: after.at, claim: after.id };
    const rows = hasRole(role, 'annotator') ? await news.tasksIn(AWAITING, limitIn(query) + 1, last) : [];
    const seen = (tasks: readonly StoredTask[]) => tasks.flatMap((task) => seenTask(view(task), role) ?? []);
    const own = {
      mine: last ? [] : seen(await news.tasksOf(id)),
      drifted: last ? [] : await driftedFor(parts, speaker.reviewer),
    };
    // What one has done oneself, somebody else has to check.
    const body = (waiting: readonly StoredTask[]) => ({
      ...own,
      waiting: seen(waiting).filter(({ awaits, doneBy }) => awaits && (awaits !== 'check' || !doneBy.includes(id))),
    });
    return pageOfMore({ path, query }, rows, body, 'after', ({ article, claim }) => ({ at: article, id: claim }));
  },
};

/** What the one who asks has to do, over all articles. */
export const queueRoutes: readonly Route[] = [show];
