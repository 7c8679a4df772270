import { effect } from '@preact/signals';
import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { emptyDoc } from '../../shared/schema.ts';
import { nextAt } from '../claim-order.ts';
import { reanchorAt } from '../commands.ts';
import { history } from '../history.ts';
import { effectAfterKey } from '../key-first.ts';
import { selectSuggestion } from '../looking.ts';
import { language } from '../strings/index.ts';
import { WHOLE } from '../virtual-rows.ts';
import type { Workspace } from '../workspace.ts';
import { bidiSigns } from './bidi-signs.ts';
import { blockNumbers } from './block-numbers.ts';
import { clipboard } from './clipboard.ts';
import { drawHighlights, highlights } from './highlights.ts';
import { drawingKeeper } from './highlights-of.ts';
import { keepInStep } from './in-step.ts';
import { textKeys } from './keymap.ts';
import { openLights } from './lights.ts';
import { noteNumbers, numberInPrint } from './note-numbers.ts';
import { drawCursors, presenceCursors } from './presence-cursors.ts';
import { drawIn, readSelection, readWhenLetGo } from './read-selection.ts';
import { drawnOf, readingLayer } from './reading-layer.ts';
import { readingMode } from './reading-mode.ts';
import { drawRemarks, remarks } from './remarks.ts';
import { remarksOf } from './remarks-of.ts';
import { watchSelecting } from './selecting.ts';
import { skipUnseen } from './skip-unseen.ts';
import { typing } from './typing.ts';

/** What stands in and around the text besides its words. */
interface Furniture {
  /** What it is called, in the language of the screen. */
  readonly label: () => string;
  /** Stands under the title. */
  readonly byline: HTMLElement;
}

/** The ids of the claims whose words an element belongs to, the innermost first. */
const claimsOf = (target: EventTarget | null, lengthOf: (claim: string) => number): readonly string[] => {
  const found: string[] = [];
  let element = target instanceof Element ? target.closest<HTMLElement>('[data-claim]') : null;
  while (element) {
    if (element.dataset.claim) found.push(element.dataset.claim);
    element = element.parentElement?.closest<HTMLElement>('[data-claim]') ?? null;
  }
  return found.sort((one, other) => lengthOf(one) - lengthOf(other));
};

/** Where the suggestion begins to which an element belongs. */
const suggestionAt = (view: EditorView, target: EventTarget | null): number | undefined => {
  const element = target instanceof Element ? target.closest('[data-suggestion]') : null;
  return element ? view.posAtDOM(element, 0) : undefined;
};

const underTitle = (element: HTMLElement): Plugin<DecorationSet> => {
  const drawn = (doc: Node): DecorationSet =>
    DecorationSet.create(doc, [
      Decoration.widget(doc.firstChild?.nodeSize ?? 0, () => element, {
        key: 'byline',
        side: -1,
        ignoreSelection: true,
        stopEvent: () => true,
      }),
    ]);
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) => drawn(doc),
      apply: ({ doc, before }, set) => (doc.firstChild === before.firstChild ? set : drawn(doc)),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
};

