import assert from 'node:assert/strict';
import { io, type Socket } from 'socket.io-client';
import { addPerson } from '../../server/accounts/person.ts';
import { issueToken } from '../../server/accounts/tokens.ts';
import { systemClock } from '../../server/clock.ts';
import { newId } from '../../server/ids.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { postgresAnswers } from '../support/a-postgres.ts';
import { Line } from '../support/exchange.ts';
import { startTwoServers, type TwoServers } from '../support/two-servers.ts';
import { untilSo } from '../support/writing-desk.ts';

describe('npm run start:cluster', function () {
  this.timeout(90_000);
  let servers: TwoServers;
  const sockets: Socket[] = [];

  before(async function () {
    if (process.platform !== 'linux' || !(await postgresAnswers())) this.skip();
    servers = await startTwoServers();
  });
  after(async () => {
    for (const socket of sockets) socket.close();
    await servers?.stop();
  });

  it('has two servers answer at one address, and goes on when one of them is killed', async () => {
    const stores = await openPostgres(servers.database, () => {});
    const accounts = { store: stores.accounts, clock: systemClock, newId };
    const added = await addPerson(accounts, { email: 'una@example.org', name: 'Una' }, 'editor');
    assert.ok('added' in added);
    const url = servers.address;
    // Enough people that both servers have some.
    const tokens: string[] = [];
    for (let each = 0; each < 8; each += 1) tokens.push(await issueToken(accounts, added.added.id, 'test'));
    await stores.close();
    const made = await fetch(`${url}/api/articles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens[0]}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'The moon', clean: false }),
    });
    assert.equal(made.status, 201);
    const { id } = (await made.json()) as { readonly id: string };
    for (const token of tokens)
      sockets.push(
        io(url, {
          auth: { token },
          extraHeaders: { authorization: `Bearer ${token}` },
          transports: ['websocket'],
          forceNew: true,
        }),
      );
    const lines = sockets.map((socket) => new Line(socket));
    const joined = await Promise.all(lines.map((line) => line.join(id)));
    const base = joined[0]?.version ?? 0;
    const part = (text: string) => ({ kind: 'source.add', source: text, fields: { title: text } });
    await lines[0]?.does(id, 'a', base, [part('one')]);
    await Promise.all(lines.map((line) => line.hears('entries')));

    const [first] = servers.pids();
    process.kill(first!, 'SIGKILL');
    const since = Date.now();
    // Everyone is with a server again that gives what they do a place.
    await Promise.all(
      lines.map(async (line, who) => {
        let last = '';
        await untilSo(
          async () => {
            if (!line.socket.connected) return false;
            const again = await Promise.race([
              line.join(id).then(
                () => line.does(id, `b${who}`, base, [part(`two-${who}`)]),
                () => undefined,
              ),
              new Promise<undefined>((resolve) => setTimeout(resolve, 1_000)),
            ]);
            last = JSON.stringify(again);
            return again !== undefined && 'version' in again;
          },
          () =>
            `${who} is ${line.socket.connected ? 'connected' : 'away'}, and was answered ${last}\n${servers.said.join('\n')}`,
        );
      }),
    );
    console.log(`      everybody went on ${Date.now() - since} ms after a server was killed`);
    await servers.started(3);
  });

  it('ends when it is asked to, also while a server that ended is about to be started again', async () => {
    const more = await startTwoServers();
    const [first] = more.pids();
    process.kill(first!, 'SIGKILL');
    await untilSo(
      () => more.said.some((line) => line.includes('is started again')),
      () => more.said.join('\n'),
    );
    await more.stop();
    assert.equal(more.said.filter((line) => line.includes('Touchstone is at')).length, 2);
  });
});
