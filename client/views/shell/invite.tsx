import { useState } from 'preact/hooks';
import { t } from '../../strings/index.ts';
import { later } from './later.tsx';

const nothingYet = (): null => null;

const InviteDialog = later(async () => (await import('./invite-dialog.tsx')).InviteDialog, nothingYet);

interface Parts {
  /** Somebody was invited, also when the dialog was closed before that was known. */
  readonly onInvited?: () => void;
}

/** The button that opens the dialog that makes an invitation link. */
export const Invite = ({ onInvited }: Parts) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {t('invite.open')}
      </button>
      {open && <InviteDialog onClose={() => setOpen(false)} {...(onInvited && { onInvited })} />}
    </>
  );
};
