import { TEXT_COMMANDS } from '../../editor/keymap.ts';
import { t } from '../../strings/index.ts';
import { useEditorView } from './editor-view.ts';

/** What a tool shows; its name is its label. */
const DRAWN: Readonly<Record<keyof typeof TEXT_COMMANDS, string>> = {
  undo: '↶',
  redo: '↷',
  strong: 'B',
  em: 'I',
  heading: 'H',
  quote: '❝',
  bullets: '•',
  numbers: '1.',
};

/** Says that typing changes the text, with what can be done to it and the way out. */
export const TextTools = ({ onDone }: { readonly onDone: () => void }) => {
  const view = useEditorView();
  return (
    <div class="text-tools" role="toolbar" aria-label={t('tools.label')}>
      <strong>{t('tools.editing')}</strong>
      <span class="spacer" />
      {(Object.keys(TEXT_COMMANDS) as (keyof typeof TEXT_COMMANDS)[]).map((name) => (
        <button
          key={name}
          type="button"
          class={`tool tool-${name}`}
          title={`${t(`tools.${name}`)} (${TEXT_COMMANDS[name].key.replace('Mod', 'Ctrl/⌘')})`}
          aria-label={t(`tools.${name}`)}
          data-drawn={DRAWN[name]}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => view && TEXT_COMMANDS[name].command(view.state, view.dispatch) && view.focus()}
        ></button>
      ))}
      <button type="button" class="button small" onClick={onDone}>
        {t('tools.done')} <kbd>Esc</kbd>
      </button>
    </div>
  );
};
