import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { download, save } from '../../download.ts';
import { language, t } from '../../strings/index.ts';

/** How much has come, as a person says it. */
const sizeInWords = (bytes: number): string => {
  const [number, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(number);
};

type State =
  | { readonly is: 'ready' }
  | { readonly is: 'coming'; readonly bytes: number }
  | { readonly is: 'saved'; readonly name: string }
  | { readonly is: 'failed'; readonly words: string };

interface Parts {
  readonly address: string;
  /** No claim is as asked for. */
  readonly isEmpty?: boolean;
}

/** The button that downloads the file; how far it is, and what went wrong, is said beside it. */
export const ExportDownload = ({ address, isEmpty = false }: Parts) => {
  const [state, setState] = useState<State>({ is: 'ready' });
  const calledOff = useRef<AbortController | undefined>(undefined);
  // As it is drawn: a download that is begun right after another format is chosen is not what is called off.
  useLayoutEffect(() => {
    setState({ is: 'ready' });
    return () => calledOff.current?.abort();
  }, [address]);
  const start = async (): Promise<void> => {
    const way = new AbortController();
    calledOff.current = way;
    setState({ is: 'coming', bytes: 0 });
    const came = await download(
      address,
      way.signal,
      (bytes) => way.signal.aborted || setState({ is: 'coming', bytes }),
    );
    if (way.signal.aborted || !came) return;
    if ('problem' in came) return setState({ is: 'failed', words: came.problem.words });
    save(came);
    setState({ is: 'saved', name: came.name });
  };
  const cancel = (): void => {
    calledOff.current?.abort();
    setState({ is: 'ready' });
  };
  return (
    <div class="export-foot">
      <p class="export-state" role="status">
        {isEmpty ? t('filter.none') : statusOf(state)}
      </p>
      {state.is === 'coming' ? (
        // The second click of a double click is meant for the button that stood here before it.
        <button type="button" class="button" onClick={({ detail }) => detail < 2 && cancel()}>
          {t('export.cancel')}
        </button>
      ) : (
        <button type="button" class="button primary" disabled={isEmpty} onClick={() => void start()}>
          {t('export.download')}
        </button>
      )}
    </div>
  );
};

const statusOf = (state: State): string => {
  if (state.is === 'coming')
    return state.bytes === 0 ? t('export.making') : t('export.arrived', { size: sizeInWords(state.bytes) });
  if (state.is === 'saved') return t('export.saved', { name: state.name });
  return state.is === 'failed' ? state.words : '';
};
