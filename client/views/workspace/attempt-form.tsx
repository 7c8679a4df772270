import { ATTEMPT_FIELDS, type AttemptFields, type Contact } from '../../../shared/contact.ts';
import { withEmpty } from '../../../shared/fields.ts';
import { logAttempt } from '../../contact-commands.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { RecordForm } from './record-form.tsx';
import { useRevision } from './use-revision.ts';

const NONE = { ...withEmpty(ATTEMPT_FIELDS, {}), id: '' };

/** Where the form of an attempt keeps what is begun in it. */
export const attemptPlace = (contact: string): string => `${contact} attempt`;

/** Puts down an attempt to reach somebody. */
export const AttemptForm = ({ contact }: { readonly contact: Contact }) => {
  const workspace = useWorkspace();
  const form = useRevision<AttemptFields>(attemptPlace(contact.id), NONE);
  return (
    <RecordForm
      table="attempt"
      fields={ATTEMPT_FIELDS}
      record={NONE}
      form={form}
      save={t('contacts.save')}
      onSave={(fields) => {
        if (!fields.result) return t('contacts.noResult');
        return workspace.run(logAttempt(contact.id, fields), 'card') ? undefined : t('need.now');
      }}
    >
      <p class="hint">{t('contacts.attemptHint')}</p>
    </RecordForm>
  );
};
