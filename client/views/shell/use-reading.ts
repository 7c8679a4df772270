import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../api.ts';
import { readSource, type Step } from '../../arriving.ts';
import type { DraftSource } from '../../draft-source.ts';
import type { Reading } from '../../reading.ts';

/** What the server reads in a draft, as far as it has answered. */
export interface ReadingState {
  /** The last one; it may be of the text before the last keys. */
  readonly reading?: Reading;
  readonly problem?: Problem;
  /** Whether the reading is older than the draft. */
  readonly busy: boolean;
  /** How far it is, once it takes longer than a moment; nothing is known of it at first. */
  readonly step?: Step | 'begun';
  /** Whether it was called off. */
  readonly cancelled: boolean;
  readonly cancel: () => void;
  readonly retry: () => void;
}

const PAUSE = 350;
const A_MOMENT = 1_000;

/** Has a draft read again when it changes, and once more when the typing pauses; `key` is another when it has changed. */
export const useReading = (source: DraftSource, key: string, clean: boolean): ReadingState => {
  const [answered, setAnswered] = useState<Pick<ReadingState, 'reading' | 'problem'>>({});
  const [busy, setBusy] = useState(true);
  const [step, setStep] = useState<Step | 'begun'>();
  const [cancelled, setCancelled] = useState(false);
  const under = useRef<AbortController>(undefined);
  const latest = useRef(source);
  latest.current = source;

  const read = useCallback(async () => {
    under.current?.abort();
    const mine = new AbortController();
    under.current = mine;
    setBusy(true);
    setCancelled(false);
    setStep(undefined);
    let newest: Step | 'begun' = 'begun';
    const begun = performance.now();
    const show = (): void => {
      if (performance.now() - begun >= A_MOMENT - 20 && !mine.signal.aborted) setStep(newest);
    };
    const timer = setTimeout(show, A_MOMENT);
    const answer = await readSource(latest.current, clean, mine.signal, (said) => {
      newest = said;
      show();
    });
    clearTimeout(timer);
    if (mine.signal.aborted) return; // a newer draft is being read, or none
    setStep(undefined);
    setBusy(false);
    setAnswered((before) => ('value' in answer ? { reading: answer.value } : { ...before, problem: answer.problem }));
  }, [key, clean]);

  const cancel = (): void => {
    under.current?.abort();
    setStep(undefined);
    setBusy(false);
    setCancelled(true);
  };

  const first = useRef(true);
  useEffect(() => {
    setBusy(true);
    const timer = setTimeout(() => void read(), first.current ? 0 : PAUSE);
    first.current = false;
    return () => clearTimeout(timer);
  }, [read]);
  useEffect(() => () => under.current?.abort(), []);

  return { ...answered, busy, cancelled, cancel, retry: () => void read(), ...(step && { step }) };
};
