import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Claim } from '../../../shared/claim.ts';
import { EVIDENCE_FIELDS, type EvidenceFields } from '../../../shared/evidence.ts';
import { parseSome } from '../../../shared/fields.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { SOURCE_FIELDS, type SourceFields, sourceName } from '../../../shared/source.ts';
import { addressTyped } from '../../address-typed.ts';
import { attachSource } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { worded } from '../../strings/worded.ts';
import { wrongField } from '../../wrong-words.ts';
import { focusCard } from './focusing.ts';
import { FormFoot } from './form-foot.tsx';
import { formKeys } from './form-keys.ts';
import { useDraft, useWorkspace } from './here.ts';
import { KnownAddress } from './known-address.tsx';
import { isFilled, MoreFields } from './more-fields.tsx';
import { RecordFields } from './record-fields.tsx';
import { isRecording } from './recording.ts';
import { FIRST_OF_SOURCE, MORE_OF_SOURCE } from './source-fields.ts';
import { StanceChoice } from './stance-choice.tsx';

interface Draft {
  /** The id of a source of the article; empty for a new one. */
  readonly chosen: string;
  readonly source: Partial<SourceFields>;
  readonly evidence: Partial<EvidenceFields>;
}

const EMPTY: Draft = { chosen: '', source: {}, evidence: {} };

/** All fields but the address, which comes first: a page says the rest of itself. */
const DESCRIBING = (Object.keys(SOURCE_FIELDS) as (keyof SourceFields)[]).filter((name) => name !== 'url');

const MORE_OF_EVIDENCE: readonly (keyof EvidenceFields)[] = ['manner', 'visibility'];
const FIRST_OF_EVIDENCE = (Object.keys(EVIDENCE_FIELDS) as (keyof EvidenceFields)[]).filter(
  (name) => !MORE_OF_EVIDENCE.includes(name),
);

/** A new piece of evidence: a source of the article or a new one, and what it does for the claim. */
export const SourceForm = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const [draft, setDraft, clear] = useDraft<Draft>(`${claim.id} source`, EMPTY);
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const select = useId();
  const sources = [...(workspace.article.value?.sources.values() ?? [])];
  useLayoutEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    const address = form.current?.querySelector<HTMLElement>('[name=url]');
    (address ?? form.current?.querySelector<HTMLElement>('select'))?.focus();
  }, []);
  const kind = draft.chosen === '' ? draft.source.kind : workspace.article.value?.sources.get(draft.chosen)?.kind;
  const ofSource = (values: Partial<SourceFields>): void =>
    setDraft({ ...draft, source: { ...draft.source, ...values } });
  const ofEvidence = (values: Partial<EvidenceFields>): void =>
    setDraft({ ...draft, evidence: { ...draft.evidence, ...values } });
  const close = (): void => {
    workspace.form.value = undefined;
    focusCard(claim.id);
  };
  const save = (): void => {
    const { chosen, evidence } = draft;
    const source = draft.source.url ? { ...draft.source, url: addressTyped(draft.source.url) } : draft.source;
    const problem = problemOf({ chosen, source, evidence });
    setError(problem);
    if (problem !== undefined) {
      if (!evidence.stance) form.current?.querySelector<HTMLElement>('.stances input')?.focus();
      return;
    }
    if (!workspace.run(attachSource(claim.id, chosen || source, evidence), 'card')) return;
    clear();
    close();
  };
  return (
    <form class="source-form" ref={form} {...formKeys(save, close)}>
      <StanceChoice
        stance={draft.evidence.stance}
        onInput={(stance) => setDraft({ ...draft, evidence: { ...draft.evidence, stance } })}
      />
      {sources.length > 0 && (
        <div class="field">
          <label for={select}>{t('source.which')}</label>
          <select
            class="input"
            id={select}
            value={draft.chosen}
            onChange={(event) => setDraft({ ...draft, chosen: event.currentTarget.value })}
          >
            <option value="">{t('source.new')}</option>
            {sources.map((source) => (
              <option key={source.id} value={source.id}>
                {sourceName(source)}
              </option>
            ))}
          </select>
        </div>
      )}
      {draft.chosen === '' && (
        <>
          <RecordFields
            fields={worded('source', SOURCE_FIELDS)}
            except={DESCRIBING}
            values={draft.source}
            onInput={ofSource}
          />
          <KnownAddress
            url={draft.source.url ?? ''}
            typed={draft.source}
            onUse={({ id }) => setDraft({ ...draft, chosen: id })}
            onTakeOver={ofSource}
          />
          <RecordFields
            fields={worded('source', SOURCE_FIELDS)}
            except={['url', ...MORE_OF_SOURCE]}
            values={draft.source}
            onInput={ofSource}
          />
        </>
      )}
      <RecordFields
        fields={worded('evidence', EVIDENCE_FIELDS)}
        except={['stance', ...(isRecording(kind, draft.evidence.time) ? [] : ['time' as const]), ...MORE_OF_EVIDENCE]}
        values={draft.evidence}
        onInput={ofEvidence}
      />
      <MoreFields
        isFilled={
          (draft.chosen === '' && isFilled(SOURCE_FIELDS, draft.source, MORE_OF_SOURCE)) ||
          isFilled(EVIDENCE_FIELDS, draft.evidence, MORE_OF_EVIDENCE)
        }
      >
        {draft.chosen === '' && (
          <RecordFields
            fields={worded('source', SOURCE_FIELDS)}
            except={FIRST_OF_SOURCE}
            values={draft.source}
            onInput={ofSource}
          />
        )}
        <RecordFields
          fields={worded('evidence', EVIDENCE_FIELDS)}
          except={FIRST_OF_EVIDENCE}
          values={draft.evidence}
          onInput={ofEvidence}
        />
      </MoreFields>
      <FormFoot
        save={t('source.attach')}
        error={error}
        onCancel={() => {
          clear();
          close();
        }}
      />
    </form>
  );
};

const problemOf = ({ chosen, source, evidence }: Draft): string | undefined => {
  if (chosen === '' && !source.title?.trim() && !source.url) return t('source.nothing');
  if (!evidence.stance) return t('source.noStance');
  try {
    parseSome(SOURCE_FIELDS)(source, '');
    parseSome(EVIDENCE_FIELDS)(evidence, '');
    return undefined;
  } catch (error) {
    if (error instanceof Invalid)
      return wrongField({ ...worded('source', SOURCE_FIELDS), ...worded('evidence', EVIDENCE_FIELDS) }, error);
    throw error;
  }
};
