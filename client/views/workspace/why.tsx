import '../../styles/why.css';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Reason } from '../../../shared/checkworthy.ts';
import { markClaim } from '../../commands.ts';
import { dismissSuggestion, setAside } from '../../looking.ts';
import { t } from '../../strings/index.ts';
import { useEditorView } from './editor-view.ts';
import { useWorkspace } from './here.ts';
import { CommandKeys } from './key-caps.tsx';

const percentOf = (score: number): number => Math.round(100 * score);

/** So many words at most stand for a reason; those that weigh most come first. */
const MOST = 8;

/** Between the sentence and what is said of it, in pixels. */
const GAP = 10;

/** A weight with its sign, for the eye. */
const signed = (weight: number): string => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`;

/** Why the suggestion that is selected is one, every reason of it, and what can be done with it. */
export const Why = ({ sheet }: { readonly sheet: RefObject<HTMLDivElement | null> }) => {
  const workspace = useWorkspace();
  const view = useEditorView();
  const panel = useRef<HTMLDivElement>(null);
  const { selection, suggesting, selecting } = workspace;
  const { from, to } = selection.value;
  const shown = suggesting.list.value.find((each) => each.from === from && each.to === to);

  useLayoutEffect(() => {
    const [element, frame] = [panel.current, sheet.current];
    if (!element || !frame || !view || !shown || shown.to > view.state.doc.content.size) return;
    const box = frame.getBoundingClientRect();
    const [start, end] = [view.coordsAtPos(shown.from, 1), view.coordsAtPos(shown.to, -1)];
    const seen = frame.parentElement?.getBoundingClientRect() ?? box;
    const height = element.offsetHeight + GAP;
    const isBelow = end.bottom + height <= seen.bottom || start.top - height < seen.top;
    element.style.top = `${(isBelow ? end.bottom + GAP : start.top - height) - box.top}px`;
    element.style.left = `${Math.max(0, Math.min(start.left - box.left, box.width - element.offsetWidth))}px`;
  });

  // Where neither side has room.
  useLayoutEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), [shown?.from, shown?.to]);

  if (!shown || selecting.value || workspace.editing.value) return null;
  return (
    <div class="why" ref={panel} role="note" aria-live="polite" onMouseDown={(event) => event.preventDefault()}>
      <h3>
        {t('suggest.title')} <span>{t('suggest.score', { percent: percentOf(shown.score) })}</span>
      </h3>
      <ul>
        {shown.reasons.map((reason) => (
          <Line key={reason.seen} reason={reason} />
        ))}
      </ul>
      <div class="why-foot">
        <button type="button" class="button small" onClick={() => workspace.run(markClaim(), 'text')}>
          {t('bubble.mark')} <CommandKeys of="mark" />
        </button>
        <button type="button" class="button small" onClick={() => workspace.run(setAside, 'text')}>
          {t('bubble.aside')} <CommandKeys of="aside" />
        </button>
        <button type="button" class="button small" onClick={() => workspace.run(dismissSuggestion, 'text')}>
          {t('suggest.dismiss')} <CommandKeys of="dismiss" />
        </button>
      </div>
    </div>
  );
};

const Line = ({ reason: { seen, words, weight } }: { readonly reason: Reason }) => (
  <li class={weight < 0 ? 'lowers' : ''}>
    <b>{signed(weight)}</b>
    <span>
      {t(`why.${seen}`)}
      {words.length > 0 && ': '}
      {words.slice(0, MOST).map((each, index) => (
        <span key={each}>
          {index > 0 && ', '}
          <q dir="auto">{each}</q>
        </span>
      ))}
      {words.length > MOST && ', …'}
    </span>
  </li>
);
