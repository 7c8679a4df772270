import assert from 'node:assert/strict';
import { Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { Exchange } from '../../client/exchange.ts';
import { act } from '../../client/session.ts';
import type { Wire } from '../../client/wire.ts';
import { articleToJson } from '../../shared/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { begin } from '../support/anchored-article.ts';

const article = begin('the moon is [c:made of chalk]');
const opened = { reviewer: 'ann', version: article.version, people: {}, present: [], article: articleToJson(article) };
const cut: AnyPart = { kind: 'text', target: 'body', steps: [new ReplaceStep(3, 7, Slice.empty)] };
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** An exchange that has the article open, by a wire that answers joins and says that everything compared differs. */
const anExchange = async (joins: readonly (object | Promise<object>)[]) => {
  const waiting = [...joins];
  const asked: string[] = [];
  const listeners = new Map<string, (message: object) => void>();
  const wire: Wire = {
    connected: true,
    id: 'here',
    on: (event, listener) => listeners.set(event, listener),
    emitWithAck: async (event) => {
      asked.push(event);
      if (event === 'join') return waiting.shift() ?? assert.fail('joined too often');
      return event === 'compare' ? { same: false } : new Promise(() => {});
    },
    emit: () => {},
    connect: () => {},
    disconnect: () => {},
  };
  const ports = { wire, now: () => '2026-01-01T00:00:00.000Z', newId: () => 'new', say: () => {} };
  const exchange = new Exchange('a1', ports, { claim: () => undefined, entered: () => {}, resighted: () => {} });
  await settled();
  const cuts = (): void => {
    assert.ok(exchange.session.value);
    exchange.queue(act(exchange.session.value, [cut], 'cut', ports.now()).session);
  };
  return { exchange, asked, cuts, notice: (event: string, message: object) => listeners.get(event)?.(message) };
};

describe('the exchange with the server', () => {
  afterEach(() => settled());

  it('gives back what was done while the article was opened anew (T10)', async () => {
    const again = Promise.withResolvers<object>();
    const { exchange, cuts } = await anExchange([opened, again.promise]);
    await exchange.check(async () => 'another hash');
    cuts();
    again.resolve(opened);
    await settled();
    assert.deepEqual([exchange.waiting.value, exchange.tray.value.map(({ id }) => id)], [0, ['cut.0']]);
    exchange.company.stop();
  });

  it('opens the article anew at an entry that follows another one than its last: the server was restored', async () => {
    const { exchange, asked, notice } = await anExchange([opened, opened]);
    const [version, hash] = [article.version + 1, 'f'.repeat(64)];
    const entry = { version, opId: 'o', reviewer: 'ben', at: '2026', parts: [], dropped: [], previous: hash, hash };
    notice('entries', { article: 'a1', entries: [entry] });
    await settled();
    assert.deepEqual([asked, exchange.session.value?.confirmed.version], [['join', 'join'], article.version]);
    exchange.company.stop();
  });
});
