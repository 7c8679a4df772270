import { deletePerson, type Person } from '../../people.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
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
      confirm={name}
      onKeep={onClose}
      send={async (typed) => {
        const answer = await deletePerson(id, typed);
        if ('problem' in answer) return answer.problem;
        toast(t('people.deleted'));
        onDeleted();
        return undefined;
      }}
    >
      <div>
        <p>{t('deletion.goes')}</p>
        <ul>
          <li>{t('people.goes')}</li>
          <li>{t('people.goesToo')}</li>
        </ul>
      </div>
      <div>
        <p>{t('deletion.stays')}</p>
        <ul>
          <li>{t('people.stays')}</li>
          <li>{t('people.staysWords')}</li>
          <li>{t('people.staysOut')}</li>
        </ul>
      </div>
    </TypedConfirmation>
  </Dialog>
);
