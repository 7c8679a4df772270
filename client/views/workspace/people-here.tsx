import { personInWords } from '../../person-in-words.ts';
import { t } from '../../strings/index.ts';
import { Avatar } from '../shell/avatar.tsx';
import { useWorkspace } from './here.ts';

const SHOWN = 5;

/** Who else has this article open; oneself is in the account menu beside it. */
export const PeopleHere = () => {
  const {
    company: { others, folk },
    reviewer,
  } = useWorkspace();
  const ids = [...new Set(others.value.map((each) => each.reviewer))].filter((id) => id !== reviewer.value.id);
  if (ids.length === 0) return null;
  const names = ids.map((id) => personInWords(folk.value[id]?.name ?? id));
  return (
    <ul class="people-here" aria-label={t('people.here')}>
      {ids.slice(0, SHOWN).map((id) => {
        const { name, colour } = folk.value[id] ?? { name: id, colour: '#586474' };
        return (
          <li key={id}>
            <Avatar name={name} colour={colour} />
            <span class="unseen">{name}</span>
          </li>
        );
      })}
      {ids.length > SHOWN && (
        <li class="more" title={names.slice(SHOWN).join(', ')}>
          {t('people.more', { count: ids.length - SHOWN })}
        </li>
      )}
    </ul>
  );
};
