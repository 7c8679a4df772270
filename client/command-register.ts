import type { Article } from '../shared/article.ts';
import { offered } from '../shared/scale.ts';
import { settingsOf } from '../shared/settings.ts';
import { askSomebody } from './begin-asking.ts';
import { type CommandRow, GROUPS, type Group } from './command-row.ts';
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
const forOpen =
  (command: (claim: string) => Command): Command =>
  (sight, dispatch) =>
    sight.claim !== undefined && command(sight.claim)(sight, dispatch);

/** A command's row under its heading. */
type Row = Omit<CommandRow, 'group'>;

/** The tools of the text: their words are those of the tool bar. */
const TOOLS: readonly Row[] = (Object.keys(TEXT_COMMANDS) as (keyof typeof TEXT_COMMANDS)[]).map((tool) => {
  const isTurn = tool === 'undo' || tool === 'redo';
  return {
    id: `tool.${tool}`,
    says: isTurn ? `keys.${tool}` : `tools.${tool}`,
    chord: TEXT_COMMANDS[tool].key,
    role: isTurn ? 'annotator' : 'editor',
    ...(!isTurn && { needs: ['editing'] }),
    command: isTurn ? onScreen({ tool }) : onScreenWhere(({ editing }) => editing, { tool }),
  };
});

/** The languages of the interface, each called by its own name. */
const SPOKEN: readonly Row[] = (Object.keys(LANGUAGES) as Language[]).map((language) => ({
  id: `language.${language}`,
  says: () => t('command.language', { language: LANGUAGES[language] }),
  role: 'viewer',
  command: onScreen({ speak: language }),
}));

const goesTo = (id: string, says: Row['says'], go: Place, key?: string): Row => ({
  ...{ id, says, role: 'viewer', command: onScreen({ go }) },
  ...(key !== undefined && { key }),
});

const mark: Row = { id: 'mark', says: 'keys.mark', role: 'annotator', needs: ['words'], command: markClaim() };

const ofEnds = { role: 'annotator', needs: OPEN } as const;

/**
 * Everything that can be done by keyboard, in the order in which it is listed: a row here is all that a new command takes. Its key,
 * its place in the list of commands, its hint and why it cannot be done now follow from it.
 */
