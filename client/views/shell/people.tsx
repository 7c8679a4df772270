import '../../styles/desk.css';
import { useRef, useState } from 'preact/hooks';
import { ROLES, type Role } from '../../../shared/roles.ts';
import { may, presence } from '../../account.ts';
import type { Answer } from '../../api.ts';
import { changePerson, type HandedLink, loadPeople, makeResetLink, type Person } from '../../people.ts';
import { absoluteTime } from '../../relative-time.ts';
import { language, t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { AccountEvents } from './account-events.tsx';
import { DeedButton } from './deed-button.tsx';
import { DeletePerson } from './delete-person.tsx';
import { Failure } from './failure.tsx';
import { HandedOver } from './handed-over.tsx';
import { Invite } from './invite.tsx';
import { NotFound } from './not-found.tsx';
import { usePageTitle } from './page-title.ts';
import { PendingInvitations } from './pending-invitations.tsx';
import { SureButton } from './sure-button.tsx';
import { TopBar } from './top-bar.tsx';
import { useDeed } from './use-deed.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { useLoaded } from './use-loaded.ts';

/** Everyone who may come in, for admins: their role, whether they are shut out, a link for a new password; and what happened. */
export const People = () => {
  usePageTitle(t('people.open'));
  return may('admin') ? <Everyone /> : <NotFound />;
};

const Everyone = () => {
  const { value, problem, load } = useLoaded(loadPeople);
  const people = value?.reviewers;
  const [invited, setInvited] = useState(0);
  return (
    <>
      <TopBar
        crumb={
          <>
            <a href="/">{t('articles.title')}</a> /
          </>
        }
        title={t('people.open')}
      />
      <main class="desk" id="content" tabIndex={-1}>
        <h1>{t('people.open')}</h1>
        <p class="lead">{t('people.words')}</p>
        {problem && <Failure problem={problem} onRetry={load} />}
        {!people && !problem && <p class="hint">{t('app.loading')}</p>}
        {people && (
          <ul class="webhook-list">
            {people.map((person) => (
              <Row key={person.id} person={person} onChanged={load} />
            ))}
          </ul>
        )}
        <p class="people-invite">
          <Invite onInvited={() => setInvited((count) => count + 1)} />
        </p>
        {people && <PendingInvitations since={invited} />}
        {people && <AccountEvents people={people} />}
      </main>
    </>
  );
};

const Row = ({ person, onChanged }: { readonly person: Person; readonly onChanged: () => Promise<void> }) => {
  const { id, name, email = '', role, disabled } = person;
  const [link, setLink] = useState<HandedLink>();
  const [isDeleting, setDeleting] = useState(false);
  const isOwn = presence.value.state === 'signed-in' && presence.value.account.id === id;
  const change = async (to: { readonly role: Role } | { readonly disabled: boolean }): Promise<void> => {
    const answer: Answer<Person> = await changePerson(id, to);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    else toast(t('people.changed'));
    await onChanged();
  };
  // Who chooses with the arrow keys passes other roles: they are given one after the other, and only the last that was chosen meanwhile.
  const [chosen, setChosen] = useState<Role>();
  const latest = useRef<Role>(undefined);
  const giving = useDeed(async () => {
    for (let given: Role | undefined; latest.current !== given; ) {
      given = latest.current;
      if (given) await change({ role: given });
    }
    latest.current = undefined;
    setChosen(undefined);
  });
  const give = (to: Role): void => {
    latest.current = to;
    setChosen(to);
    void giving.run();
  };
  const deleting = useRef<HTMLButtonElement>(null);
  useFocusKept(deleting);
  const deleted = (): void => {
    setDeleting(false);
    void onChanged();
  };
  const make = async (): Promise<void> => {
    const answer = await makeResetLink(id);
    if ('value' in answer) setLink(answer.value);
    else toast(answer.problem.words, { tone: 'error' });
  };
  return (
    <li class="webhook">
      <p class="row">
        <strong dir="auto">{name}</strong>
        <span class="meta">
          {[
            email || t('account.noEmail'),
            ...(isOwn ? [t('people.you')] : []),
            ...(disabled ? [t('people.out')] : []),
          ].join(' · ')}
        </span>
      </p>
      {isOwn ? (
        <p>{t(`role.${role}`)}</p>
      ) : (
        <p class="row">
          <select
            class="input role-choice"
            aria-label={t('people.role', { name })}
            aria-busy={giving.isUnderWay}
            value={chosen ?? role}
            onChange={(event) => give(event.currentTarget.value as Role)}
          >
            {(Object.keys(ROLES) as readonly Role[]).map((each) => (
              <option key={each} value={each}>
                {t(`role.${each}`)}
              </option>
            ))}
          </select>
          <span class="spacer" />
          {!disabled && email !== '' && (
            <DeedButton class="button small quiet" onDo={make}>
              {t('people.reset')}
            </DeedButton>
          )}
          {disabled ? (
            <DeedButton class="button small" onDo={() => change({ disabled: false })}>
              {t('people.let')}
            </DeedButton>
          ) : (
            <SureButton
              words={t('people.shut')}
              sure={t('people.shutSure')}
              keep={t('sessions.keep')}
              onDo={() => change({ disabled: true })}
            />
          )}
          <button
            type="button"
            class="button small quiet"
            aria-haspopup="dialog"
            ref={deleting}
            onClick={() => setDeleting(true)}
          >
            {t('people.deleteOpen')}
          </button>
        </p>
      )}
      {isDeleting && <DeletePerson person={person} onClose={() => setDeleting(false)} onDeleted={deleted} />}
      {link && (
        <HandedOver
          label={t('people.resetFor', { name })}
          value={link.link}
          hint={t('people.resetGood', { time: absoluteTime(link.expiresAt, language()) })}
          onDone={() => setLink(undefined)}
        />
      )}
    </li>
  );
};
