import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { filterOf, withFilter } from '../../claim-filter.ts';
import type { Workspace } from '../../workspace.ts';

const versionIn = (query: URLSearchParams): number | undefined => {
  const version = Number(query.get('version') ?? '');
  return Number.isSafeInteger(version) && version > 0 ? version : undefined;
};

/** Keeps the address of the page in step with which claims are listed, where, and which version is looked at: a link shows it to all. */
export const useAddress = (store: Workspace): void => {
  useEffect(() => {
    const read = (): void => {
      const query = new URLSearchParams(location.search);
      store.filter.value = filterOf(query);
      store.past.value = versionIn(query);
      store.board.value = query.get('view') === 'board';
    };
    read();
    const stop = effect(() => {
      const [filter, version, board] = [store.filter.value, store.past.value, store.board.value];
      const query = withFilter(new URLSearchParams(location.search), filter);
      if (version === undefined) query.delete('version');
      else query.set('version', String(version));
      if (board) query.set('view', 'board');
      else query.delete('view');
      const search = query.size === 0 ? '' : `?${query}`;
      if (search !== location.search)
        history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
    });
    addEventListener('popstate', read);
    return () => {
      stop();
      removeEventListener('popstate', read);
    };
  }, [store]);
};
