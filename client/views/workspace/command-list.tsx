import '../../styles/command-list.css';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ariaKeys } from '../../chords.ts';
import { foundInList, type Line } from '../../found-in-list.ts';
import { recentCommands, used } from '../../recent-commands.ts';
import { singleKeys } from '../../single-keys.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { chordsOf, KeyCaps } from './key-caps.tsx';

/** A step in a ring of so many. */
const stepped = (at: number, step: number, count: number): number => (count === 0 ? 0 : (at + step + count) % count);

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => stepped(at, 1, count),
  ArrowUp: (at, count) => stepped(at, -1, count),
  PageDown: (at, count) => Math.min(count - 1, at + 8),
  PageUp: (at) => Math.max(0, at - 8),
};

/**
 * One list of everything that can be done, and of the claims and paragraphs one can go to (the combobox pattern of the ARIA
 * Authoring Practices): what is chosen is run once the focus is back where it was.
 */
export const CommandList = ({ onClose }: { readonly onClose: () => void }) => {
  const workspace = useWorkspace();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const recent = useMemo(() => recentCommands.peek(), []);
  const sight = workspace.sight();
  const sections = sight ? foundInList(sight, workspace.blocks.value, recent, query) : [];
  const lines = sections.flatMap((section) => section.lines);
  const active = lines[Math.min(at, lines.length - 1)];
  const idOf = (line: Line): string => `${id}-${line.id}`.replaceAll(/\s/g, '-');

  useLayoutEffect(() => {
    const [element, before] = [dialog.current, document.activeElement];
    element?.showModal();
    return () => {
      const isInside = document.activeElement === document.body || element?.contains(document.activeElement);
      element?.close();
      if (isInside && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const activeId = active && idOf(active);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const choose = (line: Line | undefined): void => {
    if (!line || line.why !== undefined) return;
    dialog.current?.close(); // gives the focus back
    if (line.row) used(line.row.id);
    workspace.run(line.command);
    onClose();
  };
  const press = (event: KeyboardEvent): void => {
    const step = Object.hasOwn(STEPS, event.key) ? STEPS[event.key] : undefined;
    if (event.isComposing) return;
    if (step) setAt(step(Math.min(at, lines.length - 1), lines.length));
    else if (event.key === 'Enter') choose(active);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, and the dialog brings it along.
    <dialog
      class="dialog command-list"
      ref={dialog}
      aria-label={t('commands.title')}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div class="command-box">
        <input
          class="command-search"
          type="text"
          role="combobox"
          aria-label={t('commands.search')}
          aria-expanded="true"
          aria-controls={`${id}-lines`}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          autocomplete="off"
          spellcheck={false}
          placeholder={t('commands.search')}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <p class="unseen" role="status">
          {query.trim() !== '' && t('commands.found', { count: lines.length })}
        </p>
        <div class="command-lines" id={`${id}-lines`} role="listbox" aria-label={t('commands.list')}>
          {sections.map(({ group, lines: some }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox, a group may (ARIA 1.2).
            <div key={group} role="group" aria-label={t(`commands.group.${group}`)}>
              <p class="heading-small" aria-hidden="true">
                {t(`commands.group.${group}`)}
              </p>
              {some.map((line) => (
                <Option
                  key={line.id}
                  id={idOf(line)}
                  line={line}
                  isActive={line === active}
                  onHover={() => setAt(lines.indexOf(line))}
                  onChoose={() => choose(line)}
                />
              ))}
            </div>
          ))}
        </div>
        {sections.every(({ group }) => group === 'search') && <p class="nothing">{t('commands.none', { query })}</p>}
      </div>
    </dialog>
  );
};

interface Parts {
  readonly id: string;
  readonly line: Line;
  readonly isActive: boolean;
  readonly onHover: () => void;
  readonly onChoose: () => void;
}

const Option = ({ id, line, isActive, onHover, onChoose }: Parts) => {
  const chords = line.row ? chordsOf(line.row) : [];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the box above, which points to the option.
    // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox never has the focus itself.
    <div
      class="command-line"
      role="option"
      id={id}
      aria-selected={isActive}
      aria-disabled={line.why !== undefined}
      {...(chords.length > 0 && { 'aria-keyshortcuts': chords.map(ariaKeys).join(' ') })}
      onMouseMove={onHover}
      onClick={onChoose}
    >
      <span class="command-words">
        <span dir="auto">
          {line.words}
          {line.id === 'singleKeys' && ` (${t(singleKeys.value ? 'singleKeys.on' : 'singleKeys.off')})`}
        </span>
        {line.why !== undefined && <span class="meta">{line.why}</span>}
      </span>
      <span class="command-keys" aria-hidden="true">
        {chords.map((chord) => (
          <KeyCaps key={chord} chord={chord} />
        ))}
      </span>
    </div>
  );
};
