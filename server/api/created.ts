import { isRefusal, REFUSALS, type Refusal } from '../../shared/operations/kind.ts';
import { type Fault, isFault } from '../../shared/protocol.ts';
import { titleOf } from '../../shared/schema.ts';
import type { Room } from '../room.ts';
import { faultProblem, notAllowed } from './problem.ts';
import type { Answer } from './route.ts';

/** Answers with a new article, or with why there is none. */
export const createdAnswer = (created: Room | Refusal | Fault): Answer => {
  if (isRefusal(created)) return notAllowed(REFUSALS[created.refused]);
  if (isFault(created)) return faultProblem(created);
  const { id, article } = created;
  const removed = [...article.removals.values()];
  return {
    status: 201,
    headers: { Location: `/api/articles/${id}` },
    body: {
      id,
      version: article.version,
      title: titleOf(article.doc),
      removed: removed.map((removal) => ({ id: removal.id, text: removal.text, reason: removal.reason })),
    },
  };
};
