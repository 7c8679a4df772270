import { Slice } from 'prosemirror-model';
import { type Command, type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Mapping, ReplaceAroundStep, ReplaceStep, type Step, type StepMap } from 'prosemirror-transform';

/** A step that takes back one of the author's own, in the text as it was after `at` maps. */
interface Inverse {
  readonly step: Step;
  readonly at: number;
}

/** What one press of undo takes back. */
interface Group {
  readonly inverses: readonly Inverse[];
  /** When its last step was made, in milliseconds. */
  readonly time: number;
  /** Where its last step ended, to tell whether the next one goes on there. */
  readonly end: number;
}

/**
 * What its author can take back: only their own steps, others' are stepped over. Every change of the text is one map in `maps`,
 * whoever made it; steps that were taken back and done again around somebody's entry are tied together as mirrors, so that an old
 * inverse finds its way, and an inverse that no longer has a place is left out, never an error.
 */
interface History {
  readonly maps: readonly StepMap[];
  /** For the index of a map, the index of the one that it brings back. */
  readonly mirrors: ReadonlyMap<number, number>;
  readonly done: readonly Group[];
  readonly undone: readonly Group[];
}

/** Steps within this many milliseconds of each other, at one place, are taken back together. */
const PAUSE = 500;

/** At most so many groups are kept. */
const DEPTH = 500;

const key = new PluginKey<History>('history');

/** Put on a transaction that brings others' entries in: its steps are stepped over, its mirrors tie what comes again. */
export interface Incoming {
  /** Pairs of indexes into the transaction's steps, of which the second brings back what the first takes back. */
  readonly mirrors: readonly (readonly [number, number])[];
}

const INCOMING = 'incoming';
const TURNING = 'turning';

/** Marks a transaction as one that brings others' entries in. */
export const markIncoming = (transaction: Transaction, incoming: Incoming): Transaction =>
  transaction.setMeta(INCOMING, incoming).setMeta('addToHistory', false);

/** What a transaction of undo or redo says of itself. */
interface Turning {
  readonly way: 'done' | 'undone';
  /** For each step of the transaction, the index of the map that it takes back as a whole, if it does. */
  readonly takes: readonly (number | undefined)[];
}

const inversesOf = (transaction: Transaction, first: number): readonly Inverse[] =>
  transaction.steps.map((step, index) => {
    const before = transaction.docs[index];
    if (!before) throw new Error('a transaction has a doc for each of its steps');
    return { step: step.invert(before), at: first + index + 1 };
  });

const endOf = (transaction: Transaction): number => {
  let end = -1;
  transaction.mapping.maps.at(-1)?.forEach((_from, _to, _newFrom, newTo) => {
    end = newTo;
  });
  return end;
};

const beginOf = (transaction: Transaction): readonly [number, number] => {
  let range: readonly [number, number] = [-1, -1];
  transaction.mapping.maps[0]?.forEach((from, to) => {
    range = [from, to];
  });
  return range;
};

const record = (history: History, transaction: Transaction): History => {
  const first = history.maps.length;
  const maps = [...history.maps, ...transaction.mapping.maps];
  const incoming: Incoming | undefined = transaction.getMeta(INCOMING);
  const turning: Turning | undefined = transaction.getMeta(TURNING);
  if (incoming)
    return {
      ...history,
      maps,
      mirrors: tied(
        history,
        incoming.mirrors.map(([away, again]) => [first + again, first + away]),
      ),
    };
  const group: Group = { inverses: inversesOf(transaction, first), time: transaction.time, end: endOf(transaction) };
  if (turning) {
    const mirrors = tied(
      history,
      turning.takes.flatMap((taken, index) => (taken === undefined ? [] : [[first + index, taken] as const])),
    );
    const [from, to] = turning.way === 'done' ? (['done', 'undone'] as const) : (['undone', 'done'] as const);
    return { ...history, maps, mirrors, [from]: history[from].slice(0, -1), [to]: [...history[to], group] };
  }
  if (transaction.getMeta('addToHistory') === false) return { ...history, maps };
  return { ...history, maps, done: joined(history.done, group, transaction), undone: [] };
};

