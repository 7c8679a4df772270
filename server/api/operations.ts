import { OPERATION_CAPS, parseOperation } from '../../shared/operation.ts';
import { roomOf } from './article-asked.ts';
import { faultProblem } from './problem.ts';
import { ok, type Route } from './route.ts';

const perform: Route = {
  method: 'post',
  path: '/api/articles/:id/operations',
  needs: 'annotator',
  scope: 'annotate',
  bodyLimit: OPERATION_CAPS.bytes,
  answer: async ({ rooms }, { params, body, speaker }) => {
    const operation = parseOperation(body, '');
    const room = await roomOf(rooms, params);
    const answer = await room.perform(speaker.reviewer, operation);
    return 'fault' in answer ? faultProblem(answer) : ok(answer);
  },
};

/** The same pump as the socket's. */
export const operationRoutes: readonly Route[] = [perform];
