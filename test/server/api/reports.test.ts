import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { drawReport } from '../../../server/reports/draw-report.ts';
import { publishReport, sealWhatIsLogged } from '../../../server/reports/publish-report.ts';
import { eventually } from '../../support/desk-in-browsers.ts';
import { PEOPLE_ASKED } from '../../support/edition.ts';
import { attribute, elementsOf, wordsIn } from '../../support/page-texts.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const TEXT = 'The moon\n\nIt is made of 80 percent cheese. Nobody has asked the moon. It weighs 900 kilograms.';

const judged = (claim: string, exact: string, rating = 'false') => [
  { kind: 'claim.mark', claim, quote: { exact }, fields: { statement: `The statement of ${claim}.` } },
  {
    kind: 'source.add',
    source: `s-${claim}`,
    fields: { title: `Source of ${claim}`, url: `https://${claim}.example/` },
  },
  { kind: 'evidence.attach', evidence: `e-${claim}`, claim, source: `s-${claim}`, fields: { stance: 'refutes' } },
  {
    ...{ kind: 'verdict.give', verdict: `v-${claim}`, claim, scale: 'truth@1' },
    ...{ rating, rationale: `The rationale of ${claim}.` },
  },
];

describe('published reports', () => {
  let server: RunningServer;
  let lead: Member;
  let editor: Member;
  let article: string;
  let base: number;

  beforeEach(async () => {
    server = await startServer({ publicUrl: 'https://touchstone.example' });
    [lead, editor] = [await server.add('lead', 'Una Lead'), await server.add('editor', 'Ben Editor')];
    article = (await server.ask('POST', '/api/articles', { by: lead, json: { text: TEXT } })).json.id;
    base = 1;
    await act(...judged('cheese', 'It is made of 80 percent cheese.'));
  });
  afterEach(() => server.close());

  const act = async (...parts: readonly object[]): Promise<void> => {
    const json = { opId: `op-${base}`, base, parts };
    const answer = await server.ask('POST', `/api/articles/${article}/operations`, { by: lead, json });
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(answer.json.dropped, []);
    base += 1;
  };

  const version = async (): Promise<number> =>
    (await server.ask('GET', `/api/articles/${article}`, { by: lead })).json.version;

  const publishing = async (json: object, by = lead) =>
    server.ask('POST', `/api/articles/${article}/reports`, { by, json: { version: await version(), ...json } });

  const publish = async (json: object) => {
    const answer = await publishing(json);
    assert.equal(answer.status, 201, answer.text);
    base += 1;
    return answer.json;
  };

  /** What a stranger gets at an address, without signing in. */
  const strange = (address: string, headers: Readonly<Record<string, string>> = {}) =>
    server.ask('GET', address.replace('https://touchstone.example', ''), { headers });

  const wordsAt = async (address: string): Promise<string> => {
    const { status, text } = await strange(address);
    assert.equal(status, 200);
    return elementsOf(text)
      .filter(({ tagName }) => tagName === 'main')
      .map(wordsIn)
      .join(' ');
  };

  it('are read by anyone at a standing address, without cookies, under a policy that lets nothing run', async () => {
    const { address } = await publish({ change: 'first' });
    assert.match(address, /^https:\/\/touchstone\.example\/reports\/the-moon-[a-z0-9]+$/);
    const { headers, text } = await strange(address);
    assert.match(text, /The statement of cheese\./);
    assert.equal(headers.get('set-cookie'), null);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; style-src 'sha256-[^;]+; .*frame-ancestors 'none'$/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  });

  it('are sealed: the log says under whose name, when, and the SHA-256 of the very bytes', async () => {
    const { address, report } = await publish({ change: 'first' });
    const { text } = await strange(address);
    assert.equal(createHash('sha256').update(text).digest('hex'), report.sha256);
    const { entries } = JSON.parse(
      (await server.ask('GET', `/api/articles/${article}/export/json?audience=desk`, { by: lead })).text,
    );
    const [part] = entries.at(-1).parts;
    assert.deepEqual([part.kind, part.number, part.sha256], ['report.publish', 1, report.sha256]);
    assert.equal(entries.at(-1).reviewer, lead.account.id);
  });

  it('stay as they were when the article changes, and when a newer one is published', async () => {
    const { address } = await publish({ change: 'first' });
    const { text: first, headers } = await strange(address);
    await act({ kind: 'claim.revise', claim: 'cheese', fields: { statement: 'Another statement.' } });
    assert.equal((await strange(address)).text, first);
    await publish({ change: 'correction', note: 'The statement was wrong.' });
    const newest = await wordsAt(address);
    assert.match(newest, /Another statement\./);
    assert.match(newest, /Correction[\s\S]*The statement was wrong\.[\s\S]*Published/);
    const old = await strange(`${address}/v/1`);
    assert.equal(old.text, first);
    assert.equal(old.headers.get('etag'), headers.get('etag'));
    assert.match(old.headers.get('cache-control') ?? '', /immutable/);
    assert.equal(old.headers.get('link'), `<${address}>; rel="latest-version"`);
    assert.match((await strange(`${address}/v/2`)).text, /Another statement/);
    assert.equal((await strange(`${address}/v/3`)).status, 404);
  });

  it('keep the style that they were drawn with, also when pages are drawn otherwise by now', async () => {
    const { address } = await publish({ change: 'first' });
    const slug = address.split('/').at(-1) ?? '';
    const stored = await server.parts.reports.read(slug);
    assert.ok(stored);
    const style = 'main { color: green; }';
    const hash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
    const page = new TextDecoder()
      .decode(stored.page)
      .replace(/sha256-[\w+/]{43}=/, hash)
      .replace(/<style>.*<\/style>/s, `<style>${style}</style>`);
    const older = { ...stored, page: new TextEncoder().encode(page) };
    const read = server.parts.reports.read.bind(server.parts.reports);
    server.parts.reports.read = async (asked, number) => (asked === slug ? older : read(asked, number));
    const { headers, text } = await strange(address);
    assert.equal(text, page);
    assert.ok(headers.get('content-security-policy')?.includes(`style-src '${hash}'`));
    assert.ok(headers.get('content-security-policy')?.includes("default-src 'none'"));
  });

  it('are not sent again to who has them', async () => {
    const { address } = await publish({ change: 'first' });
    const { headers } = await strange(address);
    // What fetch would say of its own, no-cache, asks for all of it again.
    const known = { 'if-none-match': headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
    const again = await strange(address, known);
    assert.deepEqual([again.status, again.text], [304, '']);
  });

  it('leave a page that says so when they are retracted, and the old ones at their addresses', async () => {
    const { address } = await publish({ change: 'first' });
    await publish({ change: 'retraction', note: 'The source was forged.' });
    const words = await wordsAt(address);
    assert.match(words, /has been retracted[\s\S]*The source was forged\./);
    assert.doesNotMatch(words, /The statement of cheese/);
    assert.match(await wordsAt(`${address}/v/1`), /The statement of cheese/);
    assert.match((await strange(`${address}/embed`)).text, /has been retracted/);
    assert.match((await strange('/reports/feed.atom')).text, /<category term="retraction"\/>/);
  });

  it('hold what is public and nothing else', async () => {
    await act(
      { kind: 'source.add', source: 'secret', fields: { title: 'Canary source', visibility: 'desk' } },
      { kind: 'evidence.attach', evidence: 'e2', claim: 'cheese', source: 'secret', fields: { stance: 'refutes' } },
      { kind: 'contact.add', contact: 'p', fields: { ...PEOPLE_ASKED.secret } },
      { kind: 'thread.open', thread: 't', claim: 'cheese', message: 'm', text: 'Canary thread', mentions: [] },
    );
    const { address } = await publish({ change: 'first' });
    const { text } = await strange(address);
    for (const canary of ['Canary source', 'Canary thread', 'Sara Geheim', 'Meets at night', 'Una Lead'])
      assert.ok(!text.includes(canary), canary);
  });

  it('name who judged and checked only where the lead says so', async () => {
    const { address } = await publish({ change: 'first' });
    assert.doesNotMatch(await wordsAt(address), /Una Lead/);
    await publish({ change: 'update', note: 'Names.', named: 'yes' });
    assert.match(await wordsAt(address), /Rated: Una Lead/);
  });

  it('leave out claims of which nothing holds, and say so before', async () => {
    await act({ kind: 'claim.mark', claim: 'open', quote: { exact: 'Nobody has asked the moon.' }, fields: {} });
    await act(...judged('weight', '900 kilograms'));
    await act({ kind: 'evidence.revise', evidence: 'e-weight', fields: { note: 'Newer.' } });
    await act({ kind: 'thread.open', thread: 't', claim: 'open', message: 'm', text: 'Who?', mentions: [] });
    const preview = await server.ask('GET', `/api/articles/${article}/reports/preview?change=first`, { by: lead });
    assert.equal(preview.status, 200, preview.text);
    assert.deepEqual(preview.json.before, {
      ...{ published: 1, unsigned: 1, onRetracted: 0, openThreads: 1, openQuestions: 0 },
      leftOut: { unjudged: 1, stale: 1 },
    });
    const { address } = await publish({ change: 'first' });
    const { text } = await strange(address);
    const cards = elementsOf(text).filter((each) => /^card /.test(attribute(each, 'class')));
    assert.deepEqual(
      cards.map((each) => attribute(each, 'id')),
      ['claim-cheese'],
    );
  });

  it('are looked at before: the very page, in a frame of ours alone', async () => {
    const path = `/api/articles/${article}/reports/preview/page?change=first&language=de`;
    const { headers, text } = await server.ask('GET', path, { by: lead });
    assert.match(text, /<html lang="de"[\s\S]*The statement of cheese/);
    assert.match(headers.get('content-security-policy') ?? '', /sandbox; frame-ancestors 'self'$/);
    assert.equal((await strange('/reports')).text.includes('The moon'), false);
  });

  it('are published by a lead alone, of what they looked at, with a note for every change', async () => {
    assert.equal((await publishing({ change: 'first' }, editor)).status, 403);
    const early = await version();
    await act({ kind: 'claim.revise', claim: 'cheese', fields: { statement: 'New.' } });
    const stale = await publishing({ change: 'first', version: early });
    assert.deepEqual([stale.status, stale.json.reason], [409, 'changed-since']);
    assert.equal((await publishing({ change: 'update', note: 'x' })).status, 422);
    await publish({ change: 'first' });
    assert.equal((await publishing({ change: 'first' })).status, 422);
    const unsaid = await publishing({ change: 'typo', note: '  ' });
    assert.deepEqual([unsaid.status, unsaid.json.where], [422, 'note']);
  });

  it('wait while work is blind', async () => {
    await act({ kind: 'article.configure', settings: { blind: 'verdicts' } });
    const refused = await publishing({ change: 'first' });
    assert.deepEqual([refused.status, refused.json.reason], [403, 'blind']);
    assert.equal(
      (await server.ask('GET', `/api/articles/${article}/reports/preview?change=first`, { by: lead })).status,
      403,
    );
  });

  it('are not published twice over each other: who comes second is told, and nothing of theirs is kept', async () => {
    const room = (await server.parts.rooms.open(article))!;
    const speaker = { reviewer: { id: lead.account.id, role: 'lead' } } as never;
    const wish = { change: 'first', note: '', named: false } as const;
    const draws = [
      await drawReport(server.parts, room, speaker, wish),
      await drawReport(server.parts, room, speaker, { ...wish, named: true }),
    ];
    const answers = [];
    for (const drawn of draws) answers.push(await publishReport(server.parts, room, speaker, drawn!));
    assert.ok('sha256' in answers[0]!);
    assert.deepEqual('reason' in answers[1]! && answers[1].reason, 'newer');
    assert.deepEqual(await server.parts.reports.unsealed(), []);
    assert.equal((await server.parts.reports.of(article)).length, 1);
  });

  it('are listed for those who work on it, with what to put into other pages', async () => {
    await publish({ change: 'first' });
    const { address } = await publish({ change: 'typo', note: 'A letter.' });
    const { json } = await server.ask('GET', `/api/articles/${article}/reports`, { by: editor });
    assert.deepEqual(
      json.reports.map(({ number, change }: { number: number; change: string }) => [number, change]),
      [
        [2, 'typo'],
        [1, 'first'],
      ],
    );
    assert.match(json.embed, new RegExp(`^<iframe src="${address}/embed" title="The moon"`));
  });

  it('are named where a source that they lean on is retracted, and the claims are open again', async () => {
    await publish({ change: 'first' });
    await act({ kind: 'source.retract', source: 's-cheese', reason: 'Withdrawn by its authors.' });
    const { json } = await server.ask('GET', `/api/articles/${article}/reports`, { by: editor });
    assert.deepEqual(json.leansOnRetracted, ['s-cheese']);
    const preview = await server.ask('GET', `/api/articles/${article}/reports/preview?change=correction`, { by: lead });
    assert.deepEqual(preview.json.before.leftOut, { stale: 1 });
  });

  it('are named where the same source is retracted in another article: for everyone who works on it, and to who published it, once', async () => {
    await publish({ change: 'first' });
    const other = (await server.ask('POST', '/api/articles', { by: editor, json: { text: TEXT } })).json.id;
    const does = async (at: number, ...parts: readonly object[]) => {
      const json = { opId: `other-${at}`, base: at, parts };
      const answer = await server.ask('POST', `/api/articles/${other}/operations`, { by: editor, json });
      assert.deepEqual(answer.json.dropped, [], answer.text);
    };
    const [mark, , attach] = judged('cheese', 'It is made of 80 percent cheese.');
    const source = (id: string, fields: object) => ({ kind: 'source.add', source: id, fields });
    const address = 'https://cheese.example/#top';
    await does(1, { ...mark, claim: 'there' }, source('s-there', { title: 'Otherwise', url: address }), {
      ...{ ...attach, claim: 'there', source: 's-there' },
    });
    await does(2, source('hidden', { url: 'https://cheese.example/', visibility: [editor.account.id] }));
    await does(3, { kind: 'source.retract', source: 'hidden', reason: 'Canary' });
    const notices = async () => {
      const { json } = await server.ask('GET', '/api/notices', { by: lead });
      return json.notices.filter(({ kind }: { readonly kind: string }) => kind === 'retracted');
    };
    const leansOn = async (): Promise<readonly string[]> =>
      (await server.ask('GET', `/api/articles/${article}/reports`, { by: lead })).json.leansOnRetracted;
    const isKnown = async (): Promise<boolean> =>
      (await server.ask('GET', '/api/sources/known?address=https://cheese.example/', { by: lead })).json.source?.uses
        .length === 2;
    await eventually(async () => assert.ok(await isKnown()));
    await does(4, { kind: 'source.retract', source: 's-there', reason: 'Withdrawn.' });
    await eventually(async () => assert.deepEqual(await leansOn(), ['s-cheese']));
    await eventually(async () => assert.equal((await notices()).length, 1));
    const [notice] = await notices();
    assert.deepEqual(
      [notice.article, notice.by, notice.words],
      [article, editor.account.id, 'Source of cheese: Withdrawn.'],
    );
    assert.equal((await server.ask('GET', '/api/notices', { by: lead })).text.includes('Canary'), false);
    const path = `/api/articles/${other}/sources/s-there/leaning`;
    const { json } = await server.ask('GET', path, { by: editor });
    assert.deepEqual(
      json.articles.map(
        (each: { readonly article: string; readonly isPublished: boolean; readonly claims: object[] }) => [
          each.article,
          each.isPublished,
          each.claims.length,
        ],
      ),
      [
        [other, false, 1],
        [article, true, 1],
      ],
    );
    const preview = await server.ask('GET', `/api/articles/${article}/reports/preview?change=correction`, { by: lead });
    assert.equal(preview.json.before.onRetracted, 1);
    const { source: known } = (await server.ask('GET', `/api/sources/known?address=${address}`, { by: lead })).json;
    assert.equal(known.retracted.reason, 'Withdrawn.');
    await does(5, { kind: 'source.restore', source: 's-there' });
    await eventually(async () => assert.deepEqual(await leansOn(), []));
  });

  it('stand in frames of others in little, and say how by oEmbed', async () => {
    const { address } = await publish({ change: 'first' });
    const frame = await strange(`${address}/embed`);
    assert.match(frame.headers.get('content-security-policy') ?? '', /frame-ancestors \*$/);
    assert.match(frame.text, /The statement of cheese\./);
    const { text } = await strange(address);
    const [link] = elementsOf(text).filter((each) => attribute(each, 'type') === 'application/json+oembed');
    const { json, headers } = await strange(attribute(link!, 'href'));
    assert.equal(headers.get('content-type')?.split(';')[0], 'application/json');
    assert.deepEqual(
      [json.version, json.type, json.title, json.width, json.height],
      ['1.0', 'rich', 'The moon', 600, 420],
    );
    assert.match(json.html, new RegExp(`^<iframe src="${address}/embed"`));
    const asked = (query: string) => strange(`/oembed?${query}`);
    const small = await asked(`url=${encodeURIComponent(`${address}/v/1`)}&maxwidth=300&maxheight=200`);
    assert.deepEqual([small.json.width, small.json.height], [300, 200]);
    assert.equal((await asked(`url=${encodeURIComponent(address)}&format=xml`)).status, 501);
    for (const other of ['https://elsewhere.example/reports/x', 'https://touchstone.example/articles/x', ''])
      assert.equal((await asked(`url=${encodeURIComponent(other)}`)).status, 404);
  });

  it('are followed by a feed, and listed on a page', async () => {
    const { address } = await publish({ change: 'first' });
    await publish({ change: 'update', note: 'More <of> it & "that".' });
    const { text, headers } = await strange('/reports/feed.atom');
    assert.match(headers.get('content-type') ?? '', /^application\/atom\+xml/);
    assert.match(
      text,
      new RegExp(`<feed xmlns="http://www\\.w3\\.org/2005/Atom">[\\s\\S]*<entry[\\s\\S]*<id>${address}</id>`),
    );
    assert.match(text, /More &lt;of&gt; it &amp; &quot;that&quot;\./);
    assert.equal(text.match(/<entry/g)?.length, 1);
    const page = await strange('/reports', { 'accept-language': 'de-DE,de;q=0.9' });
    assert.match(page.text, /<html lang="de"[\s\S]*Veröffentlichte Faktenchecks[\s\S]*The moon/);
  });

  it('say in words that there is none at an address', async () => {
    for (const path of ['/reports/nothing', '/reports/nothing/v/1', '/reports/nothing/v/x', '/reports/nothing/embed']) {
      const { status, text } = await strange(path);
      assert.equal(status, 404);
      assert.match(text, /There is no fact check at this address\./);
    }
  });

  it('count from the next start where the server stopped between log and seal, and never where the log says nothing', async () => {
    const room = (await server.parts.rooms.open(article))!;
    const speaker = { reviewer: { id: lead.account.id, role: 'lead' } } as never;
    const drawn = (await drawReport(server.parts, room, speaker, { change: 'first', note: '', named: false }))!;
    const { reports } = server.parts;
    await publishReport(
      { reports: { ...reports, seal: async () => {} }, newId: server.parts.newId },
      room,
      speaker,
      drawn,
    );
    await reports.put({ ...drawn.stored, sha256: 'f'.repeat(64), at: '2020-01-01T00:00:00.000Z' });
    assert.equal((await strange(drawn.address)).status, 404);
    await sealWhatIsLogged(reports, (id) => server.parts.rooms.open(id), new Date().toISOString());
    assert.equal((await strange(drawn.address)).status, 200);
    assert.deepEqual(await reports.unsealed(), []);
  });
});
