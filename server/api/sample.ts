import { isRefusal } from '../../shared/operations/kind.ts';
import { DEEDS } from '../../shared/permission.ts';
import { isFault } from '../../shared/protocol.ts';
import { addShutPerson } from '../accounts/person.ts';
import { sampleOperations } from '../sample.ts';
import { SAMPLERS } from '../sample-work.ts';
import { createdAnswer } from './created.ts';
import { faultProblem } from './problem.ts';
import type { Route } from './route.ts';

const createSample: Route = {
  method: 'post',
  path: '/api/sample',
  needs: DEEDS.import,
  scope: 'import',
  answer: async ({ rooms, newId, accounts }, { speaker }) => {
    for (const { id, name } of Object.values(SAMPLERS)) await addShutPerson(accounts, id, name);
    const { create, deeds } = sampleOperations(newId);
    const room = await rooms.create(speaker.reviewer, create);
    if (isRefusal(room) || isFault(room)) return createdAnswer(room);
    for (const { by, operation } of deeds) {
      const answer = await room.perform(SAMPLERS[by], operation);
      if (isFault(answer)) return faultProblem(answer);
    }
    return createdAnswer(room);
  },
};

/** An article to try everything on. */
export const sampleRoutes: readonly Route[] = [createSample];
