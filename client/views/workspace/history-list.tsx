import '../../styles/history.css';
import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../../../shared/log.ts';
import { type HistoryLine, historyLines } from '../../history-lines.ts';
import { onScreen } from '../../screen-commands.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { HistoryItem } from './history-item.tsx';
import { type Taken, useTaken } from './use-taken.ts';

const PAGE = 60;

/** What happened to the article, the newest first; fetched anew when something else of it is seen than before. */
export const HistoryList = () => <Lines key={useWorkspace().article.value?.sight ?? ''} />;

const Lines = () => {
  const workspace = useWorkspace();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [failed, setFailed] = useState(false);
  const article = workspace.article.value;
  const version = workspace.exchange.session.value?.confirmed.version ?? 0;
  const newest = entries[0]?.version ?? 0;
  const oldest = entries.at(-1)?.version ?? version + 1;
  const taken = useTaken(oldest, newest);
  const nameOf = (reviewer: string): string => workspace.nameOf(reviewer);
  const lines = article ? historyLines(entries, article, nameOf, taken.words) : [];
  const load = (before: number, limit: number, put: (found: readonly Entry[]) => readonly Entry[]): void => {
    workspace.exchange.entriesBefore(before, limit).then(
      (found) => {
        setFailed(false);
        setEntries(put(found));
      },
      () => setFailed(true),
    );
  };
  useEffect(() => {
    if (version > newest)
      load(version + 1, Math.min(PAGE, version - newest), (found) =>
        found.length === PAGE ? found : [...found, ...entries],
      );
  }, [version]);
  return (
    <ol class="history">
      <li class="history-ways">
        {version > 1 && (
          <button type="button" class="button small" onClick={() => workspace.travel(version)}>
            {t('past.open')}
          </button>
        )}
        <button type="button" class="button small" onClick={() => workspace.run(onScreen({ go: 'versions' }))}>
          {t('versions.title')}
        </button>
      </li>
      {failed && <li class="nothing">{t('history.failed')}</li>}
      {lines.some(({ typedIn }) => typedIn !== undefined) && <Before taken={taken} version={newest} />}
      {lines.map((line) => (
        <Line key={line.version} line={line} />
      ))}
      {oldest > 1 && !failed && (
        <li>
          <button
            type="button"
            class="button small"
            onClick={() => load(oldest, PAGE, (found) => [...entries, ...found])}
          >
            {t('history.more')}
          </button>
        </li>
      )}
    </ol>
  );
};

/** That what stood there before is not told, with the way to have it told all the same; nothing where it is told. */
const Before = ({ taken: { ask, progress }, version }: { readonly taken: Taken; readonly version: number }) => {
  if (!ask && progress === undefined) return null;
  return (
    <li class="history-before">
      {ask ? (
        <>
          <p class="hint">{t('history.before')}</p>
          <button type="button" class="button small" onClick={ask}>
            {t('history.readBefore')}
          </button>
        </>
      ) : (
        <p class="hint" role="status">
          {t('past.loading', { version: progress ?? 0, head: version })}
        </p>
      )}
    </li>
  );
};

const Line = ({ line: { version, reviewer, at, hash, kinds, words } }: { readonly line: HistoryLine }) => {
  const what = kinds.length > 0 ? kinds.map((kind) => t(`history.${kind}`)).join(', ') : t('history.nothing');
  return (
    <HistoryItem version={version} reviewer={reviewer} at={at} what={what} hash={hash}>
      {words && (
        <p class="history-words" dir="auto">
          {words.length > 160 ? `${words.slice(0, 160)}…` : words}
        </p>
      )}
    </HistoryItem>
  );
};
