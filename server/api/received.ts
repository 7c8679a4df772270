import { REFUSALS } from '../../shared/operations/kind.ts';
import { WHY_LIMIT } from '../../shared/operations/received.ts';
import { own, record, text } from '../../shared/parsing.ts';
import { DEEDS } from '../../shared/permission.ts';
import { isFault } from '../../shared/protocol.ts';
import { receivedOf } from '../../shared/received.ts';
import { hasRole } from '../../shared/roles.ts';
import type { ArrivalWay } from '../import/arrivals.ts';
import { bringAlong } from '../import/bring-along.ts';
import { originOf } from '../import/origin-of.ts';
import { partsOfReading } from '../import/parts-of-reading.ts';
import type { ServerParts } from '../parts.ts';
import { notBroughtYet } from '../received/not-brought-yet.ts';
import { takingBack } from '../received/taking-back.ts';
import { inOneGo, takeOver, textParts } from '../received/taking-over.ts';
import type { Room } from '../room.ts';
import { roomOf } from './article-asked.ts';
import { ARTICLE_LIMIT } from './articles.ts';
import { type Brought, brought, differenceView, nameOf } from './brought.ts';
import { Form } from './form.ts';
import { parseSent } from './incoming.ts';
import { faultProblem, problem } from './problem.ts';
import { withProgress } from './progress.ts';
import { type Answer, type AskedBy, ok, type Route } from './route.ts';

const look: Route = {
  method: 'post',
  path: '/api/articles/:id/difference',
  needs: DEEDS.import,
  scope: 'import',
  bodyLimit: ARTICLE_LIMIT,
  form: true,
  makesNothing: true,
  answer: async (parts, asked) => {
    const sent = await parseSent(asked.body);
    if ('unreadable' in sent) return problem(415, 'unsupported', sent.unreadable);
    const room = await roomOf(parts.rooms, asked.params);
    const run = async (way: ArrivalWay): Promise<Answer> => {
      const given = await brought(parts, room, sent, asked.query.held === 'true', asked, way);
      return 'status' in given ? given : ok(differenceView(parts, room, given, asked));
    };
    return withProgress(parts, asked, run, (difference) => ({ step: 'compared', difference }));
  },
};

/** What goes with a version that is taken over: for which text it was looked at, and why. */
const parseTaking = (body: unknown): { readonly from: string; readonly why: string } => {
  const field = (name: string): unknown => (body instanceof Form ? body.words(name) : own(record(body, ''), name));
  return { from: text(64)(field('from'), 'from'), why: text(WHY_LIMIT)(field('why') ?? '', 'why').trim() };
};

const isLockedTo = ({ article }: Room, { speaker: { reviewer } }: AskedBy): boolean =>
  article.lock !== undefined && !hasRole(reviewer.role, 'lead');

const locked = (): Answer => problem(409, 'locked', `${REFUSALS.locked} A lead can take a version over, or back.`);

const changedSince = (): Answer =>
  problem(409, 'changed-since', 'The text has changed since the versions were compared. Compare them again.');

const taken = async (
  parts: ServerParts,
  room: Room,
  given: Brought,
  why: string,
  { speaker: { reviewer } }: AskedBy,
): Promise<Answer> => {
  const { incoming, reading, later, difference, base } = given;
  const received = parts.newId();
  const origin = await originOf(parts.captureStore, incoming, reading);
  const { fetchedAt } = incoming;
  const part = {
    received,
    origin,
    why,
    removals: later.removals,
    steps: difference.steps,
    base,
    ...(fetchedAt && { fetchedAt }),
    ...(later.pages && { pages: later.pages }),
  };
  const answer = await takeOver(room, reviewer, parts.newId(), part);
  if (isFault(answer)) return faultProblem(answer);
  if (answer.dropped.length > 0) return changedSince();
  const along = notBroughtYet(room.article, partsOfReading(reading, later.doc, parts.newId));
  const done = await bringAlong(room, reviewer, along, parts.newId);
  if (isFault(done)) return faultProblem(done);
  return { status: 201, body: { received, version: answer.version } };
};

const take: Route = {
  method: 'post',
  path: '/api/articles/:id/received',
  needs: DEEDS.import,
  scope: 'import',
  bodyLimit: ARTICLE_LIMIT,
  form: true,
  answer: async (parts, asked) => {
    const sent = await parseSent(asked.body);
    if ('unreadable' in sent) return problem(415, 'unsupported', sent.unreadable);
    const { from, why } = parseTaking(asked.body);
    const room = await roomOf(parts.rooms, asked.params);
    if (isLockedTo(room, asked)) return locked();
    if (nameOf(parts, room) !== from) return changedSince();
    const given = await brought(parts, room, sent, true, asked, { signal: asked.gone });
    if ('status' in given) return given;
    if (given.from !== from) return changedSince();
    if (given.difference.steps.length === 0) return problem(409, 'no-change', 'It is the same text.');
    return taken(parts, room, given, why, asked);
  },
};

const takeBack: Route = {
  method: 'delete',
  path: '/api/articles/:id/received/:received',
  needs: DEEDS.import,
  scope: 'import',
  answer: async (parts, asked) => {
    const room = await roomOf(parts.rooms, asked.params);
    const { article } = room;
    const received = receivedOf(article).at(-1);
    if (!article.received.has(asked.params.received ?? ''))
      return problem(404, 'not-found', 'There is no such version of this article.');
    if (!received || received.id !== asked.params.received)
      return problem(409, 'newer', 'Only the latest version that stands can be taken back.');
    if (isLockedTo(room, asked)) return locked();
    const steps = await takingBack(parts, room.id, article, received);
    if (!steps) return workedOver();
    const back = [...textParts(steps), { kind: 'article.unreceive', received: received.id } as const];
    const answer = await inOneGo(room, asked.speaker.reviewer, parts.newId(), received.version, back);
    if (isFault(answer)) return faultProblem(answer);
    return answer.dropped.length > 0 ? workedOver() : ok({ version: answer.version });
  },
};

const workedOver = (): Answer =>
  problem(
    409,
    'worked-over',
    'Words that this version brought have been changed since. Bring the version before it in again instead.',
  );

/** Later versions of an article: compared with it, taken over, taken back. */
export const receivedRoutes: readonly Route[] = [look, take, takeBack];
