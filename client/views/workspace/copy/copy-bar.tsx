import type { RefObject } from 'preact';
import { t } from '../../../strings/index.ts';

interface Parts {
  readonly find: RefObject<HTMLInputElement | null>;
  readonly wanted: string;
  /** How many places were found, and which one is shown, from 0. */
  readonly count: number;
  readonly index: number;
  readonly kind: 'pdf' | 'page' | undefined;
  readonly isPaged: boolean;
  readonly onWanted: (words: string) => void;
  readonly onGo: (way: 1 | -1) => void;
  /** The place that is shown becomes the chosen one, and the copy gets the focus. */
  readonly onChoose: (wanted: string) => void;
  readonly onPaged: (isPaged: boolean) => void;
}

/** Words are found in the copy, which is shown as a page or as its words. */
export const CopyBar = (parts: Parts) => {
  const { find, wanted, count, index, kind, isPaged, onWanted, onGo, onChoose, onPaged } = parts;
  const isAsking = wanted.trim() !== '';
  const pressed = (event: KeyboardEvent): void => {
    const way = ({ ArrowDown: 1, ArrowUp: -1, F3: event.shiftKey ? -1 : 1 } as const)[event.key];
    if (way) onGo(way);
    else if (event.key === 'Enter') onChoose((event.currentTarget as HTMLInputElement).value);
    else if (event.key === 'Escape' && isAsking) onWanted('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="copy-bar">
      {kind && (
        <fieldset class="copy-ways" aria-label={t('passage.view')}>
          {([true, false] as const).map((paged) => (
            <button key={String(paged)} type="button" aria-pressed={isPaged === paged} onClick={() => onPaged(paged)}>
              {t(paged ? 'passage.asPage' : 'passage.asWords')}
            </button>
          ))}
        </fieldset>
      )}
      <input
        ref={find}
        class="input"
        type="search"
        dir="auto"
        aria-label={t('passage.find')}
        placeholder={t('passage.find')}
        aria-keyshortcuts="Control+F"
        value={wanted}
        onInput={({ currentTarget }) => onWanted(currentTarget.value)}
        onKeyDown={pressed}
      />
      <span class="copy-count" role="status">
        {isAsking && (count === 0 ? t('passage.notFound') : t('passage.found', { index: index + 1, count }))}
      </span>
      {count > 1 && (
        <>
          <button
            type="button"
            class="button quiet icon"
            aria-label={t('passage.previousFound')}
            onClick={() => onGo(-1)}
          >
            ↑
          </button>
          <button type="button" class="button quiet icon" aria-label={t('passage.nextFound')} onClick={() => onGo(1)}>
            ↓
          </button>
        </>
      )}
    </div>
  );
};
