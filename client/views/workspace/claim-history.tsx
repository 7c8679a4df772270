import '../../styles/history.css';
import { useEffect, useState } from 'preact/hooks';
import type { Claim } from '../../../shared/claim.ts';
import { type ClaimEvent, claimHistory } from '../../claim-history.ts';
import { t } from '../../strings/index.ts';
import { wordDiff } from '../../word-diff.ts';
import type { Workspace } from '../../workspace.ts';
import { Runs } from './changes.tsx';
import { useWorkspace } from './here.ts';
import { HistoryItem } from './history-item.tsx';

/** What happened to a claim, folded away until it is asked for: who did what, when and why, with the differences word by word. */
export const ClaimHistory = ({ claim }: { readonly claim: Claim }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="claim-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('claimHistory.title')}</summary>
      {isOpen && <Events claim={claim} />}
    </details>
  );
};

const Events = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const [events, setEvents] = useState<readonly ClaimEvent[]>();
  const [failed, setFailed] = useState(false);
  const version = workspace.exchange.session.value?.confirmed.version ?? 0;
  useEffect(() => {
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      await workspace.exchange.log.upTo(version, () => {}, leaving.signal);
      const found = await claimHistory(workspace.exchange.log, claim.id, leaving.signal);
      if (leaving.signal.aborted) return;
      setEvents(found);
      setFailed(false);
    };
    look().catch(() => !leaving.signal.aborted && setFailed(true));
    return () => leaving.abort();
  }, [claim.id, version]);
  if (failed) return <p class="nothing">{t('history.failed')}</p>;
  if (!events) return <p class="meta">{t('claimHistory.loading')}</p>;
  return (
    <ol class="history">
      {events.map((event) => (
        <Event key={event.version} event={event} />
      ))}
    </ol>
  );
};

const Event = ({ event: { version, reviewer, at, kinds, differences, why } }: { readonly event: ClaimEvent }) => {
  const workspace = useWorkspace();
  const what = kinds.map((kind) => t(`history.${kind}`)).join(', ');
  return (
    <HistoryItem version={version} reviewer={reviewer} at={at} what={what}>
      {differences.map(({ what, before, after }) => (
        <p key={what} class="history-words" dir="auto">
          <span class="meta">{labelOf(what)}: </span>
          <Runs runs={wordDiff(shown(workspace, what, before), shown(workspace, what, after))} />
        </p>
      ))}
      {why !== '' && (
        <p class="history-words" dir="auto">
          {why}
        </p>
      )}
    </HistoryItem>
  );
};

const labelOf = (what: ClaimEvent['differences'][number]['what']): string =>
  what === 'words' || what === 'rationale' ? t(`claimHistory.${what}`) : t(`field.claim.${what}`);

const shown = (workspace: Workspace, what: ClaimEvent['differences'][number]['what'], value: string): string =>
  what === 'assignee' && value !== '' ? workspace.nameOf(value) : value;
