import '../../styles/publish.css';
import { useState } from 'preact/hooks';
import { claimsLeaningOn } from '../../../shared/leaning.ts';
import type { Source } from '../../../shared/source.ts';
import { restoreSource, retractSource } from '../../source-commands.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { Dialog } from '../shell/dialog.tsx';
import { LeaningClaims } from '../shell/leaning-claims.tsx';
import { FormFoot } from './form-foot.tsx';
import { useWorkspace } from './here.ts';

/** The way to say that a source no longer stands. */
export const RetractSource = ({ source }: { readonly source: Source }) => {
  const workspace = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (source.retracted || !workspace.can(retractSource(source.id, '…'))) return null;
  const retract = (): void => {
    if (reason.trim() !== '' && workspace.run(retractSource(source.id, reason.trim()), 'card')) setOpen(false);
  };
  return (
    <>
      <button type="button" class="link-button" onClick={() => setOpen(true)}>
        {t('retract.begin')}
      </button>
      {isOpen && (
        <Dialog title={t('retract.title')} onClose={() => setOpen(false)}>
          <form
            class="publish-form"
            onSubmit={(event) => {
              event.preventDefault();
              retract();
            }}
          >
            <label class="field">
              <span>{t('retract.why')}</span>
              <textarea
                class="input"
                dir="auto"
                rows={3}
                maxLength={1_000}
                required
                value={reason}
                onInput={(event) => setReason(event.currentTarget.value)}
              />
            </label>
            <p class="hint">{t('retract.hint')}</p>
            <FormFoot save={t('retract.do')} onCancel={() => setOpen(false)} />
          </form>
        </Dialog>
      )}
    </>
  );
};

/** That a source was retracted, and every claim that leaned on it, each a way to it. */
export const RetractedSource = ({ source }: { readonly source: Source }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const { retracted } = source;
  if (!retracted || !article) return null;
  const claims = claimsLeaningOn(article, source.id);
  const said = { name: workspace.nameOf(retracted.reviewer), time: moment(retracted.at), reason: retracted.reason };
  const restore = restoreSource(source.id);
  return (
    <div class="alert retracted-source">
      <p dir="auto">{t('retract.said', said)}</p>
      {claims.length > 0 && (
        <>
          <p>{t('retract.claims', { count: claims.length })}</p>
          <ul>
            {claims.map((id) => {
              const claim = article.claims.get(id);
              return (
                <li key={id}>
                  <button type="button" class="link-button" dir="auto" onClick={() => workspace.select(id, 'key')}>
                    {claim?.statement || claim?.quote.exact}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <LeaningClaims article={workspace.id} source={source.id} othersOnly />
      {workspace.can(restore) && (
        <button type="button" class="button small" onClick={() => workspace.run(restore, 'card')}>
          {t('retract.restore')}
        </button>
      )}
    </div>
  );
};
