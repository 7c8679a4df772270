import type { ComponentType } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from '../../api.ts';
import { fetchTheRest } from '../../language.ts';

/** What is shown until a view's code is there. */
export interface Meanwhile {
  readonly failed?: boolean;
  readonly onRetry?: () => void;
  /** Closes it, where the view itself could. */
  readonly onClose?: () => void;
}

/** A view whose code comes when it is first shown, or when it is fetched before that. */
export type Later<P extends object> = ComponentType<P> & {
  readonly fetch: () => Promise<void>;
  readonly isThere: () => boolean;
};

let asking: Promise<void> | undefined;

/**
 * Resolves when the server answers: a browser that failed once to import a module fails to until the page is loaded anew. Views that are
 * fetched together ask once.
 */
const reached = (): Promise<void> => {
  asking ??= ask('GET', '/healthz')
    .then((answer) => {
      if ('problem' in answer) throw new Error(answer.problem.words);
    })
    .finally(() => {
      asking = undefined;
    });
  return asking;
};

/** For a view whose messages are those of the first screens. */
export const noMore = async (): Promise<void> => {};

/**
 * A view whose code is fetched, with its messages, when it is first shown; it says so meanwhile, offers another try when that fails, and tries
 * again by itself when the network is back.
 */
export const later = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  Until: ComponentType<Meanwhile>,
  words: () => Promise<void> = fetchTheRest,
): Later<P> => {
  let loaded: ComponentType<P> | undefined;
  let isLost = false;
  const fetch = async (): Promise<void> => {
    if (loaded) return;
    await reached();
    try {
      [loaded] = await Promise.all([load(), words()]);
    } catch (error) {
      isLost = true; // the line broke between the two
      throw error;
    }
  };
  const view = (props: P) => {
    const [state, setState] = useState<'loading' | 'failed' | 'there'>(loaded ? 'there' : 'loading');
    const fetchCode = useCallback(() => {
      setState('loading');
      fetch().then(
        () => setState('there'),
        () => setState('failed'),
      );
    }, []);
    useEffect(() => {
      // It may have come since this was drawn.
      if (loaded) setState('there');
      else fetchCode();
    }, [fetchCode]);
    useEffect(() => {
      if (state !== 'failed') return;
      addEventListener('online', fetchCode);
      return () => removeEventListener('online', fetchCode);
    }, [state, fetchCode]);
    const retry = (): void => (isLost ? location.reload() : fetchCode());
    const View = loaded;
    return View ? <View {...props} /> : <Until {...props} failed={state === 'failed'} onRetry={retry} />;
  };
  return Object.assign(view, { fetch, isThere: () => loaded !== undefined });
};
