import { readMaterial } from './material.ts';

/** Where the recorded sessions are. */
export const TRACES = '01-traces/open';

/** Characters taken and brought, each character by the number that it has for ever; `left` is its neighbour, -1 at the start. */
export interface TraceOperation {
  readonly left: number;
  readonly del: readonly number[];
  readonly ins: string;
  /** The number of the first character of `ins`, the others follow; nothing when there is none. */
  readonly id0: number | null;
}

/** What one person did at once, knowing of the others exactly their transactions up to `known`. */
export interface Transaction {
  readonly i: number;
  readonly agent: number;
  readonly seq: number;
  readonly known: readonly number[];
  readonly ms: number;
  readonly ops: readonly TraceOperation[];
}

/** Words to mark when the transactions up to `afterTxn` are made, and where they stand in the end, as offsets. */
export interface Span {
  readonly afterTxn: number;
  readonly from: number;
  readonly to: number;
  readonly quote: string;
  readonly minFrom: number;
  readonly finalFrom: number;
  readonly finalTo: number;
  readonly maxTo: number;
  readonly survivors: number;
}

/** A session of several people writing one text, as it was recorded. */
export interface Trace {
  readonly agents: number;
  readonly transactions: readonly Transaction[];
  /** The text that it ends in. */
  readonly ends: string;
  /** For each character, its place among all there ever were. */
  readonly rank: readonly number[];
  /** The characters themselves, by number. */
  readonly characters: readonly string[];
  readonly spans: readonly Span[];
}

interface Head {
  readonly agents: number;
  readonly endContent: string;
  readonly rank: readonly number[];
}

interface Linear {
  readonly txns: readonly { readonly patches: readonly (readonly [number, number, string])[] }[];
}

/** The characters that an operation brings, by number, in order. */
export const broughtIn = ({ ins, id0 }: TraceOperation): readonly number[] =>
  id0 === null ? [] : Array.from(ins, (_, index) => id0 + index);

const charactersOf = (transactions: readonly Transaction[]): readonly string[] => {
  const characters: string[] = [];
  for (const operation of transactions.flatMap(({ ops }) => ops)) {
    for (const [index, id] of broughtIn(operation).entries()) characters[id] = operation.ins.charAt(index);
  }
  return characters;
};

/** The concurrent session of three people, with 600 spans and where each ends. */
export const readTrace = (): Trace => {
  const [head = '', ...lines] = readMaterial(`${TRACES}/clownschool.ops.jsonl.gz`).trim().split('\n');
  const { agents, endContent, rank } = JSON.parse(head) as Head;
  const transactions = lines.map((line) => JSON.parse(line) as Transaction);
  const { anchors } = JSON.parse(readMaterial(`${TRACES}/clownschool.anchors.json.gz`)) as { anchors: Span[] };
  return { agents, transactions, ends: endContent, rank, characters: charactersOf(transactions), spans: anchors };
};

/** The text after the first transactions, by the file that has them already in one order: another road to the same text. */
export const linearText = (count: number): string => {
  const { txns } = JSON.parse(readMaterial(`${TRACES}/clownschool.linear.json.gz`)) as Linear;
  let text = '';
  for (const [at, deleted, inserted] of txns.slice(0, count).flatMap(({ patches }) => patches)) {
    text = text.slice(0, at) + inserted + text.slice(at + deleted);
  }
  return text;
};

/** The first transactions of a session, with the spans that are marked in them and where those stand at their end. */
export const beginningOf = (trace: Trace, count: number): Trace => {
  const transactions = trace.transactions.slice(0, count);
  const spans = trace.spans.filter(({ afterTxn }) => afterTxn < count);
  const cut = { ...trace, transactions, ends: linearText(count), spans: [] };
  const ends = endsOf(cut, spans);
  return { ...cut, spans: spans.map((span, index) => ({ ...span, ...ends[index] })) };
};

/** The characters that stand after the transactions up to `upTo`, in order. */
export const standingAfter = (trace: Trace, upTo: number): readonly number[] => {
  const standing = new Set<number>();
  for (const operation of trace.transactions.slice(0, upTo + 1).flatMap(({ ops }) => ops)) {
    for (const id of operation.del) standing.delete(id);
    for (const id of broughtIn(operation)) standing.add(id);
  }
  return [...standing].sort((one, other) => rankOf(trace, one) - rankOf(trace, other));
};

/** The place of a character among all there ever were. */
export const rankOf = ({ rank }: Trace, id: number): number => {
  const found = rank[id];
  if (found === undefined) throw new Error(`the trace has no character ${id}`);
  return found;
};

type End = Pick<Span, 'minFrom' | 'finalFrom' | 'finalTo' | 'maxTo' | 'survivors'>;

/** Where the words of each span end, by the characters that are left of them and of their surroundings. */
export const endsOf = (trace: Trace, spans: readonly Span[]): readonly End[] => {
  const offsets = new Map(standingAfter(trace, trace.transactions.length).map((id, offset) => [id, offset]));
  const left = (ids: readonly number[]): readonly number[] => ids.flatMap((id) => offsets.get(id) ?? []);
  const states = new Map(spans.map(({ afterTxn }) => [afterTxn, standingAfter(trace, afterTxn)]));
  return spans.map(({ afterTxn, from, to }) => {
    const then = states.get(afterTxn) ?? [];
    const kept = left(then.slice(from, to));
    const before = left(then.slice(0, from)).at(-1);
    return {
      minFrom: before === undefined ? 0 : before + 1,
      finalFrom: kept[0] ?? -1,
      finalTo: (kept.at(-1) ?? -1) + 1,
      maxTo: left(then.slice(to))[0] ?? offsets.size,
      survivors: kept.length,
    };
  });
};