const ROWS: Readonly<Record<Group, readonly Row[]>> = {
  claim: [
    { ...mark, key: 'c', whileEditing: true },
    { ...mark, id: 'uncheckable', says: 'keys.uncheckable', key: 'n', command: markUncheckable },
    { id: 'next', says: 'keys.next', key: 'j', role: 'viewer', command: nextClaim },
    { id: 'previous', says: 'keys.previous', key: 'k', role: 'viewer', command: previousClaim },
    {
      id: 'passage',
      says: 'keys.passage',
      key: 'q',
      role: 'viewer',
      needs: ['claim'],
      command: onScreen({ go: 'passage' }),
    },
    { id: 'source', says: 'keys.source', key: 's', role: 'annotator', needs: OPEN, command: addSource },
    { id: 'ask', says: 'keys.ask', key: 'z', role: 'annotator', needs: OPEN, command: askSomebody },
    { id: 'calculate', says: 'command.calculate', key: '=', role: 'annotator', needs: OPEN, command: addCalculation },
    {
      ...{ id: 'proposal', says: 'command.proposal', key: 'y', role: 'annotator', needs: OPEN },
      command: onScreen({ begin: 'proposal' }),
    },
    {
      id: 'reanchor',
      says: 'command.reanchor',
      role: 'annotator',
      needs: ['claim', 'orphan', 'words'],
      command: forOpen(reanchorClaim),
    },
    { id: 'split', says: 'keys.split', key: 'p', role: 'annotator', needs: OPEN, command: splitClaim },
    { id: 'elsewhere', says: 'keys.elsewhere', key: 'f', role: 'annotator', needs: OPEN, command: findElsewhere },
    { id: 'occurrence', says: 'keys.occurrence', key: 'o', role: 'viewer', needs: ['claim'], command: nextOccurrence },
    { ...ofEnds, id: 'adjust', says: 'command.adjust', needs: ['claim', 'words'], command: adjustToSelected },
    { ...ofEnds, id: 'endOn', says: 'command.endOn', key: ']', command: moveEnd(1) },
    { ...ofEnds, id: 'endBack', says: 'command.endBack', key: '[', command: moveEnd(-1) },
    { ...ofEnds, id: 'startOn', says: 'command.startOn', key: '}', command: moveStart(1) },
    { ...ofEnds, id: 'startBack', says: 'command.startBack', key: '{', command: moveStart(-1) },
    { ...goesTo('details', 'command.details', 'details', 'i'), role: 'annotator', needs: OPEN },
    { id: 'withdraw', says: 'command.withdraw', role: 'annotator', needs: OPEN, command: forOpen(withdrawClaim) },
    {
      id: 'reinstate',
      says: 'command.reinstate',
      role: 'annotator',
      needs: ['claim', 'withdrawn'],
      command: forOpen(reinstateClaim),
    },
  ],
  verdict: [{ id: 'work', says: 'keys.work', key: 'w', role: 'annotator', needs: OPEN, command: moveOn }],
  discussion: [
    { id: 'comment', says: 'keys.comment', key: 'm', role: 'annotator', command: comment },
    { id: 'note', says: 'keys.note', role: 'annotator', needs: OPEN, command: note },
    { id: 'remark', says: 'keys.remark', key: 'v', role: 'viewer', command: nextRemark },
    { id: 'correct', says: 'keys.correct', key: 'r', role: 'annotator', command: correct },
    { id: 'accept', says: 'keys.accept', key: 'a', role: 'editor', command: acceptOpen },
    { id: 'decline', says: 'keys.decline', key: 'd', role: 'editor', command: declineOpen },
  ],
  reading: [
    { id: 'unread', says: 'keys.unread', key: 'u', role: 'viewer', command: nextUnread },
    { id: 'aside', says: 'keys.aside', key: 'x', role: 'annotator', command: setAside },
    { id: 'suggestion', says: 'keys.suggestion', key: 'g', role: 'annotator', command: nextSuggestion },
    { id: 'dismiss', says: 'keys.dismiss', key: 'h', role: 'annotator', command: dismissSuggestion },
  ],
  select: [
    {
      id: 'sentence',
      says: 'command.sentence',
      key: '.',
      chord: 'Alt-ArrowDown',
      role: 'viewer',
      command: selectSentence(1),
    },
    {
      id: 'sentenceBack',
      says: 'command.sentenceBack',
      key: ',',
      chord: 'Alt-ArrowUp',
      role: 'viewer',
      command: selectSentence(-1),
    },
    {
      id: 'sentenceToo',
      says: 'command.sentenceToo',
      chord: 'Alt-Shift-ArrowDown',
      role: 'viewer',
      command: addSentence,
    },
  ],
  text: [
    { id: 'edit', says: 'keys.edit', key: 'e', role: 'editor', needs: ['reading', 'unlocked'], command: editText },
    ...TOOLS,
  ],
  go: [
    { id: 'openHere', says: 'command.openHere', chord: 'Enter', role: 'viewer', needs: ['here'], command: openHere },
    { id: 'backToText', says: 'command.backToText', role: 'viewer', needs: ['claim'], command: backToText },
    { id: 'back', says: 'keys.back', chord: 'Escape', role: 'viewer', command: stepBack },
    goesTo('text', 'command.text', 'text', 't'),
    goesTo('list', 'command.list', 'claims', 'l'),
    goesTo('search', 'keys.search', 'search', '/'),
    goesTo('board', 'keys.board', 'board', 'b'),
    goesTo('sources', 'command.sources', 'sources'),
    goesTo('contacts', 'command.contacts', 'contacts'),
    {
      ...goesTo('cleaned', 'command.cleaned', 'cleaned'),
      command: onScreenWhere(({ article }) => article.removals.size > 0, { go: 'cleaned' }),
    },
    goesTo('history', 'command.history', 'history'),
    goesTo('discussion', 'command.discussion', 'discussion'),
    goesTo('coverage', 'command.coverage', 'coverage'),
    {
      ...goesTo('tray', 'command.tray', 'tray'),
      command: onScreenWhere(({ tray = 0 }) => tray > 0, { go: 'tray' }),
    },
  ],
  article: [
    goesTo('share', 'command.share', 'share'),
    goesTo('export', 'command.export', 'export'),
    { ...goesTo('settings', 'command.settings', 'settings'), role: 'lead' },
    { id: 'lock', says: 'lock.lock', role: 'lead', needs: ['unlocked'], command: lockText },
    { id: 'unlock', says: 'lock.unlock', role: 'lead', needs: ['locked'], command: unlockText },
    goesTo('articles', 'command.articles', 'articles'),
    goesTo('library', 'command.library', 'library'),
  ],
  screen: [
    { ...goesTo('commands', 'keys.all', 'commands', '?'), chord: 'Mod-k' },
    { id: 'singleKeys', says: 'command.singleKeys', role: 'viewer', command: onScreen({ turn: 'single-keys' }) },
    ...SPOKEN,
    goesTo('account', 'command.account', 'account'),
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
