import { t } from '../../strings/index.ts';
import { Dialog } from '../shell/dialog.tsx';

const apple = /Mac|iPhone|iPad/.test(navigator.platform);
const mod = apple ? '⌘' : 'Ctrl';
const alt = apple ? '⌥' : 'Alt';

const GROUPS = [
  {
    title: 'keys.reading',
    rows: [
      ['keys.mark', ['C']],
      ['keys.uncheckable', ['N']],
      ['keys.next', ['J']],
      ['keys.previous', ['K']],
      ['keys.open', ['Enter']],
      ['keys.source', ['S']],
      ['keys.rate', ['1', '–', '6']],
      ['keys.edit', ['E']],
      ['keys.undo', [mod, 'Z']],
      ['keys.redo', [mod, '⇧', 'Z']],
      ['keys.back', ['Esc']],
      ['keys.all', ['?']],
    ],
  },
  {
    title: 'keys.editing',
    rows: [
      ['keys.markEditing', [mod, alt, 'C']],
      ['keys.undo', [mod, 'Z']],
      ['keys.redo', [mod, '⇧', 'Z']],
      ['keys.bold', [mod, 'B']],
      ['keys.italic', [mod, 'I']],
      ['keys.back', ['Esc']],
    ],
  },
] as const;

/** All keys, in a dialog. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={t('keys.title')} onClose={onClose}>
    <div class="keys">
      {GROUPS.map(({ title, rows }) => (
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
