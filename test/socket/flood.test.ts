import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Exchange, type Line } from '../support/exchange.ts';

const MESSAGES = 10_000;
const MEGABYTES_50 = 'x'.repeat(50_000_000);

const FLOODS: Readonly<Record<string, (eve: Line, article: string, turn: number) => void>> = {
  'names that do not exist': (eve, _article, turn) => eve.socket.emit(`name-${turn}`, { turn }),
  'presence, which is right but for its number': (eve, article) =>
    eve.socket.emit('presence', { article, version: 1, at: { anchor: 1, head: 1 } }),
  'operations without an id, with callbacks': (eve, article) =>
    eve.socket.emit('operation', { article, operation: { base: 1, parts: [] } }, () => {}),
  'operations of a future': (eve, article, turn) =>
    eve.socket.emit('operation', {
      article,
      operation: { opId: `o${turn}`, base: 9_000, parts: [{ kind: 'article.lock' }] },
    }),
};

describe('a flood on a socket', function () {
  this.timeout(60_000);
  let exchange: Exchange;
  let article: string;
  let ben: Line;

  before(async () => {
    exchange = await Exchange.open();
    article = await exchange.article('The moon is far.');
    ben = await exchange.call('ben.editor');
    await ben.join(article);
  });
  after(() => exchange.close());

  for (const [index, [what, send]] of Object.entries(FLOODS).entries()) {
    it(`of ${MESSAGES} ${what} ends with a reason, while another works on`, async () => {
      const eve = await exchange.call('eve.editor');
      await eve.join(article);
      const gone = once(eve.socket as never, 'disconnect');
      for (let turn = 0; turn < MESSAGES; turn += 1) send(eve, article, turn);
      const fields = { title: `Almanac ${index}` };
      const { version } = await ben.does(article, `ben-${index}`, 1, [
        { kind: 'source.add', source: `s${index}`, fields },
      ]);
      assert.equal(version, index + 2);
      assert.deepEqual(await gone.then(([reason]) => reason), 'io server disconnect');
      assert.equal(eve.notices('fault').at(-1)?.fault, 'cut-off');
      assert.ok(ben.socket.connected);
      assert.equal(await exchange.store.head(article), index + 2);
      assert.deepEqual(exchange.reports, []);
    });
  }

  it('may begin anew on another connection, and is taken again', async () => {
    const eve = await exchange.call('eve.editor');
    assert.equal((await eve.join(article)).version, Object.keys(FLOODS).length + 1);
  });

  it('of 50 MB in one message is not read: the connection ends as "message too big"', async () => {
    const socket = new WebSocket(`${exchange.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const opened = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<number>();
    socket.onmessage = () => opened.resolve();
    socket.onclose = ({ code }) => closed.resolve(code);
    await opened.promise;
    socket.send(`42["join","${MEGABYTES_50}"]`);
    const { version } = await ben.does(article, 'ben-big', 1, [
      { kind: 'source.add', source: 'big', fields: { title: 'Big' } },
    ]);
    assert.equal(version, Object.keys(FLOODS).length + 2);
    assert.equal(await closed.promise, 1009);
  });

  it('of 50 MB in one request of long polling is answered with 413', async () => {
    const path = `${exchange.url}/socket.io/?EIO=4&transport=polling`;
    const { sid } = JSON.parse((await (await fetch(path)).text()).slice(1));
    const answer = await fetch(`${path}&sid=${sid}`, { method: 'POST', body: MEGABYTES_50 }).catch(() => undefined);
    // The server may hang up before all of it was sent.
    assert.ok(answer === undefined || answer.status === 413, String(answer?.status));
    assert.deepEqual(exchange.reports, []);
  });

  it('of announced attachments that never come is not waited for', async () => {
    const eve = await exchange.call('eve.editor');
    const gone = once(eve.socket as never, 'disconnect');
    eve.socket.io.engine.write('5100000-["join",{"_placeholder":true,"num":0}]');
    await gone;
    assert.ok(ben.socket.connected);
  });
});
