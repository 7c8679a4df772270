import { useEffect } from 'preact/hooks';
import { t } from '../../strings/index.ts';
import { closeToast, toast } from '../../toasts.ts';
import { whenIdle } from '../../when-idle.ts';
import { later } from '../shell/later.tsx';
import { OverWaiting } from './over-waiting.tsx';
import { TabWaiting } from './tab-waiting.tsx';

const nothingYet = (): null => null;

interface Parts {
  readonly failed?: boolean;
  readonly onRetry?: () => void;
}

const SaidIfFailed = ({ failed, onRetry: run }: Parts): null => {
  useEffect(() => {
    if (!failed) return undefined;
    const action = run && { action: { label: t('app.tryAgain'), run } };
    const id = toast(t('problem.offline'), { tone: 'error', ...action });
    return () => closeToast(id);
  }, [failed]);
  return null;
};

/** What is said and suggested. */
export const DiscussionList = later(async () => (await import('./discussion-list.tsx')).DiscussionList, TabWaiting);

/** What can be done with the selected words. */
export const SelectionBubble = later(async () => (await import('./selection-bubble.tsx')).SelectionBubble, nothingYet);

/** What can be done to the text while it is edited. */
export const TextTools = later(async () => (await import('./text-tools.tsx')).TextTools, nothingYet);

/** What is in the menus of the bar. */
export const LockMenu = later(async () => (await import('./lock-choice.tsx')).LockMenu, nothingYet);
export const MoreChoices = later(async () => (await import('./more-choices.tsx')).MoreChoices, nothingYet);

/** What can be asked of the claims that are listed. */
export const ClaimQuestions = later(async () => (await import('./claim-questions.tsx')).ClaimQuestions, nothingYet);

/** All there is to a claim, on its open card. */
export const OpenClaim = later(async () => (await import('./claim-open.tsx')).OpenClaim, TabWaiting);

/** That the article was deleted. */
export const Gone = later(async () => (await import('./gone.tsx')).Gone, TabWaiting);

/** Tells a screen reader what others do, and everyone that nothing can be saved. */
export const Announcer = later(async () => (await import('./announcer.tsx')).Announcer, nothingYet);

/** What could not be merged. */
export const Tray = later(async () => (await import('./tray.tsx')).Tray, nothingYet);

/** Follows what becomes of the sources. */
export const SourceWatch = later(async () => (await import('./source-watch.tsx')).SourceWatch, nothingYet);

/** What stands at the article's own address. */
export const There = later(async () => (await import('./there.tsx')).There, nothingYet);

/** Why a sentence is suggested. */
export const Why = later(async () => (await import('./why.tsx')).Why, nothingYet);

/** The sentences that are suggested and not drawn. */
export const WeakerSuggestions = later(
  async () => (await import('./weaker-suggestions.tsx')).WeakerSuggestions,
  nothingYet,
);

/** That work is blind. */
export const BlindNote = later(async () => (await import('./blind-note.tsx')).BlindNote, nothingYet);

/** What lies over the workspace now and then. */
export const CommandList = later(async () => (await import('./command-list.tsx')).CommandList, SaidIfFailed);
export const ShareDialog = later(async () => (await import('./share.tsx')).ShareDialog, SaidIfFailed);
export const ArticleSettings = later(
  async () => (await import('./article-settings.tsx')).ArticleSettings,
  SaidIfFailed,
);
/** What is published of the article. */
export const PublishDialog = later(async () => (await import('./publish-dialog.tsx')).PublishDialog, SaidIfFailed);
/** Annotations that are brought to the article. */
export const BringAnnotations = later(
  async () => (await import('./bring-annotations.tsx')).BringAnnotations,
  SaidIfFailed,
);
export const PassageView = later(async () => (await import('./passage-view.tsx')).PassageView, SaidIfFailed);
export const DeleteArticle = later(
  async () => (await import('../shell/delete-article.tsx')).DeleteArticle,
  SaidIfFailed,
);
export const ExportDialog = later(async () => (await import('./export-dialog.tsx')).ExportDialog, SaidIfFailed);
export const Review = later(async () => (await import('./review.tsx')).Review, SaidIfFailed);
export const Past = later(async () => (await import('./past.tsx')).Past, OverWaiting);
export const CallSheet = later(async () => (await import('./call-sheet.tsx')).CallSheet, OverWaiting);
export const Versions = later(async () => (await import('./versions/versions.tsx')).Versions, OverWaiting);
export const Board = later(async () => (await import('./board.tsx')).Board, OverWaiting);

const AT_ONCE = [OpenClaim, SelectionBubble, TextTools, DiscussionList, Tray];

/** What must be there also when the line is gone later. */
const WHEN_IDLE = [
  LockMenu,
  MoreChoices,
  ClaimQuestions,
  Why,
  WeakerSuggestions,
  CommandList,
  ShareDialog,
  PassageView,
  Review,
  ExportDialog,
];

/** Fetches views; what fails is tried again when the network is back, and when it is asked for. */
const fetchAll = (views: readonly { readonly fetch: () => Promise<void> }[]): Promise<unknown> =>
  Promise.allSettled(views.map((each) => each.fetch()));

/** Fetches what the first screen does without as soon as that is there: what the next key may ask for first, the rest when nothing else is to do. */
export const useTheRest = (): void => {
  useEffect(() => {
    let callOff = (): void => {};
    let isGone = false;
    void fetchAll(AT_ONCE).then(() => {
      if (!isGone) callOff = whenIdle(() => void fetchAll(WHEN_IDLE));
    });
    const again = (): void => void fetchAll([...AT_ONCE, ...WHEN_IDLE]);
    addEventListener('online', again);
    return () => {
      isGone = true;
      callOff();
      removeEventListener('online', again);
    };
  }, []);
};
