import { useRef, useState } from 'preact/hooks';
import { alignedByLetters } from '../../../copy/letters.ts';
import type { Surface } from '../../../copy/surface.ts';
import { textNodesIn, textOnScreen } from '../../../copy/text-on-screen.ts';
import { t } from '../../../strings/index.ts';
import { useOnline } from './use-online.ts';

interface Parts {
  readonly address: string;
  readonly text: string;
  readonly onSurface: (surface: Surface | undefined) => void;
}

/** A copy as the page it was, in a frame that runs nothing and fetches nothing; we alone reach into it, to see what is selected. */
export const PageSurface = ({ address, text, onSurface }: Parts) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<'loading' | 'there' | 'unlike' | 'failed'>('loading');
  const [tries, setTries] = useState(0);
  useOnline(state === 'failed', () => {
    setState('loading');
    setTries(tries + 1);
  });
  const loaded = (): void => {
    const page = frame.current?.contentDocument;
    if (!page?.querySelector('meta[name="color-scheme"]')) {
      setState('failed');
      return;
    }
    const nodes = textNodesIn(page.body);
    const aligned = alignedByLetters(
      nodes.map(({ data }) => data),
      text,
    );
    setState(aligned ? 'there' : 'unlike');
    const runs = aligned?.map(({ index, ...rest }) => ({ ...rest, node: nodes[index]! })) ?? [];
    page.body.tabIndex = 0;
    onSurface({ root: page.body, scroller: page.documentElement, words: textOnScreen(runs), prepare: async () => {} });
  };
  return (
    <>
      {state === 'loading' && <p role="status">{t('passage.loading')}</p>}
      {state === 'failed' && <p role="alert">{t('passage.pageFailed')}</p>}
      {state === 'unlike' && <p role="status">{t('passage.pageUnlike')}</p>}
      <iframe
        key={tries}
        ref={frame}
        class="capture-page"
        hidden={state === 'failed'}
        src={address}
        sandbox="allow-same-origin"
        referrerpolicy="no-referrer"
        title={t('passage.page')}
        onLoad={loaded}
      />
    </>
  );
};
