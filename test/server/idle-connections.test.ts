import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IDLE_LIMIT, keepIdleConnections } from '../../server/idle-connections.ts';

describe('connections that lie idle', () => {
  let server: Server;
  let isClosing = false;
  const agent = new Agent({ keepAlive: true });

  before(async () => {
    server = createServer();
    keepIdleConnections(server, () => isClosing);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  after(() => {
    agent.destroy();
    server.closeAllConnections();
  });

  it('are kept for longer than proxies keep theirs, and closed with the answer that is under way when the server closes', async () => {
    const asked = once(server, 'request') as Promise<[IncomingMessage, ServerResponse]>;
    const asking = get({ agent, host: '127.0.0.1', port: (server.address() as AddressInfo).port });
    const answered = once(asking, 'response') as Promise<[IncomingMessage]>;
    const [, answer] = await asked;
    answer.flushHeaders();
    const [{ headers }] = await answered;
    assert.equal(headers['keep-alive'], `timeout=${IDLE_LIMIT / 1_000}`);
    assert.ok(IDLE_LIMIT > 60_000 && server.headersTimeout > IDLE_LIMIT);

    // Nobody else closes it: the test would end by its timeout.
    isClosing = true;
    const closed = new Promise((resolve) => server.close(resolve));
    answer.end();
    await closed;
  });
});
