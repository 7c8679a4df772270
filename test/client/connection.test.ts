import assert from 'node:assert/strict';
import { Connection, type Correspondent } from '../../client/connection.ts';
import type { Wire } from '../../client/wire.ts';
import type { Entry } from '../../shared/log.ts';
import type { Operation } from '../../shared/operation.ts';
import { type Fault, faultOf, toJson } from '../../shared/protocol.ts';

const HASH = '0'.repeat(64);

const entry = (version: number, opId = `other${version}`): Entry => ({
  version,
  opId,
  reviewer: 'ben',
  at: '2026-01-01T00:00:00.000Z',
  parts: [],
  dropped: [],
  previous: HASH,
  hash: HASH,
});

type Replies = Readonly<Record<string, (message: never) => object | Promise<object>>>;

/** A wire whose other end answers as told and keeps what it was sent. */
const wireTo = (replies: Replies) => {
  const sent: [string, unknown][] = [];
  const listeners = new Map<string, (message: object) => void>();
  const wire: Wire = {
    connected: true,
    id: 'here',
    on: (event, listener) => listeners.set(event, listener),
    emitWithAck: async (event, message) => {
      sent.push([event, message]);
      const reply = replies[event];
      if (!reply) throw new Error(`no reply to ${event}`);
      return reply(message as never);
    },
    emit: (event, message) => sent.push([event, message]),
    connect: () => {},
    disconnect: () => {},
  };
  const notice = (event: string, message: object): void => listeners.get(event)?.(message);
  const asked = (event: string): unknown[] => sent.filter(([name]) => name === event).map(([, message]) => message);
  return { wire, notice, asked };
};

/** A correspondent that keeps a version and a queue, as a session does. */
const someone = (start?: number, sight?: string) => {
  const log: string[] = [];
  const queue: Operation[] = [];
  let version = start;
  let key = sight;
  const whose: Correspondent = {
    version: () => version,
    sightKey: () => key,
    resighted: ({ version: to, article }, since) => {
      log.push(`sees otherwise from ${version} to ${to}: ${since.map((each) => each.version)}`);
      version = to;
      key = article?.sight;
    },
    opened: (joined) => {
      version = joined.version;
      log.push(`opened ${version}`);
    },
    entered: (entries) => {
      for (const { version: next, opId } of entries) {
        assert.equal(next, (version ?? 0) + 1, 'entries come without gaps');
        version = next;
        if (queue[0]?.opId === opId) queue.shift();
        log.push(`entered ${next}`);
      }
    },
    next: () => queue[0],
    kept: () => Promise.resolve(),
    refused: (fault: Fault, operation) => {
      log.push(`refused ${operation.opId}: ${fault.fault}`);
      queue.shift();
    },
    present: () => {},
    people: () => {},
    line: (line) => log.push(line),
    closed: (fault) => log.push(`closed: ${fault.fault}`),
  };
  return { whose, log, queue };
};

