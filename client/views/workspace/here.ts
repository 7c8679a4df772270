import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Workspace } from '../../workspace.ts';

/** The workspace that the views below stand in. */
export const Here = createContext<Workspace | undefined>(undefined);

/** The workspace of this page. */
export const useWorkspace = (): Workspace => {
  const workspace = useContext(Here);
  if (!workspace) throw new Error('this view stands in a workspace');
  return workspace;
};

/** State of a form that outlives the form: what was begun is there when the card is opened again. */
export const useDraft = <T>(place: string, initial: T): readonly [T, (value: T) => void, () => void] => {
  const { drafts } = useWorkspace();
  const draft = drafts.value.has(place) ? (drafts.value.get(place) as T) : initial;
  const set = (value: T): void => {
    drafts.value = new Map(drafts.value).set(place, value);
  };
  const clear = (): void => {
    drafts.value = new Map([...drafts.value].filter(([key]) => key !== place));
  };
  return [draft, set, clear];
};
