import type { Article } from '../shared/article.ts';
import { askedAbout } from '../shared/contact.ts';
import { type AnyPart, whyNot } from '../shared/operations/index.ts';
import { decisionOf, evidenceOf, outcomeOf } from '../shared/outcome.ts';
import { offered } from '../shared/scale.ts';
import { settingsOf } from '../shared/settings.ts';
import { isWebAddress } from '../shared/source.ts';
import { MOVES, type MoveName } from '../shared/work.ts';
import { workOf } from '../shared/work-now.ts';
import { commandsFor, forOpen } from './command-register.ts';
import type { CommandRow } from './command-row.ts';
import { type Command, reviseClaim, type Sight, withdrawVerdict } from './commands.ts';
import {
  againShown,
  correctionsMeant,
  reopenShown,
  replyShown,
  resolveShown,
  threadMeant,
  withdrawShown,
} from './remark-commands.ts';
import type { Beginning } from './screen-acts.ts';
import { onScreen, onScreenWhere } from './screen-commands.ts';
import { t } from './strings/index.ts';
import { decideOutcome, moveWork, undecideOutcome } from './work-commands.ts';

const ofOpen = { role: 'annotator', needs: ['claim', 'standing'] } as const;

/** Opens a form where a command could be run with what is filled in there. */
const begins =
  (command: Command, begin: Beginning): Command =>
  (sight, dispatch) =>
    command(sight) && onScreen({ begin })(sight, dispatch);

const moveOf = (move: MoveName): Command => {
  const moved = forOpen((claim) => moveWork(claim, move, move === 'reopen' ? '…' : ''));
  return move === 'reopen' ? begins(moved, 'reopen') : moved;
};

const whyNoMove =
  (move: MoveName) =>
  ({ article, claim, reviewer }: Sight): string | undefined => {
    const part: AnyPart = { kind: 'work.move', claim: claim ?? '', move, reason: '…' };
    const refusal = whyNot(article, part, reviewer);
    if (refusal?.refused !== 'moved-on') return refusal && t(`refusal.${refusal.refused}`);
    return t('command.notFrom', { state: t(`work.state.${workOf(article, claim ?? '').state}`) });
  };

const hasOriginal = ({ article }: Sight): boolean => article.origin.original !== undefined;

const ofThread = {
  group: 'discussion',
  role: 'annotator',
  why: (sight: Sight) => (threadMeant(sight) ? undefined : t('command.noThread')),
} as const;

const ofCorrection = {
  group: 'discussion',
  role: 'annotator',
  why: (sight: Sight) => (correctionsMeant(sight).length > 0 ? undefined : t('command.noCorrection')),
} as const;

const revising = forOpen((claim) => reviseClaim(claim, {}));

/** Whether somebody was asked about the open claim and has not answered. */
const answering: Command = ({ article, claim = '' }) =>
  askedAbout(article.contacts, claim).some(({ answer }) => !answer);

const mayDecide: Command = (sight) => {
  const { article, claim } = sight;
  const [rating] = offered(settingsOf(article).scale);
  if (claim === undefined || !rating || !outcomeOf(article, claim)) return false;
  return decideOutcome(claim, rating.id, '')(sight);
};

const takeDecisionBack: Command = (sight, dispatch) => {
  const decision = sight.claim === undefined ? undefined : decisionOf(sight.article, sight.claim);
  return decision !== undefined && undecideOutcome(decision.id)(sight, dispatch);
};

const hasPages = ({ article }: Pick<Sight, 'article'>): boolean =>
  [...article.sources.values()].some(({ url }) => isWebAddress(url));

/** The sources with an address on the web that are evidence for the open claim. */
const pagesOfOpen = ({ article, claim = '' }: Pick<Sight, 'article' | 'claim'>): readonly string[] =>
  evidenceOf(article, claim)
    .map(({ source }) => source)
    .filter((source) => isWebAddress(article.sources.get(source)?.url ?? ''));

