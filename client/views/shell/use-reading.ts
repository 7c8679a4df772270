import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../api.ts';
import { readDraft, type ToRead } from '../../make-article.ts';
import type { Reading } from '../../reading.ts';

/** What the server reads in a text, as far as it has answered. */
export interface ReadingState {
  /** The last one; it may be of the text before the last keys. */
  readonly reading?: Reading;
  readonly problem?: Problem;
  /** Whether the reading is older than the text. */
  readonly busy: boolean;
  readonly retry: () => void;
}

const PAUSE = 350;

/** Has a text, or a file in its place, read again when it changes, and once more when the typing pauses. */
export const useReading = ({ text, file, clean }: ToRead): ReadingState => {
  const [answered, setAnswered] = useState<Pick<ReadingState, 'reading' | 'problem'>>({});
  const [busy, setBusy] = useState(true);
  const latest = useRef(0);

  const read = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    setBusy(true);
    const answer = await readDraft({ text, file, clean });
    if (mine !== latest.current) return; // a newer text is being read
    setBusy(false);
    setAnswered((before) => ('value' in answer ? { reading: answer.value } : { ...before, problem: answer.problem }));
  }, [text, file, clean]);

  const first = useRef(true);
  useEffect(() => {
    latest.current += 1;
    setBusy(true);
    const timer = setTimeout(() => void read(), first.current ? 0 : PAUSE);
    first.current = false;
    return () => clearTimeout(timer);
  }, [read]);

  return { ...answered, busy, retry: () => void read() };
};
