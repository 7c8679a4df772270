import { signal } from '@preact/signals';
import type { Mark } from '../shared/look.ts';
import type { Task } from '../shared/task.ts';
import type { Problem } from './api.ts';
import { askAll } from './ask-all.ts';
import { inOrder } from './in-order.ts';
import { whileLookedAt } from './while-looked-at.ts';

/** A claim to be worked on, with the article that it is in. */
export interface QueuedTask extends Task {
  readonly article: string;
}

/** A claim that has to be looked at again since a source of it changed, with the article that it is in. */
export interface DriftedClaim extends Omit<Mark, 'holders'> {
  readonly article: string;
  readonly title: string;
}

/** What this reviewer has to do over all articles, as far as it is known. */
export interface Queue {
  readonly mine?: readonly QueuedTask[];
  /** Claims whose sources changed after one's work on them. */
  readonly drifted?: readonly DriftedClaim[];
  /** What waits for somebody who did not do it, or for a lead. */
  readonly waiting?: readonly QueuedTask[];
  readonly problem?: Problem;
}

export const queue = signal<Queue>({});

const answers = inOrder();

/** Asks for it anew. */
export const loadQueue = (): Promise<void> =>
  answers.take(askAll<Queue>('/api/queue', 'waiting'), (answer) => {
    queue.value = 'value' in answer ? answer.value : { ...queue.value, problem: answer.problem };
  });

/** What others do changes it: so often it is asked for while it is looked at, in milliseconds. */
const EVERY = 4_000;

/** Keeps it new while this page is looked at; what it returns ends that. */
export const followQueue = (): (() => void) => whileLookedAt(loadQueue, EVERY);

const RANK: Readonly<Record<string, number>> = { high: 0, normal: 1, '': 1, low: 2 };

const dueFirst = ({ due, replyBy = '' }: QueuedTask): string =>
  [due, replyBy].filter((day) => day !== '').sort()[0] ?? '9999';

/** What a claim waits for from somebody who did not do it, or from a lead. */
type Awaited = Exclude<Task['awaits'], ''>;

/** A claim as the queue shows it. */
export interface ShownTask extends QueuedTask {
  /** Present on a claim that is assigned to one and waits for one besides. */
  readonly alsoAwaits?: Awaited;
}

/** One list of the queue. */
export interface QueueList {
  readonly title: 'queue.mine' | 'queue.toCheck' | 'queue.toDecide' | 'queue.toSign';
  readonly tasks: readonly ShownTask[];
}

const keyOf = ({ article, claim }: QueuedTask): string => `${article} ${claim}`;

/** The lists that have something: each claim stands once, with one's own where it is assigned to one. What is a lead's waits for nobody else. */
export const queueLists = ({ mine = [], waiting = [] }: Queue, isLead: boolean): readonly QueueList[] => {
  const forOne = waiting.filter(({ awaits }) => awaits === 'check' || isLead);
  const awaited = new Map(forOne.map((task) => [keyOf(task), task.awaits as Awaited]));
  const own = new Set(mine.map(keyOf));
  const waitingFor = (what: Awaited) => forOne.filter((task) => task.awaits === what && !own.has(keyOf(task)));
  const withReason = (task: QueuedTask): ShownTask => {
    const alsoAwaits = awaited.get(keyOf(task));
    return alsoAwaits ? { ...task, alsoAwaits } : task;
  };
  const lists: readonly QueueList[] = [
    { title: 'queue.mine', tasks: mine.map(withReason) },
    { title: 'queue.toCheck', tasks: waitingFor('check') },
    { title: 'queue.toDecide', tasks: waitingFor('decide') },
    { title: 'queue.toSign', tasks: waitingFor('sign') },
  ];
  return lists.filter(({ tasks }) => tasks.length > 0);
};

/** What is due first comes first, then what matters most; what has no day comes after what has one. */
export const inTurn = (tasks: readonly ShownTask[]): readonly ShownTask[] =>
  tasks.toSorted(
    (one, other) =>
      dueFirst(one).localeCompare(dueFirst(other)) ||
      (RANK[one.priority] ?? 1) - (RANK[other.priority] ?? 1) ||
      one.title.localeCompare(other.title),
  );

/** Whether a day, a month or a year is over on a day. */
export const isOverdue = (due: string, today: string): boolean => due !== '' && due < today.slice(0, due.length);
