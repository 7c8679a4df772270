import '../../styles/visibility.css';
import { useEffect } from 'preact/hooks';
import { VISIBILITIES, type Visibility, wayOf } from '../../../shared/visibility.ts';
import { deskPeople, fetchDeskPeople } from '../../desk-people.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly id?: string;
  readonly name: string;
  /** Where no label of its own stands beside it. */
  readonly label?: string;
  /** What is so as a rule, and needs no explaining. */
  readonly usual: 'public' | 'desk';
  /** What the choice comes to here, where it is not what it comes to elsewhere. */
  readonly hint?: string | undefined;
  readonly value: Visibility;
  readonly onInput: (value: Visibility) => void;
}

const WAYS = Object.keys(VISIBILITIES) as readonly (keyof typeof VISIBILITIES)[];

/** Asks who sees something: everyone, the desk, or people by name. */
export const VisibilityChoice = ({ id, name, label, usual, hint, value, onInput }: Parts) => {
  const own = useWorkspace().reviewer.value.id;
  const way = wayOf(value);
  const choose = (next: string): void => {
    if (next === way) return;
    onInput(next === 'public' || next === 'desk' ? next : [own]);
  };
  return (
    <div class="visibility-choice">
      <select
        class="input"
        id={id}
        name={name}
        aria-label={label}
        value={way}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {WAYS.map((each) => (
          <option key={each} value={each}>
            {t(`visibility.${each}`)}
          </option>
        ))}
      </select>
      {typeof value !== 'string' && <Named value={value} onInput={onInput} />}
      {way !== usual && <p class="hint">{hint ?? t(`visibility.hint.${way}`)}</p>}
    </div>
  );
};

/** Asks for people by name; oneself stays among them, so that nobody locks themselves out. */
const Named = ({ value, onInput }: { readonly value: readonly string[]; readonly onInput: Parts['onInput'] }) => {
  const workspace = useWorkspace();
  const own = workspace.reviewer.value.id;
  useEffect(() => void fetchDeskPeople(), []);
  const here = deskPeople.value.map(({ id, name }) => ({ id, name }));
  const gone = value.filter((each) => each !== own && !here.some(({ id }) => id === each));
  const people = [...here.filter(({ id }) => id !== own), ...gone.map((id) => ({ id, name: workspace.nameOf(id) }))];
  const turn = (id: string, isIn: boolean): void =>
    onInput(isIn ? [...value, id].sort() : value.filter((each) => each !== id));
  return (
    <fieldset>
      <legend class="unseen">{t('visibility.whom')}</legend>
      {people.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={value.includes(id)}
            onChange={(event) => turn(id, event.currentTarget.checked)}
          />
          <span dir="auto">{name}</span>
        </label>
      ))}
    </fieldset>
  );
};
