import '../../styles/invite.css';
import { useId, useRef } from 'preact/hooks';
import { copyFrom } from '../../copy.ts';
import type { Reports } from '../../reports.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { useWorkspace } from './here.ts';

/** Words in a field, with a button that copies them. */
const Copied = ({ label, value }: { readonly label: string; readonly value: string }) => {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const copy = async (): Promise<void> => {
    if (field.current && (await copyFrom(field.current))) toast(t('report.copied'));
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class="with-button">
        <input class="input" id={id} ref={field} readOnly value={value} />
        <button type="button" class="button" aria-label={`${t('report.copy')}: ${label}`} onClick={() => void copy()}>
          {t('report.copy')}
        </button>
      </span>
    </div>
  );
};

/** Where the report stands, how others show it, and every version of it with what it changed. */
export const PublishedList = ({ known: { address, embed, reports } }: { readonly known: Reports }) => {
  const workspace = useWorkspace();
  if (address === undefined || embed === undefined) return <p class="meta">{t('report.nothingYet')}</p>;
  return (
    <section class="published-list" aria-label={t('report.versions')}>
      <h3 class="heading-small">{t('report.versions')}</h3>
      <Copied label={t('report.address')} value={address} />
      <Copied label={t('report.embed')} value={embed} />
      <ol reversed>
        {reports.map((each) => (
          <li key={each.number} value={each.number}>
            <a href={each.address} target="_blank" rel="noopener">
              {t('report.version', { number: each.number })}
            </a>{' '}
            · {t(`report.change.${each.change}`)}
            <span class="meta">{t('report.by', { name: workspace.nameOf(each.by), time: moment(each.at) })}</span>
            {each.note !== '' && <p dir="auto">{each.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
};
