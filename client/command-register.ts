import type { Article } from '../shared/article.ts';
import { offered } from '../shared/scale.ts';
import { settingsOf } from '../shared/settings.ts';
import { askSomebody } from './begin-asking.ts';
import { type Called, type CommandName, type CommandRow, GROUPS, type Group } from './command-row.ts';
import {
  addCalculation,
  addSource,
  type Command,
  editText,
  lockText,
  markClaim,
  markUncheckable,
  nextClaim,
  previousClaim,
  rate,
  reanchorClaim,
  reinstateClaim,
  stepBack,
  unlockText,
  withdrawClaim,
} from './commands.ts';
import { acceptOpen, correct, declineOpen } from './correction-commands.ts';
import { TEXT_COMMANDS } from './editor/keymap.ts';
import { LANGUAGES, type Language } from './language.ts';
import { dismissSuggestion, nextSuggestion, nextUnread, setAside } from './looking.ts';
import { nextRemark } from './remark-commands.ts';
import { scaleInWords } from './scale-words.ts';
import type { Place } from './screen-acts.ts';
import { backToText, onScreen, onScreenWhere, openHere } from './screen-commands.ts';
import { addSentence, adjustToSelected, moveEnd, moveStart, selectSentence } from './selecting-commands.ts';
import { findElsewhere, nextOccurrence, splitClaim } from './splitting.ts';
import { t } from './strings/index.ts';
import { comment, note } from './thread-commands.ts';
import { moveOn } from './work-commands.ts';

const OPEN = ['claim', 'standing'] as const;

/** The command for the open claim. */
export const forOpen =
  (command: (claim: string) => Command): Command =>
  (sight, dispatch) =>
    sight.claim !== undefined && command(sight.claim)(sight, dispatch);

/** A command's row under its heading. */
type Row = Called & Omit<CommandRow, 'group' | keyof Called>;

/** The tools of the text: their words are those of the tool bar. */
const TOOLS: readonly Row[] = (Object.keys(TEXT_COMMANDS) as (keyof typeof TEXT_COMMANDS)[]).map((tool) => {
  const isTurn = tool === 'undo' || tool === 'redo';
  return {
    ...(isTurn ? { id: tool } : { id: `tool.${tool}`, says: `tools.${tool}` }),
    chord: TEXT_COMMANDS[tool].key,
    role: isTurn ? 'annotator' : 'editor',
    ...(!isTurn && { needs: ['editing'] }),
    command: isTurn ? onScreen({ tool }) : onScreenWhere(({ editing }) => editing, { tool }),
  };
});

/** The languages of the interface, each called by its own name. */
const SPOKEN: readonly Row[] = (Object.keys(LANGUAGES) as Language[]).map((language) => ({
  id: `language.${language}`,
  says: () => t('commands.language', { language: LANGUAGES[language] }),
  role: 'viewer',
  command: onScreen({ speak: language }),
}));

const goesTo = (id: CommandName, go: Place, key?: string): Row => ({
  ...{ id, role: 'viewer', command: onScreen({ go }) },
  ...(key !== undefined && { key }),
});

const mark: Row = { id: 'mark', role: 'annotator', needs: ['words'], command: markClaim() };

const ofEnds = { role: 'annotator', needs: OPEN } as const;

/**
 * Everything that can be done by keyboard, in the order in which it is listed: a row here is all that a new command takes. Its key,
 * its place in the list of commands, its hint and why it cannot be done now follow from it.
 */
