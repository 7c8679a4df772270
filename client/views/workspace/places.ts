import { TextSelection } from 'prosemirror-state';
import { wordsBetween } from '../../../shared/text.ts';
import { keysOf, withModifiers } from '../../chords.ts';
import { TEXT_COMMANDS } from '../../editor/keymap.ts';
import { setLanguage } from '../../language.ts';
import { publishing } from '../../publishing.ts';
import { navigate } from '../../router.ts';
import type { Beginning, Place, ScreenAct } from '../../screen-acts.ts';
import { setSingleKeys, singleKeys } from '../../single-keys.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { trimmed } from '../../words-selected.ts';
import type { Workspace } from '../../workspace.ts';
import { copyReturned } from './copy-returned.ts';
import { shownView } from './editor-view.ts';
import { focusCard, focusSearch } from './focusing.ts';
import { isNarrow } from './narrow.ts';

/** What can lie over the workspace. */
export type Overlay =
  | 'annotations'
  | 'callSheet'
  | 'commands'
  | 'deletion'
  | 'share'
  | 'settings'
  | 'passage'
  | 'versions'
  | 'export';

/** What the room opens for a place: a dialog, or a column that a phone shows over the text. */
export interface Opener {
  readonly open: (what: Overlay) => void;
  readonly panel: (shown: 'text' | 'coverage' | 'side') => void;
}

/** So much is asked for at most, in UTF-16 units. */
const MOST_SOUGHT = 200;

/** The selected words of the article, as many as can be looked for; empty where none are. */
const selectedIn = ({ doc, selection }: Workspace): string => {
  const text = doc.peek();
  const words = text && trimmed(text, selection.peek());
  return text && words ? wordsBetween(text, words.from, words.to).slice(0, MOST_SOUGHT) : '';
};

/** Puts the focus somewhere at once, so that the next key finds it there; or once what a change opened is on the page. */
const settled = (focus: () => boolean): void => {
  if (!focus()) requestAnimationFrame(() => requestAnimationFrame(focus));
};

const isFocused = (element: HTMLElement | null | undefined): boolean => {
  element?.focus();
  return element !== null && element !== undefined && document.activeElement === element;
};

const focusFirst = (within: string): boolean =>
  isFocused(document.querySelector<HTMLElement>(`${within} :is(button, a, input, summary, [tabindex="0"])`));

const showMenu = (menu: string): void => {
  const button = document.querySelector<HTMLElement>(`[popovertarget="${menu}"]`);
  button?.focus(); // for when the menu is left
  document.getElementById(menu)?.showPopover();
  settled(() => focusFirst(`#${menu}`));
};

const showTab = (tab: string): boolean => {
  document.getElementById(`tab-${tab}`)?.click();
  return isFocused(document.getElementById(`tab-${tab}`));
};

const focusText = (): void => {
  shownView.peek()?.dom.classList.add('by-keyboard');
  shownView.peek()?.focus();
};

