import { useEffect, useRef, useState } from 'preact/hooks';
import { ownAddress } from '../../../../shared/own-look.ts';
import type { Problem } from '../../../api.ts';
import type { Command } from '../../../commands.ts';
import { declineVersion } from '../../../declining.ts';
import type { DraftSource } from '../../../draft-source.ts';
import { type LaterVersion, takeBack, takeOver } from '../../../later-version.ts';
import { onScreen } from '../../../screen-commands.ts';
import { known, t } from '../../../strings/index.ts';
import { toast } from '../../../toasts.ts';
import type { Workspace } from '../../../workspace.ts';
import { Failure } from '../../shell/failure.tsx';
import { Icon } from '../../shell/icon.tsx';
import { ReadingWay } from '../../shell/reading-way.tsx';
import { useWorkspace } from '../here.ts';
import { lookAtPair, type Pair } from '../looked-at-there.ts';
import { ConsequencesView } from './consequences-view.tsx';
import { changesIn, Rows } from './rows.tsx';
import { useComparing } from './use-comparing.ts';

interface Parts {
  readonly source: DraftSource;
  readonly onBack: () => void;
  /** It was taken over. */
  readonly onTaken: () => void;
}

/** A later version beside the article: what differs, what it does to the claims, and the button that takes it over. */
export const LaterDifference = ({ source, onBack, onTaken }: Parts) => {
  const workspace = useWorkspace();
  const comparing = useComparing(workspace.id, source);
  const { found, problem, busy, retry } = comparing;
  const isNewer = useNewerText(found, busy, retry);
  const start = useRef<HTMLElement>(null);
  useEffect(() => start.current?.focus(), []);
  return (
    <section class="later-version" aria-busy={busy} aria-label={t('versions.difference')} tabIndex={-1} ref={start}>
      <div class="later-bar">
        <button type="button" class="button quiet" onClick={onBack}>
          <Icon name="back" />
          {t('versions.back')}
        </button>
        <h3>{found?.isSame ? t('versions.same') : t('versions.difference')}</h3>
        {found && !found.isSame && <span class="meta">{t('versions.changes', { count: changesIn(found.rows) })}</span>}
        {found && !found.isSame && (
          <Taking key={found.from} {...{ source, found, busy, onTaken }} onOther={() => retry(true)} />
        )}
      </div>
      {isNewer && (
        <p class="notice" role="status">
          {t('versions.again')}
        </p>
      )}
      {problem && <Failure problem={problem} onRetry={() => retry()} />}
      <ReadingWay state={{ ...comparing, retry: () => retry() }} />
      {found?.isSame && <p class="nothing">{t('versions.sameWords')}</p>}
      {found && !found.isSame && <Found found={found} />}
      {!found && busy && !comparing.step && (
        <p class="nothing" role="status">
          {t('versions.comparing')}
        </p>
      )}
    </section>
  );
};