const ROWS: Readonly<Record<Group, readonly Row[]>> = {
  claim: [
    { ...mark, key: 'c', whileEditing: true },
    { ...mark, id: 'uncheckable', key: 'n', command: markUncheckable },
    { id: 'next', key: 'j', role: 'viewer', command: nextClaim },
    { id: 'previous', key: 'k', role: 'viewer', command: previousClaim },
    {
      id: 'passage',
      key: 'q',
      role: 'viewer',
      needs: ['claim'],
      command: onScreen({ go: 'passage' }),
    },
    { id: 'source', key: 's', role: 'annotator', needs: OPEN, command: addSource },
    { id: 'ask', key: 'z', role: 'annotator', needs: OPEN, command: askSomebody },
    { id: 'calculate', key: '=', role: 'annotator', needs: OPEN, command: addCalculation },
    {
      ...{ id: 'proposal', key: 'y', role: 'annotator', needs: OPEN },
      command: onScreen({ begin: 'proposal' }),
    },
    {
      id: 'reanchor',
      role: 'annotator',
      needs: ['claim', 'orphan', 'words'],
      command: forOpen(reanchorClaim),
    },
    { id: 'split', key: 'p', role: 'annotator', needs: OPEN, command: splitClaim },
    { id: 'elsewhere', key: 'f', role: 'annotator', needs: OPEN, command: findElsewhere },
    { id: 'occurrence', key: 'o', role: 'viewer', needs: ['claim'], command: nextOccurrence },
    { ...ofEnds, id: 'adjust', needs: ['claim', 'words'], command: adjustToSelected },
    { ...ofEnds, id: 'endOn', key: ']', command: moveEnd(1) },
    { ...ofEnds, id: 'endBack', key: '[', command: moveEnd(-1) },
    { ...ofEnds, id: 'startOn', key: '}', command: moveStart(1) },
    { ...ofEnds, id: 'startBack', key: '{', command: moveStart(-1) },
    { ...goesTo('details', 'details', 'i'), role: 'annotator', needs: OPEN },
    { id: 'withdraw', role: 'annotator', needs: OPEN, command: forOpen(withdrawClaim) },
    {
      id: 'reinstate',
      role: 'annotator',
      needs: ['claim', 'withdrawn'],
      command: forOpen(reinstateClaim),
    },
  ],
  verdict: [{ id: 'work', key: 'w', role: 'annotator', needs: OPEN, command: moveOn }],
  discussion: [
    { id: 'comment', key: 'm', role: 'annotator', command: comment },
    { id: 'note', role: 'annotator', needs: OPEN, command: note },
    { id: 'remark', key: 'v', role: 'viewer', command: nextRemark },
    { id: 'correct', key: 'r', role: 'annotator', command: correct },
    { id: 'accept', key: 'a', role: 'editor', command: acceptOpen },
    { id: 'decline', key: 'd', role: 'editor', command: declineOpen },
  ],
  reading: [
    { id: 'unread', key: 'u', role: 'viewer', command: nextUnread },
    { id: 'aside', key: 'x', role: 'annotator', command: setAside },
    { id: 'suggestion', key: 'g', role: 'annotator', command: nextSuggestion },
    { id: 'dismiss', key: 'h', role: 'annotator', command: dismissSuggestion },
  ],
  select: [
    {
      id: 'sentence',
      key: '.',
      chord: 'Alt-ArrowDown',
      role: 'viewer',
      command: selectSentence(1),
    },
    {
      id: 'sentenceBack',
      key: ',',
      chord: 'Alt-ArrowUp',
      role: 'viewer',
      command: selectSentence(-1),
    },
    {
      id: 'sentenceToo',
      chord: 'Alt-Shift-ArrowDown',
      role: 'viewer',
      command: addSentence,
    },
  ],
  text: [{ id: 'edit', key: 'e', role: 'editor', needs: ['reading', 'unlocked'], command: editText }, ...TOOLS],
  go: [
    { id: 'openHere', chord: 'Enter', role: 'viewer', needs: ['here'], command: openHere },
    { id: 'backToText', role: 'viewer', needs: ['claim'], command: backToText },
    { id: 'back', chord: 'Escape', role: 'viewer', command: stepBack },
    goesTo('text', 'text', 't'),
    goesTo('list', 'claims', 'l'),
    goesTo('search', 'search', '/'),
    goesTo('board', 'board', 'b'),
    goesTo('sources', 'sources'),
    goesTo('contacts', 'contacts'),
    {
      ...goesTo('cleaned', 'cleaned'),
      command: onScreenWhere(({ article }) => article.removals.size > 0, { go: 'cleaned' }),
    },
    goesTo('history', 'history'),
    goesTo('discussion', 'discussion'),
    goesTo('coverage', 'coverage'),
    {
      ...goesTo('tray', 'tray'),
      command: onScreenWhere(({ tray = 0 }) => tray > 0, { go: 'tray' }),
    },
  ],
  article: [
    goesTo('share', 'share'),
    goesTo('export', 'export'),
    { ...goesTo('settings', 'settings'), role: 'lead' },
    { id: 'lock', says: 'lock.lock', role: 'lead', needs: ['unlocked'], command: lockText },
    { id: 'unlock', says: 'lock.unlock', role: 'lead', needs: ['locked'], command: unlockText },
    { id: 'articles', says: 'articles.all', role: 'viewer', command: onScreen({ go: 'articles' }) },
    goesTo('library', 'library'),
  ],
  screen: [
    { ...goesTo('commands', 'commands', '?'), chord: 'Mod-k' },
    { id: 'singleKeys', role: 'viewer', command: onScreen({ turn: 'single-keys' }) },
    ...SPOKEN,
    goesTo('account', 'account'),
  ],
};

/** The commands that every article has. */
export const COMMANDS: readonly CommandRow[] = GROUPS.flatMap((group) => ROWS[group].map((row) => ({ ...row, group })));

/** The command of an id. */
export const commandOf = (id: string): CommandRow => {
  const row = COMMANDS.find((each) => each.id === id);
  if (!row) throw new Error(`there is no command "${id}"`);
  return row;
};

/** A command for each rating that the article's scale offers, by its digit. */
const ratingsOf = (article: Article): readonly CommandRow[] =>
  offered(scaleInWords(settingsOf(article).scale)).map(({ id, label }, index) => ({
    id: `rate.${id}`,
    says: () => t('commands.rate', { rating: label }),
    group: 'verdict',
    ...(index < 9 && { key: String(index + 1) }),
    role: 'annotator',
    needs: OPEN,
    command: rate(index),
  }));

/** Every command that there is for an article. */
export const commandsFor = (article: Article): readonly CommandRow[] => [...COMMANDS, ...ratingsOf(article)];
