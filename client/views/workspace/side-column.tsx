import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { settingsOf } from '../../../shared/settings.ts';
import { t } from '../../strings/index.ts';
import type { Workspace } from '../../workspace.ts';
import { later } from '../shell/later.tsx';
import { ClaimList } from './claim-list.tsx';
import { BlindNote, DiscussionList } from './fetched-later.ts';
import { useWorkspace } from './here.ts';
import { openRemarks } from './open-remarks.ts';
import { useSteady } from './steady.ts';
import { TabWaiting } from './tab-waiting.tsx';

const SourceList = later(async () => (await import('./source-list.tsx')).SourceList, TabWaiting);
const ContactList = later(async () => (await import('./contact-list.tsx')).ContactList, TabWaiting);
const CleanedList = later(async () => (await import('./cleaned-list.tsx')).CleanedList, TabWaiting);
const HistoryList = later(async () => (await import('./history-list.tsx')).HistoryList, TabWaiting);

interface Tab {
  readonly name: 'claims' | 'sources' | 'contacts' | 'discussion' | 'cleaned' | 'history';
  readonly count?: (workspace: Workspace) => number;
  /** Shown only while there is something in it, or it was gone to. */
  readonly isRare?: true;
  readonly View: ComponentType;
}

const TABS: readonly Tab[] = [
  { name: 'claims', count: ({ coverage }) => coverage.value?.claims ?? 0, View: ClaimList },
  { name: 'sources', count: ({ article }) => article.value?.sources.size ?? 0, View: SourceList },
  { name: 'contacts', count: ({ article }) => article.value?.contacts.size ?? 0, isRare: true, View: ContactList },
  { name: 'discussion', count: openRemarks, View: DiscussionList },
  { name: 'cleaned', count: ({ article }) => article.value?.removals.size ?? 0, isRare: true, View: CleanedList },
  { name: 'history', View: HistoryList },
];

/** The claims beside the text, and what else there is to the article. */
export const SideColumn = () => {
  const workspace = useWorkspace();
  const open = useSignal<Tab['name']>('claims');
  const claim = workspace.claim.value;
  useEffect(() => {
    if (claim !== undefined) open.value = 'claims';
  }, [claim]);
  const remark = workspace.remark.value;
  // At once, so that the next key goes where it is written.
  useLayoutEffect(() => {
    if (remark !== undefined) open.value = 'discussion';
  }, [remark]);
  const article = workspace.article.value;
  const isBlind = article !== undefined && settingsOf(article).blind !== 'no';
  const panel = useRef<HTMLDivElement>(null);
  useSteady(panel);
  const shown = TABS.filter(
    ({ name, count, isRare }) => !isRare || name === open.value || (count?.(workspace) ?? 0) > 0,
  );
  const turn = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = shown[(shown.findIndex(({ name }) => name === open.value) + step + shown.length) % shown.length];
    if (step === 0 || !next) return;
    open.value = next.name;
    document.getElementById(`tab-${next.name}`)?.focus();
  };
  return (
    <aside class="side-column" aria-label={t('side.label')}>
      {isBlind && <BlindNote />}
      <div class="tabs" role="tablist" aria-label={t('side.label')}>
        {shown.map(({ name, count }) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={open.value === name}
            aria-controls="side-panel"
            tabIndex={open.value === name ? 0 : -1}
            onClick={() => {
              open.value = name;
            }}
            onKeyDown={turn}
          >
            {t(`side.${name}`)}
            {count && (
              <>
                {' '}
                <span class="count">{count(workspace)}</span>
              </>
            )}
          </button>
        ))}
      </div>
      <div class="side-panel" id="side-panel" ref={panel} role="tabpanel" aria-labelledby={`tab-${open.value}`}>
        <h2 class="unseen">{t(`side.${open.value}`)}</h2>
        {TABS.filter(({ name }) => name === open.value || name === 'claims').map(({ name, View }) => (
          // The cards stay on the page, since the words of the text point to them.
          <div key={name} class="side-part" hidden={name !== open.value}>
            <View />
          </div>
        ))}
      </div>
    </aside>
  );
};
