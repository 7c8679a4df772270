import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { pageFetcher } from '../../../server/captures/fetch-page.ts';
import { aDocx, from, p, to, words } from '../../support/a-docx.ts';
import { type Site, startSite } from '../../support/a-site.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const FIRST = `The moon and its cheese

Nobody has asked the moon about its cheese so far, as far as anybody knows.

Power referred to an analysis that found almost 80 percent of the moon in areas not held by mice.

"Since the mice began to climb, the moon has shifted in their favor," she said.`;

const SECOND = FIRST.replace('80', '18');

interface Row {
  readonly kind: string;
  readonly runs?: readonly { readonly kind: string; readonly text: string }[];
}

describe('a later version of an article', () => {
  let site: Site;
  let server: RunningServer;
  let editor: Member;
  let lead: Member;
  let page = FIRST;
  before(async () => {
    site = await startSite((_request, response) => {
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      response.end(page);
    });
    server = await startServer({ fetchPage: pageFetcher({ mayAsk: site.mayAsk }) });
    editor = await server.add('editor');
    lead = await server.add('lead');
  });
  after(async () => {
    await server.close();
    await site.close();
  });

  const created = async (json: object): Promise<string> => {
    const made = await server.ask('POST', '/api/articles', { by: editor, json });
    assert.equal(made.status, 201, made.text);
    return `/api/articles/${made.json.id}`;
  };
  let operations = 0;
  const acts = async (path: string, by: Member, ...parts: readonly object[]): Promise<void> => {
    operations += 1;
    const { version } = (await server.ask('GET', path, { by })).json;
    const json = { opId: `o${operations}`, base: version, parts };
    const answer = await server.ask('POST', `${path}/operations`, { by, json });
    assert.deepEqual(answer.json.dropped, [], answer.text);
  };
  const mark = (claim: string, exact: string): object => ({
    kind: 'claim.mark',
    claim,
    quote: { exact, prefix: '', suffix: '' },
    fields: {},
  });
  const seen = async (path: string) => (await server.ask('GET', path, { by: lead })).json;
  const claimIn = async (path: string, id: string) =>
    (await seen(path)).claims.find((claim: { id: string }) => claim.id === id);
  const differs = async (path: string, json: object, by = editor) =>
    (await server.ask('POST', `${path}/difference`, { by, json })).json;
  const takes = (path: string, json: object, by = editor) => server.ask('POST', `${path}/received`, { by, json });
  const taken = async (path: string, json: object, by = editor) => {
    const { from: compared } = await differs(path, json, by);
    const answer = await takes(path, { ...json, from: compared }, by);
    assert.equal(answer.status, 201, answer.text);
    return answer.json;
  };
  const typing = (at: number, text: string): object => ({
    kind: 'text',
    target: 'body',
    steps: [{ stepType: 'replace', from: at, to: at, slice: { content: [{ type: 'text', text }] } }],
  });

  it('shows what a figure that is another does before it is taken over, and does exactly that (T4, T8)', async () => {
    const path = await created({ text: FIRST });
    await acts(
      path,
      editor,
      mark('outer', 'found almost 80 percent of the moon'),
      mark('inner', '80 percent'),
      mark('other', 'shifted in their favor'),
    );
    for (const claim of ['outer', 'inner', 'other']) {
      await acts(path, editor, {
        kind: 'verdict.give',
        verdict: `v-${claim}`,
        claim,
        scale: 'truth@1',
        rating: 'true',
        rationale: 'So it is.',
      });
      await acts(path, editor, { kind: 'work.move', claim, move: 'ready' });
    }
    const before = await seen(path);
    const difference = await differs(path, { text: SECOND });
    assert.deepEqual(
      difference.rows.map(({ kind }: Row) => kind),
      ['same', 'changed', 'same'],
    );
    assert.deepEqual(
      difference.rows[1].runs.filter(({ kind }: { kind: string }) => kind !== 'same'),
      [
        { kind: 'out', text: '80' },
        { kind: 'in', text: '18' },
      ],
    );
    const { untouched, claims } = difference.consequences;
    assert.equal(untouched, 1);
    assert.deepEqual(claims, [
      {
        claim: 'outer',
        was: 'exact',
        state: 'changed',
        before: 'found almost 80 percent of the moon',
        after: 'found almost 18 percent of the moon',
        stale: true,
        reopened: true,
      },
      {
        claim: 'inner',
        was: 'exact',
        state: 'changed',
        before: '80 percent',
        after: '18 percent',
        stale: true,
        reopened: true,
      },
    ]);
    assert.equal((await seen(path)).version, before.version);

    const answer = await takes(path, { text: SECOND, from: difference.from, why: 'The outlet corrected it.' });
    assert.equal(answer.status, 201, answer.text);
    assert.equal(answer.json.version, before.version + 1);
    const after = await seen(path);
    assert.match(after.text, /almost 18 percent/);
    assert.deepEqual(
      after.claims.map(({ id, anchor, work }: { id: string; anchor: { state: string }; work: { state: string } }) => [
        id,
        anchor.state,
        work.state,
      ]),
      [
        ['outer', 'changed', 'reopened'],
        ['inner', 'changed', 'reopened'],
        ['other', 'exact', 'ready'],
      ],
    );
    assert.deepEqual(
      after.versions.map(
        ({ version, why, origin }: { version: number; why: string; origin: { original: { sha256: string } } }) => [
          version,
          why,
          origin.original.sha256,
        ],
      ),
      [
        [1, '', hash('sha256', FIRST)],
        [answer.json.version, 'The outlet corrected it.', hash('sha256', SECOND)],
      ],
    );
  });

  it('is kept as it came, and so is each before it; any two are compared', async () => {
    const path = await created({ text: FIRST });
    const { version } = await taken(path, { text: SECOND });
    const saved = async (rest: string) => (await server.ask('GET', `${path}/original${rest}`, { by: lead })).text;
    assert.equal(await saved(''), SECOND);
    assert.equal(await saved('?version=1'), FIRST);
    assert.equal((await server.ask('GET', `${path}/original?version=99`, { by: lead })).status, 404);
    const { json } = await server.ask('GET', `${path}/difference?from=${version}&to=1`, { by: lead });
    assert.deepEqual(
      json.rows[1].runs.filter(({ kind }: Row) => kind !== 'same'),
      [
        { kind: 'out', text: '18' },
        { kind: 'in', text: '80' },
      ],
    );
  });

  it('is refused where the text has changed since it was looked at, and where it is the same', async () => {
    const path = await created({ text: FIRST });
    const { from: compared } = await differs(path, { text: SECOND });
    await acts(path, editor, typing(1, 'Oh: '));
    const answer = await takes(path, { text: SECOND, from: compared });
    assert.deepEqual([answer.status, answer.json.reason], [409, 'changed-since']);
    const again = await created({ text: FIRST });
    const { isSame, from: same } = await differs(again, { text: FIRST });
    assert.equal(isSame, true);
    assert.equal((await takes(again, { text: FIRST, from: same })).json.reason, 'no-change');
  });

  it('waits for a lead while the text is locked, which it stays (T7)', async () => {
    const path = await created({ text: FIRST });
    await acts(path, lead, { kind: 'article.lock' });
    const { from: compared } = await differs(path, { text: SECOND });
    const refused = await takes(path, { text: SECOND, from: compared });
    assert.deepEqual([refused.status, refused.json.reason], [409, 'locked']);
    const { received } = await taken(path, { text: SECOND }, lead);
    const after = await seen(path);
    assert.match(after.text, /18 percent/);
    assert.equal(after.locked, true);
    assert.equal((await server.ask('DELETE', `${path}/received/${received}`, { by: editor })).json.reason, 'locked');
    assert.equal((await server.ask('DELETE', `${path}/received/${received}`, { by: lead })).status, 200);
    assert.match((await seen(path)).text, /80 percent/);
  });

  it('is taken back as it was taken over: the claims are on their words again, and what was written since stays', async () => {
    const path = await created({ text: FIRST });
    await acts(path, editor, mark('c', '80 percent'), mark('d', 'shifted in their favor'));
    const third = SECOND.replace('Nobody has asked the moon about its cheese so far, as far as anybody knows.\n\n', '');
    const { received } = await taken(path, { text: third });
    await acts(path, editor, typing(1, 'Oh: '));
    assert.equal((await claimIn(path, 'c')).anchor.state, 'changed');
    const back = await server.ask('DELETE', `${path}/received/${received}`, { by: editor });
    assert.equal(back.status, 200, back.text);
    const after = await seen(path);
    assert.equal(after.text, `Oh: ${FIRST.replaceAll('\n\n', '\n')}`);
    assert.deepEqual(
      after.claims.map(({ anchor }: { anchor: { state: string } }) => anchor.state),
      ['exact', 'exact'],
    );
    assert.equal(after.versions.length, 1);
    assert.equal(after.origin.original.sha256, hash('sha256', FIRST));

    const { versions } = (await server.ask('GET', `${path}/versions`, { by: lead })).json;
    assert.deepEqual(
      versions.map(({ id, undone }: { id: string; undone?: { reviewer: string; version: number } }) => [
        id,
        undone?.reviewer,
        undone?.version,
      ]),
      [
        ['', undefined, undefined],
        [received, editor.account.id, back.json.version],
      ],
    );
    const original = await server.ask('GET', `${path}/original?version=${versions[1].version}`, { by: lead });
    assert.equal(original.text, third);
    const between = `from=${back.json.version - 1}&to=${back.json.version}`;
    const changed = (await server.ask('GET', `${path}/difference?${between}`, { by: lead })).json;
    assert.deepEqual(
      changed.rows.map(({ kind }: Row) => kind),
      ['same', 'added', 'changed', 'same'],
    );
    assert.deepEqual(
      [changed.consequences.untouched, changed.consequences.claims],
      [1, [{ claim: 'c', was: 'changed', state: 'exact', before: '18 percent', after: '80 percent' }]],
    );
  });

  it('tells nobody what became of something that is closed to them by now, though it was open then (T11)', async () => {
    const path = await created({ text: FIRST });
    const on = { quote: { exact: 'shifted in their favor', prefix: '', suffix: '' }, mentions: [] };
    await acts(path, lead, { kind: 'thread.open', thread: 't', message: 'm', text: 'Who says so?', ...on });
    await acts(path, lead, { kind: 'thread.show', thread: 't', visibility: 'public' });
    const { version } = await taken(path, { text: FIRST.replace(/\n\n"Since.*/s, '') });
    const lost = async (by: Member) =>
      (await server.ask('GET', `${path}/difference?from=${version - 1}&to=${version}`, { by })).json.consequences
        .threads;
    assert.deepEqual([await lost(lead), await lost(editor)], [['t'], ['t']]);
    await acts(path, lead, { kind: 'thread.show', thread: 't', visibility: [] });
    assert.deepEqual([await lost(lead), await lost(editor)], [['t'], []]);
  });

  it('is not taken back over what others wrote into it since (T10), nor where a newer one stands', async () => {
    const path = await created({ text: FIRST });
    const { received } = await taken(path, { text: `${SECOND}\n\nA paragraph that is new in this version, and long.` });
    const { text, doc } = await seen(path);
    assert.match(text, /new in this/);
    const end = doc.content.reduce(
      (size: number, block: { content: readonly { text: string }[] }) => size + 2 + block.content[0]!.text.length,
      0,
    );
    await acts(path, editor, typing(end - 20, 'not '));
    const refused = await server.ask('DELETE', `${path}/received/${received}`, { by: editor });
    assert.deepEqual([refused.status, refused.json.reason], [409, 'worked-over']);
    await taken(path, { text: FIRST });
    assert.equal((await server.ask('DELETE', `${path}/received/${received}`, { by: editor })).json.reason, 'newer');
  });

  it('from an address is the one that was shown, though the page has changed since; when it was fetched is kept', async () => {
    page = FIRST;
    const path = await created({ url: `${site.url}/moon` });
    page = SECOND;
    const { from: compared } = await differs(path, { url: `${site.url}/moon` });
    page = 'Something else\n\nThat nobody has looked at, and that is long enough to be a text.';
    const answer = await takes(path, { url: `${site.url}/moon`, from: compared });
    assert.equal(answer.status, 201, answer.text);
    const { text, versions } = await seen(path);
    assert.match(text, /18 percent/);
    assert.match(versions[1].fetchedAt, /^\d{4}-\d\d-\d\dT/);
  });

  it('lists what was cleaned out of it once, and keeps in the text what somebody put back before (T10)', async () => {
    const menu = '\n\nShare on Facebook';
    const path = await created({ text: FIRST + menu });
    const { removed } = await seen(path);
    assert.ok(removed.length > 0);
    const { removed: anew } = await differs(path, { text: SECOND + menu });
    assert.deepEqual(anew, []);
    const other = await differs(path, { text: `${SECOND}\n\nShare on WhatsApp` });
    assert.deepEqual(
      other.removed.map(({ text }: { text: string }) => text),
      ['Share on WhatsApp'],
    );
    await taken(path, { text: `${SECOND}\n\nShare on WhatsApp` });
    assert.equal((await seen(path)).removed.length, removed.length + 1);
    await acts(path, editor, { kind: 'article.restore', removal: removed[0].id });
    const later = await differs(path, { text: SECOND + menu });
    assert.deepEqual(later.rows.at(-1).kind, 'added');
    assert.equal(later.rows.at(-1).text, removed[0].text);
  });

  it('from a file of a word processor brings along what no file brought before', async () => {
    const file = (figure: string, ...said: readonly string[]): FormData => {
      const comments = said.map((text, id) => ({ id, by: 'Una', text }));
      const marked = said.map((_, id) => from(id) + words('It is far') + to(id)).join('');
      const body = new FormData();
      body.set(
        'file',
        new File(
          [aDocx(p('The moon', 'Title') + p(words(`It is ${figure} km away. `) + marked), { comments })],
          'moon.docx',
        ),
      );
      return body;
    };
    const made = await server.ask('POST', '/api/articles', { by: editor, body: file('384,400', 'How far?') });
    const path = `/api/articles/${made.json.id}`;
    const compared = await server.ask('POST', `${path}/difference`, {
      by: editor,
      body: file('384,399', 'How far?', 'Who says so?'),
    });
    const body = file('384,399', 'How far?', 'Who says so?');
    body.set('from', compared.json.from);
    assert.equal((await server.ask('POST', `${path}/received`, { by: editor, body })).status, 201);
    const { threads } = await seen(path);
    const said = threads.flatMap(({ messages }: { messages: readonly { text: string }[] }) =>
      messages.map(({ text }) => text),
    );
    assert.deepEqual(said.sort(), ['How far?', 'Who says so?']);
  });

  it('is said by nobody but the server to have come', async () => {
    const path = await created({ text: FIRST });
    const part = {
      kind: 'article.receive',
      received: 'w',
      origin: { format: 'text', url: '', language: '' },
      why: '',
      removals: [],
    };
    const answer = await server.ask('POST', `${path}/operations`, {
      by: lead,
      json: { opId: 'forged', base: 1, parts: [part] },
    });
    assert.deepEqual([answer.status, answer.json.where], [422, 'parts[0].kind']);
  });

  it('of a book is compared apart, and can be called off', async () => {
    const long = Array.from(
      { length: 1_500 },
      (_, at) =>
        `Paragraph ${at} says that the moon is ${at} kilometres away, and that nobody has asked it about the cheese of ${at % 7} mice.`,
    );
    const path = await created({ text: `A book\n\n${long.join('\n\n')}` });
    const { rows } = await differs(path, {
      text: `A book\n\n${long.join('\n\n').replace('is 700 kilo', 'is 701 kilo')}`,
    });
    assert.deepEqual(
      rows.map(({ kind }: Row) => kind),
      ['same', 'changed', 'same'],
    );
    const leaving = new AbortController();
    const asked = fetch(`${server.url}${path}/difference`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${editor.token}`,
        'content-type': 'application/json',
        accept: 'application/x-ndjson',
      },
      body: JSON.stringify({ text: `A book\n\n${long.toReversed().join('\n\n')}` }),
      signal: leaving.signal,
    });
    const reader = (await asked).body?.getReader();
    await reader?.read();
    leaving.abort();
    await assert.rejects(async () => reader?.read());
    assert.equal((await server.ask('GET', path, { by: lead })).status, 200);
  });
});
