import { REFUSALS, type RefusalReason } from '../../shared/operations/kind.ts';
import { type Fault, isFault } from '../../shared/protocol.ts';
import type { Publication } from '../../shared/publication.ts';
import type { Speaker } from '../accounts/speaker.ts';
import { HOUR } from '../clock.ts';
import type { ServerParts } from '../parts.ts';
import type { Room } from '../room.ts';
import type { ReportStore } from '../storage/report-store.ts';
import type { DrawnReport } from './draw-report.ts';

/** Why a report was not published after all, with the sentence that says so. */
export interface NotPublished {
  readonly reason: RefusalReason;
  readonly words: string;
}

/**
 * Publishes a report as it was drawn: its pages are kept first, then the log says so under the lead's name, and only then it counts. Resolves with
 * how the log has it.
 */
export const publishReport = async (
  { reports, newId }: Pick<ServerParts, 'reports' | 'newId'>,
  room: Room,
  { reviewer }: Speaker,
  { stored, body, version }: DrawnReport,
): Promise<Publication | NotPublished | Fault> => {
  const { slug, sha256, article } = stored;
  const { number, change, note } = body;
  await reports.put(stored);
  const part = { kind: 'report.publish', number, change, note, slug, version, sha256 } as const;
  const answer = await room.perform(reviewer, { opId: newId(), base: room.article.version, parts: [part] });
  const reason = isFault(answer) ? undefined : answer.dropped[0]?.reason;
  if (isFault(answer) || reason) {
    await reports.forget(article, sha256);
    return isFault(answer) ? answer : { reason: reason as RefusalReason, words: REFUSALS[reason as RefusalReason] };
  }
  await reports.seal(article, sha256);
  const publication = room.article.published?.find((each) => each.sha256 === sha256);
  if (!publication) throw new Error(`the log of ${room.id} does not say that its report was published`);
  return publication;
};

/**
 * After a stop between the log and the seal: what the log says is published counts from now on; what it does not say after an hour is forgotten.
 */
export const sealWhatIsLogged = async (
  reports: ReportStore,
  openRoom: (id: string) => Promise<Room | undefined>,
  now: string,
): Promise<void> => {
  for (const { article, sha256, at } of await reports.unsealed()) {
    const room = await openRoom(article);
    if (room?.article.published?.some((each) => each.sha256 === sha256)) await reports.seal(article, sha256);
    else if (Date.parse(now) - Date.parse(at) > HOUR) await reports.forget(article, sha256);
  }
};
