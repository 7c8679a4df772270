import '../../styles/history.css';
import type { Removal } from '../../../shared/removal.ts';
import { blockAt } from '../../blocks.ts';
import { restoreRemoval, takeOutRemoval, untouched } from '../../removal-commands.ts';
import { known, t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import type { Workspace } from '../../workspace.ts';
import { shownView } from './editor-view.ts';
import { flashAt } from './flashing.ts';
import { useWorkspace } from './here.ts';

/** What import cleaned away, with its reason, to be put back by who may change the text (T10). */
export const CleanedList = () => {
  const workspace = useWorkspace();
  const removals = [...(workspace.article.value?.removals.values() ?? [])];
  return (
    <>
      <p class="nothing">{t('cleaned.words')}</p>
      {removals.map((removal) => (
        <Removed key={removal.id} removal={removal} />
      ))}
    </>
  );
};

/** Puts it back, shows where that is, and offers to take it out again. */
const putBack = (workspace: Workspace, id: string): void => {
  if (!workspace.run(restoreRemoval(id))) return;
  const article = workspace.live.peek();
  const removal = article?.removals.get(id);
  const place = article && removal && untouched(article, removal);
  if (!place) return;
  flashAt(shownView.peek(), place.from);
  const number = blockAt(workspace.blocks.peek(), place.from)?.number ?? 0;
  const run = (): void => void workspace.run(takeOutRemoval(id));
  toast(t('cleaned.isBack', { number }), { article: workspace.id, action: { label: t('undo.undo'), run } });
};

const Removed = ({ removal }: { readonly removal: Removal }) => {
  const workspace = useWorkspace();
  const { id, text, reason, restored } = removal;
  const takeOut = takeOutRemoval(id);
  // One button for both ways: who pressed it stays on it.
  const way = restored
    ? { words: 'cleaned.takeOut' as const, can: workspace.can(takeOut), go: () => workspace.run(takeOut) }
    : { words: 'cleaned.restore' as const, can: workspace.can(restoreRemoval(id)), go: () => putBack(workspace, id) };
  return (
    <article class={`card removal ${restored ? 'is-restored' : ''}`}>
      <p class="removal-head">
        <span class="tag">{known('removal', reason) ?? reason}</span>
        <span class="spacer" />
        {way.can && (
          <button type="button" class="button small" onClick={way.go}>
            {t(way.words)}
          </button>
        )}
      </p>
      <blockquote dir="auto">{text}</blockquote>
      {restored && <p class="meta">{t('cleaned.restoredBy', { name: workspace.nameOf(restored.reviewer) })}</p>}
    </article>
  );
};
