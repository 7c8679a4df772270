import { effect } from '@preact/signals';
import { presence } from './account.ts';
import { type Place, takePlaces } from './adoption.ts';
import { Exchange } from './exchange.ts';
import { newId } from './ids.ts';
import { openIndexedDbOutbox } from './indexed-db-outbox.ts';
import { readDrafts, writeDrafts } from './kept-drafts.ts';
import { readTray, writeTray } from './kept-tray.ts';
import { loadNotices } from './notices.ts';
import type { Ports } from './ports.ts';
import { t } from './strings/index.ts';
import { closeToast, toast } from './toasts.ts';
import { openWire, type Wire } from './wire.ts';
import { Workspace } from './workspace.ts';

/** Says what went wrong, or what was done with the button that takes it back: the newest alone, since it builds on the others. */
const saying = (article: string): Ports['say'] => {
  let offered: number | undefined;
  return (words, undo) => {
    if (!undo) {
      toast(words, { tone: 'error', article });
      return;
    }
    if (offered !== undefined) closeToast(offered);
    offered = toast(words, { article, action: { label: t('undo.undo'), run: undo } });
  };
};

/** The wire of one page; that there is news goes to the bell, which stands beside the article. */
const wireOf = (): Wire => {
  const wire = openWire();
  wire.on('news', () => void loadNotices());
  return wire;
};

const portsOf = (article: string, place: Place | undefined): Ports => ({
  wire: wireOf(),
  ...(place && { place }),
  now: () => new Date().toISOString(),
  newId,
  say: saying(article),
});

const reportOnce = (error: unknown): void => {
  const why = error instanceof Error ? error.message : String(error);
  toast(t('outbox.failed', { why }), { tone: 'error' });
};

/** The places this page takes; none where the browser has no locks (plain http) or no database (some private windows). */
const placesFor = async (article: string): Promise<readonly Place[]> => {
  const who = presence.peek();
  if (who.state !== 'signed-in' || !('locks' in navigator)) return [];
  try {
    const outbox = await openIndexedDbOutbox();
    return await takePlaces(outbox, navigator.locks, { article, reviewer: who.account.id, page: newId() }, reportOnce);
  } catch (error) {
    reportOnce(error);
    return [];
  }
};

/** Sends what another page left waiting; what cannot be merged, or waited for long, is given back on the page that is here. */
const sendInStead = (article: string, place: Place, here: Workspace): void => {
  const gone = new Exchange(article, portsOf(article, place), {
    claim: () => undefined,
    entered: () => {},
    resighted: () => {},
  });
  const stop = effect(() => {
    const [waits, held, tray] = [gone.waiting.value, gone.held.value, gone.tray.value];
    const isEnded = gone.state.value === 'open' || gone.fault.value?.fault === 'gone';
    if (held) queueMicrotask(() => gone.review(false));
    else if (waits === 0 && isEnded) {
      queueMicrotask(() => {
        stop();
        here.exchange.tray.value = [...here.exchange.tray.peek(), ...tray];
        void gone.close();
      });
    }
  });
};

/** Opens an article where this browser left it. */
export const openWorkspace = async (article: string): Promise<Workspace> => {
  const [own, ...others] = await placesFor(article);
  const here = new Workspace(article, portsOf(article, own));
  const who = presence.peek();
  if (who.state === 'signed-in') {
    here.exchange.tray.value = [...readTray(localStorage, article, who.account.id), ...here.exchange.tray.peek()];
    effect(() => writeTray(localStorage, article, who.account.id, here.exchange.tray.value));
    here.drafts.value = readDrafts(localStorage, article, who.account.id);
    effect(() => writeDrafts(localStorage, article, who.account.id, here.drafts.value));
  }
  for (const place of others) sendInStead(article, place, here);
  return here;
};
