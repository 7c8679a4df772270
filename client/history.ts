import { type Command, type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Mapping, type StepMap } from 'prosemirror-transform';
import { GrowingList } from './growing-list.ts';
import { brings, type Inverse, inversesOf, takenBack, takesWhole } from './inverse.ts';
import { type Takeback, type Turning, together } from './taking-back.ts';

/** What one press of undo takes back. */
interface Group {
  readonly inverses: readonly Inverse[];
  /** Present when more than text was done: marking, withdrawing, restoring. */
  readonly takeback?: Takeback;
  /** When its last step was made, in milliseconds. */
  readonly time: number;
  /** Where its last step ended, to tell whether the next one goes on there. */
  readonly end: number;
}

/**
 * What its author can take back: only their own steps and acts, in the order they were done; others' are stepped over. Every
 * change of the text is one map in `maps`, whoever made it; steps that were taken back and done again around somebody's entry are
 * tied together as mirrors, so that an old inverse finds its way, and one that no longer has a place is left out, never an error.
 */
interface History {
  readonly maps: GrowingList<StepMap>;
  /** Pairs of indexes of maps, of which the first brings back what the second took away. */
  readonly mirrors: GrowingList<readonly [number, number]>;
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
const ACTED = 'acted';

interface Acted {
  readonly takeback: Takeback | undefined;
  readonly goesOn: boolean;
}

/** Marks a transaction as one that brings others' entries in. */
export const markIncoming = (transaction: Transaction, incoming: Incoming): Transaction =>
  transaction.setMeta(INCOMING, incoming).setMeta('addToHistory', false);

/** Says how what a transaction belongs to is taken back, besides its steps; with `goesOn` together with what was done before it. */
export const markActed = (transaction: Transaction, takeback: Takeback | undefined, goesOn = false): Transaction =>
  transaction.setMeta(ACTED, { takeback, goesOn } satisfies Acted);

/** What a transaction of undo or redo says of itself. */
interface Turn extends Turning {
  /** For each step of the transaction, the index of the map that it takes back as a whole, if it does. */
  readonly takes: readonly (number | undefined)[];
  /** What stood on the stack goes and nothing comes of it. */
  readonly isGone?: true;
}

/** What a transaction of undo or redo takes back besides its steps; nothing for any other. */
export const turningOf = (transaction: Transaction): Turning | undefined => transaction.getMeta(TURNING);

/** The transaction that lets go what undo or redo would have come to: it cannot be done any more. */
export const lettingGo = (state: EditorState, way: Turning['way']): Transaction =>
  state.tr.setMeta(TURNING, { way, takes: [], isGone: true } satisfies Turn);

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
  const maps = history.maps.with(transaction.mapping.maps);
  const incoming: Incoming | undefined = transaction.getMeta(INCOMING);
  const turning: Turn | undefined = transaction.getMeta(TURNING);
  const acted: Acted | undefined = transaction.getMeta(ACTED);
  if (incoming && history.done.length === 0 && history.undone.length === 0) return EMPTY; // nothing to find a way to
  if (incoming)
    return {
      ...history,
      maps,
      mirrors: history.mirrors.with(incoming.mirrors.map(([away, again]) => [first + again, first + away] as const)),
    };
  const group: Group = {
    inverses: inversesOf(transaction, first),
    ...(acted?.takeback && { takeback: acted.takeback }),
    time: transaction.time,
    end: endOf(transaction),
  };
  if (turning) {
    const taken = turning.takes.flatMap((each, index) => (each === undefined ? [] : [[first + index, each] as const]));
    const mirrors = history.mirrors.with(taken);
    const [from, to] = turning.way === 'done' ? (['done', 'undone'] as const) : (['undone', 'done'] as const);
    const left = history[from].slice(0, -1);
    return { ...history, maps, mirrors, [from]: left, ...(!turning.isGone && { [to]: [...history[to], group] }) };
  }
  if (transaction.getMeta('addToHistory') === false) return { ...history, maps };
  return { ...history, maps, done: joined(history.done, group, transaction, acted?.goesOn), undone: [] };
};

const EMPTY: History = { maps: GrowingList.none, mirrors: GrowingList.none, done: [], undone: [] };

const joined = (done: readonly Group[], group: Group, transaction: Transaction, goesOn = false): readonly Group[] => {
  const last = done.at(-1);
  if (!last || !(goesOn || typesOn(last, group, transaction))) return [...done, group].slice(-DEPTH);
  const takeback = together(last.takeback, group.takeback);
  return [
    ...done.slice(0, -1),
    { ...group, inverses: [...last.inverses, ...group.inverses], ...(takeback && { takeback }) },
  ];
};

const typesOn = (last: Group, group: Group, transaction: Transaction): boolean => {
  if (last.takeback || group.takeback) return false;
  const [from, to] = beginOf(transaction);
  return group.time - last.time < PAUSE && last.end >= from - 1 && last.end <= to + 1;
};

/**
 * The ways from an author's changes to the text of now. A map finds the first that it is tied to: the last one stands first, so that
 * what was taken back and done again, however often, is the words it was.
 */
class Ways {
  readonly #maps: StepMap[];
  readonly #mirrors: number[];

  constructor({ maps, mirrors }: History) {
    this.#maps = [...maps];
    this.#mirrors = [...mirrors].reverse().flat();
  }

  /** The way from the text as it was after so many maps. */
  after(maps: number): Mapping {
    return new Mapping(this.#maps, this.#mirrors, maps);
  }

  /** Makes all ways longer by a map, which may bring back what an earlier one took away. */
  goOn(map: StepMap, mirror: number | undefined): void {
    this.#maps.push(map);
    if (mirror !== undefined) this.#mirrors.unshift(this.#maps.length - 1, mirror);
  }
}

/**
 * The transaction that takes the newest group back; nothing when there is none. A group whose deleted words have no place to
 * come back to is left alone as a whole, or taking back a move would be a deletion.
 */
const turn = (state: EditorState, way: Turning['way']): Transaction | undefined => {
  const history = key.getState(state);
  const group = history?.[way].at(-1);
  if (!history || !group) return undefined;
  const transaction = state.tr;
  const ways = new Ways(history);
  const takes: (number | undefined)[] = [];
  for (const { step, at } of [...group.inverses].reverse()) {
    const back = takenBack(step, ways.after(at), transaction.doc);
    const whole = takesWhole(step, back) ? at - 1 : undefined;
    const done = back.filter((each) => transaction.maybeStep(each).failed === null);
    if (brings(step) && !done.some(brings)) return state.tr.setMeta(TURNING, { way, takes: [] } satisfies Turn);
    for (const each of done) {
      ways.goOn(each.getMap(), whole);
      takes.push(whole);
    }
  }
  const { takeback } = group;
  const turning: Turn = { way, takes, ...(takeback && { takeback }) };
  return transaction.docChanged
    ? transaction.setMeta(TURNING, turning).scrollIntoView()
    : transaction.setMeta(TURNING, turning);
};

const command =
  (way: Turning['way']): Command =>
  (state, dispatch) => {
    const transaction = turn(state, way);
    if (transaction) dispatch?.(transaction);
    return transaction !== undefined;
  };

/** Takes back what the reviewer did last. */
export const undo = command('done');

/** Does again what was last taken back. */
export const redo = command('undone');

/** The plugin that keeps an author's own history. */
export const history = (): Plugin<History> =>
  new Plugin<History>({
    key,
    state: {
      init: () => EMPTY,
      apply: (transaction, state) =>
        transaction.docChanged || transaction.getMeta(TURNING) || transaction.getMeta(ACTED)
          ? record(state, transaction)
          : state,
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
