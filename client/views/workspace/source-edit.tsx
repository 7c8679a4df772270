import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parseSome } from '../../../shared/fields.ts';
import { mayShowElse } from '../../../shared/operations/may.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { SOURCE_FIELDS, type Source, type SourceFields } from '../../../shared/source.ts';
import { addressTyped } from '../../address-typed.ts';
import { picked } from '../../revising.ts';
import { reviseSource } from '../../source-commands.ts';
import { t } from '../../strings/index.ts';
import { worded } from '../../strings/worded.ts';
import { wrongField } from '../../wrong-words.ts';
import { DerivationEditor } from './derivation-editor.tsx';
import { FormFoot } from './form-foot.tsx';
import { formKeys } from './form-keys.ts';
import { useWorkspace } from './here.ts';
import { isFilled, MoreFields } from './more-fields.tsx';
import { Overtaken } from './overtaken.tsx';
import { RecordFields } from './record-fields.tsx';
import { FIRST_OF_SOURCE, MORE_OF_SOURCE } from './source-fields.ts';
import { useRevision } from './use-revision.ts';

const FIELDS = Object.keys(SOURCE_FIELDS) as readonly (keyof SourceFields)[];

/** The way to change what is known of a source, and the form for it once it is open. */
export const SourceEdit = ({ source }: { readonly source: Source }) => {
  const workspace = useWorkspace();
  const form = useRevision<SourceFields>(`${source.id} source-fields`, source);
  const begin = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (!form.isOpen && wasOpen.current) begin.current?.focus();
    wasOpen.current = form.isOpen;
  }, [form.isOpen]);
  if (form.isOpen) return <SourceFieldsForm source={source} form={form} />;
  if (!workspace.can(reviseSource(source.id, {}))) return null;
  return (
    <button ref={begin} type="button" class="link-button" onClick={() => form.begin(picked(source, FIELDS))}>
      {t('source.edit')}
    </button>
  );
};

interface Parts {
  readonly source: Source;
  readonly form: ReturnType<typeof useRevision<SourceFields>>;
}

const SourceFieldsForm = ({ source, form }: Parts) => {
  const workspace = useWorkspace();
  const [error, setError] = useState<string>();
  const element = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => element.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const values = { ...source, ...form.values };
  const isOvertaken = form.overtaken.length > 0;
  const save = (): void => {
    try {
      const { url, ...changed } = picked(form.values, form.changed);
      const fields = parseSome(SOURCE_FIELDS)({ ...changed, ...(url !== undefined && { url: addressTyped(url) }) }, '');
      if (form.changed.length === 0 || workspace.run(reviseSource(source.id, fields), 'card')) form.clear();
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      setError(wrongField(worded('source', SOURCE_FIELDS), error));
    }
  };
  return (
    <form
      class="source-form"
      ref={element}
      {...formKeys(
        () => isOvertaken || save(),
        (event) => {
          event.stopPropagation();
          form.putAside();
        },
      )}
    >
      <RecordFields
        fields={worded('source', SOURCE_FIELDS)}
        except={MORE_OF_SOURCE}
        values={values}
        onInput={form.input}
      />
      <MoreFields isFilled={isFilled(SOURCE_FIELDS, values, MORE_OF_SOURCE)}>
        <RecordFields
          fields={worded('source', SOURCE_FIELDS)}
          except={mayShowElse(source, workspace.reviewer.value) ? FIRST_OF_SOURCE : [...FIRST_OF_SOURCE, 'visibility']}
          values={values}
          onInput={form.input}
        />
      </MoreFields>
      <DerivationEditor
        source={source}
        value={form.values.derivesFrom ?? source.derivesFrom}
        onInput={(derivesFrom) => form.input({ derivesFrom })}
      />
      <Overtaken
        fields={worded('source', SOURCE_FIELDS)}
        record={source}
        names={form.overtaken}
        isLabelled
        onTheirs={() => form.drop(form.overtaken)}
        onMine={save}
      />
      <FormFoot canSave={!isOvertaken} error={error} onCancel={form.clear} />
    </form>
  );
};
