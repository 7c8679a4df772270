import { useEffect, useState } from 'preact/hooks';
import { useWorkspace } from './here.ts';

/** Replays the article's log up to a version while the view is there; how far it has come, until it is there. */
export const useReplayed = (version: number) => {
  const { log } = useWorkspace().exchange;
  const [progress, setProgress] = useState(log.version >= version ? undefined : log.version);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const tell = (reached: number): void => {
      if (!leaving.signal.aborted) setProgress(reached >= version ? undefined : reached);
    };
    setFailed(false);
    log.upTo(version, tell, leaving.signal).then(
      () => tell(log.version),
      () => !leaving.signal.aborted && setFailed(true),
    );
    return () => leaving.abort();
  }, [version, tries]);
  return { progress, failed, again: (): void => setTries(tries + 1) };
};
