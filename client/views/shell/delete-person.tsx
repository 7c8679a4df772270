import { deletePerson, type Person } from '../../people.ts';
import { t } from '../../strings/index.ts';
import { Dialog } from './dialog.tsx';
import { TypedConfirmation } from './typed-confirmation.tsx';

interface Parts {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Deletes a person for good, once their name is typed; says before what goes and what stays. */
export const DeletePerson = ({ person: { id, name }, onClose, onDeleted }: Parts) => (
  <Dialog title={t('people.delete')} onClose={onClose}>
    <TypedConfirmation
      goes={[t('people.goes'), t('people.goesToo')]}
      stays={[t('people.stays'), t('people.staysWords'), t('people.staysOut')]}
      confirm={name}
      send={(typed) => deletePerson(id, typed)}
      done={t('people.deleted')}
      onKeep={onClose}
      onDeleted={onDeleted}
    />
  </Dialog>
);
