import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { EVIDENCE_FIELDS, type Evidence, type EvidenceFields } from '../../../shared/evidence.ts';
import { parseSome } from '../../../shared/fields.ts';
import { mayShowElse } from '../../../shared/operations/may.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { reviseEvidence } from '../../commands.ts';
import { picked } from '../../revising.ts';
import { worded } from '../../strings/worded.ts';
import { wrongField } from '../../wrong-words.ts';
import { focusCard } from './focusing.ts';
import { FormFoot } from './form-foot.tsx';
import { formKeys } from './form-keys.ts';
import { useWorkspace } from './here.ts';
import { Overtaken } from './overtaken.tsx';
import { RecordFields } from './record-fields.tsx';
import { isRecording } from './recording.ts';
import { StanceChoice } from './stance-choice.tsx';
import type { useRevision } from './use-revision.ts';

interface Parts {
  readonly evidence: Evidence;
  readonly form: ReturnType<typeof useRevision<EvidenceFields>>;
}

/** Changes what is said of a piece of evidence. */
export const EvidenceForm = ({ evidence, form }: Parts) => {
  const workspace = useWorkspace();
  const [error, setError] = useState<string>();
  const element = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => element.current?.querySelector<HTMLElement>('textarea')?.focus(), []);
  const close = (how: () => void): void => {
    how();
    focusCard(evidence.claim);
  };
  const save = (): void => {
    try {
      const fields = parseSome(EVIDENCE_FIELDS)(picked(form.values, form.changed), '');
      const isSame = form.changed.length === 0;
      if (isSame || workspace.run(reviseEvidence(evidence.id, fields), 'card')) close(form.clear);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      setError(wrongField(worded('evidence', EVIDENCE_FIELDS), error));
    }
  };
  const isOvertaken = form.overtaken.length > 0;
  const kind = workspace.article.value?.sources.get(evidence.source)?.kind;
  const except: readonly (keyof EvidenceFields)[] = [
    'stance',
    ...(isRecording(kind, evidence.time) ? [] : (['time'] as const)),
    ...(mayShowElse(evidence, workspace.reviewer.value) ? [] : (['visibility'] as const)),
  ];
  return (
    <form
      class="source-form"
      ref={element}
      {...formKeys(
        () => isOvertaken || save(),
        () => close(form.putAside),
      )}
    >
      <StanceChoice stance={form.values.stance ?? evidence.stance} onInput={(stance) => form.input({ stance })} />
      <RecordFields
        fields={worded('evidence', EVIDENCE_FIELDS)}
        except={except}
        values={{ ...evidence, ...form.values }}
        onInput={form.input}
      />
      <Overtaken
        fields={worded('evidence', EVIDENCE_FIELDS)}
        record={evidence}
        names={form.overtaken}
        isLabelled
        onTheirs={() => form.drop(form.overtaken)}
        onMine={save}
      />
      <FormFoot canSave={!isOvertaken} error={error} onCancel={() => close(form.clear)} />
    </form>
  );
};
