import { isRefusal } from '../../shared/operations/kind.ts';
import { isFault } from '../../shared/protocol.ts';
import { addShutPerson } from '../accounts/person.ts';
import { sampleOperations } from '../sample.ts';
import { createdAnswer } from './created.ts';
import { faultProblem } from './problem.ts';
import type { Route } from './route.ts';

/** Who did the work on the sample: nobody's verdicts are given in the name of who opens it (T6). */
const SAMPLER = { id: 'sample-desk', role: 'editor' } as const;

const createSample: Route = {
  method: 'post',
  path: '/api/sample',
  needs: 'editor',
  answer: async ({ rooms, newId, accounts }, { speaker }) => {
    await addShutPerson(accounts, SAMPLER.id, 'Sample desk');
    const { create, operations } = sampleOperations(newId);
    const room = await rooms.create(speaker.reviewer, create);
    if (isRefusal(room) || isFault(room)) return createdAnswer(room);
    for (const operation of operations) {
      const answer = await room.perform(SAMPLER, operation);
      if (isFault(answer)) return faultProblem(answer);
    }
    return createdAnswer(room);
  },
};

/** An article to try everything on. */
export const sampleRoutes: readonly Route[] = [createSample];
