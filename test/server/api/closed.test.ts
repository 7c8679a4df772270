import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { ROUTES } from '../../../server/api/index.ts';
import { ANSWER_FIELDS, ATTEMPT_FIELDS, CONTACT_FIELDS, QUESTION_FIELDS } from '../../../shared/contact.ts';
import { EVIDENCE_FIELDS } from '../../../shared/evidence.ts';
import { FORMATS } from '../../../shared/export/index.ts';
import type { Fields } from '../../../shared/fields.ts';
import { SOURCE_FIELDS } from '../../../shared/source.ts';
import { canariesIn, canary, filledWithCanaries } from '../../support/canaries.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

type Parts = readonly object[];

const filled = (kind: string, fields: Fields, visibility?: unknown) => ({
  ...filledWithCanaries(kind, fields),
  ...(visibility !== undefined && { visibility }),
});

const said = (message: string, ...mentions: readonly object[]) => ({
  ...{ message, text: `@Ben @Cyd ${canary('message', message)}`, mentions },
});

/** Something of every kind that says who sees it, a word of its own in every field that can hold one. */
const secretsFor = (visibility: unknown, ben: string, cyd: string): readonly Parts[] => [
  [{ kind: 'source.add', source: 'S', fields: filled('source', SOURCE_FIELDS, visibility) }],
  [{ kind: 'source.revise', source: 'S', fields: { title: canary('source', 'titlerevised') } }],
  [
    { kind: 'evidence.attach', evidence: 'E', claim: 'c', source: 'S', fields: filled('evidence', EVIDENCE_FIELDS) },
    {
      ...{ kind: 'evidence.attach', evidence: 'F', claim: 'c', source: 'open' },
      fields: filled('other', EVIDENCE_FIELDS, visibility),
    },
  ],
  [{ kind: 'evidence.revise', evidence: 'F', fields: { note: canary('other', 'noterevised') } }],
  [
    { kind: 'evidence.withdraw', evidence: 'E' },
    { kind: 'evidence.reinstate', evidence: 'E' },
  ],
  [
    {
      ...{ kind: 'thread.open', thread: 'T', claim: 'c', visibility },
      ...said('one', { reviewer: ben, from: 0, to: 4 }, { reviewer: cyd, from: 5, to: 9 }),
    },
    { kind: 'thread.open', thread: 'W', quote: { exact: 'far' }, visibility, ...said('two') },
  ],
  [{ kind: 'thread.reply', thread: 'T', ...said('three', { reviewer: cyd, from: 5, to: 9 }) }],
  [
    {
      kind: 'contact.add',
      contact: 'K',
      fields: { ...filled('contact', CONTACT_FIELDS, visibility), consent: 'secret' },
    },
  ],
  [
    { kind: 'contact.ask', contact: 'K', question: 'Q', claim: 'c', fields: filled('question', QUESTION_FIELDS) },
    { kind: 'contact.attempt', contact: 'K', attempt: 'A', fields: filled('attempt', ATTEMPT_FIELDS) },
    { kind: 'contact.answer', contact: 'K', question: 'Q', answer: 'R', fields: filled('answer', ANSWER_FIELDS) },
  ],
  [{ kind: 'verdict.give', verdict: 'v2', claim: 'c', scale: 'truth@1', rating: 'true', rationale: 'so it is' }],
];

/** What somebody tries with the ids of what they do not see. */
const ATTEMPTS: readonly object[] = [
  { kind: 'source.revise', source: 'S', fields: { title: 'x' } },
  { kind: 'source.revise', source: 'open', fields: { derivesFrom: [{ source: 'S', manner: 'copy' }] } },
  { kind: 'evidence.attach', evidence: 'X', claim: 'c', source: 'S', fields: { stance: 'supports' } },
  { kind: 'evidence.revise', evidence: 'E', fields: { note: 'x' } },
  { kind: 'evidence.withdraw', evidence: 'F' },
  { kind: 'thread.reply', thread: 'T', message: 'x', text: 'x', mentions: [] },
  { kind: 'thread.show', thread: 'T', visibility: 'public' },
  { kind: 'thread.resolve', thread: 'W' },
  { kind: 'contact.revise', contact: 'K', fields: { visibility: 'public' } },
  { kind: 'contact.strike', contact: 'K', line: 'R' },
];

