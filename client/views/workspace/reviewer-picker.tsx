import { useEffect } from 'preact/hooks';
import { hasRole } from '../../../shared/roles.ts';
import { deskPeople, fetchDeskPeople } from '../../desk-people.ts';
import { t } from '../../strings/index.ts';
import type { Asked } from './asked.ts';
import { useWorkspace } from './here.ts';

/** Asks for one of the people of the desk who work on claims, oneself first. */
export const ReviewerPicker = ({ id, name, text, onInput }: Asked) => {
  const workspace = useWorkspace();
  useEffect(() => void fetchDeskPeople(), []);
  const own = workspace.reviewer.value.id;
  const people = deskPeople.value.filter((each) => each.id !== own && hasRole(each.role, 'annotator'));
  const others = people.some((each) => each.id === text) || text === own || text === '';
  return (
    <select class="input" id={id} name={name} value={text} onChange={(event) => onInput(event.currentTarget.value)}>
      <option value="">{t('people.nobody')}</option>
      <option value={own}>{t('people.me', { name: workspace.nameOf(own) })}</option>
      {people.map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ))}
      {!others && <option value={text}>{workspace.nameOf(text)}</option>}
    </select>
  );
};
