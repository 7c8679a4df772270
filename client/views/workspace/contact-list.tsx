import '../../styles/contacts.css';
import { askedOf, type Contact, questionState } from '../../../shared/contact.ts';
import { callsOf } from '../../call-sheet.ts';
import { askAbout } from '../../contact-commands.ts';
import { onScreen } from '../../screen-commands.ts';
import { t } from '../../strings/index.ts';
import { today } from './asked-line.tsx';
import { ContactCard } from './contact-card.tsx';
import { ContactForm, contactPlace } from './contact-form.tsx';
import { useWorkspace } from './here.ts';
import { useRevision } from './use-revision.ts';

const STATES = ['overdue', 'waiting', 'planned', 'answered'] as const;

/** Who waits for what: those with the nearest deadline first, then those who have answered, then those who were withdrawn. */
const inOrder = (contacts: readonly Contact[], open: readonly Contact[]): readonly Contact[] => [
  ...open,
  ...contacts.filter((contact) => !open.includes(contact) && !contact.withdrawn),
  ...contacts.filter((contact) => contact.withdrawn),
];

/** Everyone who is asked about claims of the article, what is open with them, and the way to the call sheet. */
export const ContactList = () => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const adding = useRevision<object>(contactPlace(''), {});
  if (!article) return null;
  const contacts = [...article.contacts.values()];
  const mayAdd = workspace.can(askAbout({ role: '…' }, []));
  const open = callsOf(article, today()).map(({ contact }) => contact);
  const asked = contacts.filter((contact) => !contact.withdrawn).flatMap(askedOf);
  const counts = STATES.map((state) => [state, asked.filter((each) => questionState(each, today()) === state).length]);
  const told = counts.flatMap(([state, count]) =>
    count ? t(`contacts.count.${state as (typeof STATES)[number]}`, { count: Number(count) }) : [],
  );
  return (
    <>
      <p class="contacts-head">
        <span class="meta" role="status">
          {told.join(' · ')}
        </span>
        <span class="spacer" />
        {mayAdd && !adding.isOpen && (
          <button type="button" class="button small" onClick={() => adding.begin({})}>
            {t('contacts.add')}
          </button>
        )}
        <button type="button" class="button small" onClick={() => workspace.run(onScreen({ go: 'callSheet' }))}>
          {t('callSheet.title')}
        </button>
      </p>
      {adding.isOpen && (
        <article class="card contact">
          <ContactForm />
        </article>
      )}
      {contacts.length === 0 && !adding.isOpen && (
        <p class="nothing">{t(mayAdd ? 'contacts.begin' : 'contacts.none')}</p>
      )}
      {inOrder(contacts, open).map((contact) => (
        <ContactCard key={contact.id} contact={contact} />
      ))}
    </>
  );
};
