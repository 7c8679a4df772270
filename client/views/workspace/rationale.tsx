import { useEffect, useRef } from 'preact/hooks';
import type { Claim } from '../../../shared/claim.ts';
import type { Verdict } from '../../../shared/verdict.ts';
import { giveVerdict } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { focusCard } from './focusing.ts';
import { FormFoot } from './form-foot.tsx';
import { useWorkspace } from './here.ts';
import { useRevision } from './use-revision.ts';

/** The reasons of one's own verdict, and the form for them. */
export const Rationale = ({ claim, verdict }: { readonly claim: Claim; readonly verdict: Verdict }) => {
  const workspace = useWorkspace();
  const form = useRevision<Verdict>(`${claim.id} rationale`, verdict);
  const area = useRef<HTMLTextAreaElement>(null);
  const asked = workspace.form.value === 'rationale';
  const isOpen = asked || form.isOpen;
  useEffect(() => {
    if (isOpen) area.current?.focus({ preventScroll: true });
  }, [isOpen]);
  const edit = (): void => form.begin({ rationale: verdict.rationale });
  if (!isOpen)
    return verdict.rationale ? (
      <div class="say" dir="auto">
        <span>{verdict.rationale}</span>
        <button type="button" class="button quiet small reveal" onClick={edit}>
          {t('form.edit')}
        </button>
      </div>
    ) : (
      <button type="button" class="button quiet small" onClick={edit}>
        + {t('verdict.why')}
      </button>
    );
  const text = form.values.rationale ?? verdict.rationale;
  const close = (how: () => void): void => {
    how();
    workspace.form.value = undefined;
    focusCard(claim.id);
  };
  const save = (): void => {
    const said = text.trim();
    if (said !== verdict.rationale && !workspace.run(giveVerdict(claim.id, verdict.rating, said), 'card')) return;
    close(form.clear);
  };
  return (
    <form
      class="rationale"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        class="input"
        ref={area}
        dir="auto"
        rows={3}
        aria-label={t('verdict.why')}
        placeholder={t('verdict.whyHint')}
        value={text}
        onInput={(event) => form.input({ rationale: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close(form.putAside);
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <FormFoot onCancel={() => close(form.clear)} />
    </form>
  );
};
