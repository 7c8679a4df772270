import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { textCoverage } from '../../../shared/coverage.ts';
import { whenIdle } from '../../when-idle.ts';
import type { Workspace } from '../../workspace.ts';

/** Counts how much of the text has been looked at while the page is idle. */
export const useReading = (store: Workspace): void => {
  useEffect(
    () =>
      effect(() => {
        const article = store.article.value;
        if (!article) return undefined;
        return whenIdle(() => {
          store.lookedAt.value = { doc: article.doc, ...textCoverage(article) };
        });
      }),
    [store],
  );
};
