import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import type { Article } from '../../../shared/article.ts';
import type { ClaimOrder } from '../../claim-order.ts';
import { bidiSigns } from '../../editor/bidi-signs.ts';
import { blockNumbers } from '../../editor/block-numbers.ts';
import { drawHighlights, highlights } from '../../editor/highlights.ts';
import { drawingKeeper } from '../../editor/highlights-of.ts';
import { openLights } from '../../editor/lights.ts';
import type { Standings } from '../../standing.ts';
import { language, t } from '../../strings/index.ts';
import type { TextChange } from '../../text-changes.ts';

interface Parts {
  readonly article: Article;
  readonly order: ClaimOrder;
  readonly standings: Standings;
  /** What the last step did to the text. */
  readonly changes: readonly TextChange[];
  readonly claim: string | undefined;
  readonly onClaim: (claim: string) => void;
}

const gone = (words: string): HTMLElement => {
  const element = document.createElement('del');
  element.textContent = words;
  return element;
};

const decorated = (changes: readonly TextChange[]): Plugin =>
  new Plugin({
    props: {
      decorations: ({ doc }) =>
        DecorationSet.create(
          doc,
          changes.map((change) =>
            change.kind === 'came'
              ? Decoration.inline(change.from, change.to, { nodeName: 'ins' })
              : Decoration.widget(change.at, () => gone(change.words), { side: -1 }),
          ),
        ),
    },
  });

/** The text as it stood, to be read: claims drawn as they were, and what just changed marked in it. */
export const PastText = ({ article, order, standings, changes, claim, onClaim }: Parts) => {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const choose = useRef(onClaim);
  choose.current = onClaim;
  useEffect(() => {
    if (!host.current) return;
    const opened = new EditorView(host.current, {
      state: EditorState.create({ doc: article.doc }),
      editable: () => false,
      attributes: () => ({ tabindex: '0', role: 'document', 'aria-label': t('past.label') }),
      handleClick: (_view, _position, event) => {
        const words = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-claim]') : null;
        if (words?.dataset.claim) choose.current(words.dataset.claim);
        return false;
      },
    });
    view.current = opened;
    const stop = effect(() => {
      void language();
      opened.setProps({});
    });
    return () => {
      stop();
      opened.destroy();
    };
  }, []);
  useEffect(() => {
    if (!view.current) return;
    const plugins = [highlights(), blockNumbers(), bidiSigns(), decorated(changes)];
    const state = EditorState.create({ doc: article.doc, plugins });
    const drawing = drawHighlights(state, drawingKeeper()(article, order, standings, undefined));
    view.current.updateState(drawing ? state.apply(drawing) : state);
    view.current.dom.querySelector('ins, del')?.scrollIntoView({ block: 'nearest' });
  }, [article]);
  useEffect(() => {
    const lights = openLights();
    lights.show({ selected: claim, hovered: undefined });
    return lights.close;
  }, [claim]);
  useEffect(() => {
    if (claim !== undefined)
      view.current?.dom.querySelector(`[data-claim="${CSS.escape(claim)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [claim]);
  return (
    <section class="past-text text-column">
      <div class="sheet" ref={host} />
    </section>
  );
};
