import { openSchema, postgresAnswers } from './a-postgres.ts';
import { describeWith } from './material.ts';
import { chance } from './random.ts';
import { runAgain } from './run-again.ts';
import { onTwoServers } from './servers-on-postgres.ts';
import { planOf, simulate } from './simulator/simulate.ts';
import { beginningOf, readTrace, TRACES } from './trace.ts';
import { openRoomCourier } from './trace-memory.ts';
import { assertEnds } from './trace-oracle.ts';
import { TraceReplay } from './trace-replay.ts';
import { troubledSession } from './troubled-session.ts';

type Logs = Parameters<Parameters<typeof onTwoServers>[1]>[0];

/** How much of each is run. */
export interface OnTwoServers {
  /** The first seed, and how many. */
  readonly first: number;
  readonly count: number;
  /** So many transactions of the recorded session are replayed. */
  readonly transactions: number;
  /** The file that a failing seed is run again by. */
  readonly file: string;
}

/** The tests of the newsroom on two servers that have one PostgreSQL database, in one process. */
export const newsroomOnTwoServers = ({ first, count, transactions, file }: OnTwoServers): void => {
  let schema: Awaited<ReturnType<typeof openSchema>>;

  before(async function () {
    if (!(await postgresAnswers())) this.skip();
    schema = await openSchema();
  });
  after(() => schema?.close());

  const eachSeed = async (run: (seed: number, logs: Logs) => Promise<unknown>): Promise<void> => {
    for (let seed = first; seed < first + count; seed += 1)
      await onTwoServers(schema, (logs) => run(seed, logs)).catch((error) => {
        throw runAgain(`SEED=${seed} COUNT=1 npx mocha ${file}`, error);
      });
  };

  it(`T1 T2 T3 end at one state in trouble, with every operation in the log once (${count} seeds from ${first})`, () =>
    eachSeed(troubledSession));

  it(`keep every rule of a simulated desk (T1-T7, T9-T11; ${count} seeds from ${first})`, () =>
    eachSeed((seed, logs) => simulate(planOf(seed), logs)));

  describeWith(TRACES, 'with the beginning of a recorded session of three people', () => {
    it('end in its text, with the claims on their words (T3, T4)', () =>
      onTwoServers(schema, async (logs) => {
        const trace = beginningOf(readTrace(), transactions);
        const { courier } = await openRoomCourier(['ann', 'ben', 'cem'], logs);
        const replayed = new TraceReplay(trace, courier, { eager: 0.2, luck: chance(first) });
        await replayed.run();
        assertEnds(trace, replayed.people);
      }));
  });
};
