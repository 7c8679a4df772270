import { useComputed } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { markClaim, markUncheckable, reanchorClaim } from '../../commands.ts';
import { correct } from '../../correction-commands.ts';
import { isSetAside, setAside } from '../../looking.ts';
import { adjustToSelected } from '../../selecting-commands.ts';
import { t } from '../../strings/index.ts';
import { comment } from '../../thread-commands.ts';
import { trimmed } from '../../words-selected.ts';
import { useEditorView } from './editor-view.ts';
import { useWorkspace } from './here.ts';
import { CommandKeys } from './key-caps.tsx';

/** How far it stands from the words, in pixels. */
const GAP = 10;

/** What can be done with the selected words: above them, and below them where it would cover the title there or be cut off. */
export const SelectionBubble = ({ sheet }: { readonly sheet: RefObject<HTMLDivElement | null> }) => {
  const workspace = useWorkspace();
  const view = useEditorView();
  const bubble = useRef<HTMLDivElement>(null);
  const words = useComputed(() => {
    const { doc, selection } = workspace;
    return doc.value && selection.value.from < selection.value.to ? trimmed(doc.value, selection.value) : undefined;
  });
  const claim = workspace.claim.value;
  const { from, to } = workspace.selection.value;
  // A suggestion says what can be done with it below itself.
  const isSuggestion = workspace.suggesting.list.value.some((each) => each.from === from && each.to === to);
  const canReanchor = claim !== undefined && workspace.can(reanchorClaim(claim));
  const shown =
    words.value !== undefined &&
    !workspace.selecting.value &&
    workspace.can(markClaim()) &&
    !(isSuggestion && !workspace.editing.value);

  useLayoutEffect(() => {
    const [element, frame, at] = [bubble.current, sheet.current, words.value];
    if (!element || !frame || !view || !at) return;
    const box = frame.getBoundingClientRect();
    const [start, end] = [view.coordsAtPos(at.from, 1), view.coordsAtPos(at.to, -1)];
    const sameLine = Math.abs(start.top - end.top) < 4;
    const middle = sameLine ? (start.left + end.right) / 2 : start.left + element.offsetWidth / 2;
    const room = box.width - element.offsetWidth;
    const left = Math.max(Math.min(0, room / 2), Math.min(middle - element.offsetWidth / 2 - box.left, room));
    element.style.left = `${left}px`;
    const title = view.dom.querySelector('h1')?.getBoundingClientRect();
    const isInTitle = title !== undefined && start.top < title.bottom;
    const column = frame.parentElement?.getBoundingClientRect().top ?? 0;
    const above = start.top - element.offsetHeight - GAP;
    const fits = above > (isInTitle ? column : Math.max(column, title?.bottom ?? 0));
    const below = (isInTitle ? Math.max(title.bottom, end.bottom) : end.bottom) + GAP;
    element.style.top = `${(fits ? above : below) - box.top}px`;
  });

  if (!shown) return null;
  const keep = (event: Event): void => event.preventDefault();
  const editing = workspace.editing.value;
  const sight = workspace.sight();
  const isAside = sight !== undefined && isSetAside(sight);
  return (
    <div class="bubble" ref={bubble} role="toolbar" aria-label={t('bubble.label')} onMouseDown={keep}>
      <button type="button" onClick={() => workspace.run(markClaim(), 'text')}>
        {t('bubble.mark')} <CommandKeys of="mark" editing={editing} />
      </button>
      <button type="button" onClick={() => workspace.run(comment, 'text')}>
        {t('bubble.comment')} {!editing && <CommandKeys of="comment" editing={editing} />}
      </button>
      <button type="button" title={t('bubble.uncheckableHint')} onClick={() => workspace.run(markUncheckable, 'text')}>
        {t('standing.uncheckable')}
      </button>
      {workspace.can(setAside) && (
        <button type="button" title={t('bubble.asideHint')} onClick={() => workspace.run(setAside, 'text')}>
          {t(isAside ? 'bubble.asideBack' : 'bubble.aside')} {!editing && <CommandKeys of="aside" editing={editing} />}
        </button>
      )}
      {workspace.can(adjustToSelected) && (
        <button type="button" onClick={() => workspace.run(adjustToSelected, 'text')}>
          {t('bubble.adjust')}
        </button>
      )}
      {workspace.can(correct) && (
        <button type="button" onClick={() => workspace.run(correct, 'text')}>
          {t('bubble.correct')} {!editing && <CommandKeys of="correct" editing={editing} />}
        </button>
      )}
      {canReanchor && (
        <button type="button" onClick={() => workspace.run(reanchorClaim(claim), 'text')}>
          {t('claim.reanchor')}
        </button>
      )}
    </div>
  );
};
