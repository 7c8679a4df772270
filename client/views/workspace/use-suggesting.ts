import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Weights } from '../../../shared/checkworthy.ts';
import { hasRole } from '../../../shared/roles.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { suggestionsOf } from '../../suggesting.ts';
import { whenIdle } from '../../when-idle.ts';
import type { Workspace } from '../../workspace.ts';

const loadWeights = async (): Promise<Weights> => (await import('../../../shared/checkworthy-weights.ts')).WEIGHTS;

/** Looks for sentences worth checking while the page is idle, for who can mark them and as long as they are wanted. */
export const useSuggesting = (store: Workspace): void => {
  useEffect(() => {
    let loading: Promise<Weights> | undefined;
    return effect(() => {
      const { suggesting, article, reviewer } = store;
      const [shown, dismissed] = [article.value, suggesting.dismissed.value];
      const isOn =
        shown !== undefined &&
        suggesting.wanted.value &&
        settingsOf(shown).suggestions &&
        hasRole(reviewer.value.role, 'annotator');
      if (!isOn) {
        suggesting.found.value = undefined;
        return undefined;
      }
      let callOff: () => void = () => {};
      let isGone = false;
      const look = (weights: Weights): void => {
        if (isGone) return;
        callOff = whenIdle((hasTime) => {
          const list = suggestionsOf(weights, shown, dismissed, hasTime);
          if (list) suggesting.found.value = { doc: shown.doc, list };
          else look(weights);
        });
      };
      loading ??= loadWeights();
      loading.then(look, () => {
        loading = undefined; // offline: asked again at the next change
      });
      return () => {
        isGone = true;
        callOff();
      };
    });
  }, [store]);
};
