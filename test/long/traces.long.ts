import assert from 'node:assert/strict';
import { setTimeout as passed } from 'node:timers/promises';
import { describeWith } from '../support/material.ts';
import { chance } from '../support/random.ts';
import { ServerProcess } from '../support/server-process.ts';
import { endsOf, readTrace, TRACES, type Trace } from '../support/trace.ts';
import { openRoomCourier } from '../support/trace-memory.ts';
import { assertEnds } from '../support/trace-oracle.ts';
import { TraceReplay } from '../support/trace-replay.ts';
import { openSocketCourier } from '../support/trace-sockets.ts';
import { openTraceWire } from '../support/trace-wire.ts';

const SEED = Number(process.env.SEED ?? 1);
const PEOPLE = ['ann', 'ben', 'cem'];

/** What goes wrong on the way. */
interface Trouble {
  readonly kills: number;
  /** The share of the messages that is lost, in both directions. */
  readonly loss: number;
}

/** Replays a trace through a real server and real sockets; says what it came to. */
const throughSockets = async (trace: Trace, { kills, loss }: Trouble): Promise<string> => {
  const luck = chance(SEED);
  const server = await ServerProcess.start();
  const tokens = await Promise.all(PEOPLE.map((name) => server.token(name, 'editor')));
  const article = await server.article(tokens[0] ?? '', 'Clown school');
  let [messages, lost, killed] = [0, 0, 0];
  const loses = (): boolean => {
    const isLost = luck.likely(loss);
    messages += 1;
    if (isLost) lost += 1;
    return isLost;
  };
  const wires = tokens.map((token) => openTraceWire({ url: server.url, token, patience: 250, loses }));
  const courier = await openSocketCourier(article, wires);
  const share = trace.transactions.length / Math.max(1, kills);
  const moments = new Set(Array.from({ length: kills }, (_, kill) => Math.floor((kill + luck.next()) * share)));
  let killing = Promise.resolve();
  const killSoon = async (): Promise<void> => {
    await passed(luck.below(30));
    await server.kill();
    killed += 1;
    await server.restart();
  };
  const meanwhile = async (made: number): Promise<void> => {
    if (moments.delete(made)) killing = killing.then(killSoon);
  };
  try {
    const replayed = new TraceReplay(trace, courier, { eager: 0.02, luck: chance(SEED), meanwhile });
    await replayed.run();
    await killing;
    assertEnds(trace, replayed.people);
    assert.deepEqual(server.errors, []);
    assert.equal(killed, kills);
    return `${replayed.entries} entries, ${killed} kills, ${lost} of ${messages} messages lost`;
  } finally {
    courier.close();
    await killing;
    await server.stop();
  }
};

const orAgain = <T>(run: Promise<T>): Promise<T> =>
  run.catch((cause) => {
    throw new Error(`run it again with SEED=${SEED} npx mocha --timeout 0 test/long/traces.long.ts`, { cause });
  });

describeWith(TRACES, 'a recorded session of three people, with 600 of its spans as claims', () => {
  const trace = readTrace();
  const ends = `ends in the text that was published, ${trace.spans.length} of ${trace.spans.length} claims on their words`;

  it('has an oracle that agrees with what the characters say', () => {
    for (const [index, end] of endsOf(trace, trace.spans).entries()) {
      const span = trace.spans[index];
      assert.deepEqual({ ...span, ...end }, span);
    }
  });

  for (const eager of [0, 1]) {
    it(`${ends}: in memory, ${eager === 0 ? 'sent when another has to know' : 'sent key by key'}`, async () => {
      const { courier } = await openRoomCourier(PEOPLE);
      const replayed = new TraceReplay(trace, courier, { eager, luck: chance(SEED) });
      await orAgain(replayed.run());
      assertEnds(trace, replayed.people);
    });
  }

  it(`${ends}: through real sockets (seed ${SEED})`, async () => {
    console.log(`      ${await orAgain(throughSockets(trace, { kills: 0, loss: 0 }))}`);
  });

  it(`${ends}: with the server killed 10 times and 1 % of the messages lost (seed ${SEED})`, async () => {
    console.log(`      ${await orAgain(throughSockets(trace, { kills: 10, loss: 0.01 }))}`);
  });
});
