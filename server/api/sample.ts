import { isRefusal } from '../../shared/operations/kind.ts';
import { isFault } from '../../shared/protocol.ts';
import { sampleOperations } from '../sample.ts';
import { createdAnswer } from './created.ts';
import { faultProblem } from './problem.ts';
import type { Route } from './route.ts';

const createSample: Route = {
  method: 'post',
  path: '/api/sample',
  needs: 'editor',
  answer: async ({ rooms, newId }, { speaker }) => {
    const { create, operations } = sampleOperations(newId);
    const room = await rooms.create(speaker.reviewer, create);
    if (isRefusal(room) || isFault(room)) return createdAnswer(room);
    for (const operation of operations) {
      const answer = await room.perform(speaker.reviewer, operation);
      if (isFault(answer)) return faultProblem(answer);
    }
    return createdAnswer(room);
  },
};

/** An article to try everything on. */
export const sampleRoutes: readonly Route[] = [createSample];
