import { monitorEventLoopDelay } from 'node:perf_hooks';
import { memoryUsage } from 'node:process';
import type { LogStore } from './storage/log-store.ts';

/** What is counted one by one. */
export const COUNTED = {
  entries: 'Entries that were stored.',
  commit_failures: 'Appends that failed.',
  lag: 'Times a page fell too far behind to be sent entries.',
  resyncs: 'Times a page came back to an article and went on from where it stood.',
  openings: 'Times an article was sent whole to a page.',
  cut_off: 'Connections that were ended because they went on sending what is not taken.',
  drift: 'Times a page differed from the server at the same version.',
} as const;

/** A key of `COUNTED`. */
export type Counted = keyof typeof COUNTED;

/** How a value is now, by the name of its series. */
export type Gauges = Readonly<Record<string, readonly [help: string, value: number]>>;

/** The upper bounds of how long a commit takes, in seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** What the server counts of itself while it runs, to be written out as Prometheus reads it (text format 0.0.4). Nothing in it names an article or a person. */
export class Metrics {
  readonly #counts = new Map<Counted, number>();
  readonly #answers = new Map<string, number>();
  readonly #buckets = BOUNDS.map(() => 0);
  readonly #delay = monitorEventLoopDelay({ resolution: 20 });
  #commits = 0;
  #seconds = 0;

  constructor() {
    this.#delay.enable();
  }

  /** Counts something. */
  count(what: Counted, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
  }

  /** Counts an answer over HTTP by its status. */
  answered(status: number): void {
    const kind = `${Math.floor(status / 100)}xx`;
    this.#answers.set(kind, (this.#answers.get(kind) ?? 0) + 1);
  }

  /** The same store, of which each append is timed. */
  timed(store: LogStore): LogStore {
    return {
      ...store,
      append: async (entries, listing) => {
        const from = performance.now();
        try {
          const appended = await store.append(entries, listing);
          if ('head' in appended) this.count('entries', entries.length);
          return appended;
        } catch (error) {
          this.count('commit_failures');
          throw error;
        } finally {
          this.#timed((performance.now() - from) / 1_000);
        }
      },
    };
  }

  /** Lets go of what watches the process. */
  close(): void {
    this.#delay.disable();
  }

  /** All of it, with what else there is to say of now. */
  text(gauges: Gauges): string {
    return [
      ...Object.entries(gauges).flatMap(([name, [help, value]]) =>
        series(name, name.endsWith('_total') ? 'counter' : 'gauge', help, [['', value]]),
      ),
      ...Object.entries(COUNTED).flatMap(([name, help]) =>
        series(`touchstone_${name}_total`, 'counter', help, [['', this.#counts.get(name as Counted) ?? 0]]),
      ),
      ...series(
        'touchstone_requests_total',
        'counter',
        'Requests over HTTP, by the kind of their answer.',
        [...this.#answers].map(([kind, times]) => [`{status="${kind}"}`, times] as const),
      ),
      ...this.#commitTimes(),
      ...this.#eventLoop(),
      ...memory(),
      '',
    ].join('\n');
  }

  #timed(seconds: number): void {
    this.#commits += 1;
    this.#seconds += seconds;
    for (const [index, bound] of BOUNDS.entries())
      if (seconds <= bound) this.#buckets[index] = (this.#buckets[index] ?? 0) + 1;
  }

  #commitTimes(): readonly string[] {
    const name = 'touchstone_commit_seconds';
    return [
      `# HELP ${name} How long an append took until it was durable, the wait for its turn included.`,
      `# TYPE ${name} histogram`,
      ...BOUNDS.map((bound, index) => `${name}_bucket{le="${bound}"} ${this.#buckets[index]}`),
      `${name}_bucket{le="+Inf"} ${this.#commits}`,
      `${name}_sum ${this.#seconds}`,
      `${name}_count ${this.#commits}`,
    ];
  }

  /** Since it was asked last. */
  #eventLoop(): readonly string[] {
    const seconds = (nanoseconds: number): number => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
    const delay = this.#delay;
    const [middle, late, most] = [delay.percentile(50), delay.percentile(99), delay.max].map(seconds);
    delay.reset();
    return series(
      'touchstone_event_loop_delay_seconds',
      'gauge',
      'How late the event loop was since this was asked last.',
      [
        ['{quantile="0.5"}', middle ?? 0],
        ['{quantile="0.99"}', late ?? 0],
        ['{quantile="1"}', most ?? 0],
      ],
    );
  }
}

const series = (
  name: string,
  kind: 'gauge' | 'counter',
  help: string,
  values: readonly (readonly [labels: string, value: number])[],
): readonly string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${kind}`,
  ...values.map(([labels, value]) => `${name}${labels} ${value}`),
];

const memory = (): readonly string[] => {
  const { rss, heapUsed, external } = memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    ...series('process_resident_memory_bytes', 'gauge', 'Resident memory in bytes.', [['', rss]]),
    ...series('nodejs_heap_size_used_bytes', 'gauge', 'Bytes of the heap that are in use.', [['', heapUsed]]),
    ...series('nodejs_external_memory_bytes', 'gauge', 'Bytes that are held outside the heap.', [['', external]]),
    ...series('process_cpu_seconds_total', 'counter', 'User and system CPU time in seconds.', [
      ['', (user + system) / 1e6],
    ]),
    ...series('process_start_time_seconds', 'gauge', 'When the process started, in seconds since 1970.', [
      ['', Math.round(performance.timeOrigin) / 1e3],
    ]),
  ];
};
