import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { sha256 } from '../../server/digest.ts';
import { newId } from '../../server/ids.ts';
import { articleAt } from '../../server/log-reading.ts';
import { type RedisLink, redisLink } from '../../server/redis.ts';
import { SOCKET_LIMITS } from '../../server/sockets.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import type { After } from '../../server/timer.ts';
import type { Role } from '../../shared/roles.ts';
import { plainText } from '../../shared/text.ts';
import { openSchema, postgresAnswers } from '../support/a-postgres.ts';
import { REDIS, redisAnswers } from '../support/a-redis.ts';
import { Line } from '../support/exchange.ts';
import { sooner } from '../support/time.ts';
import { type Member, type RunningServer, startServer } from './api/a-server.ts';

const quiet = (): void => {};

/** Types text at a position of the text, as JSON. */
const type = (position: number, text: string) => ({
  kind: 'text',
  target: 'body',
  steps: [{ stepType: 'replace', from: position, to: position, slice: { content: [{ type: 'text', text }] } }],
});

describe('two servers on one PostgreSQL', function () {
  this.timeout(30_000);

  let schema: Awaited<ReturnType<typeof openSchema>>;
  /** What a test opened, and what the tests of a way have in common: the servers, which take longer to begin than most tests do. */
  const open: (() => unknown)[] = [];
  const common: (() => unknown)[] = [];
  let servers: readonly [RunningServer, RunningServer];
  let lead: Member;
  let people = 0;
  /** The Redis of the servers. */
  let by: string | undefined;

  const started = async (desk: string, into = open, timer = sooner): Promise<RunningServer> => {
    const link: RedisLink | undefined = by === undefined ? undefined : redisLink(by, desk, quiet);
    const stores = await openPostgres(schema.url, quiet);
    const server = await startServer({ stores, after: timer, shared: { ...(link && { adapter: link.adapter }) } });
    into.push(
      () => server.close(),
      () => link?.close(),
    );
    return server;
  };

  const pair = async (into = open): Promise<readonly [RunningServer, RunningServer]> => {
    const desk = newId();
    return [await started(desk, into), await started(desk, into)];
  };

  const closeAll = async (closes: (() => unknown)[]): Promise<void> => {
    for (const close of closes.splice(0)) await close();
  };

  /** Somebody new. */
  const joins = (role: Role): Promise<Member> => {
    people += 1;
    return servers[0].add(role, `${role}-${people}`);
  };

  const call = async (server: RunningServer, { token }: Member): Promise<Line> => {
    const socket = io(server.url, { auth: { token }, transports: ['websocket'], forceNew: true });
    open.unshift(() => socket.close());
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return new Line(socket);
  };

  const article = async (text = 'The moon'): Promise<string> => {
    const json = { format: 'text', text };
    const made = await servers[0].ask('POST', '/api/articles', { by: lead, json });
    assert.equal(made.status, 201, made.text);
    return made.json.id;
  };

  const until = async (is: () => boolean | Promise<boolean>, says: string): Promise<void> => {
    for (let tries = 0; !(await is()); tries += 1) {
      assert.ok(tries < 1_000, `it did not come to: ${says}`);
      await pause(10);
    }
  };

  before(async function () {
    if (!(await postgresAnswers())) this.skip();
    schema = await openSchema();
    await (await openPostgres(schema.url, quiet)).close();
  });
  afterEach(() => closeAll(open));
  after(() => schema?.close());

  /** By which Redis servers hear of one another. */
  const WAYS = {
    'that only look into it for one another': undefined,
    'whose Redis is gone': 'redis://127.0.0.1:1',
    'that hear of one another by Redis': REDIS,
  } as const;

  const asked = (says: string, redis: string | undefined): void => {
    describe(says, () => {
      before(async function () {
        if (redis === REDIS && !(await redisAnswers())) this.skip();
        by = redis;
        await schema.empty();
        servers = await pair(common);
        lead = await servers[0].add('lead');
      });
      after(() => closeAll(common));

      it('carry what people on both do at once to all of them, and all end the same (T2, T3)', async () => {
        const id = await article();
        const lines = await Promise.all([call(servers[0], lead), call(servers[1], lead), call(servers[1], lead)]);
        const joined = await Promise.all(lines.map((line) => line.join(id)));
        const base = joined[0]?.version ?? 0;
        const count = 10;
        await Promise.all(
          lines.map(async (line, who) => {
            for (let nth = 0; nth < count; nth += 1) {
              const answer = await line.does(id, `${who}-${nth}`, base, [type(1, `${who}`)]);
              assert.ok('version' in answer, JSON.stringify(answer));
            }
          }),
        );
        const head = base + lines.length * count;
        const articles = await Promise.all(lines.map((line, at) => line.article(joined[at]!, head)));
        const texts = articles.map(({ doc }) => plainText(doc).text);
        assert.equal(new Set(texts).size, 1);
        assert.equal(texts[0]?.match(/[012]/g)?.length, lines.length * count);
        // The same operation at the other server has the answer that it had.
        const again = await lines[1]!.does(id, '0-0', base, [type(1, '0')]);
        const first = await lines[0]!.does(id, '0-0', base, [type(1, '0')]);
        assert.deepEqual(again, first);
        const stored = await articleAt(servers[1].parts.logStore, id, head, sha256);
        assert.equal(plainText(stored.doc).text, texts[0]);
      });

      it('take a page that knows more than the server it comes to', async () => {
        const id = await article();
        const [here, there] = await Promise.all([call(servers[0], lead), call(servers[1], lead)]);
        const { version } = await here.join(id);
        await there.join(id);
        const done = await here.does(id, 'a', version, [type(1, 'A')]);
        const answer = await there.does(id, 'b', done.version, [type(1, 'B')]);
        assert.equal(answer.version, done.version + 1, JSON.stringify(answer));
        const later = await call(servers[0], lead);
        assert.deepEqual((await later.join(id, answer.version)).entries, []);
      });

      it('send what is told to webhooks once', async () => {
        const heard: string[] = [];
        const receiver = createServer((request, response) => {
          heard.push(String(request.headers['webhook-id']));
          response.end();
        }).listen(0, '127.0.0.1');
        open.push(() => receiver.close());
        await new Promise((resolve) => receiver.once('listening', resolve));
        const { port } = receiver.address() as AddressInfo;
        const now = new Date().toISOString();
        const store = servers[0].parts.webhooks;
        await store.addWebhook({
          id: 'w',
          url: `http://127.0.0.1:${port}`,
          secret: 'whsec_c2VjcmV0',
          createdAt: now,
          createdBy: 'una',
        });
        const ids = Array.from({ length: 8 }, (_, nth) => `d${nth}`);
        for (const delivery of ids)
          await store.addDelivery({
            id: delivery,
            webhook: 'w',
            body: '{}',
            createdAt: now,
            nextAt: now,
            attempts: 0,
            outcome: '',
          });
        await until(
          async () => (await store.deliveries('w', 20)).every(({ takenAt }) => takenAt !== undefined),
          'all are taken',
        );
        assert.deepEqual(heard.sort(), ids);
      });

      it('close what is open of an article that is deleted at the other, and nothing of it comes back', async () => {
        const admin = await joins('admin');
        const [here, there] = await pair();
        const id = await article('The lodestone\n\nIt is warm.');
        const line = await call(there, lead);
        const { version } = await line.join(id);
        const gone = line.hears('fault');
        let isOver = false;
        const writing = (async () => {
          for (let nth = 0; !isOver; nth += 1) {
            const answer = await line.does(id, `w${nth}`, version, [type(16, 'w')]);
            isOver = 'fault' in answer;
          }
        })();
        await until(async () => (await there.parts.logStore.head(id)) > 5, 'somebody writes there');
        const from = performance.now();
        const json = { confirm: 'The lodestone' };
        const removed = await here.ask('POST', `/api/articles/${id}/deletion`, { by: admin, json });
        assert.equal(removed.status, 200, removed.text);
        assert.equal((await gone).fault, 'gone');
        if (process.env.MEASURE)
          console.log(`      gone on the other after ${Math.round(performance.now() - from)} ms`);
        await writing;
        assert.equal((await line.ask('join', { article: id })).fault, 'gone');
        // What they draw from the log and keep is kept when they are closed.
        await closeAll(open);
        const { rows } = await schema.query(
          "select tablename as name from pg_tables where schemaname = 'SCHEMA' and tablename not in ('tombstones', 'schemaVersion')",
        );
        for (const { name } of rows) {
          const found = await schema.query(`select * from SCHEMA."${name}" as t where t::text like $1`, [`%${id}%`]);
          assert.deepEqual(found.rows, [], name);
        }
      });

      it('answer on one what was acknowledged on the other, also where the article is open', async () => {
        const id = await article();
        const line = await call(servers[1], lead);
        const { version } = await line.join(id);
        const there = await call(servers[0], lead);
        await there.join(id);
        for (let nth = 0; nth < 20; nth += 1) {
          const done = await there.does(id, `n${nth}`, version, [type(1, 'A')]);
          const answer = await servers[1].ask('GET', `/api/articles/${id}`, { by: lead });
          assert.equal(answer.json.version, done.version);
        }
      });

      it('find nothing on one of what was closed on the other (T11)', async () => {
        const viewer = await joins('viewer');
        const id = await article();
        const does = async (base: number, part: object): Promise<number> => {
          const json = { opId: `o${base}`, base, parts: [part] };
          const done = await servers[0].ask('POST', `/api/articles/${id}/operations`, { by: lead, json });
          assert.equal(done.status, 200, done.text);
          return done.json.version;
        };
        const finds = async (): Promise<number> =>
          (await servers[1].ask('GET', '/api/search?q=heron', { by: viewer })).json.found.length;
        const base = await does(1, { kind: 'source.add', source: 's', fields: { title: 'A heron' } });
        await until(async () => (await finds()) === 1, 'it is found');
        await does(base, { kind: 'source.revise', source: 's', fields: { visibility: 'desk' } });
        assert.equal(await finds(), 0);
      });

      it('shut somebody out on both within two seconds, wherever it was said', async () => {
        const gone = await joins('annotator');
        const line = await call(servers[1], gone);
        const fault = line.hears('fault');
        await servers[0].parts.accounts.store.setDisabled(gone.account.id, new Date().toISOString());
        assert.equal((await fault).fault, 'sign-in');
      });
      if (redis !== REDIS) return;

      it('tell pages on both that somebody was deleted, and go on naming them to none', async () => {
        const [admin, ben] = [await joins('admin'), await servers[0].add('annotator', 'Ben Ode')];
        const id = await article();
        const own = await call(servers[1], ben);
        await own.join(id);
        const line = await call(servers[1], lead);
        await line.join(id);
        const named = (): string | undefined =>
          line
            .notices('people')
            .flatMap(({ people }) => people[ben.account.id]?.name ?? [])
            .at(-1);
        const path = `/api/reviewers/${ben.account.id}/deletion`;
        const done = await servers[0].ask('POST', path, { by: admin, json: { confirm: 'Ben Ode' } });
        assert.equal(done.status, 200, done.text);
        await until(async () => named() === 'A former member', 'the page on the other server is told');
      });

      it('show where everybody is, whoever came first, until they go', async () => {
        const id = await article();
        const [here, there] = await Promise.all([call(servers[0], lead), call(servers[1], lead)]);
        await here.join(id);
        const at = { anchor: 1, head: 1 };
        assert.deepEqual(await here.ask('presence', { article: id, version: 1, at }), {});
        await there.join(id);
        const isHere = (session: string | undefined, is: boolean) => {
          const last = there
            .notices('presence')
            .flatMap(({ present }) => present)
            .findLast((each) => each.session === session);
          return last !== undefined && (last.at !== undefined) === is;
        };
        await until(() => isHere(here.socket.id, true), 'who was there before is seen');
        const third = await call(servers[0], lead);
        const gone = third.socket.id;
        await third.join(id);
        await third.ask('presence', { article: id, version: 1, at });
        await until(() => isHere(gone, true), 'who came later is seen');
        third.socket.close();
        await until(() => isHere(gone, false), 'who went is not');
      });

      it('tell people what there is for them on whichever they are', async () => {
        const other = await joins('editor');
        const line = await call(servers[1], other);
        servers[0].parts.sockets.tell(new Set([other.account.id]));
        await line.hears('news');
      });

      it('shut somebody out on the other at once, without its looking for it', async () => {
        const looksNever: After = (milliseconds, act) =>
          milliseconds === SOCKET_LIMITS.recheck ? () => {} : sooner(milliseconds, act);
        const desk = newId();
        const [here, there] = [await started(desk), await started(desk, open, looksNever)];
        const [admin, gone] = [await joins('admin'), await joins('annotator')];
        const line = await call(there, gone);
        const fault = line.hears('fault');
        const json = { disabled: true };
        const shut = await here.ask('PATCH', `/api/reviewers/${gone.account.id}`, { by: admin, json });
        assert.equal(shut.status, 200, shut.text);
        assert.equal((await fault).fault, 'sign-in');
      });
    });
  };

  for (const [says, redis] of Object.entries(WAYS)) asked(says, redis);
});
