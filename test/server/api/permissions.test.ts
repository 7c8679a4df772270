import assert from 'node:assert/strict';
import { io } from 'socket.io-client';
import { makeToken } from '../../../server/accounts/tokens.ts';
import { ROUTES } from '../../../server/api/index.ts';
import { Room } from '../../../server/room.ts';
import { KINDS, parsePart } from '../../../shared/operations/index.ts';
import { isFault } from '../../../shared/protocol.ts';
import { type Reviewer, ROLES, type Role } from '../../../shared/roles.ts';
import { SCOPES, type Scope } from '../../../shared/scopes.ts';
import { creation } from '../../support/newsroom.ts';
import { DEEDS_BY_ROLE, ROUTES_BY_ROLE } from '../../support/permission-list.ts';
import { cookieOf, type Member, type RunningServer, startServer } from './a-server.ts';

const ALL = Object.keys(ROLES) as readonly Role[];
const isAllowed = (role: Role, from: Role | 'nobody'): boolean =>
  from !== 'nobody' && ALL.indexOf(role) >= ALL.indexOf(from);

describe('who may do what (T6, T7)', () => {
  let server: RunningServer;
  let members: Readonly<Record<Role, Member>>;
  const una: Reviewer = { id: 'una', role: 'admin' };

  before(async () => {
    server = await startServer({ requestsPerSecond: 10_000 });
    const each = await Promise.all(ALL.map(async (role) => [role, await server.add(role)] as const));
    members = Object.fromEntries(each) as Record<Role, Member>;
  });

  after(() => server.close());

  /** An article with what is done to it beforehand, by somebody who may do everything, and what version it is at. */
  const article = async (by: string, before: readonly { readonly kind: string }[]): Promise<Room> => {
    const removals = [{ id: 'r1', text: 'Share this', reason: 'Menu', at: 1 }];
    const room = await server.parts.rooms.create(una, { ...creation('Moon\n\nIt is far.'), removals });
    assert.ok(room instanceof Room);
    for (const [index, part] of before.entries()) {
      const operation = { opId: `before-${index}`, base: room.article.version, parts: [parsePart(part, part.kind)] };
      const answer = await room.perform({ id: by, role: 'admin' }, operation);
      assert.ok(!isFault(answer) && answer.dropped.length === 0, `${part.kind}: ${JSON.stringify(answer)}`);
    }
    return room;
  };

  /** What comes of a deed: `done` when the role was no matter, though it may have come to nothing for another reason. */
  const attempt = async (role: Role, room: Room, part: object): Promise<string> => {
    const { status, json } = await server.ask('POST', `/api/articles/${room.id}/operations`, {
      by: members[role],
      json: { opId: 'try', base: room.article.version, parts: [part] },
    });
    if (status !== 200) return status === 403 || status === 422 ? 'refused' : `${status}`;
    const reason = json.dropped[0]?.reason;
    return reason === 'not-allowed' || reason === 'locked' ? 'refused' : 'done';
  };

  it('has every kind of operation in the list', () => {
    assert.deepEqual([...new Set(DEEDS_BY_ROLE.map(({ part }) => part.kind))].sort(), Object.keys(KINDS).sort());
  });

  for (const { part, before: first = [], own, others = own } of DEEDS_BY_ROLE) {
    const [target] = [part.target, part.move, Object.keys((part.fields as object | undefined) ?? {})[0]].filter(
      Boolean,
    );
    const after = first.length > 0 ? ` after ${first.at(-1)?.kind}` : '';
    it(`${part.kind}${target ? ` (${JSON.stringify(target)})` : ''}${after}: own ${own}, of others ${others}`, async () => {
      const found: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      for (const role of ALL) {
        for (const [whose, from, by] of [
          ['own', own, members[role].account.id],
          ['others', others, 'una'],
        ] as const) {
          if (whose === 'own' && others === own) continue;
          found[`${role}, ${whose}`] = await attempt(role, await article(by, first), part);
          wanted[`${role}, ${whose}`] = isAllowed(role, from) ? 'done' : 'refused';
        }
      }
      assert.deepEqual(found, wanted);
    });
  }

  describe('over HTTP', () => {
    const rows = ROUTES_BY_ROLE.trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string, Role | 'open' | 'published', Scope | undefined]);

    it('has every route in the list', () => {
      const served = ROUTES.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
      assert.deepEqual(served.sort(), rows.map(([method, path]) => `${method} ${path}`).sort());
    });

    it('asks for the role of the list, and tells no stranger anything', async () => {
      const wrong: string[] = [];
      for (const [method, path, from] of rows) {
        const to = path.replaceAll(/:\w+/g, 'none');
        const stranger = await server.ask(method, to);
        const isTurnedAway = stranger.status === 401 && path !== '/api/session';
        if (isTurnedAway !== (from !== 'open'))
          wrong.push(`${method} ${path}: a stranger is answered ${stranger.status}`);
        if (from === 'open' || from === 'published') continue;
        for (const role of ALL) {
          const { status } = await server.ask(method, to, { by: members[role] });
          if ((status === 403) === isAllowed(role, from))
            wrong.push(`${method} ${path}: ${role} is answered ${status}`);
        }
      }
      assert.deepEqual(wrong, []);
    }).timeout(60_000);

    it('asks for the scope of the list, of an admin too', async () => {
      const wrong: string[] = [];
      const { account } = members.admin;
      const scoped = await Promise.all(
        (Object.keys(SCOPES) as readonly Scope[]).map(async (scope) => {
          const { token } = await makeToken(server.parts.accounts, account.id, scope, { scopes: [scope] });
          return [scope, { account, token }] as const;
        }),
      );
      for (const [method, path, from, needed] of rows) {
        if (from === 'open' || from === 'published') continue;
        for (const [scope, by] of scoped) {
          const { status } = await server.ask(method, path.replaceAll(/:\w+/g, 'none'), { by });
          if ((status === 403) === (scope === needed)) wrong.push(`${method} ${path}: ${scope} is answered ${status}`);
        }
      }
      assert.deepEqual(wrong, []);
    }).timeout(60_000);
  });

  describe('over the socket', () => {
    const call = async (token: string) => {
      const socket = io(server.url, { transports: ['websocket'], reconnection: false, auth: { token } });
      await new Promise<void>((resolve, reject) => {
        socket.on('connect', resolve);
        socket.on('connect_error', reject);
      });
      return socket;
    };

    it('a viewer does nothing of all that', async () => {
      const socket = await call(members.viewer.token);
      const room = await article('una', []);
      await socket.emitWithAck('join', { article: room.id });
      for (const [index, { part }] of DEEDS_BY_ROLE.entries()) {
        const operation = { opId: `v${index}`, base: 1, parts: [part] };
        const { fault, dropped } = await socket.emitWithAck('operation', { article: room.id, operation });
        if (fault !== 'invalid') assert.deepEqual(dropped, [{ part: 0, reason: 'not-allowed' }], part.kind);
      }
      socket.disconnect();
    });

    it('T6 an author who is forged in the message, the operation or the part is not believed', async () => {
      const socket = await call(members.annotator.token);
      const room = await article('una', []);
      await socket.emitWithAck('join', { article: room.id });
      const forged = {
        reviewer: 'una',
        role: 'admin',
        author: 'una',
        speaker: { reviewer: { id: 'una', role: 'admin' } },
      };
      const parts = [
        { kind: 'article.lock', ...forged },
        { kind: 'claim.mark', claim: 'c1', quote: { exact: 'far' }, fields: {}, ...forged },
      ];
      const operation = { opId: 'forged', base: 1, parts, ...forged };
      const { dropped } = await socket.emitWithAck('operation', { article: room.id, operation, ...forged });
      assert.deepEqual(dropped, [{ part: 0, reason: 'not-allowed' }]);
      assert.equal(room.article.claims.get('c1')?.reviewer, members.annotator.account.id);
      socket.disconnect();
    });

    it('T2 an operation that is replayed, by its author or another, or tampered with, is done once', async () => {
      const [first, second] = [await call(members.annotator.token), await call(members.editor.token)];
      const room = await article('una', []);
      for (const socket of [first, second]) await socket.emitWithAck('join', { article: room.id });
      const operation = { opId: 'once', base: 1, parts: [{ kind: 'source.add', source: 's', fields: { title: 'x' } }] };
      const send = (socket: typeof first, sent: object) =>
        socket.emitWithAck('operation', { article: room.id, operation: sent });
      assert.equal((await send(first, operation)).version, 2);
      assert.equal((await send(first, operation)).version, 2);
      const tampered = { ...operation, parts: [{ kind: 'source.add', source: 's', fields: { title: 'y' } }] };
      assert.equal((await send(first, tampered)).fault, 'op-id-taken');
      // Another's is another's, whatever it is called: it is theirs, and comes to nothing.
      assert.deepEqual((await send(second, operation)).dropped, [{ part: 0, reason: 'exists' }]);
      assert.equal(room.article.sources.get('s')?.title, 'x');
      assert.equal(room.article.sources.get('s')?.reviewer, members.annotator.account.id);
      for (const socket of [first, second]) socket.disconnect();
    });

    it('what is of another article is not there in this one', async () => {
      const socket = await call(members.admin.token);
      const [here, there] = [
        await article('una', []),
        await article('una', [
          { ...DEEDS_BY_ROLE.find(({ part }) => part.kind === 'claim.mark')?.part, kind: 'claim.mark' },
        ]),
      ];
      await socket.emitWithAck('join', { article: here.id });
      const parts = [{ kind: 'claim.withdraw', claim: 'c1' }];
      const send = (id: string) =>
        socket.emitWithAck('operation', { article: id, operation: { opId: 'x', base: 1, parts } });
      assert.deepEqual((await send(here.id)).dropped, [{ part: 0, reason: 'unknown' }]);
      assert.equal((await send(there.id)).fault, 'not-joined');
      assert.equal(there.article.claims.get('c1')?.withdrawn, undefined);
      socket.disconnect();
    });

    it('a member who is shut out is cut off within two seconds, told why, and what they send then is not done', async () => {
      const leaving = await server.add('editor', 'leaving');
      const socket = await call(leaving.token);
      const room = await article('una', []);
      await socket.emitWithAck('join', { article: room.id });
      const said: string[] = [];
      socket.on('fault', ({ fault }) => said.push(fault));
      const gone = new Promise((resolve) => socket.on('disconnect', resolve));
      const { status } = await server.ask('PATCH', `/api/reviewers/${leaving.account.id}`, {
        by: members.admin,
        json: { disabled: true },
      });
      assert.equal(status, 200);
      socket.emit('operation', {
        article: room.id,
        operation: { opId: 'late', base: 1, parts: [{ kind: 'source.add', source: 's', fields: { title: 'x' } }] },
      });
      await gone;
      assert.deepEqual(said, ['sign-in']);
      assert.equal((await server.ask('GET', `/api/articles/${room.id}`, { by: leaving })).status, 401);
      await assert.rejects(call(leaving.token));
    });

    it('a role that is taken away is no longer good on an open socket', async () => {
      const fallen = await server.add('lead', 'fallen');
      const socket = await call(fallen.token);
      const room = await article('una', []);
      await socket.emitWithAck('join', { article: room.id });
      await server.ask('PATCH', `/api/reviewers/${fallen.account.id}`, { by: members.admin, json: { role: 'viewer' } });
      const operation = { opId: 'late', base: 1, parts: [{ kind: 'article.lock' }] };
      const { dropped } = await socket.emitWithAck('operation', { article: room.id, operation });
      assert.deepEqual(dropped, [{ part: 0, reason: 'not-allowed' }]);
      socket.disconnect();
    });
  });

  it('a session’s cookie opens no more than its person’s role', async () => {
    const cookie = cookieOf(await server.ask('POST', '/api/session', { json: { token: members.viewer.token } }));
    const headers = { cookie, origin: server.url };
    assert.equal((await server.ask('POST', '/api/articles', { json: { text: 'x' }, headers })).status, 403);
  });
});