/** What says that something was done: versions, the length of the log, the verdict that everyone sees, a file that is not whole. */
const DONE =
  /"(version|history|updatedAt|verdicts|otherVerdicts)":("[^"]*"|\d+),?|,? ?\d+ (entr(y|ies) of the history|verdicts?(?: that did not decide)?)|"c":1|\{"kind":"not-whole"[^}]*\{\}\}/g;

/** A listener that keeps what is posted to it. */
const startListener = async () => {
  const taken: string[] = [];
  const server = createServer((request, response) => {
    request.on('data', (chunk) => taken.push(String(chunk)));
    request.on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, taken, close: () => new Promise((resolve) => server.close(resolve)) };
};

describe('what is not shown to somebody (T11)', function () {
  // Everything there is to ask for is asked for, twice, by each of several people.
  this.timeout(60_000);
  let server: RunningServer;
  let listener: Awaited<ReturnType<typeof startListener>>;
  let people: Record<'una' | 'ann' | 'ben' | 'cyd' | 'ed' | 'vic', Member>;
  let article: string;
  let opIds: number;
  const pages: Socket[] = [];

  const ask = (by: Member, method: string, path: string, json?: object) =>
    server.ask(method, path, { by, ...(json && { json }) });

  const does = async (by: Member, ...parts: readonly object[]) => {
    opIds += 1;
    const { version } = (await ask(by, 'GET', `/api/articles/${article}/log?limit=1`)).json;
    const json = { opId: `o${opIds}`, base: version, parts };
    return ask(by, 'POST', `/api/articles/${article}/operations`, json);
  };

  const done = async (by: Member, ...parts: readonly object[]): Promise<void> => {
    const { json, text } = await does(by, ...parts);
    assert.deepEqual(json.dropped, [], text);
  };

  /** Every byte that comes to a page of somebody from before it joins. */
  const listensIn = async (by: Member): Promise<{ readonly heard: () => string; readonly page: Socket }> => {
    const page = io(server.url, { transports: ['websocket'], forceNew: true, auth: { token: by.token } });
    pages.push(page);
    const bytes: string[] = [];
    page.io.on('open', () => page.io.engine.on('packet', ({ data }) => bytes.push(String(data))));
    await page.emitWithAck('join', { article });
    // A page does as pages do: it joins anew, asks for all of the log, and is somewhere.
    page.on('sight', () => void page.emitWithAck('join', { article, version: 1 }));
    page.on('entries', () => void page.emitWithAck('fetch', { article, after: 0, limit: 500 }));
    return { heard: () => bytes.join('\n'), page };
  };

  /** Everything that can be asked for over HTTP, as somebody is answered it, by its path. */
  const allFor = async (by: Member, captures: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const { webhooks = [] } = (await ask(by, 'GET', '/api/webhooks')).json;
    const ids = captures.length > 0 ? captures : ['none'];
    const paths = ROUTES.filter(({ method }) => method === 'get').flatMap(({ path }) =>
      [...Object.keys(FORMATS), 'none'].flatMap((format) =>
        [...ids].map((capture) =>
          path
            .replace(':format', format)
            .replace(':capture', capture)
            .replace(':source', 'S')
            .replace('/webhooks/:id', `/webhooks/${webhooks[0]?.id ?? 'none'}`)
            .replace(':id', article),
        ),
      ),
    );
    const more = [
      ...paths
        .filter((path) => path.includes('/export'))
        .flatMap((path) => ['public', 'desk'].map((to) => `${path}?audience=${to}`)),
      ...['url', 'title', 'titlerevised', 'publisher', 'people'].map(
        (key) => `/api/sources?search=${canary('source', key)}`,
      ),
      `/api/sources/known?address=https://${canary('source', 'url')}.example/`,
    ];
    const every = [...new Set([...paths, ...more])];
    const answers = await Promise.all(every.map(async (path) => [path, (await ask(by, 'GET', path)).text] as const));
    // What was asked for by a word has it in no answer but that.
    return new Map(answers);
  };

  const tellIn = (answers: ReadonlyMap<string, string>): readonly string[] =>
    [...answers].flatMap(([path, text]) => canariesIn(text).map((word) => `${path}: ${word}`));

  /** What of answers would tell how much there is: all but what tells that something was done, by a version, a time, a new verdict. */
  const counted = (answers: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
    new Map(
      ['/export', '/export?audience=public', '/unread', '/same-texts', '/captures', '/looks']
        .map((path) => `/api/articles/${article}${path}`)
        .concat('/api/queue', '/api/sources', '/api/notices', '/api/articles')
        .map((path) => [path, (answers.get(path) ?? '').replaceAll(DONE, '')]),
    );

  const newsAreDrawn = async (): Promise<void> => {
    const { version } = (await ask(people.una, 'GET', `/api/articles/${article}`)).json;
    while ((await server.parts.news.reached(article)) < version) await pause(10);
    for (let turn = 0; turn < 100 && (await ask(people.una, 'GET', '/api/sources')).status !== 200; turn += 1)
      await pause(5);
  };

  beforeEach(async () => {
    opIds = 0;
    server = await startServer();
    listener = await startListener();
    people = {
      una: await server.add('admin', 'una'),
      ann: await server.add('annotator', 'ann'),
      ben: await server.add('annotator', 'ben'),
      cyd: await server.add('annotator', 'cyd'),
      ed: await server.add('lead', 'ed'),
      vic: await server.add('viewer', 'vic'),
    };
    await ask(people.una, 'POST', '/api/webhooks', { url: listener.url });
    const made = await ask(people.una, 'POST', '/api/articles', { text: 'Title\n\nthe moon is far' });
    article = made.json.id;
    await done(
      people.cyd,
      { kind: 'claim.mark', claim: 'c', quote: { exact: 'moon' }, fields: { assignee: people.ed.account.id } },
      { kind: 'source.add', source: 'open', fields: { title: 'An almanac' } },
      { kind: 'evidence.attach', evidence: 'e', claim: 'c', source: 'open', fields: { stance: 'supports' } },
      { kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'true', rationale: 'as it says' },
      { kind: 'work.move', claim: 'c', move: 'ready' },
    );
    for (const each of Object.values(people)) await ask(each, 'GET', `/api/articles/${article}/unread`);
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) page.disconnect();
    await server.close();
    await listener.close();
  });

  /** Brings the secrets, tries what those may try who do not see them, and looks at all that they are told. */
  const keepsFrom = async (visibility: unknown, strangers: readonly Member[]): Promise<void> => {
    const { ann, ben, cyd } = people;
    await newsAreDrawn();
    const before = await Promise.all(strangers.map(async (each) => counted(await allFor(each, []))));
    const lines = await Promise.all(strangers.map(listensIn));
    const bens = await listensIn(ben);
    const secrets = secretsFor(visibility, ben.account.id, cyd.account.id);
    for (const parts of secrets) await done(ann, ...parts);
    await ask(ann, 'POST', `/api/articles/${article}/captures`, { source: 'S', text: canary('capture', 'text') });
    await newsAreDrawn();

    const { captures } = (await ask(ben, 'GET', `/api/articles/${article}/captures`)).json;
    const ids = captures.map(({ id }: { readonly id: string }) => id);
    const seenByBen = [...(await allFor(ben, ids)).values(), bens.heard()].join('\n');
    const known = canariesIn(JSON.stringify(secrets)).concat(canary('capture', 'text'));
    assert.ok(known.length >= 20, `there are ${known.length}`);
    assert.deepEqual(
      known.filter((word) => !seenByBen.includes(word)),
      [],
      'those whom it is shown to see all of it, else nothing is tested',
    );

    for (const [index, stranger] of strangers.entries()) {
      const { heard, page } = lines[index]!;
      for (const part of ATTEMPTS) {
        const { json, text } = await does(stranger, part);
        const nowhere = await does(stranger, JSON.parse(JSON.stringify(part).replaceAll(/"[SEFTWK]"/g, '"nowhere"')));
        assert.deepEqual(json.dropped, nowhere.json.dropped, JSON.stringify(part));
        assert.deepEqual(canariesIn(text), []);
      }
      const copy = await ask(stranger, 'POST', `/api/articles/${article}/captures`, { source: 'S' });
      assert.deepEqual(canariesIn(copy.text), []);
      await page.emitWithAck('presence', { article, version: 1, at: { anchor: 1, head: 1 }, claim: 'c' });
      await page.emitWithAck('compare', { article, version: 3, hash: 'a' });
      await page.emitWithAck('leave', { article });
      const name = stranger.account.name;
      assert.deepEqual(canariesIn(heard()), [], `the page of ${name}`);
      const after = await allFor(stranger, ids);
      assert.deepEqual(tellIn(after), [], name);
      assert.deepEqual(counted(after), before[index], `${name} is told how much there is`);
      assert.ok(heard().includes('"hidden"'), 'something happened before their eyes');
    }
    for (const path of Object.keys(FORMATS).map(
      (format) => `/api/articles/${article}/export/${format}?audience=public`,
    ))
      assert.deepEqual(canariesIn((await ask(ben, 'GET', path)).text), [], path);
  };

  it('as one of named people is in nothing that anybody else is told, whatever their role', async () => {
    const { una, cyd, ed, vic, ben } = people;
    await keepsFrom([ben.account.id], [vic, cyd, ed, una]);
    const { webhooks } = (await ask(una, 'GET', '/api/webhooks')).json;
    const sent = await server.parts.webhooks.deliveries(webhooks[0].id, 100);
    assert.deepEqual(canariesIn(JSON.stringify(sent) + listener.taken.join()), []);
  });

  it('as one of the desk is in nothing that a viewer is told', async () => {
    await keepsFrom('desk', [people.vic]);
  });

  it('is gone at once from all that was open, once it is shown to fewer', async () => {
    const { ann, ben, cyd } = people;
    const only = [ben.account.id];
    for (const parts of secretsFor('desk', ben.account.id, cyd.account.id)) await done(ann, ...parts);
    await newsAreDrawn();
    const { page } = await listensIn(cyd);
    assert.ok(tellIn(await allFor(cyd, [])).some((each) => each.startsWith('/api/notices')));
    page.off('sight').off('entries');
    const later: string[] = [];
    page.onAny((name: string, notice: object) => later.push(name, JSON.stringify(notice)));
    const { article: was } = await page.emitWithAck('join', { article });
    await done(
      ann,
      { kind: 'source.revise', source: 'S', fields: { visibility: only } },
      { kind: 'evidence.revise', evidence: 'F', fields: { visibility: only } },
      { kind: 'thread.show', thread: 'T', visibility: only },
      { kind: 'thread.show', thread: 'W', visibility: only },
      { kind: 'contact.revise', contact: 'K', fields: { visibility: only } },
    );
    while (!later.includes('sight')) await pause(5);
    const { article: now } = await page.emitWithAck('join', { article, version: was.version, sight: was.sight });
    assert.deepEqual(canariesIn(JSON.stringify(now) + later.join()), []);
    await newsAreDrawn();
    const { captures } = (await ask(ben, 'GET', `/api/articles/${article}/captures`)).json;
    assert.deepEqual(
      tellIn(
        await allFor(
          cyd,
          captures.map(({ id }: { readonly id: string }) => id),
        ),
      ),
      [],
    );
    assert.ok(tellIn(await allFor(ben, [])).length > 20);
  });
});
