import { correctionsFor } from '../shared/correction.ts';
import { type Thread, threadsOf } from '../shared/thread.ts';
import type { Command, Sight } from './commands.ts';
import { correctAgain, withdrawCorrection } from './correction-commands.ts';
import { remarksWaiting } from './remarks-in-order.ts';
import { reopenThread, replyTo, resolveThread } from './thread-commands.ts';

/** Shows the next thread or correction that waits, in the order of the text; after the last one the first. */
export const nextRemark: Command = ({ article, remark }, dispatch) => {
  const waiting = remarksWaiting(article);
  const next = waiting[(waiting.findIndex(({ id }) => id === remark) + 1) % waiting.length];
  if (!next) return false;
  dispatch?.({ remark: next.id });
  return true;
};

/** The thread that a command means: the one that is shown, else one of the open claim, the first that is open or else the last. */
export const threadMeant = ({ article, remark, claim }: Sight): Thread | undefined => {
  const shown = remark === undefined ? undefined : article.threads.get(remark);
  if (shown || claim === undefined) return shown;
  const threads = threadsOf(article, claim);
  return threads.find(({ resolved }) => !resolved) ?? threads.at(-1);
};

const forThread =
  (command: (thread: string) => Command): Command =>
  (sight, dispatch) => {
    const thread = threadMeant(sight);
    return thread !== undefined && command(thread.id)(sight, dispatch);
  };

export const resolveShown = forThread(resolveThread);
export const reopenShown = forThread(reopenThread);

/** Begins an answer in the thread that is shown. */
export const replyShown: Command = (sight, dispatch) => {
  const thread = threadMeant(sight);
  if (!thread || !replyTo(thread.id, { text: 'x', mentions: [] })(sight)) return false;
  dispatch?.({ screen: { begin: 'reply' } });
  return true;
};

/** The corrections that a command may mean: the one that is shown, else those of the open claim. */
export const correctionsMeant = ({ article, remark, claim }: Sight): readonly string[] => {
  if (remark !== undefined && article.corrections.has(remark)) return [remark];
  return claim === undefined ? [] : correctionsFor(article, claim).map(({ id }) => id);
};

/** Takes back the first that can be. */
export const withdrawShown: Command = (sight, dispatch) => {
  const id = correctionsMeant(sight).find((each) => withdrawCorrection(each)(sight));
  return id !== undefined && withdrawCorrection(id)(sight, dispatch);
};

/** Begins one anew whose words have changed since it was suggested. */
export const againShown: Command = (sight, dispatch) => {
  if (!correctionsMeant(sight).some((each) => correctAgain(each)(sight))) return false;
  dispatch?.({ screen: { begin: 'again' } });
  return true;
};
