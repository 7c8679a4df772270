import { CONTACT_FIELDS, type Contact, type ContactFields } from '../../../shared/contact.ts';
import { withEmpty } from '../../../shared/fields.ts';
import { mayShowElse } from '../../../shared/operations/may.ts';
import { askAbout, reviseContact } from '../../contact-commands.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { RecordForm } from './record-form.tsx';
import { useRevision } from './use-revision.ts';

/** A contact of whom nothing is known yet. */
const NOBODY = { ...withEmpty(CONTACT_FIELDS, {}), id: '' };

/** Where the form of a contact keeps what is begun in it. */
export const contactPlace = (contact: string): string => `${contact} contact`;

/** Who is secret is shown to nobody else until they are named: the desk is what is usual, and no choice of anybody. */
export const withSecrecy = (values: Partial<ContactFields>, now: ContactFields): Partial<ContactFields> =>
  values.consent === 'secret' && now.visibility === 'desk' ? { ...values, visibility: [] } : values;

/** The fields, with what it comes to for readers where a contact is shown to everyone: that hangs on the consent as well. */
const fieldsFor = ({ consent, visibility }: ContactFields): typeof CONTACT_FIELDS =>
  visibility === 'public'
    ? {
        ...CONTACT_FIELDS,
        visibility: { ...CONTACT_FIELDS.visibility, hint: t(`contacts.everyone.${consent || 'unasked'}`) },
      }
    : CONTACT_FIELDS;

/** A new contact, or the fields of one. */
export const ContactForm = ({ contact }: { readonly contact?: Contact }) => {
  const workspace = useWorkspace();
  const record = contact ?? NOBODY;
  const form = useRevision<ContactFields>(contactPlace(record.id), record);
  const input = (values: Partial<ContactFields>): void =>
    form.input(withSecrecy(values, { ...record, ...form.values }));
  return (
    <RecordForm
      table="contact"
      fields={fieldsFor({ ...record, ...form.values })}
      record={record}
      except={contact && !mayShowElse(contact, workspace.reviewer.value) ? ['visibility'] : []}
      form={{ ...form, input }}
      save={t(contact ? 'form.save' : 'contacts.save')}
      onSave={(fields) => {
        const { person, role } = { ...record, ...fields };
        if (person.trim() === '' && role.trim() === '') return t('contacts.nobody');
        if (contact && form.changed.length === 0) return undefined;
        const command = contact ? reviseContact(contact.id, fields) : askAbout(fields, []);
        return workspace.run(command, 'card') ? undefined : t('need.now');
      }}
    />
  );
};
