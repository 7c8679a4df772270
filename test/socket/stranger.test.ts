import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIM_FIELDS } from '../../shared/claim.ts';
import { EVIDENCE_FIELDS } from '../../shared/evidence.ts';
import { FAULTS } from '../../shared/faults.ts';
import { KINDS, parsePart } from '../../shared/operations/index.ts';
import { REFUSALS } from '../../shared/operations/kind.ts';
import { NOTICES, REQUESTS } from '../../shared/protocol.ts';
import { ROLES } from '../../shared/roles.ts';
import { TRUTH_SCALE } from '../../shared/scales.ts';
import { schema } from '../../shared/schema.ts';
import { SOURCE_FIELDS } from '../../shared/source.ts';
import { Exchange } from '../support/exchange.ts';

const docs = readFileSync(join(import.meta.dirname, '../../docs/protocol.md'), 'utf8');

/** The example of a name, as the document has it. */
// biome-ignore lint/suspicious/noExplicitAny: a stranger has no types but the document.
const example = (name: string): any => {
  const found = new RegExp(`\`\`\`json ${name}\\n([^]*?)\`\`\``).exec(docs);
  if (!found?.[1]) throw new Error(`the document has no example "${name}"`);
  return JSON.parse(found[1]);
};

/** Canonical JSON as the document says it, without a look at ours. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A client in the fewest lines that the document allows: a websocket and its frames. */
class Stranger {
  readonly #socket: WebSocket;
  readonly #frames: string[] = [];
  #wake = (): void => {};
  #requests = 0;

  constructor(url: string) {
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    this.#socket.onmessage = ({ data }) => {
      if (data === '2') return this.#socket.send('3');
      this.#frames.push(String(data));
      this.#wake();
    };
  }

  /** The JSON of the first frame, come or to come, that begins so. */
  async frame(beginning: string): Promise<unknown> {
    for (;;) {
      const index = this.#frames.findIndex((frame) => frame.startsWith(beginning));
      const [frame] = index < 0 ? [] : this.#frames.splice(index, 1);
      if (frame !== undefined) return JSON.parse(frame.slice(beginning.length));
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async connect(auth: object): Promise<void> {
    await this.frame('0');
    this.#socket.send(`40${JSON.stringify(auth)}`);
  }

  // biome-ignore lint/suspicious/noExplicitAny: a stranger has no types but the document.
  async ask(name: string, message: object): Promise<any> {
    this.#requests += 1;
    this.#socket.send(`42${this.#requests}${JSON.stringify([name, message])}`);
    const [answer] = (await this.frame(`43${this.#requests}`)) as unknown[];
    return answer;
  }

  /** The next notice of a name; others are passed over. */
  // biome-ignore lint/suspicious/noExplicitAny: a stranger has no types but the document.
  async hears(name: string): Promise<any> {
    for (;;) {
      const [heard, notice] = (await this.frame('42')) as unknown[];
      if (heard === name) return notice;
    }
  }

  close(): void {
    this.#socket.close();
  }
}

describe('a stranger who has read docs/protocol.md', () => {
  it('marks a claim by its words, hears of it, finds its hash right, and is answered the same again', async () => {
    const exchange = await Exchange.open();
    const stranger = new Stranger(exchange.url);
    await stranger.connect({ ...example('auth'), token: 'ben.annotator' });
    await stranger.frame('40');

    const article = await exchange.article('The moon is about 384,400 kilometres away.');
    const joined = await stranger.ask('join', { ...example('join'), article });
    assert.deepEqual([joined.reviewer, joined.version, joined.article.doc.type], ['ben', 1, 'doc']);

    const operation = { ...example('operation'), article };
    assert.deepEqual(await stranger.ask('operation', operation), example('acknowledged'));
    const { entries } = await stranger.hears('entries');
    const { hash, ...sealed } = entries[0];
    assert.equal(sha256(canonical(sealed)), hash);
    assert.deepEqual({ ...entries[0], previous: '…', hash: '…' }, example('entry'));
    assert.deepEqual(await stranger.ask('operation', operation), example('acknowledged'));

    const again = await stranger.ask('join', { article });
    const { doc, anchors } = again.article;
    assert.equal(anchors['c-9f2c'].state, 'exact');
    const { same } = await stranger.ask('compare', { article, version: 2, hash: sha256(canonical({ anchors, doc })) });
    assert.equal(same, true);
    assert.deepEqual(await stranger.ask('presence', { ...example('presence'), article }), {});
    const { fault, message } = await stranger.ask('operation', {
      article,
      operation: { opId: 'x', base: 2, parts: [{}] },
    });
    assert.equal(fault, 'invalid');
    assert.match(message, /^submission\.operation\.parts\[0\]\.kind: one of /);
    stranger.close();
    await exchange.close();
  });

  it('is told when they may not come in', async () => {
    const exchange = await Exchange.open();
    const stranger = new Stranger(exchange.url);
    await stranger.connect({ ...example('auth'), token: 'nobody' });
    assert.deepEqual(await stranger.frame('44'), {
      message: FAULTS['sign-in'],
      data: { fault: 'sign-in', message: FAULTS['sign-in'] },
    });
    stranger.close();
    await exchange.close();
  });

  it('counts positions as the document does', () => {
    const doc = schema.nodeFromJSON(example('doc'));
    assert.deepEqual([doc.textBetween(1, 5), doc.textBetween(13, 16), doc.content.size], ['Moon', 'far', 18]);
  });

  it('has seen one part of every kind, and each is taken', () => {
    const parts: readonly { kind: string }[] = example('parts');
    for (const part of parts) assert.equal(parsePart(part, part.kind).kind, part.kind);
    assert.deepEqual([...new Set(parts.map(({ kind }) => kind))].sort(), Object.keys(KINDS).sort());
  });

  const TABLES = {
    request: Object.fromEntries(REQUESTS.map((each) => [each, each])),
    notice: Object.fromEntries(NOTICES.map((each) => [each, each])),
    fault: FAULTS,
    reason: REFUSALS,
    role: ROLES,
    rating: Object.fromEntries(TRUTH_SCALE.ratings.map(({ id }) => [id, id])),
  };
  for (const [name, table] of Object.entries(TABLES)) {
    it(`knows every ${name}`, () => {
      assert.deepEqual(
        Object.keys(table).filter((key) => !docs.includes(`\`${key}\``)),
        [],
      );
    });
  }

  it('reads of no field that is not there; GET /api/fields has all of them', () => {
    const rows = { claim: CLAIM_FIELDS, source: SOURCE_FIELDS, evidence: EVIDENCE_FIELDS };
    for (const [record, fields] of Object.entries(rows)) {
      const row = new RegExp(`^\\| ${record} \\| (.*) \\|$`, 'm').exec(docs)?.[1] ?? '';
      const named = [...row.replaceAll(/\([^)]*\)/g, '').matchAll(/`(\w+)`/g)].map(([, key = '']) => key);
      assert.ok(named.length > 2);
      for (const key of named) assert.ok(Object.hasOwn(fields, key), `${record}.${key}`);
    }
  });
});