const GOING: Readonly<Record<Place, (store: Workspace, opener: Opener) => void>> = {
  text: (_store, { panel }) => {
    if (isNarrow.peek()) panel('text');
    focusText();
  },
  card: (store, { panel }) => {
    panel('side');
    settled(() => focusCard(store.claim.peek()));
  },
  details: (store) => {
    const card = document.getElementById(`card-${store.claim.peek()}`);
    const details = card?.querySelector<HTMLDetailsElement>('.claim-details');
    if (details) details.open = true;
    details?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  },
  claims: (store, { panel }) => {
    panel('side');
    document.getElementById('tab-claims')?.click();
    settled(() => focusCard(store.claim.peek()) || focusFirst('.side-panel .card') || focusFirst('.side-panel'));
  },
  search: (store, { panel }) => {
    const words = selectedIn(store);
    if (words !== '') return navigate(`/search?${new URLSearchParams({ q: words })}`);
    panel('side');
    document.getElementById('tab-claims')?.click();
    settled(() => focusSearch());
  },
  board: (store) => {
    store.board.value = true;
  },
  sources: (_store, { panel }) => {
    panel('side');
    settled(() => showTab('sources'));
  },
  contacts: (_store, { panel }) => {
    panel('side');
    settled(() => showTab('contacts'));
  },
  callSheet: (_store, { open }) => open('callSheet'),
  annotations: (_store, { open }) => open('annotations'),
  report: () => {
    publishing.value = true;
  },
  deletion: (_store, { open }) => open('deletion'),
  passage: (_store, { open }) => open('passage'),
  cleaned: (_store, { panel }) => {
    panel('side');
    settled(() => showTab('cleaned'));
  },
  history: (_store, { panel }) => {
    panel('side');
    settled(() => showTab('history'));
  },
  discussion: (_store, { panel }) => {
    panel('side');
    settled(() => showTab('discussion'));
  },
  coverage: (_store, { panel }) => {
    panel('coverage');
    settled(() => focusFirst('.coverage-column'));
  },
  tray: () => {
    focusFirst('.tray');
  },
  versions: (_store, { open }) => open('versions'),
  share: (_store, { open }) => open('share'),
  settings: (_store, { open }) => open('settings'),
  export: (_store, { open }) => open('export'),
  account: () => showMenu('account-menu'),
  commands: (_store, { open }) => open('commands'),
  articles: () => navigate('/'),
  library: () => navigate('/sources'),
  tokens: () => navigate('/tokens'),
};

const turnSingleKeys = (): void => {
  setSingleKeys(!singleKeys.peek());
  const keys = keysOf(withModifiers('')).slice(0, 2).join(' ');
  const list = keysOf('Mod-k').join(' ');
  toast(singleKeys.peek() ? t('singleKeys.turnedOn') : t('singleKeys.turnedOff', { keys, list }));
};

/** Presses what opens a form; false while that is not on the page. */
const pressed = (begin: Beginning): boolean => {
  const found = ['.remark.is-shown', '.card.is-selected'].map((within) =>
    document.querySelector<HTMLElement>(`${within} [data-begins="${begin}"]`),
  );
  const button = found.find((each) => each !== null);
  button?.click();
  return button !== undefined;
};

const beginIn = (begin: Beginning, { panel }: Opener): void => {
  panel('side');
  if (pressed(begin)) return;
  document.getElementById('tab-claims')?.click();
  settled(() => pressed(begin));
};

const doWithTray = ({ exchange }: Workspace, what: 'copy' | 'aside'): void => {
  const [first] = exchange.tray.peek();
  if (!first) return;
  if (what === 'aside') exchange.dismiss(first.id);
  else void copyReturned(first.text);
};

/** Does to the screen what a command asks for. */
export const doOnScreen = (
  store: Workspace,
  { go, select, tool, turn, speak, begin, tray, look, copies, seek, save }: ScreenAct,
  opener: Opener,
): void => {
  const view = shownView.peek();
  if (go) GOING[go](store, opener);
  if (turn) turnSingleKeys();
  if (begin) beginIn(begin, opener);
  if (tray) doWithTray(store, tray);
  if (look) void import('../../looks.ts').then(({ lookAtAll }) => lookAtAll(store.id));
  if (seek !== undefined) navigate(`/search?${new URLSearchParams({ q: seek })}`);
  if (copies) void import('../../copy-missing.ts').then(({ copyMissing }) => copyMissing(store.id, copies));
  // It comes as a file to be saved: the page stays.
  if (save) location.assign(`/api/articles/${encodeURIComponent(store.id)}/original`);
  if (speak) void setLanguage(speak);
  if (tool && view) TEXT_COMMANDS[tool].command(view.state, view.dispatch, view);
  if (!select || !view) return;
  GOING.text(store, opener);
  const { doc } = view.state;
  const [from, to] = [select.from, select.to].map((at) => doc.resolve(Math.min(at, doc.content.size)));
  if (from && to) view.dispatch(view.state.tr.setSelection(TextSelection.between(from, to)).scrollIntoView());
};
