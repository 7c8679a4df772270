import assert from 'node:assert/strict';
import { offerSetup } from '../../../server/accounts/admission.ts';
import { ROUTES } from '../../../server/api/index.ts';
import { type FetchPage, pageFetcher } from '../../../server/captures/fetch-page.ts';
import { newId } from '../../../server/ids.ts';
import { memoryStores } from '../../../server/storage/memory.ts';
import { SCOPES, type Scope } from '../../../shared/scopes.ts';
import { aWaitingStore, type WaitingStore } from '../../support/a-waiting-store.ts';
import { halfSent } from '../../support/half-sent.ts';
import { cookieOf, held, type Member, type Received, receivedFrom, startServer } from './a-server.ts';
import { undescribed, unseen } from './described.ts';
import { CASES, form, of, TEXT, WORD, type World } from './open-api-cases.ts';
import { anyBody, isCounted, isKeyed, nowhere, REFUSALS, type Refused } from './open-api-refusals.ts';
import { STORIES } from './open-api-stories.ts';

const scopes = Object.keys(SCOPES) as readonly Scope[];

/** Each from an address of its own: attempts are counted. */
const fromElsewhere = (index: number): Readonly<Record<string, string>> => ({ 'x-forwarded-for': `192.0.2.${index}` });

const nothing = pageFetcher({ lookup: async () => [] });

/** No page is found, but one that comes only when nobody waits for it any more. */
const slowOrNothing: FetchPage = (address, signal, ...given) =>
  address.includes('slow')
    ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    : nothing(address, signal, ...given);

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly $ref?: string }[];
}

