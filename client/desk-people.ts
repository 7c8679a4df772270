import { signal } from '@preact/signals';
import type { Profile } from '../shared/protocol.ts';

/** A person of the desk who can be given something to do. */
export interface DeskPerson extends Profile {
  readonly id: string;
  readonly disabled?: boolean;
}

/** Everyone on the desk who may still come in, by name; empty until they were fetched. */
export const deskPeople = signal<readonly DeskPerson[]>([]);

/** Fetches who is on the desk; without an answer who was known stays. */
export const fetchDeskPeople = async (): Promise<void> => {
  const { askAll } = await import('./ask-all.ts');
  const answer = await askAll<{ readonly reviewers: readonly DeskPerson[] }>('/api/reviewers', 'reviewers');
  if (!('value' in answer)) return;
  const here = answer.value.reviewers.filter(({ disabled }) => !disabled);
  deskPeople.value = here.toSorted((one, other) => one.name.localeCompare(other.name));
};
