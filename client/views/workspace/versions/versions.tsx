import '../../../styles/over.css';
import '../../../styles/versions.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../api.ts';
import type { DraftSource } from '../../../draft-source.ts';
import { type Compared, compareVersions } from '../../../later-version.ts';
import { t } from '../../../strings/index.ts';
import { Failure } from '../../shell/failure.tsx';
import { Icon } from '../../shell/icon.tsx';
import { useWorkspace } from '../here.ts';
import { type Pair, takeWanted } from '../looked-at-there.ts';
import { Bring, type Put } from './bring.tsx';
import { ConsequencesView } from './consequences-view.tsx';
import { IssueList } from './issue-list.tsx';
import { LaterDifference } from './later-difference.tsx';
import { OwnAddress } from './own-address.tsx';
import { changesIn, Rows } from './rows.tsx';

type Shown = { readonly source: DraftSource } | { readonly pair: Pair } | undefined;

/** The versions of the article as they were published or handed in: a later one is brought, looked at beside the article, and taken over. */
export const Versions = ({ onClose }: { readonly onClose: () => void }) => {
  const root = useRef<HTMLElement>(null);
  const [put, setPut] = useState<Put>({ text: '' });
  const [shown, setShown] = useState<Shown>(() => {
    const wanted = takeWanted();
    return wanted && ('pair' in wanted ? wanted : { source: { kind: 'address', url: wanted.address } });
  });
  const onScreen = useRef(shown);
  onScreen.current = shown;
  useLayoutEffect(() => {
    const before = document.activeElement;
    root.current?.querySelector<HTMLElement>('textarea, button')?.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  useEffect(() => {
    // Wherever the focus is: the button that had it may be gone.
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open], [popover=auto]:popover-open')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!onScreen.current) {
        onClose();
        return;
      }
      // The next key may come before this one is drawn.
      onScreen.current = undefined;
      setShown(undefined);
    };
    addEventListener('keydown', leave, { capture: true });
    return () => removeEventListener('keydown', leave, { capture: true });
  }, [onClose]);
  const back = (): void => setShown(undefined);
  return (
    <section class="over versions" ref={root} aria-label={t('versions.title')}>
      <header class="over-head">
        <h2>{t('versions.title')}</h2>
        <span class="spacer" />
        <button type="button" class="button" onClick={onClose}>
          {t('versions.close')}
        </button>
      </header>
      <div class="versions-body">
        {!shown && (
          <div class="versions-start">
            <Bring put={put} onPut={setPut} onCompare={(source) => setShown({ source })} />
            <OwnAddress />
            <IssueList onCompare={(pair) => setShown({ pair })} onClose={onClose} />
          </div>
        )}
        {shown && 'source' in shown && <LaterDifference source={shown.source} onBack={back} onTaken={onClose} />}
        {shown && 'pair' in shown && <BetweenTwo pair={shown.pair} onBack={back} />}
      </div>
    </section>
  );
};

const BetweenTwo = ({ pair, onBack }: { readonly pair: Pair; readonly onBack: () => void }) => {
  const workspace = useWorkspace();
  const [answer, setAnswer] = useState<{ readonly value: Compared } | { readonly problem: Problem }>();
  const [tries, setTries] = useState(0);
  const start = useRef<HTMLElement>(null);
  const [from, to] = pair.versions;
  useEffect(() => start.current?.focus(), []);
  useEffect(() => {
    let isGone = false;
    void compareVersions(workspace.id, from, to).then((given) => !isGone && setAnswer(given));
    return () => {
      isGone = true;
    };
  }, [from, to, tries]);
  const found = answer && 'value' in answer ? answer.value : undefined;
  const title =
    'back' in pair
      ? t('versions.backChanged')
      : t('versions.between', { one: pair.numbers[0], other: pair.numbers[1] });
  return (
    <section class="later-version" aria-busy={!answer} aria-label={title} tabIndex={-1} ref={start}>
      <div class="later-bar">
        <button type="button" class="button quiet" onClick={onBack}>
          <Icon name="back" />
          {t('versions.back')}
        </button>
        <h3>{title}</h3>
        {found && !found.isSame && <span class="meta">{t('versions.changes', { count: changesIn(found.rows) })}</span>}
      </div>
      {answer && 'problem' in answer && (
        <Failure
          problem={answer.problem}
          onRetry={() => {
            setAnswer(undefined);
            setTries(tries + 1);
          }}
        />
      )}
      {!answer && (
        <p class="nothing" role="status">
          {t('versions.comparing')}
        </p>
      )}
      {found?.isSame && <p class="nothing">{t('versions.sameTwo')}</p>}
      {found && !found.isSame && (
        <div class="later-columns">
          <Rows rows={found.rows} />
          <div class="later-side">
            <ConsequencesView consequences={found.consequences} isPast />
          </div>
        </div>
      )}
    </section>
  );
};
