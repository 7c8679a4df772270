import { changed, filledIn, overtaken, type Revision, without } from '../../revising.ts';
import { useDraft } from './here.ts';

/** A form that changes fields of a record which others may change meanwhile; it outlives its card. */
export const useRevision = <T extends object>(place: string, record: T) => {
  const [revision, set, clear] = useDraft<Revision<T> | undefined>(place, undefined);
  const putOrClear = (next: Revision<T> | undefined): void => (next ? set(next) : clear());
  return {
    isOpen: revision !== undefined && !revision.isAside,
    values: revision?.values ?? ({} as Partial<T>),
    /** The fields that somebody else changed meanwhile. */
    overtaken: revision ? overtaken(revision, record) : [],
    /** The fields that say something else here than in the record. */
    changed: revision ? changed(revision, record) : [],
    /** Opens the form, on what was begun in it if anything was. */
    begin: (values: Partial<T>): void =>
      set(revision ? { ...revision, isAside: false } : filledIn(undefined, record, values)),
    input: (values: Partial<T>): void => set(filledIn(revision, record, values)),
    /** Closes the form; what was typed is there when it is opened again. */
    putAside: (): void =>
      putOrClear(revision && changed(revision, record).length > 0 ? { ...revision, isAside: true } : undefined),
    /** Forgets what was put into some fields. */
    drop: (names: readonly (keyof T & string)[]): void => putOrClear(revision && without(revision, names)),
    clear,
  };
};