const tied = (history: History, pairs: readonly (readonly [number, number])[]): History['mirrors'] =>
  pairs.length === 0 ? history.mirrors : new Map([...history.mirrors, ...pairs]);

const joined = (done: readonly Group[], group: Group, transaction: Transaction): readonly Group[] => {
  const last = done.at(-1);
  const [from, to] = beginOf(transaction);
  const goesOn = last && group.time - last.time < PAUSE && last.end >= from - 1 && last.end <= to + 1;
  if (!last || !goesOn) return [...done, group].slice(-DEPTH);
  return [...done.slice(0, -1), { ...group, inverses: [...last.inverses, ...group.inverses] }];
};

const wayOf = (history: History): Mapping => {
  const way = new Mapping();
  history.maps.forEach((map, index) => {
    way.appendMap(map, history.mirrors.get(index));
  });
  return way;
};

/** An inverse in today's text. What others have typed into the words that it takes away stays: it goes around them. */
const takenBack = (inverse: Step, way: Mapping): readonly Step[] => {
  const mapped = inverse.map(way);
  if (!mapped) return [];
  const taken = inverse instanceof ReplaceStep && mapped instanceof ReplaceStep ? inverse.to - inverse.from : 0;
  if (!(mapped instanceof ReplaceStep && inverse instanceof ReplaceStep) || taken === 0) return [mapped];
  const own: [number, number][] = [];
  for (let at = inverse.from; at < inverse.to; at += 1) {
    const from = way.map(at, 1);
    const last = own.at(-1);
    if (way.map(at + 1, -1) !== from + 1) continue;
    if (last?.[1] === from) last[1] = from + 1;
    else own.push([from, from + 1]);
  }
  const [first = [mapped.from, mapped.from] as const, ...rest] = own;
  if (rest.length === 0 && first[0] === mapped.from && first[1] === mapped.to) return [mapped];
  return [
    ...rest.reverse().map(([from, to]) => new ReplaceStep(from, to, Slice.empty)),
    new ReplaceStep(first[0], first[1], inverse.slice),
  ];
};

const brings = (step: Step): boolean =>
  (step instanceof ReplaceStep || step instanceof ReplaceAroundStep) && step.slice.size > 0;

/**
 * The transaction that takes the newest group back; nothing when there is none. A group whose deleted words have no place to
 * come back to is left alone as a whole, or taking back a move would be a deletion.
 */
const turn = (state: EditorState, way: Turning['way']): Transaction | undefined => {
  const history = key.getState(state);
  const group = history?.[way].at(-1);
  if (!history || !group) return undefined;
  const transaction = state.tr;
  const mapping = wayOf(history);
  const takes: (number | undefined)[] = [];
  for (const { step, at } of [...group.inverses].reverse()) {
    const back = takenBack(step, mapping.slice(at));
    const whole = back.length === 1 ? at - 1 : undefined;
    const done = back.filter((each) => transaction.maybeStep(each).failed === null);
    if (brings(step) && !done.some(brings)) return state.tr.setMeta(TURNING, { way, takes: [] } satisfies Turning);
    for (const each of done) {
      mapping.appendMap(each.getMap(), whole);
      takes.push(whole);
    }
  }
  return transaction.setMeta(TURNING, { way, takes } satisfies Turning).scrollIntoView();
};

const command =
  (way: Turning['way']): Command =>
  (state, dispatch) => {
    const transaction = turn(state, way);
    if (transaction) dispatch?.(transaction);
    return transaction !== undefined;
  };

/** Takes back the reviewer's own last change of the text. */
export const undo = command('done');

/** Does again what was last taken back. */
export const redo = command('undone');

/** The plugin that keeps an author's own history. */
export const history = (): Plugin<History> =>
  new Plugin<History>({
    key,
    state: {
      init: () => ({ maps: [], mirrors: new Map(), done: [], undone: [] }),
      apply: (transaction, state) =>
        transaction.docChanged || transaction.getMeta(TURNING) ? record(state, transaction) : state,
    },
    props: {
      handleDOMEvents: {
        beforeinput: (view, event) => {
          const own = event.inputType === 'historyUndo' ? undo : event.inputType === 'historyRedo' ? redo : undefined;
          if (!own) return false;
          event.preventDefault();
          return own(view.state, view.dispatch);
        },
      },
    },
  });