const copyPages: Command = (sight, dispatch) => {
  const copies = pagesOfOpen(sight);
  return copies.length > 0 && onScreen({ copies })(sight, dispatch);
};

const lies: Parameters<typeof onScreenWhere>[0] = ({ tray = 0 }) => tray > 0;

/** What has no key of its own and is found in the list of commands: so it comes with the list. */
const LISTED: readonly CommandRow[] = [
  {
    ...{ ...ofOpen, id: 'statement', group: 'claim' },
    command: begins(revising, 'statement'),
  },
  {
    ...{ ...ofOpen, id: 'attribution', group: 'claim' },
    command: begins(revising, 'attribution'),
  },
  {
    ...{ ...ofOpen, id: 'answer', group: 'claim' },
    command: begins(answering, 'answer'),
    why: () => t('command.noQuestion'),
  },
  {
    ...{ id: 'callSheet', group: 'go', role: 'viewer' },
    command: onScreen({ go: 'callSheet' }),
  },
  ...(Object.keys(MOVES) as MoveName[]).map(
    (move): CommandRow => ({
      ...{ ...ofOpen, id: `move.${move}`, group: 'verdict', role: MOVES[move].who },
      says: () => t('command.move', { move: t(`work.do.${move}`) }),
      command: moveOf(move),
      why: whyNoMove(move),
    }),
  ),
  { ...ofOpen, id: 'takeVerdictBack', group: 'verdict', command: forOpen(withdrawVerdict) },
  {
    ...{ ...ofOpen, id: 'decide', group: 'verdict', role: 'lead' },
    command: begins(mayDecide, 'decide'),
  },
  {
    ...{ ...ofOpen, id: 'undecide', group: 'verdict', role: 'lead' },
    command: takeDecisionBack,
  },
  {
    ...{ id: 'lookAgain', group: 'article', role: 'annotator' },
    command: onScreenWhere(hasPages, { look: 'all' }),
    why: (sight) => (hasPages(sight) ? undefined : t('command.noPages')),
  },
  {
    ...{ ...ofOpen, id: 'copies', group: 'claim', command: copyPages },
    why: (sight) => (pagesOfOpen(sight).length > 0 ? undefined : t('command.noPages')),
  },
  {
    ...{ id: 'publish', group: 'article', role: 'lead' },
    command: onScreen({ go: 'report' }),
  },
  {
    ...{ id: 'deletion', group: 'article', role: 'admin', says: 'deletion.item' },
    command: onScreen({ go: 'deletion' }),
  },
  {
    ...{ id: 'bringAnnotations', group: 'article', role: 'annotator' },
    command: onScreen({ go: 'annotations' }),
  },
  { id: 'tokens', group: 'screen', role: 'viewer', says: 'tokens.title', command: onScreen({ go: 'tokens' }) },
  {
    ...{ id: 'saveOriginal', group: 'article', role: 'viewer' },
    command: onScreenWhere(hasOriginal, { save: 'original' }),
    why: (sight) => (hasOriginal(sight) ? undefined : t('command.noOriginal')),
  },
  {
    ...{ id: 'versions', group: 'article', role: 'viewer' },
    command: onScreen({ go: 'versions' }),
  },
  { ...ofThread, id: 'reply', command: replyShown },
  { ...ofThread, id: 'resolve', command: resolveShown },
  { ...ofThread, id: 'reopenThread', command: reopenShown },
  { ...ofCorrection, id: 'again', command: againShown },
  { ...ofCorrection, id: 'withdrawCorrection', command: withdrawShown },
  {
    ...{ id: 'copyTray', group: 'go', role: 'viewer' },
    command: onScreenWhere(lies, { tray: 'copy' }),
  },
  {
    ...{ id: 'asideTray', group: 'go', role: 'viewer' },
    command: onScreenWhere(lies, { tray: 'aside' }),
  },
];

/** Every command that the list of an article's commands has. */
export const listedCommands = (article: Article): readonly CommandRow[] => [...commandsFor(article), ...LISTED];
