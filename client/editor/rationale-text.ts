import { effect } from '@preact/signals';
import { type EditorState, Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { rationaleOf } from '../../shared/rationale.ts';
import { history } from '../history.ts';
import { language } from '../strings/index.ts';
import type { Workspace } from '../workspace.ts';
import { type InStep, keepInStep } from './in-step.ts';
import { type Linked, linkedIn, linkPasted, linkTo } from './links.ts';
import { drawCursors, presenceCursors } from './presence-cursors.ts';
import { type CardKeys, rationaleKeys } from './rationale-keys.ts';
import { drawIn, readSelection } from './read-selection.ts';

/** What the card does about a rationale that is open in it. */
interface Card extends CardKeys {
  /** What it is called, and what is hinted at while it is empty, in the language of the screen. */
  readonly label: () => string;
  readonly hint: () => string;
}

/** A rationale that is open in a card. */
export interface OpenRationale {
  /** The selected words, and where they lead. */
  readonly linked: () => Linked;
  /** Has them lead somewhere, or nowhere; the focus goes back into the text. */
  readonly link: (href: string) => void;
  readonly focus: () => void;
  readonly close: () => void;
}

/** A text, and what the card that has it open does. */
interface Kept {
  readonly text: InStep;
  card: Card | undefined;
}

/** The rationales that were open on a page: each stays in step while the page lives, so that its undo outlives its card. */
const KEPT = new WeakMap<Workspace, Map<string, Kept>>();

const isEmpty = ({ doc }: EditorState): boolean => doc.childCount === 1 && doc.firstChild?.content.size === 0;

const hint = (card: () => Card | undefined): Plugin =>
  new Plugin({
    props: {
      attributes: (state): Record<string, string> => (isEmpty(state) ? { 'data-hint': card()?.hint() ?? '' } : {}),
    },
  });

const keptOf = (workspace: Workspace, claim: string): Kept => {
  const all = KEPT.get(workspace) ?? new Map<string, Kept>();
  KEPT.set(workspace, all);
  const known = all.get(claim);
  if (known) return known;
  const keys = rationaleKeys({
    leave: () => kept.card?.leave(),
    sign: () => kept.card?.sign(),
    link: () => kept.card?.link(),
  });
  const text = keepInStep(workspace, {
    target: { rationale: claim },
    plugins: [history(), keys, linkPasted(), presenceCursors(), hint(() => kept.card)],
    doc: () => rationaleOf(workspace.live.peek()?.rationales ?? new Map(), claim).doc,
    moved: ({ selection: { anchor, head } }) => {
      if (kept.card) workspace.writing(claim, { anchor, head });
    },
  });
  const kept: Kept = { text, card: undefined };
  all.set(claim, kept);
  return kept;
};

/** Opens the rationale of a claim in a place of its card, with the focus in it. */
export const openRationale = (place: HTMLElement, workspace: Workspace, claim: string, card: Card): OpenRationale => {
  const kept = keptOf(workspace, claim);
  kept.card = card;
  const view = new EditorView(place, {
    state: kept.text.state(),
    dispatchTransaction: kept.text.dispatch,
    attributes: () => ({
      class: 'input is-rationale',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': card.label(),
      dir: 'auto',
    }),
    handleDOMEvents: { keydown: (current) => void readSelection(current) },
  });
  const stops = [
    kept.text.showIn(view),
    effect(() => {
      void language();
      view.setProps({});
    }),
    effect(() => {
      const cursors = workspace.cursorsIn({ rationale: claim });
      drawIn(view, (state) => drawCursors(state, cursors));
    }),
  ];
  view.focus();
  return {
    linked: () => linkedIn(view.state),
    link: (href) => {
      linkTo(href)(view.state, view.dispatch);
      view.focus();
    },
    focus: () => view.focus(),
    close: () => {
      for (const stop of stops) stop();
      kept.card = undefined;
      workspace.writing(claim, undefined);
      view.destroy();
    },
  };
};