const operation = (opId: string): Operation => ({ opId, base: 0, parts: [] });
const joined = (version: number, more: object = {}) => ({ reviewer: 'ann', version, people: {}, present: [], ...more });
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('connection', () => {
  it('joins without a version and opens the whole article', async () => {
    const { wire, asked } = wireTo({ join: () => joined(4) });
    const { whose, log } = someone();
    new Connection('a1', wire, whose);
    await settled();
    assert.deepEqual(asked('join'), [{ article: 'a1' }]);
    assert.deepEqual(log, ['opened 4', 'open']);
  });

  it('resumes by version and takes the entries it missed', async () => {
    const { wire, asked } = wireTo({ join: () => joined(3, { entries: [toJson(entry(2)), toJson(entry(3))] }) });
    const { whose, log } = someone(1);
    new Connection('a1', wire, whose);
    await settled();
    assert.deepEqual(asked('join'), [{ article: 'a1', version: 1 }]);
    assert.deepEqual(log, ['entered 2', 'entered 3', 'open']);
  });

  it('sends one operation at a time, the next when the entry of the first has come', async () => {
    const { wire, notice, asked } = wireTo({ join: () => joined(0), operation: () => new Promise(() => {}) });
    const { whose, queue } = someone(0);
    const connection = new Connection('a1', wire, whose);
    await settled();
    queue.push(operation('one'), operation('two'));
    connection.flush();
    connection.flush();
    await settled();
    assert.equal(asked('operation').length, 1);
    notice('entries', { article: 'a1', entries: [toJson(entry(1, 'one'))] });
    await settled();
    assert.deepEqual(asked('operation'), [
      { article: 'a1', operation: toJson(operation('one')) },
      { article: 'a1', operation: toJson(operation('two')) },
    ]);
  });

  it('sends the same bytes again after a break, until they are answered (T2)', async () => {
    const { wire, notice, asked } = wireTo({
      join: () => joined(0, { entries: [] }),
      operation: () => new Promise(() => {}),
    });
    const { whose, queue } = someone(0);
    const connection = new Connection('a1', wire, whose);
    await settled();
    queue.push(operation('one'));
    connection.flush();
    await settled();
    notice('disconnect', {});
    notice('connect', {});
    await settled();
    const [first, again] = asked('operation');
    assert.deepEqual(first, again);
  });

  it('sends nothing before it is on this machine’s disk (T10)', async () => {
    const { wire, asked } = wireTo({ join: () => joined(0), operation: () => new Promise(() => {}) });
    const { whose, queue } = someone(0);
    const disk = Promise.withResolvers<void>();
    const connection = new Connection('a1', wire, { ...whose, kept: () => disk.promise });
    await settled();
    queue.push(operation('one'));
    connection.flush();
    await settled();
    assert.equal(asked('operation').length, 0);
    disk.resolve();
    await settled();
    assert.equal(asked('operation').length, 1);
  });

  it('takes no entry twice', async () => {
    const { wire, notice } = wireTo({ join: () => joined(0) });
    const { whose, log } = someone(0);
    new Connection('a1', wire, whose);
    await settled();
    notice('entries', { article: 'a1', entries: [toJson(entry(1))] });
    notice('entries', { article: 'a1', entries: [toJson(entry(1)), toJson(entry(2))] });
    assert.deepEqual(log, ['open', 'entered 1', 'entered 2']);
  });

  it('fetches what lies in a gap', async () => {
    const { wire, notice, asked } = wireTo({
      join: () => joined(0),
      fetch: () => ({ article: 'a1', entries: [1, 2, 3].map((version) => toJson(entry(version))), version: 3 }),
    });
    const { whose, log } = someone(0);
    new Connection('a1', wire, whose);
    await settled();
    notice('entries', { article: 'a1', entries: [toJson(entry(3))] });
    await settled();
    assert.deepEqual(asked('fetch'), [{ article: 'a1', after: 0, limit: 500 }]);
    assert.deepEqual(log, ['open', 'entered 1', 'entered 2', 'entered 3']);
  });

  it('fetches again what it missed while it was fetching', async () => {
    const answers = [Promise.withResolvers<object>(), Promise.withResolvers<object>()] as const;
    const fetches = answers.map(({ promise }) => promise);
    const { wire, notice } = wireTo({ join: () => joined(1), fetch: () => fetches.shift() ?? {} });
    const { whose, log } = someone(1);
    new Connection('a1', wire, whose);
    await settled();
    const answer = (...versions: readonly number[]) => ({
      ...{ article: 'a1', version: versions.at(-1) ?? 0 },
      entries: versions.map((version) => toJson(entry(version))),
    });
    notice('entries', { article: 'a1', entries: [toJson(entry(3))] });
    answers[0].resolve(answer(2, 3));
    notice('entries', { article: 'a1', entries: [toJson(entry(4))] });
    answers[1].resolve(answer(4));
    await settled();
    assert.deepEqual(log.slice(-3), ['entered 2', 'entered 3', 'entered 4']);
  });

  it('takes nothing in while it is held, and all of it after that, what lay in a gap too', async () => {
    const later = Promise.withResolvers<object>();
    const { wire, notice, asked } = wireTo({ join: () => joined(0), fetch: () => later.promise });
    const { whose, log } = someone(0);
    const connection = new Connection('a1', wire, whose);
    await settled();
    connection.hold(true);
    notice('entries', { article: 'a1', entries: [toJson(entry(1))] });
    notice('entries', { article: 'a1', entries: [toJson(entry(2))] });
    notice('lag', { article: 'a1' });
    await settled();
    assert.deepEqual([log, asked('fetch')], [['open'], []]);
    connection.hold(false);
    assert.deepEqual(log, ['open', 'entered 1', 'entered 2']);
    assert.deepEqual(asked('fetch'), [{ article: 'a1', after: 2, limit: 500 }]);
    connection.hold(true);
    later.resolve({ article: 'a1', entries: [toJson(entry(3))], version: 3 });
    await settled();
    assert.deepEqual(log.slice(3), []);
    connection.hold(false);
    await settled();
    assert.deepEqual([log.slice(3), asked('fetch').length], [['entered 3'], 2]);
  });

  it('takes in once what came while it was held, though it comes again when the line is back', async () => {
    const missed = [1, 2, 3].map((version) => toJson(entry(version)));
    const answers = [joined(0), joined(3, { entries: missed })];
    const { wire, notice } = wireTo({ join: () => answers.shift() ?? assert.fail('joined too often') });
    const { whose, log } = someone(0);
    const connection = new Connection('a1', wire, whose);
    await settled();
    connection.hold(true);
    notice('entries', { article: 'a1', entries: missed.slice(0, 2) });
    notice('disconnect', {});
    notice('connect', {});
    await settled();
    connection.hold(false);
    assert.deepEqual(log, ['open', 'reconnecting', 'open', 'entered 1', 'entered 2', 'entered 3']);
  });

  it('opens the article anew where the server’s log is shorter: it was restored', async () => {
    const answers = [joined(5, { entries: [] }), faultOf('future-base'), joined(3)];
    const { wire, notice, asked } = wireTo({ join: () => answers.shift() ?? assert.fail('joined too often') });
    const { whose, log } = someone(5);
    new Connection('a1', wire, whose);
    await settled();
    notice('disconnect', {});
    notice('connect', {});
    await settled();
    assert.deepEqual(asked('join').slice(1), [{ article: 'a1', version: 5 }, { article: 'a1' }]);
    assert.deepEqual(log, ['open', 'reconnecting', 'opened 3', 'open']);
  });

  it('gives back what the server will never take, and goes on (T10)', async () => {
    const answers = [faultOf('too-large'), new Promise<object>(() => {})];
    const { wire, asked } = wireTo({ join: () => joined(0), operation: () => answers.shift() ?? {} });
    const { whose, queue, log } = someone(0);
    const connection = new Connection('a1', wire, whose);
    await settled();
    queue.push(operation('one'), operation('two'));
    connection.flush();
    await settled();
    assert.deepEqual(log, ['open', 'refused one: too-large']);
    assert.equal(asked('operation').length, 2);
  });

  it('closes when the article is not there', async () => {
    const { wire } = wireTo({ join: () => faultOf('no-article') });
    const { whose, log } = someone();
    new Connection('a1', wire, whose);
    await settled();
    assert.deepEqual(log, ['closed: no-article']);
  });

  it('takes the article as it is seen now, once it is told that this is another, and nothing of before that (T11)', async () => {
    const answers = [joined(1, { entries: [] }), joined(3, { article: { version: 3, sight: 'verdicts' } })];
    const { wire, notice, asked } = wireTo({
      join: () => answers.shift() ?? assert.fail('joined too often'),
      fetch: ({ after }: { readonly after: number }) => ({
        article: 'a1',
        entries: [2, 3].filter((version) => version > after).map((version) => toJson(entry(version))),
        version: 3,
        sight: 'verdicts',
      }),
    });
    const { whose, log } = someone(1);
    new Connection('a1', wire, whose);
    await settled();
    notice('sight', { article: 'a1' });
    notice('entries', { article: 'a1', entries: [toJson(entry(2))] });
    await settled();
    assert.deepEqual(log, ['open', 'sees otherwise from 1 to 3: 2,3', 'open']);
    notice('entries', { article: 'a1', entries: [toJson(entry(4))] });
    assert.equal(log.at(-1), 'entered 4');
    assert.deepEqual(asked('join'), [
      { article: 'a1', version: 1 },
      { article: 'a1', version: 1 },
    ]);
  });

  it('says under which sight it has the article, and asks anew when what it fetches is seen under another (T11)', async () => {
    const answers = [joined(2, { entries: [] }), joined(2, { article: { version: 2 } })];
    const { wire, asked } = wireTo({
      join: () => answers.shift() ?? assert.fail('joined too often'),
      fetch: () => ({ article: 'a1', entries: [toJson(entry(2))], version: 2 }),
    });
    const { whose, log } = someone(1, 'all');
    new Connection('a1', wire, whose);
    await settled();
    assert.deepEqual(asked('join')[0], { article: 'a1', version: 1, sight: 'all' });
    assert.deepEqual(log, ['open', 'sees otherwise from 1 to 2: 2', 'open']);
  });
});
