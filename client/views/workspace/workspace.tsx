import '../../styles/workspace.css';
import '../../styles/looks.css';
import '../../styles/workspace-bar.css';
import '../../styles/coverage-column.css';
import '../../styles/text-column.css';
import '../../styles/highlights.css';
import '../../styles/suggestions.css';
import '../../styles/claim-card.css';
import '../../styles/claim-record.css';
import '../../styles/work.css';
import '../../styles/remarks.css';
import '../../styles/side-column.css';
import '../../styles/workspace-small.css';
import '../../styles/forced-colors.css';
import { effect, untracked } from '@preact/signals';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { titleOf } from '../../../shared/schema.ts';
import { openWorkspace } from '../../opening.ts';
import { publishing } from '../../publishing.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/index.ts';
import type { Workspace as Store } from '../../workspace.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { CoverageColumn } from './coverage-column.tsx';
import {
  Announcer,
  ArticleSettings,
  Board,
  BringAnnotations,
  CallSheet,
  CommandList,
  DeleteArticle,
  ExportDialog,
  Gone,
  PassageView,
  Past,
  PublishDialog,
  Review,
  ShareDialog,
  SourceWatch,
  Tray,
  useTheRest,
  Versions,
} from './fetched-later.ts';
import { Here } from './here.ts';
import { useKeys } from './keys.ts';
import { NotOpen } from './not-open.tsx';
import { doOnScreen, type Overlay } from './places.ts';
import { SideColumn } from './side-column.tsx';
import { Skeleton } from './skeleton.tsx';
import { TextColumn } from './text-column.tsx';
import { useAddress } from './use-address.ts';
import { useChecking } from './use-checking.ts';
import { useLinkedClaim } from './use-linked-claim.ts';
import { useReading } from './use-reading.ts';
import { useSuggesting } from './use-suggesting.ts';
import { useUnread } from './use-unread.ts';
import { WorkspaceBar } from './workspace-bar.tsx';

/** The room in which an article is checked. */
export const Workspace = ({ id }: { readonly id: string }) => {
  const [store, setStore] = useState<Store>();
  useEffect(() => {
    const opening = openWorkspace(id);
    let isGone = false;
    void opening.then((opened) => !isGone && setStore(opened));
    return () => {
      isGone = true;
      void opening.then((opened) => opened.exchange.close());
    };
  }, [id]);
  if (!store) return <Skeleton />;
  return (
    <Here.Provider value={store}>
      <Room store={store} />
    </Here.Provider>
  );
};

const Room = ({ store }: { readonly store: Store }) => {
  const [panel, setPanel] = useState<'text' | 'coverage' | 'side'>('text');
  const [over, open, close] = useOver();
  const article = store.article.value;
  usePageTitle((article && titleOf(article.doc)) || t('workspace.untitled'));
  useNetwork(store);
  useAddress(store);
  useChecking(store);
  useReading(store);
  useSuggesting(store);
  useUnsavedWarning(store);
  useUnread(store);
  useLinkedClaim(store);
  useKeys(store);
  useTheRest();
  useLayoutEffect(
    // At once, so that the next key finds the focus and the selection where this one put them.
    () =>
      effect(() => {
        const act = store.screen.value;
        if (act) untracked(() => doOnScreen(store, act, { open, panel: setPanel }));
      }),
    [store],
  );
  const [claim, past, board] = [store.claim.value, store.past.value, store.board.value];
  useEffect(() => setPanel((shown) => (claim ? 'side' : shown === 'side' ? 'text' : shown)), [claim]);

  const remark = store.remark.value;
  useEffect(() => {
    if (remark !== undefined) setPanel('side');
  }, [remark]);

  const fault = store.exchange.fault.value;
  // Who deletes it here waits in the dialog until all of it is gone.
  if (fault?.fault === 'gone' && over?.what !== 'deletion') return <Gone />;
  if (fault && !article) return <NotOpen fault={fault} />;
  if (!article) return <Skeleton />;
  return (
    <>
      <WorkspaceBar
        onShare={() => open('share')}
        onSettings={() => open('settings')}
        onVersions={() => open('versions')}
        onExport={() => open('export')}
      />
      <Announcer />
      <main
        class="workspace"
        id="content"
        tabIndex={-1}
        data-panel={panel}
        inert={past !== undefined || board || over?.what === 'callSheet' || over?.what === 'versions'}
      >
        <CoverageColumn onKeys={() => open('commands')} />
        <TextColumn />
        <SideColumn />
        <Tray />
        <nav class="panels" aria-label={t('panels.label')}>
          {(['coverage', 'text', 'side'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={panel === each} onClick={() => setPanel(each)}>
              {t(`panels.${each}`)}
            </button>
          ))}
        </nav>
      </main>
      {board && past === undefined && <Board />}
      {past !== undefined && <Past version={past} />}
      <SourceWatch />
      {publishing.value && <PublishDialog onClose={closePublishing} />}
      {store.exchange.held.value && <Review />}
      {over?.what === 'commands' && <CommandList key={over.key} onClose={close} />}
      {over?.what === 'callSheet' && <CallSheet key={over.key} onClose={close} />}
      {over?.what === 'annotations' && <BringAnnotations key={over.key} onClose={close} />}
      {over?.what === 'versions' && <Versions key={over.key} onClose={close} />}
      {over?.what === 'share' && <ShareDialog key={over.key} onClose={close} />}
      {over?.what === 'passage' && <PassageView key={over.key} onClose={close} />}
      {over?.what === 'export' && <ExportDialog key={over.key} onClose={close} />}
      {over?.what === 'deletion' && (
        <DeleteArticle key={over.key} id={store.id} onClose={close} onDeleted={() => navigate('/')} />
      )}
      {over?.what === 'settings' && <ArticleSettings key={over.key} onClose={close} />}
    </>
  );
};

const closePublishing = (): void => {
  publishing.value = false;
};

interface Over {
  readonly what: Overlay;
  readonly key: number;
}

/** The dialog over the room, how one is opened, and how this one is closed: what is opened while another still closes stays. */
const useOver = (): readonly [Over | undefined, (what: Over['what']) => void, () => void] => {
  const [over, setOver] = useState<Over>();
  const open = (what: Over['what']): void => setOver((last) => ({ what, key: (last?.key ?? 0) + 1 }));
  const close = (): void => setOver((now) => (now === over ? undefined : now));
  return [over, open, close];
};

const useNetwork = (store: Store): void => {
  useEffect(() => {
    const on = (): void => store.exchange.network(true);
    const off = (): void => store.exchange.network(false);
    addEventListener('online', on);
    addEventListener('offline', off);
    return () => {
      removeEventListener('online', on);
      removeEventListener('offline', off);
    };
  }, [store]);
};

const useUnsavedWarning = (store: Store): void => {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (store.exchange.waiting.value > 0 && !store.exchange.isKept) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [store]);
};