describe('docs/api/openapi.json', () => {
  let world: World;
  let description: Description;
  let waiting: WaitingStore;

  before(async () => {
    const { answers, ...stores } = memoryStores();
    waiting = aWaitingStore(answers);
    const server = await startServer({ stores: { ...stores, answers: waiting.store }, fetchPage: slowOrNothing });
    const [admin, viewer, guest] = [
      await server.add('admin'),
      await server.add('viewer'),
      await server.add('viewer', 'g'),
    ];
    const created = await server.ask('POST', '/api/articles', { by: admin, json: { text: TEXT } });
    const invited = await server.ask('POST', '/api/invitations', { by: admin, json: { role: 'editor' } });
    const batch = await server.ask('POST', '/api/batches', {
      by: admin,
      json: { addresses: ['https://sun.example/'] },
    });
    world = {
      ...{ server, admin, viewer, guest, article: created.json.id, batch: batch.json.id },
      invitation: invited.json.link.split('/').at(-1),
    };
    description = (await server.ask('GET', '/api/openapi.json')).json;
  });

  after(() => world.server.close());

  /** Each answer is looked at as it comes (a-server.ts); this says of which operation it has to be one. */
  const holds = (method: string, path: string, received: Received): void =>
    assert.deepEqual(undescribed(method, path, received), [], `${method} ${path}`);

  it('names every route of the server, and no other', () => {
    const routes = ROUTES.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const described = Object.entries(description.paths).flatMap(([path, each]) =>
      Object.keys(each).map((method) => `${method} ${path}`),
    );
    assert.deepEqual(described.sort(), routes.sort());
  });

  it('names what an access token must have been made for, route by route', () => {
    for (const route of ROUTES) {
      const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
      const said = description.paths[path]?.[route.method]?.security;
      const held = route.needs === 'nobody' ? said : [{ token: [route.scope] }, { session: [] }];
      assert.deepEqual(said, held, `${route.method} ${path}`);
    }
  });

  it('names what may be asked with an Idempotency-Key: all that makes something', () => {
    for (const route of ROUTES) {
      const { parameters = [] } = description.paths[route.path.replaceAll(/:(\w+)/g, '{$1}')]?.[route.method] ?? {};
      const said = parameters.some(({ $ref }) => $ref === '#/components/parameters/IdempotencyKey');
      const held = route.method === 'post' && route.needs !== 'nobody' && !route.makesNothing;
      assert.equal(said, held, `${route.method} ${route.path}`);
    }
  });

  it('is driven below, every operation of it', () => {
    const described = Object.entries(description.paths).flatMap(([path, each]) =>
      Object.keys(each).map((method) => `${method} ${path}`),
    );
    assert.deepEqual(Object.keys(CASES).sort(), described.sort());
  });

  for (const [operation, cases] of Object.entries(CASES)) {
    const [method = '', path = ''] = operation.split(' ');
    it(`says what ${method.toUpperCase()} ${path} answers`, async () => {
      for (const [status, sent] of cases) {
        const { path: asked = path, ...request } = sent(world);
        const received = await world.server.ask(method.toUpperCase(), asked, request);
        assert.equal(received.status, status, `${operation}: ${received.text}`);
        holds(method, path, received);
      }
    });
  }

  for (const [what, tell] of Object.entries(STORIES)) it(`says what is answered about ${what}`, () => tell(world));

  it('says of every route to an article that it is gone when it was deleted', async () => {
    const { admin, server } = world;
    const { id } = (await server.ask('POST', '/api/articles', { by: admin, json: { title: 'Sun', text: 'Hot.' } }))
      .json;
    await server.ask('POST', `/api/articles/${id}/deletion`, { by: admin, json: { confirm: 'Sun' } });
    for (const [operation, cases] of Object.entries(CASES)) {
      const [method = '', path = ''] = operation.split(' ');
      if (!/^(\/api)?\/articles\/\{id\}/.test(path)) continue;
      const statuses: number[] = [];
      for (const [, sent] of cases) {
        const { path: asked = path, ...request } = sent({ ...world, article: id });
        statuses.push((await server.ask(method.toUpperCase(), asked, { ...request, by: admin })).status);
      }
      assert.ok(
        statuses.includes(operation === 'post /api/articles/{id}/deletion' ? 200 : 410),
        `${operation}: ${statuses}`,
      );
    }
  });

  it('says what a Word file brings along', async () => {
    const made = await world.server.ask('POST', '/api/articles', { by: world.admin, body: form('a.docx', WORD) });
    const path = `/api/articles/${made.json.id}`;
    holds('get', '/api/articles/{id}', await world.server.ask('GET', path, { by: world.viewer }));
  });

  it('says what deleting an article answers, and asking for it afterwards', async () => {
    const { admin, server } = world;
    const { id } = (await server.ask('POST', '/api/articles', { by: admin, json: { title: 'Sun', text: 'Hot.' } }))
      .json;
    const path = `/api/articles/${id}/deletion`;
    const removed = await server.ask('POST', path, { by: admin, json: { confirm: 'Sun' } });
    assert.equal(removed.status, 200, removed.text);
    holds('post', '/api/articles/{id}/deletion', removed);
    for (const [each, of] of [
      ['', '/api/articles/{id}'],
      ['/deletion', '/api/articles/{id}/deletion'],
    ] as const) {
      const gone = await server.ask('GET', `/api/articles/${id}${each}`, { by: admin });
      assert.equal(gone.status, 410);
      holds('get', of, gone);
    }
  });

  it('says what a sample article looks like', async () => {
    const { admin, server } = world;
    const { id } = (await server.ask('POST', '/api/sample', { by: admin })).json;
    const shown = await server.ask('GET', `/api/articles/${id}`, { by: admin });
    assert.ok(shown.json.claims.length > 3 && shown.json.verdicts.length > 0);
    holds('get', '/api/articles/{id}', shown);
    holds('get', '/api/articles/{id}/log', await server.ask('GET', `/api/articles/${id}/log`, { by: admin }));
  });

  it('says what copies of a source look like: kept, failed, as bytes and as text', async () => {
    const { admin, server } = world;
    const parts = [{ kind: 'source.add', source: 's1', fields: { url: 'https://nowhere.example/' } }];
    await server.ask('POST', of(world, '/operations'), { by: admin, json: { opId: 'cite', base: 1, parts } });
    const path = '/api/articles/{id}/captures';
    const made = await server.ask('POST', of(world, '/captures'), { by: admin, json: { source: 's1', text: 'moon' } });
    assert.equal(made.status, 201, made.text);
    holds('post', path, made);
    const listed = await server.ask('GET', of(world, '/captures'), { by: admin });
    assert.equal(listed.json.captures.length, 2);
    holds('get', path, listed);
    for (const what of ['bytes', 'text']) {
      const read = await server.ask('GET', of(world, `/captures/${made.json.id}/${what}`), { by: admin });
      assert.equal(read.text, 'moon');
      holds('get', `${path}/{capture}/${what}`, read);
    }
    const begun = await server.ask('POST', of(world, '/looks'), { by: admin, json: { source: 's1' } });
    assert.deepEqual(begun.json, { begun: ['s1'] });
    await server.parts.looks.settled();
    for (const [of, at] of [
      ['', ''],
      ['/{source}', '/s1'],
    ] as const) {
      const looked = await server.ask('GET', `/api/articles/${world.article}/looks${at}`, { by: admin });
      assert.equal(looked.json.looks[0].problem, 'unreachable');
      holds('get', `/api/articles/{id}/looks${of}`, looked);
    }
  });

  it('says what a published report looks like, to the desk and to everyone', async () => {
    const { admin, server } = world;
    const { version } = (await server.ask('GET', of(world), { by: admin })).json;
    const json = { version, change: 'first' };
    const made = await server.ask('POST', of(world, '/reports'), { by: admin, json });
    assert.equal(made.status, 201, made.text);
    holds('post', '/api/articles/{id}/reports', made);
    holds('get', '/api/articles/{id}/reports', await server.ask('GET', of(world, '/reports'), { by: admin }));
    const slug = made.json.address.split('/').at(-1);
    for (const [path, rest] of [
      ['', ''],
      ['/v/{number}', '/v/1'],
      ['/embed', '/embed'],
    ] as const)
      holds('get', `/reports/{slug}${path}`, await server.ask('GET', `/reports/${slug}${rest}`));
    const asked = await server.ask('GET', `/oembed?url=${encodeURIComponent(made.json.address)}`);
    assert.equal(asked.status, 200);
    holds('get', '/oembed', asked);
  });

  it('says what is answered while work is blind', async () => {
    const { admin, server, viewer } = world;
    const json = { title: 'Blind', text: 'The moon' };
    const { id } = (await server.ask('POST', '/api/articles', { by: admin, json })).json;
    const parts = [
      { kind: 'claim.mark', claim: 'c', quote: { exact: 'moon' }, fields: {} },
      { kind: 'article.configure', settings: { blind: 'all' } },
    ];
    const done = { opId: 'blind', base: 1, parts };
    await server.ask('POST', `/api/articles/${id}/operations`, { by: admin, json: done });
    const asked = {
      '': '/api/articles/{id}',
      '/export': '/api/articles/{id}/export',
      '/log': '/api/articles/{id}/log',
    };
    for (const [rest, path] of Object.entries(asked)) {
      holds('get', path, await server.ask('GET', `/api/articles/${id}${rest}`, { by: viewer }));
    }
    const refused = await server.ask('GET', `/api/articles/${id}/export/csv`, { by: viewer });
    assert.equal(refused.status, 403);
    holds('get', '/api/articles/{id}/export/{format}', refused);
    for (const by of [admin, viewer]) holds('get', '/api/articles', await server.ask('GET', '/api/articles', { by }));
  });

  it('says what setting up answers', async () => {
    const empty = await startServer();
    try {
      const { secret } = (await offerSetup(empty.parts.accounts))!;
      const json = { secret, name: 'Una', email: 'una@example.org' };
      const received = await empty.ask('POST', '/api/setup', { json });
      assert.equal(received.status, 201);
      holds('post', '/api/setup', received);
      assert.match(cookieOf(received), /^touchstone_session=tss_/);
    } finally {
      await empty.close();
    }
  });

  describe('of every route alike', () => {
    let refused: Refused;

    before(async () => {
      const { admin, server } = world;
      const make = async (scopes: readonly Scope[], key = newId()): Promise<Member> => {
        const headers = { 'idempotency-key': key };
        const { json } = await server.ask('POST', '/api/tokens', { by: admin, headers, json: { label: 'x', scopes } });
        return { account: admin.account, token: json.token };
      };
      const usedKey = newId();
      await make(['read'], usedKey);
      const without = new Map<Scope, Member>();
      for (const scope of scopes) without.set(scope, await make(scopes.filter((each) => each !== scope)));
      refused = { admin, without, usedKey };
    });

    for (const { status, what, of, sent } of REFUSALS) {
      it(`says that ${what} is refused: ${status}`, async () => {
        for (const [index, route] of ROUTES.filter(of).entries()) {
          const method = route.method.toUpperCase();
          const request = sent(refused, route);
          const headers = { ...request.headers, ...fromElsewhere(index) };
          const received = await world.server.ask(method, nowhere(route), { ...request, headers });
          assert.equal(received.status, status, `${method} ${route.path}: ${received.text}`);
        }
      });
    }

    it('says that a request is refused while the same is under way: 409', async () => {
      const { admin, server } = world;
      for (const route of ROUTES.filter(isKeyed)) {
        const request = { ...anyBody(route), by: admin, headers: { 'idempotency-key': newId() } };
        const { come, letOn } = waiting.hold();
        const first = server.ask('POST', nowhere(route), request);
        await come;
        assert.equal((await server.ask('POST', nowhere(route), request)).status, 409, route.path);
        letOn();
        await first;
      }
    });

    it('says that too much is refused: 429', async () => {
      const now = new Date().toISOString();
      const server = await startServer({ requestsPerSecond: 4 / 30, clock: { now: () => now } });
      try {
        const una = await server.add('admin');
        for (let asked = 0; asked < 4; asked += 1) await server.ask('GET', '/api/queue', { by: una });
        await server.ask('GET', '/api/fields');
        for (const route of ROUTES.filter(isCounted)) {
          const received = await server.ask(route.method.toUpperCase(), nowhere(route), { by: una });
          assert.equal(received.status, 429, `${route.method} ${route.path}`);
        }
      } finally {
        await server.close();
      }
    });

    it('says that nothing is answered by a server that goes down: 503', async () => {
      const server = await startServer();
      const routes = [...ROUTES.filter(isCounted), ...ROUTES.filter(({ path }) => path === '/readyz')];
      const begun = await Promise.all(
        routes.map(async (route, index) => {
          const method = route.method.toUpperCase();
          return { route, request: await halfSent(server.url, method, nowhere(route), fromElsewhere(index)) };
        }),
      );
      // What came after them is answered, so the server has them.
      await server.ask('GET', '/healthz');
      const closed = server.close();
      for (const { route, request } of begun) {
        const received = await receivedFrom(await request.finish());
        held(route.method.toUpperCase(), nowhere(route), received);
        assert.equal(received.status, 503, `${route.method} ${route.path}`);
      }
      await closed;
    });
  });

  describe('after all of the above', () => {
    it('says no status that no answer has had', () => assert.deepEqual(unseen(), []));
  });
});
