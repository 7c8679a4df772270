import { correct } from '../../correction-commands.ts';
import { t } from '../../strings/index.ts';
import { comment } from '../../thread-commands.ts';
import { useWorkspace } from './here.ts';

/** What can be said of the claim whose card is open: a comment, or other words for it. */
export const ClaimRemarks = () => {
  const workspace = useWorkspace();
  const form = workspace.form.value;
  // The card's own claim is meant, whatever is selected in the text.
  const here =
    (command: typeof comment): typeof comment =>
    (sight, dispatch) =>
      command({ ...sight, selection: { from: 0, to: 0 } }, dispatch);
  return (
    <>
      {form !== 'comment' && form !== 'note' && workspace.can(here(comment)) && (
        <button type="button" class="button small" onClick={() => workspace.run(here(comment), 'card')}>
          {t('bubble.comment')}
        </button>
      )}
      {form !== 'correction' && workspace.can(here(correct)) && (
        <button type="button" class="button small quiet" onClick={() => workspace.run(here(correct), 'card')}>
          {t('bubble.correct')}
        </button>
      )}
    </>
  );
};
