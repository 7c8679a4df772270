import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../api.ts';
import type { Step } from '../../../arriving.ts';
import type { DraftSource } from '../../../draft-source.ts';
import { compareLater, type LaterVersion } from '../../../later-version.ts';

/** A comparison of a later version with the article, as far as the server has answered. */
export interface Comparing {
  readonly found?: LaterVersion;
  readonly problem?: Problem;
  readonly busy: boolean;
  /** How far it is, once it takes longer than a moment. */
  readonly step?: Step | 'begun';
  readonly cancelled: boolean;
  readonly cancel: () => void;
  /** Compares once more; `again` with what was fetched for it before. */
  readonly retry: (again?: boolean) => void;
}

const A_MOMENT = 980;

/** Has a later version compared when it is first shown, and when it is asked for. */
export const useComparing = (article: string, source: DraftSource): Comparing => {
  const [state, setState] = useState<Pick<Comparing, 'found' | 'problem' | 'step'>>({});
  const [busy, setBusy] = useState(true);
  const [cancelled, setCancelled] = useState(false);
  const under = useRef<AbortController>(undefined);

  const compare = async (again: boolean): Promise<void> => {
    under.current?.abort();
    const mine = new AbortController();
    under.current = mine;
    setBusy(true);
    setCancelled(false);
    let newest: Step | 'begun' = 'begun';
    const begun = performance.now();
    const show = (): void => {
      if (performance.now() - begun >= A_MOMENT && !mine.signal.aborted)
        setState(({ step: _, ...rest }) => ({ ...rest, step: newest }));
    };
    const timer = setTimeout(show, A_MOMENT + 20);
    const answer = await compareLater(article, source, again, mine.signal, (said) => {
      newest = said;
      show();
    });
    clearTimeout(timer);
    if (mine.signal.aborted) return;
    setBusy(false);
    setState(({ found }) =>
      'value' in answer ? { found: answer.value } : { ...(found && { found }), problem: answer.problem },
    );
  };
  useEffect(() => {
    void compare(false);
    return () => under.current?.abort();
  }, [source]);

  const cancel = (): void => {
    under.current?.abort();
    setState(({ step: _, ...rest }) => rest);
    setBusy(false);
    setCancelled(true);
  };
  return { ...state, busy, cancelled, cancel, retry: (again = false) => void compare(again) };
};
