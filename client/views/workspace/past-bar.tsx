import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../../shared/log.ts';
import { isHidden } from '../../../shared/sight.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly version: number;
  readonly head: number;
  /** The entry that made the version; absent while it is fetched. */
  readonly entry: Entry | undefined;
  /** The version one step on or back; nothing at either end. */
  readonly step: (by: 1 | -1) => number | undefined;
  readonly onClose: () => void;
}

/** While it plays, each version stays for so many milliseconds. */
const STAYS = 900;

/** Which version is looked at: a slider, steps, play, who made it and when. */
export const PastBar = ({ version, head, entry, step, onClose }: Parts) => {
  const workspace = useWorkspace();
  const [plays, setPlays] = useState(false);
  const slider = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => slider.current?.focus({ preventScroll: true }), []);
  const next = step(1);
  useEffect(() => {
    if (!plays || !entry) return;
    if (next === undefined) {
      setPlays(false);
      return;
    }
    const timer = setTimeout(() => workspace.travel(next), STAYS);
    return () => clearTimeout(timer);
  }, [plays, version, entry === undefined]);
  const go = (to: number | undefined): void => {
    setPlays(false);
    if (to !== undefined) workspace.travel(to);
  };
  const play = (): void => {
    if (!plays && next === undefined) workspace.travel(1);
    setPlays(!plays);
  };
  const copy = (): void =>
    void navigator.clipboard?.writeText(location.href).then(
      () => toast(t('past.linked')),
      () => {},
    );
  return (
    <div class="past-bar">
      <div class="past-deeds">
        <button
          type="button"
          class="button icon"
          aria-label={t('past.back')}
          disabled={step(-1) === undefined}
          onClick={() => go(step(-1))}
        >
          <span aria-hidden="true">‹</span>
        </button>
        <button type="button" class="button" aria-pressed={plays} onClick={play}>
          {t(plays ? 'past.pause' : 'past.play')}
        </button>
        <button
          type="button"
          class="button icon"
          aria-label={t('past.forward')}
          disabled={next === undefined}
          onClick={() => go(next)}
        >
          <span aria-hidden="true">›</span>
        </button>
      </div>
      <input
        ref={slider}
        class="past-slider"
        type="range"
        min={1}
        max={head}
        value={version}
        aria-label={t('past.slider')}
        aria-valuetext={t('past.version', { version, head })}
        onInput={(event) => go(Number(event.currentTarget.value))}
      />
      <p class="past-who" aria-live="polite">
        <strong>{t('past.version', { version, head })}</strong>
        {entry && isHidden(entry) && <span>{t('history.hidden')}</span>}
        {entry && !isHidden(entry) && (
          <span>
            <span dir="auto">{workspace.nameOf(entry.reviewer)}</span> ·{' '}
            <time dateTime={entry.at}>{moment(entry.at)}</time> ·{' '}
            {[...new Set(entry.parts.map(({ kind }) => t(`history.${kind}`)))].join(', ') || t('history.nothing')}
          </span>
        )}
      </p>
      <div class="past-deeds">
        <button type="button" class="button quiet small" onClick={copy}>
          {t('past.link')}
        </button>
        <button type="button" class="button primary" onClick={onClose}>
          {t('past.close')}
        </button>
      </div>
    </div>
  );
};
