import type { BatchItem } from '../../../shared/batch.ts';
import { wordsOfTrouble } from '../../batches.ts';
import { t } from '../../strings/index.ts';
import { DeedButton } from './deed-button.tsx';

interface Parts {
  readonly item: BatchItem;
  readonly onChange: (to: 'waiting' | 'called-off') => Promise<void>;
}

/** A file or an address of a batch: what became of it, with why, and what can be done about it. */
export const BatchRow = ({ item, onChange }: Parts) => {
  const { id, name, state, title, trouble, known } = item;
  return (
    <li class={`batch-row is-${state}`}>
      <div>
        {state === 'done' ? (
          <a href={`/articles/${encodeURIComponent(id)}`} dir="auto">
            {title || t('batch.untitled')}
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
        {state === 'done' && (
          <p class="why">
            <bdi>{name}</bdi>
          </p>
        )}
        {trouble && <p class="why">{wordsOfTrouble(trouble)}</p>}
        {known !== undefined && state === 'called-off' && (
          <p class="why">
            {t('batch.known')} <a href={`/articles/${encodeURIComponent(known)}`}>{t('batch.knownOpen')}</a>
          </p>
        )}
      </div>
      <div class="batch-acts">
        <span class="batch-item-state">{t(`batch.item.${state}`)}</span>
        <Act item={item} onChange={onChange} />
      </div>
    </li>
  );
};

const Act = ({ item: { name, state, known }, onChange }: Parts) => {
  if (state === 'done') return null;
  const isOpen = state === 'waiting' || state === 'reading';
  const act = isOpen ? 'batch.callOff' : known === undefined ? 'batch.again' : 'batch.allTheSame';
  return (
    <DeedButton
      class="button small"
      aria-label={t(`${act}Item`, { name })}
      onDo={() => onChange(isOpen ? 'called-off' : 'waiting')}
    >
      {t(act)}
    </DeedButton>
  );
};
