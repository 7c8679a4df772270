import { type Article, wordsOf } from './article.ts';
import { replyBy } from './contact.ts';
import { isUndecided, outcomeOf } from './outcome.ts';
import { hasRole, type Role } from './roles.ts';
import { titleOf } from './schema.ts';
import { settingsOf } from './settings.ts';
import { publicSight, seenArticle } from './sight.ts';
import type { WorkState } from './work.ts';
import { judgeOf, workOf } from './work-now.ts';

/** Work on one claim, as a list over all articles shows it. */
export interface Task {
  readonly claim: string;
  readonly title: string;
  /** What the claim says, in its own words or in those of the article. */
  readonly words: string;
  /** Whose it is; empty while it is nobody's. */
  readonly assignee: string;
  readonly state: WorkState;
  /** What it waits for once it is ready; empty before. */
  readonly awaits: 'check' | 'decide' | 'sign' | '';
  readonly due: string;
  /** The first day until which somebody who was asked is to reply; absent where nobody is waited for. */
  readonly replyBy?: string;
  readonly priority: string;
  /** Who may not check it next: whose work it is. */
  readonly doneBy: readonly string[];
  /** How it stands by what is public of it, where that is otherwise. */
  readonly publicly?: Pick<Task, 'state' | 'replyBy'>;
  /** Present while work on its article is blind. */
  readonly blind?: 'verdicts' | 'all';
}

/** A task as somebody in a role may see it (T11): not how far others have come; nothing where the claim itself may be hidden. */
export const seenTask = <T extends Task>({ publicly, ...whole }: T, role: Role): Omit<T, 'publicly'> | undefined => {
  const { replyBy: _, ...closed } = whole;
  const isPublic = publicly !== undefined && !hasRole(role, 'annotator');
  if (isPublic && publicly.state === 'signed') return undefined;
  const task = isPublic ? ({ ...closed, ...publicly, awaits: '' } as typeof whole) : whole;
  if (!task.blind || hasRole(role, 'lead')) return task;
  return task.blind === 'all' ? undefined : { ...task, state: 'open', awaits: '', doneBy: [] };
};

/** The states in which a claim waits for somebody else. */
export const AWAITING: readonly WorkState[] = ['ready', 'first', 'second'];

/** The words of a task are cut to so many UTF-16 units. */
const WORDS = 200;

const awaits = (article: Article, claim: string, state: WorkState): Task['awaits'] => {
  if (!AWAITING.includes(state)) return '';
  const outcome = outcomeOf(article, claim);
  if (outcome && isUndecided(outcome)) return 'decide';
  const { checks } = settingsOf(article);
  const done = { ready: 0, first: 1, second: 2 }[state as 'ready' | 'first' | 'second'];
  return done < checks ? 'check' : 'sign';
};

const known = new WeakMap<Article, readonly Task[]>();

/** Everything that is left to do in an article: each claim that is not signed; an occurrence goes with the claim that it is one of. */
export const tasksOf = (article: Article): readonly Task[] => {
  const before = known.get(article);
  if (before) return before;
  const title = titleOf(article.doc);
  const { blind } = settingsOf(article);
  const sight = publicSight(article);
  const open = sight ? seenArticle(article, sight) : article;
  const tasks = [...article.claims.values()].flatMap((claim): readonly Task[] => {
    const { state, ready, first } = workOf(article, claim.id);
    const publicReply = replyBy(open.contacts, claim.id);
    const publicly = {
      state: open === article ? state : workOf(open, claim.id).state,
      ...(publicReply !== '' && { replyBy: publicReply }),
    };
    if (claim.withdrawn || claim.sameAs || state === 'signed') return [];
    const reply = replyBy(article.contacts, claim.id);
    const words = claim.statement || wordsOf(article, claim.id) || claim.quote.exact;
    const hands = [ready?.reviewer, first?.reviewer, judgeOf(article, claim.id)].filter((each) => each !== undefined);
    return [
      {
        claim: claim.id,
        title,
        words: words.slice(0, WORDS),
        assignee: claim.assignee,
        state,
        awaits: awaits(article, claim.id, state),
        due: claim.due,
        ...(reply !== '' && { replyBy: reply }),
        priority: claim.priority,
        doneBy: [...new Set(hands)],
        ...((publicly.state !== state || publicReply !== reply) && { publicly }),
        ...(blind !== 'no' && { blind }),
      },
    ];
  });
  known.set(article, tasks);
  return tasks;
};
