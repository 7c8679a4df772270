import { hasRole } from '../../../shared/roles.ts';
import { t } from '../../strings/index.ts';
import { Dialog } from '../shell/dialog.tsx';
import { useWorkspace } from './here.ts';

const apple = /Mac|iPhone|iPad/.test(navigator.platform);
const mod = apple ? '⌘' : 'Ctrl';
const alt = apple ? '⌥' : 'Alt';

/** The keys, each with the role that it needs. */
const GROUPS = [
  {
    title: 'keys.reading',
    rows: [
      ['keys.mark', ['C'], 'annotator'],
      ['keys.uncheckable', ['N'], 'annotator'],
      ['keys.next', ['J'], 'viewer'],
      ['keys.previous', ['K'], 'viewer'],
      ['keys.open', ['Enter'], 'viewer'],
      ['keys.source', ['S'], 'annotator'],
      ['keys.split', ['X'], 'annotator'],
      ['keys.elsewhere', ['F'], 'annotator'],
      ['keys.occurrence', ['O'], 'viewer'],
      ['keys.search', ['/'], 'viewer'],
      ['keys.board', ['B'], 'viewer'],
      ['keys.rate', ['1', '–', '9'], 'annotator'],
      ['keys.work', ['W'], 'annotator'],
      ['keys.edit', ['E'], 'editor'],
      ['keys.undo', [mod, 'Z'], 'annotator'],
      ['keys.redo', [mod, '⇧', 'Z'], 'annotator'],
      ['keys.back', ['Esc'], 'viewer'],
      ['keys.all', ['?'], 'viewer'],
    ],
  },
  {
    title: 'keys.editing',
    rows: [
      ['keys.markEditing', [mod, alt, 'C'], 'editor'],
      ['keys.undo', [mod, 'Z'], 'editor'],
      ['keys.redo', [mod, '⇧', 'Z'], 'editor'],
      ['keys.bold', [mod, 'B'], 'editor'],
      ['keys.italic', [mod, 'I'], 'editor'],
      ['keys.back', ['Esc'], 'editor'],
    ],
  },
] as const;

/** All keys that do something for who asks, in a dialog. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { role } = useWorkspace().reviewer.value;
  const groups = GROUPS.map(({ title, rows }) => ({ title, rows: rows.filter(([, , needs]) => hasRole(role, needs)) }));
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <div class="keys">
        {groups
          .filter(({ rows }) => rows.length > 0)
          .map(({ title, rows }) => (
            <section key={title}>
              <h3 class="heading-small">{t(title)}</h3>
              <dl>
                {rows.map(([says, keys]) => (
                  <div key={says}>
                    <dt>{t(says)}</dt>
                    <dd>{keys.map((key) => (key === '–' ? '–' : <kbd key={key}>{key}</kbd>))}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  );
};