/** Opens the text of a workspace in a place of the page and keeps the two in step until it is closed. */
export const openEditor = (place: HTMLElement, workspace: Workspace, { label, byline }: Furniture) => {
  const { editing } = workspace;
  const plugins = [
    history(),
    readingMode(() => editing.peek()),
    textKeys(() => editing.peek()),
    typing(() => editing.peek()),
    clipboard({
      article: () => workspace.live.peek(),
      reanchor: (claim, words) => void workspace.run(reanchorAt(claim, words), 'text'),
    }),
    highlights(),
    remarks(),
    presenceCursors(),
    blockNumbers(),
    readingLayer.plugin(),
    bidiSigns(),
    noteNumbers(),
    underTitle(byline),
  ];
  const doc = () => workspace.live.peek()?.doc ?? emptyDoc();
  const lengthOf = (claim: string): number => {
    const anchor = workspace.live.peek()?.anchors.get(claim);
    return anchor ? anchor.to - anchor.from : 0;
  };

  /** The thread or correction on the words of an element, where it is not on more of them than the innermost claim. */
  const remarkAt = (target: EventTarget | null, claim: string | undefined): string | undefined => {
    const { remark } = (target instanceof Element && target.closest<HTMLElement>('[data-remark]')?.dataset) || {};
    const isInner = remark !== undefined && (claim === undefined || lengthOf(remark) <= lengthOf(claim));
    return isInner ? remark : undefined;
  };

  /** What the highlights were drawn for last, and how they are to be drawn since. */
  let drawn: readonly unknown[] = [];
  let drawingOf = drawingKeeper();
  let discussed: readonly object[] = [];
  const text = keepInStep(workspace, {
    target: 'body',
    plugins,
    doc,
    moved: ({ selection: { from, to, anchor, head } }) => workspace.selected({ from, to, anchor, head }),
    anew: () => {
      drawn = [];
      drawingOf = drawingKeeper();
      discussed = [];
    },
  });

  const view = new EditorView(place, {
    state: text.state(),
    dispatchTransaction: text.dispatch,
    attributes: () => ({ tabindex: '0', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label() }),
    handleClick: (current, _position, event) => {
      if (!current.state.selection.empty) return false;
      const claims = claimsOf(event.target, lengthOf);
      const remark = remarkAt(event.target, claims[0]);
      const suggested = claims.length > 0 || editing.peek() ? undefined : suggestionAt(current, event.target);
      if (remark !== undefined) workspace.remark.value = remark;
      else if (claims.length > 0) workspace.select(nextAt(claims, workspace.claim.peek()), 'text');
      else if (suggested !== undefined) setTimeout(() => workspace.run(selectSuggestion(suggested), 'text'));
      return false;
    },
    handleDOMEvents: {
      keydown: (current) => void readSelection(current),
      mouseover: (_view, event) => {
        workspace.hovered.value = claimsOf(event.target, lengthOf)[0];
      },
      mouseleave: () => {
        workspace.hovered.value = undefined;
      },
    },
  });

  const lights = openLights();
  const stops = [
    text.showIn(view),
    text.close,
    effectAfterKey(() => {
      const { live: article, order, standings, staysDrawn } = workspace;
      if (staysDrawn.value || !article.value?.doc.eq(view.state.doc)) return;
      const { anchors, claims } = article.value;
      const cards = claims.size <= WHOLE ? 'all' : workspace.claim.value;
      const look = [anchors.shape, claims, standings.value, cards];
      if (look.every((each, index) => each === drawn[index])) return; // shifted with their text, and so is the drawing
      drawn = look;
      const drawing = drawingOf(article.value, order.value, standings.value, cards);
      drawIn(view, (state) => drawHighlights(state, drawing));
    }),
    effectAfterKey(() => {
      const { live: article, staysDrawn } = workspace;
      if (staysDrawn.value || !article.value?.doc.eq(view.state.doc)) return;
      const { anchors, claims, threads, corrections } = article.value;
      const look = [anchors.shape, claims, threads, corrections];
      if (look.every((each, index) => each === discussed[index])) return;
      discussed = look;
      const drawing = remarksOf(article.value);
      drawIn(view, (state) => drawRemarks(state, drawing));
    }),
    effectAfterKey(() => {
      if (workspace.staysDrawn.value) return;
      const layer = drawnOf(workspace);
      if (layer && workspace.doc.peek()?.eq(view.state.doc)) drawIn(view, (state) => readingLayer.draw(state, layer));
    }),
    effect(() => lights.show({ selected: workspace.claim.value, hovered: workspace.hovered.value })),
    lights.close,
    effect(() => {
      if (workspace.staysDrawn.value) return;
      const cursors = workspace.cursorsIn('body');
      drawIn(view, (state) => drawCursors(state, cursors));
    }),
    numberInPrint(view, workspace),
    skipUnseen(place),
    watchSelecting(view.dom, workspace.selecting, () => readWhenLetGo(view)),
    effect(() => {
      void [editing.value, language()];
      view.setProps({}); // its attributes say anew whether the text can be changed, and what it is called
    }),
  ];
  return {
    view,
    close: (): void => {
      for (const stop of stops) stop();
      view.destroy();
    },
  };
};
