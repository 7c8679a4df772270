import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { hasRole } from '../../../shared/roles.ts';
import { settingsOf } from '../../../shared/settings.ts';
import type { suggest } from '../../suggestions.ts';
import { whenIdle } from '../../when-idle.ts';
import type { Workspace } from '../../workspace.ts';

type Suggest = typeof suggest;

const load = async (): Promise<Suggest> => (await import('../../suggestions.ts')).suggest;

/** Looks for sentences worth checking while the page is idle, for who can mark them and as long as they are wanted. */
export const useSuggesting = (store: Workspace): void => {
  useEffect(() => {
    let loading: Promise<Suggest> | undefined;
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
      const look = (find: Suggest): void => {
        if (isGone) return;
        callOff = whenIdle((hasTime) => {
          const list = find(shown, dismissed, hasTime);
          if (list) suggesting.found.value = { doc: shown.doc, list };
          else look(find);
        });
      };
      loading ??= load();
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
