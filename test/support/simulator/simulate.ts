import assert from 'node:assert/strict';
import { sha256 as digest } from '../../../server/digest.ts';
import { Room } from '../../../server/room.ts';
import type { RoomView } from '../../../server/room-view.ts';
import type { LogStore } from '../../../server/storage/log-store.ts';
import { memoryLogStore } from '../../../server/storage/memory-log-store.ts';
import { articleFromJson, articleToJson } from '../../../shared/article.ts';
import { canonicalJson } from '../../../shared/canonical.ts';
import { type Operation, parseOperation } from '../../../shared/operation.ts';
import { type EntryJson, isFault } from '../../../shared/protocol.ts';
import type { Reviewer, Role } from '../../../shared/roles.ts';
import { seenArticle, sightOf } from '../../../shared/sight.ts';
import { docOf } from '../notation.ts';
import { type Chance, chance } from '../random.ts';
import { ARTICLE, Authority } from './authority.ts';
import { bytesOf, checkLog, checkNothingLost } from './checks.ts';
import { closedSecretsOf } from './closed.ts';
import { blinds, DEEDS } from './deeds.ts';
import { type FaultyStore, faultyStore } from './faulty-store.ts';
import { Person, type Reply, type Request } from './person.ts';
import { secretsOf, toldIn } from './secrets.ts';
import { shows } from './showing.ts';

/** How a run is made. */
export interface Plan {
  readonly seed: number;
  /** How many things happen. */
  readonly turns: number;
  /** Every now and then the authority decides otherwise than the client expects. */
  readonly skewed?: boolean;
  /** The lead hides people's work from each other, and reveals it, again and again. */
  readonly blind?: boolean;
  /** People show their sources, evidence and threads to some, to the desk and to everyone, again and again. */
  readonly closed?: boolean;
}

/** Of seeds one after the other, which of them have what go wrong. */
export const planOf = (seed: number, turns = 400): Plan => ({
  ...{ seed, turns, skewed: seed % 3 === 0, blind: seed % 4 === 2, closed: seed % 3 === 1 },
});

/** What a run came to, for the record. */
export interface Run {
  readonly entries: number;
  readonly dropped: number;
  readonly kills: number;
  readonly breaks: number;
  /** The hash of the last entry: equal for equal seeds. */
  readonly hash: string;
}

interface Line {
  readonly authority: number;
  readonly toServer: Request[];
  readonly toPerson: Reply[];
  /** What the person at its end was last told under; nothing before they joined. */
  told: { readonly sight: string | undefined } | undefined;
}

interface Member {
  readonly person: Person;
  role: Role;
  line: Line | undefined;
  /** Lines that broke, on which requests may still arrive, after those of newer lines. */
  readonly broken: Line[];
}

const ALPHABETS = [
  'abcdefghijkl',
  'ABCDEFGHIJKL',
  'mnopqrstuvwx',
  'MNOPQRSTUVWX',
  'àáâãäåæçèéêë',
  'αβγδεζηθικλμ',
  'абвгдежзийкл',
  'אבגדהוזחטיכל',
];

const START = '0 11 222 3333 44444.\n5555 666 77.\n8 99 000 1111 2222 33.';

const REMOVED = [
  { id: 'r0', text: '== ==', reason: 'Menu', at: 2 },
  { id: 'r1', text: '## #\n### ##', reason: 'Advertisement', at: 24 },
];

/** A whole desk in one process, with everything that can go wrong between its people, made from one seed. */
class World {
  readonly #luck: Chance;
  readonly #plan: Plan;
  readonly #faulty: FaultyStore;
  readonly #store: LogStore;
  readonly #authorities: readonly Authority[];
  readonly #members: Member[] = [];
  readonly #roles = new Map<string, Set<Role>>();
  readonly #sent = new Map<string, Operation>();
  readonly #answers = new Map<string, string>();
  #time = Date.UTC(2026, 0, 1);
  #kills = 0;
  #breaks = 0;

