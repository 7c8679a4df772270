import { filledText, own, record } from '../../shared/parsing.ts';
import { DEEDS } from '../../shared/permission.ts';
import { titleOf } from '../../shared/schema.ts';
import { note } from '../accounts/events.ts';
import { guestLinksOf } from '../accounts/guests.ts';
import type { Room } from '../room.ts';
import { roomOf } from './article-asked.ts';
import { noArticle, problem } from './problem.ts';
import { ok, type Route } from './route.ts';

/** What is typed to confirm a deletion: the title, or, of an article that has none, its id. */
const confirmation = ({ id, article }: Room): string => plain(titleOf(article.doc)) || id;

const plain = (typed: string): string => typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

const look: Route = {
  method: 'get',
  path: '/api/articles/:id/deletion',
  needs: DEEDS.delete,
  scope: 'desk',
  answer: async ({ rooms, captures, reports, accounts }, { params }) => {
    const room = await roomOf(rooms, params);
    const [copies, published, links] = await Promise.all([
      captures.of(room.id, room.article),
      reports.of(room.id),
      guestLinksOf(accounts, room.id),
    ]);
    return ok({
      confirm: confirmation(room),
      entries: room.article.version,
      copies: copies.length,
      reports: published.length,
      guestLinks: links.length,
    });
  },
};

const erase: Route = {
  method: 'post',
  path: '/api/articles/:id/deletion',
  needs: DEEDS.delete,
  scope: 'desk',
  bodyLimit: 10_000,
  makesNothing: true,
  answer: async (parts, asked) => {
    const id = asked.params.id ?? '';
    const typed = filledText(5_000)(own(record(asked.body, ''), 'confirm'), 'confirm');
    const room = await parts.rooms.open(id);
    // One that broke off goes on without being confirmed anew: it cannot be taken back.
    if (!room && !(await parts.erasures.tombstone(id))) return noArticle();
    if (room && plain(typed) !== confirmation(room))
      return problem(422, 'not-confirmed', 'This is not the title of the article. Nothing was deleted.', {
        where: 'confirm',
      });
    const by = asked.speaker.reviewer.id;
    const tombstone = await parts.erasing.erase(id, by);
    if (!tombstone) return noArticle();
    await note(parts.accounts, 'article-deleted', asked, { reviewer: by });
    return ok(tombstone);
  },
};

/** Deleting an article for good. */
export const deletionRoutes: readonly Route[] = [look, erase];
