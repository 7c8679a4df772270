import { isAlone } from '../../chords.ts';
import type { Workspace } from '../../workspace.ts';
import { DiscussionList, OpenClaim } from './fetched-later.ts';

/** Characters typed for a form that was asked for and whose code is still being fetched. */
let held = '';

/** Whether a form was asked for that cannot be shown yet. */
const isAwaited = (store: Workspace): boolean =>
  (store.form.peek() !== undefined && !OpenClaim.isThere()) ||
  (/ words /.test(store.remark.peek() ?? '') && !DiscussionList.isThere());

/** Gives what was held to the first field that is come to. */
const give = ({ target }: FocusEvent): void => {
  if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
  letGo();
  target.setRangeText(held, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
  held = '';
  target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
};

const letGo = (): void => removeEventListener('focusin', give);

/** Keeps a character for the form on its way, instead of taking it for a command; false when none is awaited. */
export const isHeld = (store: Workspace, event: KeyboardEvent): boolean => {
  if (event.key === 'Escape' || !isAwaited(store)) {
    letGo();
    held = '';
    return false;
  }
  if (event.key.length !== 1 || !isAlone(event)) return false;
  if (held === '') addEventListener('focusin', give);
  held += event.key;
  return true;
};