const Found = ({ found: { rows, consequences, removed } }: { readonly found: LaterVersion }) => (
  <div class="later-columns">
    <Rows rows={rows} />
    <div class="later-side">
      <ConsequencesView consequences={consequences} />
      {removed.length > 0 && (
        <details class="later-removed">
          <summary>{t('versions.removed', { count: removed.length })}</summary>
          <p class="meta">{t('versions.removedWords')}</p>
          <ul>
            {removed.map(({ text, reason }, index) => (
              <li key={index}>
                <span class="tag">{known('removal', reason) ?? reason}</span> <del dir="auto">{text}</del>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  </div>
);

/** Typing has to rest for so many milliseconds before it is compared again. */
const REST = 1_200;

/** Compares again when the text of the article is another than the one that was compared; whether that has happened. */
const useNewerText = (found: LaterVersion | undefined, busy: boolean, retry: (again: boolean) => void): boolean => {
  const workspace = useWorkspace();
  const doc = workspace.exchange.session.value?.confirmed.doc;
  const seen = useRef(doc);
  const [isNewer, setNewer] = useState(false);
  useEffect(() => {
    if (found) seen.current = doc;
  }, [found]);
  useEffect(() => {
    if (!found || busy || doc === seen.current) return undefined;
    const timer = setTimeout(() => {
      setNewer(true);
      retry(true);
    }, REST);
    return () => clearTimeout(timer);
  }, [doc, found, busy]);
  return isNewer;
};

interface TakingParts extends Pick<Parts, 'source' | 'onTaken'> {
  readonly found: LaterVersion;
  readonly busy: boolean;
  /** The text was another by then. */
  readonly onOther: () => void;
}

const Taking = ({ source, found, busy, onTaken, onOther }: TakingParts) => {
  const workspace = useWorkspace();
  const [why, setWhy] = useState('');
  const [taking, setTaking] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const isLocked = workspace.live.value?.lock !== undefined;
  const { role } = workspace.reviewer.value;
  const decline = declining(source, found, workspace, why.trim());
  const mayNot = isLocked && role !== 'lead' && role !== 'admin';
  const take = async (): Promise<void> => {
    if (taking || busy || mayNot) return;
    setTaking(true);
    setProblem(undefined);
    const answer = await takeOver(workspace.id, source, found.from, why.trim());
    setTaking(false);
    if ('value' in answer) {
      const { received } = answer.value;
      const count = found.consequences.claims.filter(({ state }) => state === 'changed' || state === 'orphaned').length;
      const takeBackOnce = once(workspace, received);
      const action = { label: t('versions.undo'), run: takeBackOnce };
      toast(t('versions.done', { count }), { article: workspace.id, action });
      workspace.askedFor(takeBackOnce);
      return onTaken();
    }
    if (answer.problem.reason === 'changed-since') onOther();
    else setProblem(answer.problem);
  };
  return (
    <form
      class="later-take"
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <input
        class="input"
        maxLength={500}
        dir="auto"
        placeholder={t('versions.why')}
        aria-label={t('versions.why')}
        value={why}
        onInput={(event) => setWhy(event.currentTarget.value)}
      />
      {workspace.can(decline) && (
        <button type="button" class="button" onClick={() => workspace.run(decline) && onTaken()}>
          {t('versions.decline')}
        </button>
      )}
      <button type="submit" class="button primary" aria-disabled={busy || taking || mayNot}>
        {t(taking ? 'versions.taking' : 'versions.take')}
      </button>
      {isLocked && <p class="meta later-locked">{t(mayNot ? 'versions.locked' : 'versions.lockedLead')}</p>}
      {problem && <Failure problem={problem} onRetry={take} />}
    </form>
  );
};

/** That what stands at the article's own address is not taken over; of what comes from elsewhere there is nothing to say. */
const declining = (
  { kind, ...source }: DraftSource,
  { text }: LaterVersion,
  { article }: Workspace,
  why: string,
): Command => {
  const address = article.value ? ownAddress(article.value) : '';
  const isOwn = kind === 'address' && 'url' in source && source.url === address;
  return isOwn ? declineVersion(address, text, why) : () => false;
};

/** Takes a version back that was just taken over, by its button or by undo; where that cannot be reached, undo may do it later. */
const once = (workspace: Workspace, received: string) => {
  let isAsked = false;
  const ask = async (): Promise<void> => {
    if (isAsked) return;
    isAsked = true;
    if ((await undo(workspace, received)) !== 'unreached') return;
    isAsked = false;
    workspace.askedFor(() => void ask());
  };
  return (): void => void ask();
};

/** Takes a version back, says how that went, and offers to show what it changed. */
export const undo = async (
  workspace: Workspace,
  received: string,
  onSee: (pair: Pair) => void = (pair) => {
    lookAtPair(pair);
    workspace.run(onScreen({ go: 'versions' }));
  },
): Promise<'done' | 'refused' | 'unreached'> => {
  const answer = await takeBack(workspace.id, received);
  if ('problem' in answer) {
    toast(answer.problem.words, { tone: 'error' });
    return answer.problem.kind === 'offline' ? 'unreached' : 'refused';
  }
  const { version } = answer.value;
  const see = (): void => onSee({ back: true, versions: [version - 1, version] });
  toast(t('versions.takenBack'), { article: workspace.id, action: { label: t('versions.seeBack'), run: see } });
  return 'done';
};
