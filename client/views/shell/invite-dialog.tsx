import '../../styles/invite.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Invitation } from '../../../shared/api/records/people.ts';
import { ROLES, type Role } from '../../../shared/roles.ts';
import { may } from '../../account.ts';
import type { Problem } from '../../api.ts';
import { copyFrom } from '../../copy.ts';
import { invite } from '../../invitations.ts';
import { loadEntrance } from '../../passwords.ts';
import { absoluteTime } from '../../relative-time.ts';
import { language, t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { Dialog } from './dialog.tsx';
import { Wrong } from './wrong.tsx';

interface Parts {
  readonly onClose: () => void;
  readonly onInvited?: (() => void) | undefined;
}

/** Makes an invitation link for a role. */
export const InviteDialog = ({ onClose, onInvited }: Parts) => (
  <Dialog title={t('invite.title')} onClose={onClose}>
    <Steps onInvited={onInvited} />
  </Dialog>
);

const Steps = ({ onInvited }: Pick<Parts, 'onInvited'>) => {
  const [made, setMade] = useState<Invitation>();
  const take = (invitation: Invitation): void => {
    setMade(invitation);
    onInvited?.();
  };
  return made ? <Made made={made} onAnother={() => setMade(undefined)} /> : <Making onMade={take} />;
};

/** The roles that may be given: up to one's own. */
const givable = (): readonly Role[] => (Object.keys(ROLES) as readonly Role[]).filter(may);

/** How many days an invitation may stand, and does where nothing is chosen. */
const DAYS = [1, 3, 7, 14, 30] as const;
const USUAL_DAYS = 7;

const Making = ({ onMade }: { readonly onMade: (made: Invitation) => void }) => {
  const [role, setRole] = useState<Role>('annotator');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [days, setDays] = useState<number>(USUAL_DAYS);
  const [sendsMail, setSendsMail] = useState(false);
  useEffect(() => void loadEntrance().then((answer) => setSendsMail('value' in answer && answer.value.mail)), []);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const make = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answer = await invite(role, name.trim(), email.trim(), days);
    setBusy(false);
    if ('value' in answer) onMade(answer.value);
    else setProblem(answer.problem);
  };
  return (
    <form
      class="dialog-body"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <fieldset class="roles">
        <legend>{t('invite.role')}</legend>
        {givable().map((one) => (
          <label class="role" key={one}>
            <input type="radio" name="role" value={one} checked={role === one} onChange={() => setRole(one)} />
            <span>
              <strong>{t(`role.${one}`)}</strong>
              <span class="meta">{t(`role.${one}.may`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span class="label">{t('invite.name')}</span>
        <input
          class="input"
          dir="auto"
          value={name}
          maxLength={100}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      {sendsMail && (
        <label class="field">
          <span class="label">{t('invite.email')}</span>
          <input
            class="input"
            type="email"
            dir="auto"
            value={email}
            maxLength={254}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        </label>
      )}
      <label class="field">
        <span class="label">{t('tokens.until')}</span>
        <select class="input" onChange={(event) => setDays(Number(event.currentTarget.value))}>
          {DAYS.map((count) => (
            <option key={count} value={count} selected={count === days}>
              {t('tokens.days', { count })}
            </option>
          ))}
        </select>
      </label>
      <Wrong words={problem?.words} />
      <div class="dialog-foot">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {t(email.trim() ? 'invite.send' : 'invite.do')}
        </button>
      </div>
    </form>
  );
};

const Made = ({ made, onAnother }: { readonly made: Invitation; readonly onAnother: () => void }) => {
  const field = useRef<HTMLInputElement>(null);
  const copy = async (): Promise<void> => {
    if (!field.current) return;
    toast(t((await copyFrom(field.current)) ? 'invite.copied' : 'invite.copyByHand'));
  };
  if (made.link === null)
    return (
      <>
        <p class="notice" role="status">
          {t('invite.mailed', { time: absoluteTime(made.expiresAt, language()) })}
        </p>
        <div class="dialog-foot">
          <button type="button" class="button" onClick={onAnother}>
            {t('invite.another')}
          </button>
        </div>
      </>
    );
  return (
    <>
      <div class="field">
        <label for="invitation-link">{t('invite.link')}</label>
        <span class="with-button">
          <input
            id="invitation-link"
            class="input"
            readOnly
            value={made.link}
            ref={field}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button type="button" class="button primary" onClick={() => void copy()}>
            {t('invite.copy')}
          </button>
        </span>
        <span class="hint">{t('invite.good', { time: absoluteTime(made.expiresAt, language()) })}</span>
      </div>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onAnother}>
          {t('invite.another')}
        </button>
      </div>
    </>
  );
};
