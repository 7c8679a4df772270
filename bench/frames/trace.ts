import { readFileSync } from 'node:fs';
import { type Figures, quantile } from '../statistics.ts';

/** An event of a Chromium trace, as far as it is read here; times are microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: Readonly<Record<string, unknown>>; readonly name?: string };
}

/** The categories that the figures are read from. */
export const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'loading'];

/** A piece of work of the main thread, in milliseconds: by the clock, and what the thread itself ran of it. */
interface Task {
  readonly start: number;
  readonly end: number;
  readonly wall: number;
  readonly cpu: number;
}

/** What a trace says of one page's main thread. */
export interface Traced {
  readonly tasks: readonly Task[];
  readonly events: readonly TraceEvent[];
}

const millis = (microseconds: number | undefined): number => (microseconds ?? 0) / 1_000;

/** Reads a trace that was recorded of one page: its main thread is the one that dispatched the most events to scripts. */
export const readTrace = (written: Buffer | string): Traced => {
  const text = typeof written === 'string' ? readFileSync(written, 'utf8') : written.toString('utf8');
  const { traceEvents } = JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] };
  const nameOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const mains = new Map(
    traceEvents
      .filter((each) => each.name === 'thread_name' && each.args?.name === 'CrRendererMain')
      .map((each) => [nameOf(each), 0]),
  );
  for (const each of traceEvents) {
    const count = mains.get(nameOf(each));
    if (each.name === 'EventDispatch' && count !== undefined) mains.set(nameOf(each), count + 1);
  }
  const [main] = [...mains].sort(([, one], [, other]) => other - one)[0] ?? [];
  const events = traceEvents.filter((each) => nameOf(each) === main).sort((one, other) => one.ts - other.ts);
  const tasks = events
    .filter(({ name, ph }) => name === 'RunTask' && ph === 'X')
    .map(({ ts, dur, tdur }) => ({
      ...{ start: millis(ts), end: millis(ts + (dur ?? 0)) },
      ...{ wall: millis(dur), cpu: millis(tdur ?? dur) },
    }));
  return { tasks, events };
};

/** The times at which events of a type were dispatched to the page. */
const dispatched = ({ events }: Traced, type: string): readonly number[] =>
  events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === type).map(({ ts }) => millis(ts));

const commits = ({ events }: Traced): readonly number[] =>
  events.filter(({ name }) => name === 'Commit').map(({ ts }) => millis(ts));

const work = (tasks: readonly Task[], from: number, to: number): Task => {
  const some = tasks.filter(({ start, end }) => end > from && start < to);
  const sum = (of: 'wall' | 'cpu'): number => some.reduce((all, each) => all + each[of], 0);
  return { start: from, end: to, wall: sum('wall'), cpu: sum('cpu') };
};

/** For each key, all that the main thread did from the key to the frame that shows it, and to the next key. */
const perKey = (traced: Traced): readonly { readonly frame: Task; readonly all: Task }[] => {
  const keys = dispatched(traced, 'keydown');
  const shown = commits(traced);
  return keys.map((at, index) => {
    const next = keys[index + 1] ?? at + 100;
    const drawn = shown.find((each) => each > at) ?? next;
    return { frame: work(traced.tasks, at, Math.min(drawn, next) + 0.001), all: work(traced.tasks, at, next) };
  });
};

/** The tasks in which a frame was drawn. */
const frames = (traced: Traced): readonly Task[] => {
  const shown = commits(traced);
  return traced.tasks.filter(({ start, end }) => shown.some((at) => at >= start && at <= end));
};

const spread = (name: string, values: readonly number[]): Figures => ({
  [`${name} p50`]: quantile(values, 0.5),
  [`${name} p95`]: quantile(values, 0.95),
  [`${name} p99`]: quantile(values, 0.99),
  [`${name} max`]: Math.max(...values, 0),
});

/** By the events of a trace, where the main thread's time went, in milliseconds a key. */
const shares = ({ events }: Traced, count: number): Figures => {
  const total = (...names: readonly string[]): number =>
    millis(events.filter(({ name }) => names.includes(name)).reduce((all, { dur }) => all + (dur ?? 0), 0)) /
    Math.max(1, count);
  return {
    style: total('UpdateLayoutTree'),
    layout: total('Layout'),
    paint: total('PrePaint', 'Paint', 'Layerize', 'Commit'),
    gc: total('MajorGC', 'MinorGC'),
  };
};

/** The figures of a scene in milliseconds: `frame` is what is done before the key is seen, `key` all that a key sets off. */
export const figuresOf = (traced: Traced, by: 'key' | 'frame'): Figures => {
  const keys = by === 'key' ? perKey(traced) : frames(traced).map((frame) => ({ frame, all: frame }));
  const shifts = traced.events.filter(({ name }) => name === 'LayoutShift');
  const score = shifts.reduce((all, { args }) => all + Number(args?.data?.score ?? 0), 0);
  return {
    ...spread(
      'frame',
      keys.map(({ frame }) => frame.wall),
    ),
    ...spread(
      'cpu',
      keys.map(({ frame }) => frame.cpu),
    ),
    'key p50': quantile(
      keys.map(({ all }) => all.cpu),
      0.5,
    ),
    'key p95': quantile(
      keys.map(({ all }) => all.cpu),
      0.95,
    ),
    ...shares(traced, keys.length),
    'longest task': Math.max(...traced.tasks.map(({ wall }) => wall), 0),
    'tasks > 50': traced.tasks.filter(({ wall }) => wall > 50).length,
    shifts: shifts.length,
    'shift score': score,
    count: keys.length,
  };
};