  constructor(plan: Plan, luck: Chance, given: readonly LogStore[] | undefined) {
    this.#plan = plan;
    this.#luck = luck;
    const count = luck.pick([1, 1, 2, 3]);
    const inMemory = memoryLogStore();
    this.#faulty = faultyStore(given ?? Array.from({ length: count }, () => inMemory));
    this.#store = this.#faulty.ways[0] as LogStore;
    this.#authorities = this.#faulty.ways.map((way, index) => {
      const authority = new Authority(way, this.#now);
      authority.onEntries = (entries, viewOf) => this.#tell(index, entries, viewOf);
      return authority;
    });
  }

  readonly #now = (): string => {
    this.#time += 1 + this.#luck.below(400);
    return new Date(this.#time).toISOString();
  };

  async begin(): Promise<void> {
    const parts = { store: this.#store, clock: { now: this.#now }, digest, report: () => {} };
    const origin = { format: 'text', url: '', language: '' };
    this.#roles.set('p0 create', new Set(['admin']));
    const room = await Room.create(
      parts,
      ARTICLE,
      { id: 'p0', role: 'admin' },
      { kind: 'article.create', doc: docOf(START), origin, removals: REMOVED },
    );
    assert.ok(room instanceof Room);
    const article = JSON.stringify(articleToJson(room.article));
    const count = 2 + this.#luck.below(7);
    for (let index = 0; index < count; index += 1) {
      const member: Member = {
        role: index === 0 ? 'lead' : this.#luck.pick<Role>(['editor', 'editor', 'editor', 'annotator', 'viewer']),
        line: undefined,
        broken: [],
        person: new Person(
          `p${index}`,
          ALPHABETS[index] ?? '',
          articleFromJson(JSON.parse(article)),
          (request) => member.line?.toServer.push(request),
          this.#now,
        ),
      };
      this.#members.push(member);
      this.#connect(member);
    }
  }

  #connect(member: Member): void {
    if (member.line) this.#break(member);
    member.line = {
      authority: this.#luck.below(this.#authorities.length),
      toServer: [],
      toPerson: [],
      told: undefined,
    };
    member.person.connects();
  }

  #break(member: Member): void {
    if (!member.line) return;
    this.#breaks += 1;
    if (this.#luck.likely(0.5)) member.broken.push(member.line);
    member.line = undefined;
    member.person.joined = false;
  }

  /** The browser is closed, and opened again on the same machine. */
  #reload(member: Member): void {
    this.#break(member);
    member.person.reloads();
    this.#connect(member);
  }

  /** What a server tells goes to everybody on a line to it, and is durable (T1). */
  #tell(authority: number, entries: readonly EntryJson[], viewOf: (reviewer: Reviewer) => RoomView): void {
    for (const entry of entries) this.#assertDurable(entry.version, entry.hash);
    for (const { person, role, line } of this.#members) {
      if (line?.authority !== authority || !line.told) continue;
      const view = viewOf({ id: person.id, role });
      const sight = view.sight?.key;
      if (sight !== line.told.sight) {
        line.told = undefined;
        line.toPerson.push({ kind: 'sight' });
      } else this.#say(line, view, { id: person.id, role }, { kind: 'entries', entries: view.entries(entries), sight });
    }
  }

  /** Says something to a person, and nothing that they may not hear (T11). */
  #say(line: Line, view: RoomView, { id, role }: Reviewer, reply: Reply): void {
    const { article, sight } = view;
    const blind = sight?.blind ?? 'no';
    const secrets = new Set([
      ...closedSecretsOf(this.#faulty.durable, article.version, id, role),
      ...(blind === 'no' ? [] : secretsOf(this.#faulty.durable, id, blind)),
    ]);
    const secret = toldIn(reply, secrets);
    assert.equal(secret, undefined, `T11: ${id} is told of ${secret}`);
    line.toPerson.push(reply);
  }

  #assertDurable(version: number, hash?: string): void {
    const stored = this.#faulty.durable.get(version);
    assert.ok(stored, `T1: version ${version} was told before it was stored`);
    if (hash !== undefined) assert.equal(JSON.parse(stored.body).hash, hash, `T3: two entries ${version}`);
  }

  async #serve(member: Member, line: Line): Promise<void> {
    const requests = line.toServer.splice(0, 1 + this.#luck.below(2));
    for (const request of requests) await this.#answer(member, line, request);
  }

  async #answer(member: Member, line: Line, request: Request): Promise<void> {
    const authority = this.#authorities[line.authority];
    assert.ok(authority);
    const { id } = member.person;
    if (request.kind !== 'operation') {
      const view = await authority.viewOf({ id, role: member.role });
      const entries = await view.entriesAfter(request.version, Number.MAX_SAFE_INTEGER);
      for (const entry of entries) this.#assertDurable(entry.version, entry.hash);
      const sight = view.sight?.key;
      const reviewer = { id, role: member.role };
      if (request.kind === 'fetch') this.#say(line, view, reviewer, { kind: 'entries', entries, sight });
      else {
        line.told = { sight };
        const article = request.sight !== sight && { article: articleToJson(view.article) };
        this.#say(line, view, reviewer, JSON.parse(JSON.stringify({ kind: 'joined', entries, ...article })));
      }
      return;
    }
    const key = `${id} ${request.opId}`;
    this.#roles.set(key, (this.#roles.get(key) ?? new Set()).add(member.role));
    const operation = this.#plan.skewed ? skew(request.operation, request.opId) : request.operation;
    this.#sent.set(key, parseOperation(operation, 'operation'));
    const reviewer = { id, role: member.role };
    const given = this.#luck.likely(0.2)
      ? [
          { reviewer, operation },
          { reviewer, operation },
        ]
      : [{ reviewer, operation }];
    for (const answer of await authority.perform(given)) {
      if (!answer) continue;
      if (!isFault(answer)) {
        this.#assertDurable(answer.version);
        const before = this.#answers.get(key);
        assert.ok(before === undefined || before === canonicalJson(answer), `T2: two answers to ${key}`);
        this.#answers.set(key, canonicalJson(answer));
      } else assert.notEqual(answer.fault, 'op-id-taken');
      line.toPerson.push({ kind: 'answer', opId: request.opId, answer });
    }
  }

  async turn(): Promise<void> {
    const luck = this.#luck;
    const member = luck.pick(this.#members);
    const [lead] = this.#members;
    if (this.#plan.blind && lead && luck.likely(0.02)) blinds(lead.person, luck);
    if (this.#plan.closed && luck.likely(0.08))
      shows(
        member.person,
        luck,
        this.#members.map(({ person }) => person.id),
      );
    const what = luck.next();
    if (what < 0.38) this.#deed(member);
    else if (what < 0.55) member.person.flushes();
    else if (what < 0.7) await this.#hearAtServer(member);
    else if (what < 0.9) this.#hearAtPerson(member);
    else if (what < 0.93) this.#connect(member);
    else if (what < 0.937) this.#break(member);
    else if (what < 0.94) this.#reload(member);
    else if (what < 0.955) this.#faulty.next = luck.pick(['refuses', 'stores, then fails']);
    else if (what < 0.965) this.#kill();
    else if (what < 0.985) await luck.pick(this.#authorities).catchUp();
    else if (member !== lead) member.role = luck.pick<Role>(['viewer', 'annotator', 'editor', 'editor', 'lead']);
  }

  #deed(member: Member): void {
    let left = this.#luck.below(DEEDS.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, deed] of DEEDS) {
      left -= weight;
      if (left < 0) {
        deed(member.person, this.#luck);
        return;
      }
    }
  }

  async #hearAtServer(member: Member): Promise<void> {
    const old = member.broken.find((line) => line.toServer.length > 0);
    const line = old && this.#luck.likely(0.3) ? old : member.line;
    if (line && line.toServer.length > 0) await this.#serve(member, line);
  }

  #hearAtPerson(member: Member): void {
    const reply = member.line?.toPerson.shift();
    if (reply) member.person.hears(reply);
  }

  #kill(): void {
    this.#kills += 1;
    const index = this.#luck.below(this.#authorities.length);
    this.#authorities[index]?.kill();
    for (const member of this.#members) if (member.line?.authority === index) this.#break(member);
  }

  /** Everything works again, and everybody waits until nothing moves. */
  async end(): Promise<void> {
    this.#faulty.next = 'none';
    for (const member of this.#members) {
      for (const line of member.broken) await this.#drain(member, line);
      this.#connect(member);
    }
    for (let round = 0; ; round += 1) {
      assert.ok(round < 400, 'progress: what is pending never ends');
      for (const authority of this.#authorities) await authority.catchUp();
      for (const member of this.#members) {
        member.person.flushes();
        if (member.line) await this.#drain(member, member.line);
        while (member.line && member.line.toPerson.length > 0) this.#hearAtPerson(member);
      }
      if (this.#members.every(({ person, line }) => person.session.pending.length === 0 && line?.toServer.length === 0))
        break;
    }
    for (const authority of this.#authorities) await authority.catchUp();
    for (const member of this.#members) {
      member.person.connects();
      if (member.line) await this.#drain(member, member.line);
      while (member.line && member.line.toPerson.length > 0) this.#hearAtPerson(member);
    }
  }

  async #drain(member: Member, line: Line): Promise<void> {
    while (line.toServer.length > 0) await this.#serve(member, line);
  }

  async check(): Promise<Run> {
    const states = checkLog(this.#faulty.durable, this.#roles, this.#sent);
    const last = states.at(-1);
    for (const { person, role } of this.#members) {
      const sight = last && sightOf(last, { id: person.id, role });
      const seen = last && bytesOf(sight ? seenArticle(last, sight) : last);
      assert.equal(person.session.confirmed.version, states.length - 1, `${person.id} has not caught up`);
      assert.equal(bytesOf(person.session.confirmed), seen, `T3: what ${person.id} has confirmed is not the log`);
      assert.equal(bytesOf(person.session.visible), seen, `T3: what ${person.id} sees is not the log`);
    }
    if (!this.#plan.skewed)
      checkNothingLost(
        this.#faulty.durable,
        this.#members.map(({ person }) => person),
      );
    for (const version of states.keys()) {
      const snapshot = await this.#store.snapshot(ARTICLE, version);
      if (snapshot?.version === version) {
        const at = states[version];
        const { article } = JSON.parse(snapshot.body);
        assert.equal(
          bytesOf(articleFromJson(article)),
          at && bytesOf(at),
          `T3: the snapshot ${version} is not the log`,
        );
      }
    }
    const inStore = await this.#store.read(ARTICLE, 0, Number.MAX_SAFE_INTEGER);
    const durable = [...this.#faulty.durable.values()].sort((one, other) => one.version - other.version);
    assert.deepEqual(inStore, durable, 'T1: what is in the store is not what was stored');
    assert.equal(await this.#store.pack(ARTICLE, { least: 4, most: 5 }), 0, 'the log was not packed');
    const bodies = [...this.#faulty.durable.values()].map(({ body }) => JSON.parse(body));
    return {
      entries: bodies.length,
      dropped: bodies.reduce((sum, { dropped }) => sum + dropped.length, 0),
      kills: this.#kills,
      breaks: this.#breaks,
      hash: bodies.at(-1)?.hash ?? '',
    };
  }
}

/** What another authority might make of an operation: the same each time, and not what its author expects. */
const skew = (operation: unknown, opId: string): unknown => {
  const given = operation as { parts: readonly { kind: string; steps?: readonly object[] }[] };
  if ([...opId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 5 !== 0) return operation;
  const parts = given.parts.map((part) =>
    part.steps && part.steps.length > 1 ? { ...part, steps: part.steps.slice(0, -1) } : part,
  );
  return { ...given, parts };
};

/**
 * Makes one run; throws at the first rule that is broken. Where ways to a store are handed in, each is that of a server; otherwise as many
 * servers as the seed has it share one in memory.
 */
export const simulate = async (plan: Plan, ways?: readonly LogStore[]): Promise<Run> => {
  const world = new World(plan, chance(plan.seed), ways);
  await world.begin();
  for (let turn = 0; turn < plan.turns; turn += 1) await world.turn();
  await world.end();
  return world.check();
};
