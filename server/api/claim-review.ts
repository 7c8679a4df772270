import { claimReviewOf, claimreview } from '../../shared/export/claimreview.ts';
import { roomOf } from './article-asked.ts';
import { editionFor, notRevealed } from './export.ts';
import { problem } from './problem.ts';
import type { Route } from './route.ts';

const NONE =
  'The claim has no review: it is not here, or has no outcome that holds for its words and evidence as they are now.';

const review: Route = {
  method: 'get',
  path: '/api/articles/:id/claims/:claim/review',
  needs: 'viewer',
  scope: 'export',
  answer: async (parts, { params, speaker }) => {
    const room = await roomOf(parts.rooms, params);
    const written = await editionFor(parts, room, speaker, 'public', room.article.version - 1);
    if (!written) return notRevealed();
    const body = claimReviewOf(written.edition, params.claim ?? '');
    if (body === undefined) return problem(404, 'no-review', NONE);
    return { status: 200, headers: { 'Content-Type': claimreview.mediaType }, body: new TextEncoder().encode(body) };
  },
};

/** The review of one claim, as a page about it carries it. */
export const claimReviewRoutes: readonly Route[] = [review];
