import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { closedInTime, STOP_LIMIT } from '../../server/stopping.ts';
import { PROTOCOL } from '../../shared/protocol.ts';
import { runAgain } from '../support/run-again.ts';
import { ServerProcess } from '../support/server-process.ts';
import { killServer } from '../support/trace-kills.ts';

const SEED = Number(process.env.SEED ?? 1);

const connected = (page: Socket): Promise<void> => new Promise((resolve) => page.once('connect', () => resolve()));

describe('a server that is told to stop', function () {
  this.timeout(120_000);

  it(`answers what is under way, ends with 0 and loses nothing, while people write (T1, T2, T3, T9, T10; seed ${SEED})`, async () => {
    await killServer({ seed: SEED, kills: 3, writers: 4, how: 'stopped' }).catch((error) => {
      throw runAgain(`SEED=${SEED} npx mocha test/socket/stopping.test.ts`, error);
    });
  });

  it('tells pages that it is being restarted, and does not wait for a request that never ends', async () => {
    const server = await ServerProcess.start();
    const token = await server.token('una', 'editor');
    const page = io(server.url, { transports: ['websocket'], auth: { token, protocol: PROTOCOL }, forceNew: true });
    const endless = connect(Number(new URL(server.url).port), '127.0.0.1');
    endless.on('error', () => {}); // it is cut off
    try {
      await connected(page);
      endless.write('POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
      const told = Promise.all([
        new Promise((resolve) => page.once('fault', resolve)),
        new Promise((resolve) => page.once('disconnect', resolve)),
      ]);
      const from = Date.now();
      assert.equal(await server.end(), 0);
      assert.ok(Date.now() - from < STOP_LIMIT);
      const [fault] = await told;
      assert.deepEqual(fault, { fault: 'closing', message: 'The server is being restarted.' });
      const before = page.io.engine?.id;
      await server.restart();
      await connected(page);
      assert.notEqual(page.io.engine?.id, before);
    } finally {
      page.close();
      endless.destroy();
      await server.stop();
    }
  });

  it('waits for what is to be done, but not for ever', async () => {
    let timeIsOver = (): void => {};
    const after = (_milliseconds: number, run: () => void): (() => void) => {
      timeIsOver = run;
      return () => {};
    };
    assert.equal(await closedInTime(async () => {}, STOP_LIMIT, after), true);
    const never = closedInTime(() => new Promise(() => {}), STOP_LIMIT, after);
    timeIsOver();
    assert.equal(await never, false);
    await assert.rejects(
      closedInTime(() => Promise.reject(new Error('the disk')), STOP_LIMIT, after),
      /the disk/,
    );
  });
});
