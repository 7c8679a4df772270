import { useRef } from 'preact/hooks';
import { editText, stepBack } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { SelectionBubble, TextTools, There, Why } from './fetched-later.ts';
import { useWorkspace } from './here.ts';
import { CommandKeys } from './key-caps.tsx';
import { TextEditor } from './text-editor.tsx';

/** The article's text, to be read, marked and, by who may, changed. */
export const TextColumn = () => {
  const workspace = useWorkspace();
  const sheet = useRef<HTMLDivElement>(null);
  const editing = workspace.editing.value;
  return (
    <section class={`text-column ${editing ? 'is-editing' : ''}`} aria-label={t('text.label')}>
      <There />
      {editing ? (
        <TextTools onDone={() => workspace.run(stepBack)} />
      ) : (
        workspace.can(editText) && (
          <button type="button" class="button small edit-button" onClick={() => workspace.run(editText)}>
            {t('text.edit')} <CommandKeys of="edit" />
          </button>
        )
      )}
      <div class="sheet" ref={sheet}>
        <TextEditor />
        <SelectionBubble sheet={sheet} />
        <Why sheet={sheet} />
        <EmptyHint />
      </div>
    </section>
  );
};

/** What to do first, while there is nothing. */
const EmptyHint = () => {
  const workspace = useWorkspace();
  const { article, editing, blocks, coverage } = workspace;
  if (!article.value || editing.value) return null;
  if (blocks.value.length === 0)
    return <p class="empty-hint">{t(workspace.can(editText) ? 'text.emptyEditor' : 'text.empty')}</p>;
  if ((coverage.value?.claims ?? 0) > 0 || workspace.reviewer.value.role === 'viewer') return null;
  return (
    <p class="empty-hint">
      {t('text.noClaims')} <CommandKeys of="mark" />
    </p>
  );
};
