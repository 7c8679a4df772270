import '../../styles/over.css';
import '../../styles/past.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { claimOrder } from '../../claim-order.ts';
import { type Standings, standingOf } from '../../standing.ts';
import { stepFrom, stopAt, stopsOf } from '../../stops.ts';
import { t } from '../../strings/index.ts';
import { textChanges } from '../../text-changes.ts';
import { useWorkspace } from './here.ts';
import { PastBar } from './past-bar.tsx';
import { PastClaims } from './past-claims.tsx';
import { PastText } from './past-text.tsx';
import { useReplayed } from './use-replayed.ts';

/** The article as it stood at a version: its text with what just changed in it, its claims with the outcomes they had; nothing can be done to it. */
export const Past = ({ version: wanted }: { readonly version: number }) => {
  const workspace = useWorkspace();
  const [head] = useState(() => workspace.exchange.session.peek()?.confirmed.version ?? wanted);
  const version = Math.min(wanted, head);
  const { progress, failed, again } = useReplayed(head);
  const [claim, setClaim] = useState<string>();
  const isThere = workspace.exchange.log.version >= version && progress === undefined;
  const stops = useMemo(() => (isThere ? stopsOf(workspace.exchange.log.entries) : []), [isThere, head]);
  const stop = stopAt(stops, version);
  const shown = useMemo(() => {
    if (!isThere) return undefined;
    const article = workspace.exchange.log.at(version);
    const order = claimOrder(article);
    const standings: Standings = new Map([...article.claims.keys()].map((id) => [id, standingOf(article, id)]));
    const first = (stop?.first ?? version) - 1;
    const changes = textChanges(workspace.exchange.log.at(first), workspace.exchange.log.entries.slice(first, version));
    return { article, order, standings, changes };
  }, [isThere, version]);
  // The claim that the step was about is shown.
  useEffect(() => {
    const parts = isThere ? (workspace.exchange.log.entries[version - 1]?.parts ?? []) : [];
    const about = parts.flatMap((part) => ('claim' in part && part.claim ? [part.claim] : []))[0];
    if (about !== undefined) setClaim(about);
  }, [isThere, version]);
  const close = (): void => workspace.travel(undefined);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open], [popover=auto]:popover-open')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      close();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, []);
  return (
    <section class="over past" aria-label={t('past.label')}>
      <PastBar
        version={version}
        head={head}
        entry={isThere ? workspace.exchange.log.entries[version - 1] : undefined}
        step={(by) => stepFrom(stops, version, by)}
        onClose={close}
      />
      {failed ? (
        <p class="past-note" role="alert">
          {t('past.failed')}{' '}
          <button type="button" class="button small" onClick={again}>
            {t('past.again')}
          </button>
        </p>
      ) : (
        progress !== undefined && (
          <div class="past-note">
            <p role="status">{t('past.loading', { version: progress, head })}</p>
            <progress value={progress} max={head} aria-label={t('past.loading', { version: progress, head })} />
            <button type="button" class="button small" onClick={close}>
              {t('past.cancel')}
            </button>
          </div>
        )
      )}
      {shown && (
        <div class="past-columns">
          <PastText {...shown} claim={claim} onClaim={setClaim} />
          <PastClaims {...shown} claim={claim} onClaim={setClaim} />
        </div>
      )}
    </section>
  );
};
