import { useRef } from 'preact/hooks';
import { may } from '../../account.ts';
import { copyFrom } from '../../copy.ts';
import { route } from '../../router.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Invite } from '../shell/invite.tsx';
import { later } from '../shell/later.tsx';

const nothingYet = (): null => null;

const GuestLinks = later(async () => (await import('./guest-links.tsx')).GuestLinks, nothingYet);

/** The way for others to this article: its link, and for who may, an invitation to the desk and links for guests. */
export const ShareDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const link = useRef<HTMLInputElement>(null);
  const copy = async (): Promise<void> => {
    if (link.current && (await copyFrom(link.current))) toast(t('share.copied'));
  };
  return (
    <Dialog title={t('share.title')} onClose={onClose}>
      <div class="field">
        <label for="article-link">{t('share.link')}</label>
        <span class="with-button">
          <input class="input" id="article-link" ref={link} readOnly value={location.origin + location.pathname} />
          <button type="button" class="button" onClick={() => void copy()}>
            {t('share.copy')}
          </button>
        </span>
      </div>
      {may('lead') && (
        <p class="row">
          {t('share.invite')} <Invite />
        </p>
      )}
      {may('lead') && route.value.screen === 'article' && <GuestLinks article={route.value.id} />}
    </Dialog>
  );
};
