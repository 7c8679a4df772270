import '../../styles/over.css';
import '../../styles/board.css';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Claim } from '../../../shared/claim.ts';
import { isBlindTo } from '../../../shared/sight.ts';
import type { WorkState } from '../../../shared/work.ts';
import { COLUMNS, columnsOf, moveToState, nextState, whyNotMoved } from '../../board.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { Agreement } from './agreement.tsx';
import { BoardCard } from './board-card.tsx';
import { useWorkspace } from './here.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useJudgedElsewhere } from './use-judged-elsewhere.ts';

/** The claims that are listed, in columns by how far the work on them has come; moved by mouse or keyboard. */
export const Board = () => {
  const workspace = useWorkspace();
  const root = useRef<HTMLElement>(null);
  const dragged = useSignal<string | undefined>(undefined);
  const [reopening, setReopening] = useState<string>();
  const article = workspace.article.value;
  const elsewhere = useJudgedElsewhere();
  useLayoutEffect(() => {
    const board = root.current;
    (board?.querySelector<HTMLElement>('.board-card') ?? board?.querySelector<HTMLElement>('.board-close'))?.focus();
  }, []);
  if (!article) return null;
  const { placed, orphaned } = workspace.listed.value;
  const columns = columnsOf(article, [...placed, ...orphaned]);
  const isEmpty = placed.length + orphaned.length === 0;
  const close = (): void => {
    workspace.board.value = false;
  };
  const focusOn = (claim: string): number =>
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(claim)}"]`)?.focus(),
    );
  const move = (claim: string, to: WorkState): void => {
    const sight = workspace.sight();
    const why = sight && whyNotMoved(sight, claim, to);
    if (why) toast(t(`refusal.${why}`), { tone: 'error' });
    else if (to === 'reopened') setReopening(claim);
    else if (workspace.run(moveToState(claim, to), 'card')) focusOn(claim);
  };
  const step = (event: KeyboardEvent, claim: Claim, column: number): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
    if (by !== undefined && event.altKey) {
      const sight = workspace.sight();
      const to = sight && nextState(sight, claim.id, by);
      event.preventDefault();
      if (to) move(claim.id, to);
      return;
    }
    const row = (columns.get(COLUMNS[column] ?? 'open') ?? []).indexOf(claim);
    const near = (ahead: readonly WorkState[]): Claim | undefined => {
      const found = ahead.map((state) => columns.get(state) ?? []).find((claims) => claims.length > 0);
      return found?.[Math.min(row, found.length - 1)];
    };
    const own = columns.get(COLUMNS[column] ?? 'open') ?? [];
    const to =
      by === 1
        ? near(COLUMNS.slice(column + 1))
        : by === -1
          ? near(COLUMNS.slice(0, column).reverse())
          : event.key === 'ArrowDown'
            ? own[row + 1]
            : event.key === 'ArrowUp'
              ? own[row - 1]
              : undefined;
    if (!to) return;
    event.preventDefault();
    focusOn(to.id);
  };
  return (
    <section
      class="over board"
      ref={root}
      aria-label={t('board.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || reopening) return;
        event.stopPropagation();
        close();
      }}
    >
      <header class="over-head board-head">
        <h2>{t('board.title')}</h2>
        <p class="meta">{t(isEmpty ? 'board.empty' : isBlindTo(article) ? 'blind.board' : 'board.how')}</p>
        <span class="spacer" />
        {!isBlindTo(article) && <Agreement article={article} />}
        <button type="button" class="button board-close" onClick={close}>
          {t('board.close')}
        </button>
      </header>
      <div class="board-columns">
        {COLUMNS.map((state, index) => {
          const claims = columns.get(state) ?? [];
          const sight = workspace.sight();
          const takes = dragged.value && sight && whyNotMoved(sight, dragged.value, state) === undefined;
          return (
            <section
              key={state}
              class={`board-column ${dragged.value ? (takes ? 'takes' : 'takes-not') : ''}`}
              aria-label={t('board.column', { state: t(`work.state.${state}`), count: claims.length })}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                const claim = dragged.value;
                dragged.value = undefined;
                if (claim) move(claim, state);
              }}
            >
              <h3 class="heading-small">
                {t(`work.state.${state}`)} <span class="count">{claims.length}</span>
              </h3>
              {claims.map((claim) => (
                <BoardCard
                  key={claim.id}
                  claim={claim}
                  against={elsewhere[claim.id]?.[0]}
                  onOpen={() => {
                    close();
                    workspace.select(claim.id, 'key');
                  }}
                  onDrag={(isDragged) => {
                    dragged.value = isDragged ? claim.id : undefined;
                  }}
                  onKey={(event) => step(event, claim, index)}
                />
              ))}
            </section>
          );
        })}
      </div>
      {reopening !== undefined && (
        <ReasonDialog
          onGive={(reason) => {
            setReopening(undefined);
            if (workspace.run(moveToState(reopening, 'reopened', reason), 'card')) focusOn(reopening);
          }}
          onClose={() => setReopening(undefined)}
        />
      )}
    </section>
  );
};
