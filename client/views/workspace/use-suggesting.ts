import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { hasRole } from '../../../shared/roles.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { fetchTheRest } from '../../language.ts';
import type { suggest } from '../../suggestions.ts';
import { whenIdle } from '../../when-idle.ts';
import type { whyOf } from '../../why-suggested.ts';
import type { Workspace } from '../../workspace.ts';

/** What looks for sentences, and what says why one was found. */
interface Suggest {
  readonly find: typeof suggest;
  readonly whyOf: typeof whyOf;
}

const load = async (): Promise<Suggest> => {
  const [{ suggest: find }, says] = await Promise.all([
    import('../../suggestions.ts'),
    import('../../why-suggested.ts'),
    fetchTheRest(),
  ]);
  return { find, whyOf: says.whyOf };
};

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
      const look = (found: Suggest): void => {
        if (isGone) return;
        callOff = whenIdle((hasTime) => {
          const list = found.find(shown, dismissed, hasTime);
          if (list) suggesting.found.value = { doc: shown.doc, list, whyOf: found.whyOf };
          else look(found);
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
