import type { Person } from '../../mentions.ts';
import { t } from '../../strings/index.ts';

interface Parts {
  readonly id: string;
  readonly people: readonly Person[];
  readonly chosen: number;
  readonly onPick: (person: Person) => void;
}

/** The names that are offered while one is being asked for. */
export const MentionList = ({ id, people, chosen, onPick }: Parts) => (
  <div class="mentions" id={id} role="listbox" aria-label={t('thread.mention')} hidden={people.length === 0}>
    {people.map((person, index) => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the field that has the focus picks with its keys.
      <div
        key={person.id}
        id={`${id}-${person.id}`}
        role="option"
        aria-selected={index === chosen}
        tabIndex={-1}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onPick(person)}
      >
        <bdi>{person.name}</bdi>
      </div>
    ))}
  </div>
);
