import type { SourcesNotice } from '../shared/protocol.ts';
import { capturesCame, loadCaptures } from './captures.ts';
import { loadLooks, looksCame } from './looks.ts';
import type { Workspace } from './workspace.ts';

const followed = new WeakSet<Workspace>();

/** Keeps what is known of the copies of an article's sources, and of looking at them again, as new as the server tells. */
export const followSources = (workspace: Workspace): void => {
  if (followed.has(workspace)) return;
  followed.add(workspace);
  const { id, exchange } = workspace;
  const load = (): void => void Promise.all([loadCaptures(id), loadLooks(id)]);
  exchange.hear('sources', (message) => {
    const notice = message as SourcesNotice;
    if (notice.article !== id) return;
    capturesCame(notice);
    looksCame(notice);
  });
  exchange.hear('connect', load);
  load();
};
