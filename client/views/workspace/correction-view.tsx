import '../../styles/discussion.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { wordsOf } from '../../../shared/article.ts';
import { type Correction, correctionState } from '../../../shared/correction.ts';
import {
  acceptCorrection,
  correctAgain,
  declineCorrection,
  draftAgain,
  reinstateCorrection,
  withdrawCorrection,
} from '../../correction-commands.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { wordDiff } from '../../word-diff.ts';
import { Runs } from './changes.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { focusCard } from './focusing.ts';
import { FormFoot } from './form-foot.tsx';
import { useDraft, useWorkspace } from './here.ts';

/** A suggested correction: from which words to which, why, how it stands, and what can be done with it. */
export const CorrectionView = ({ correction }: { readonly correction: Correction }) => {
  const workspace = useWorkspace();
  const [isAgain, setAgain] = useState(false);
  const article = workspace.article.value;
  if (!article) return null;
  const { id, claim, quote, to, why } = correction;
  const state = correctionState(article, correction);
  const now = wordsOf(article, id);
  const waits = state === 'suggested' || state === 'requested' || state === 'overtaken';
  const isDeclining = waits && workspace.declining.value === id;
  const [accept, withdraw, reinstate] = [acceptCorrection(id), withdrawCorrection(id), reinstateCorrection(id)];
  const run = (command: typeof accept) => () => workspace.run(command, 'card');
  const act = (command: typeof accept, words: string, look = '') =>
    workspace.can(command) && (
      <button type="button" class={`button small ${look}`} onClick={run(command)}>
        {words}
      </button>
    );
  return (
    <div class={`correction is-${state}`}>
      <p class="correction-words" dir="auto">
        <Runs runs={wordDiff(quote.exact, to)} />
      </p>
      {why && (
        <p class="correction-why" dir="auto">
          {why}
        </p>
      )}
      <p class="meta">{suggestedBy(correction, workspace.nameOf(correction.reviewer))}</p>
      <Answer correction={correction} />
      {state === 'requested' && <p class="hint">{t('correction.requestedWords')}</p>}
      {state === 'overtaken' && (
        <div class="alert">
          <p>{t(now === '' ? 'correction.goneWords' : 'correction.overtakenWords')}</p>
          {now !== '' && (
            <p dir="auto">
              <Runs runs={wordDiff(quote.exact, now)} />
            </p>
          )}
        </div>
      )}
      {isDeclining && <Declining id={id} />}
      {waits && isAgain && (
        <CorrectionForm
          draft={draftAgain(id)}
          instead={id}
          {...(claim !== undefined && { claim })}
          onClose={() => {
            setAgain(false);
            focusCard(claim);
          }}
        />
      )}
      {!isDeclining && !isAgain && (
        <p class="row">
          {waits && act(accept, t('correction.accept'), 'primary')}
          {workspace.can(correctAgain(id)) && (
            <button
              type="button"
              data-begins="again"
              class="button small primary"
              onClick={() => setAgain(workspace.run(correctAgain(id), 'card'))}
            >
              {t('correction.again')}
            </button>
          )}
          {waits && workspace.can(declineCorrection(id, '')) && (
            <button
              type="button"
              class="button small"
              onClick={() => {
                workspace.declining.value = id;
              }}
            >
              {t('correction.decline')}
            </button>
          )}
          {waits && act(withdraw, t('thread.withdraw'), 'quiet')}
          {act(reinstate, t('correction.reinstate'), 'quiet')}
        </p>
      )}
    </div>
  );
};

/** Who suggested it and when: what came in with the file names whom the file names, and who brought it in. */
const suggestedBy = ({ imported, suggestedAt }: Correction, name: string): string => {
  if (!imported) return t('correction.by', { name, time: moment(suggestedAt) });
  const author = imported.author || t('thread.nobody');
  if (imported.as === 'annotation') return t('correction.annotated', { author, name });
  return imported.at
    ? t('correction.imported', { author, time: moment(imported.at), name })
    : t('correction.importedUndated', { author, name });
};

const Answer = ({ correction }: { readonly correction: Correction }) => {
  const { nameOf } = useNames();
  const { accepted, declined, withdrawn } = correction;
  if (withdrawn)
    return (
      <p class="meta">
        {t('correction.withdrawnBy', { name: nameOf(withdrawn.reviewer), time: moment(withdrawn.at) })}
      </p>
    );
  if (accepted)
    return (
      <p class="meta">{t('correction.acceptedBy', { name: nameOf(accepted.reviewer), time: moment(accepted.at) })}</p>
    );
  if (!declined) return null;
  return (
    <>
      <p class="meta">{t('correction.declinedBy', { name: nameOf(declined.reviewer), time: moment(declined.at) })}</p>
      {declined.reason && (
        <p class="correction-why" dir="auto">
          {declined.reason}
        </p>
      )}
    </>
  );
};

const useNames = () => {
  const workspace = useWorkspace();
  return { nameOf: (reviewer: string): string => workspace.nameOf(reviewer) };
};

/** Asks why a correction is declined; it need not be said. */
const Declining = ({ id }: { readonly id: string }) => {
  const workspace = useWorkspace();
  const [reason, set, clear] = useDraft(`correct decline ${id}`, '');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  const close = (how: () => void): void => {
    how();
    workspace.declining.value = undefined;
  };
  return (
    <form
      class="correction-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (workspace.run(declineCorrection(id, reason.trim()), 'card')) close(clear);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close(() => undefined);
      }}
    >
      <input
        ref={field}
        class="input"
        dir="auto"
        aria-label={t('correction.declineWhy')}
        placeholder={t('correction.declineWhy')}
        value={reason}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
      <FormFoot save={t('correction.decline')} onCancel={() => close(clear)} />
    </form>
  );
};
