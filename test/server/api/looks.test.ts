import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { pageFetcher } from '../../../server/captures/fetch-page.ts';
import { DAY, HOUR } from '../../../server/clock.ts';
import type { Look } from '../../../shared/look.ts';
import { quoteIn } from '../../../shared/quote.ts';
import { type Site, startSite } from '../../support/a-site.ts';
import { type TestTime, testTime } from '../../support/time.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const page = (passage: string, around = 'Buy a car'): string =>
  `<title>Moon</title><nav>${around}</nav><p>It is long known.<p>${passage}<p>${around}`;
const WAS = 'The board finds 80 percent of it to be cheese.';
const NOW = 'The board finds 70 percent of it to be cheese.';

describe('looking at sources again', () => {
  let site: Site;
  let server: RunningServer;
  let time: TestTime;
  let una: Member;
  let ben: Member;
  let article: string;
  let html: string;
  let answer: RequestListener;
  let base: number;

  beforeEach(async () => {
    html = page(WAS);
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    site = await startSite((request, response) => answer(request, response));
    time = testTime();
    server = await startServer({ clock: time.clock, fetchPage: pageFetcher({ mayAsk: site.mayAsk }) });
    [una, ben] = [await server.add('admin', 'una'), await server.add('annotator', 'ben')];
    const made = await server.ask('POST', '/api/articles', { by: una, json: { text: 'The moon\n\nIt is cheese.' } });
    article = made.json.id;
    base = 1;
    await perform(una, { kind: 'source.add', source: 's', fields: { title: 'Board', url: `${site.url}/a` } });
    const quote = { exact: 'cheese', prefix: 'It is ', suffix: '.' };
    await perform(ben, { kind: 'claim.mark', claim: 'c', quote, fields: {} });
    await copied();
  });
  afterEach(async () => {
    await server.close();
    await site.close();
  });

  const perform = async (by: Member, ...parts: readonly object[]): Promise<void> => {
    const json = { opId: `o${base}`, base: base++, parts };
    const done = await server.ask('POST', `/api/articles/${article}/operations`, { by, json });
    assert.deepEqual([done.status, done.json.dropped], [200, []], done.text);
  };
  const captures = async () =>
    (await server.ask('GET', `/api/articles/${article}/captures`, { by: una })).json.captures;
  const copied = async (): Promise<void> => {
    while ((await captures())[0]?.state !== 'kept') await pause(5);
  };
  const pin = async (): Promise<void> => {
    const [{ id, kept }] = await captures();
    const text = (await server.ask('GET', `/api/articles/${article}/captures/${id}/text`, { by: una })).text;
    const start = text.indexOf('80 percent');
    const quote = quoteIn(text, start, start + 31);
    const fields = {
      stance: 'supports',
      passage: quote.exact,
      pin: { capture: id, sha256: kept.sha256, quote, start },
    };
    await perform(ben, { kind: 'evidence.attach', evidence: 'e', claim: 'c', source: 's', fields });
    await perform(ben, { kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'true' });
  };
  const settled = () => server.parts.looks.settled();
  const looks = async (by = una): Promise<readonly Look[]> => {
    await settled();
    return (await server.ask('GET', `/api/articles/${article}/looks`, { by })).json.looks;
  };
  const look = async (by = ben): Promise<Look | undefined> => {
    time.pass(1_000);
    const begun = await server.ask('POST', `/api/articles/${article}/looks`, { by, json: { source: 's' } });
    assert.deepEqual([begun.status, begun.json], [202, { begun: ['s'] }]);
    return (await looks())[0];
  };
  const states = (of: Look | undefined) => [of?.came, of?.failed, of?.findings.map(({ state }) => state)];
  const queued = async (by: Member) => (await server.ask('GET', '/api/queue', { by })).json.drifted;
  const due = async (after = 0): Promise<Look | undefined> => {
    time.pass(after);
    await server.parts.looks.lookAtDue();
    return (await looks())[0];
  };

  it('is silent while the passage is there, whatever is advertised around it, and keeps no copy each day', async () => {
    await pin();
    assert.deepEqual(states(await look()), ['same', 0, []]);
    html = page(WAS, 'Fly to Rome');
    await settled();
    assert.deepEqual(states(await due(2 * DAY)), ['other', 0, []]);
    assert.deepEqual([(await captures()).length, await queued(ben)], [1, []]);
  });

  it('does not say that nothing changed where no words can be read, unless the bytes are the same', async function () {
    this.timeout(90_000); // A program is started for each reading of a PDF.
    await pin();
    let scan = '%PDF-1.4 scanned';
    answer = (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end(scan);
    assert.deepEqual(states(await look()), ['unread', 0, []]);
    assert.equal((await captures()).length, 2);
    assert.deepEqual(states(await look()), ['same', 0, []]);
    scan += ' anew';
    assert.deepEqual(states(await look()), ['unread', 0, []]);
  });

  it('says that the passage changed, in which words, keeps what is there now, and marks the claim for who judged it', async () => {
    await pin();
    const webhook = { id: 'w', url: 'http://127.0.0.1:1/', secret: 'whsec_MfKQ', createdAt: '', createdBy: '' };
    await server.parts.webhooks.addWebhook(webhook);
    html = page(NOW, 'Fly to Rome');
    const seen = await look(una);
    const [finding] = seen?.findings ?? [];
    assert.deepEqual(
      [seen?.came, seen?.by, finding?.state, finding?.before, finding?.after],
      ['other', una.account.id, 'changed', WAS, NOW],
    );
    const copy = (await captures()).at(-1);
    assert.deepEqual([copy.id, copy.kept.sha256], [finding?.capture, hash('sha256', html, 'hex')]);
    assert.equal(finding?.sha256, copy.kept.sha256);
    const [mark] = await queued(ben);
    assert.deepEqual([mark.claim, mark.state, mark.source, mark.words], ['c', 'changed', 'Board', 'cheese']);
    assert.equal((await queued(una)).length, 1);
    const { notices } = (await server.ask('GET', '/api/notices', { by: ben })).json;
    assert.deepEqual([notices.length, notices[0].kind, notices[0].claim], [1, 'drifted', 'c']);
    const [delivery] = await server.parts.webhooks.deliveries('w', 9);
    assert.equal(JSON.parse(delivery?.body ?? '{}').type, 'notice.drifted');
    await look();
    assert.deepEqual(
      [(await captures()).length, (await server.ask('GET', '/api/notices', { by: ben })).json.unread],
      [2, 1],
    );
  });

  it('marks the claim no more once somebody upholds the evidence, until the page is another again', async () => {
    await pin();
    html = page(NOW);
    const { evidence, state, after: words, capture, sha256 } = (await look())?.findings[0] ?? assert.fail();
    await perform(ben, { kind: 'evidence.uphold', evidence, state, words, capture, sha256 });
    await settled();
    assert.deepEqual(await queued(ben), []);
    html = page(NOW, 'Fly to Rome');
    await look();
    assert.deepEqual(await queued(ben), []);
    html = page(NOW.replace('70', '60'));
    await look();
    assert.equal((await queued(ben)).length, 1);
  });

  it('marks it no more once the passage is back, or is pinned in the new copy', async () => {
    await pin();
    html = page(NOW);
    const finding = (await look())?.findings[0] ?? assert.fail();
    html = page(WAS);
    assert.deepEqual([states(await look()), await queued(ben)], [['other', 0, []], []]);
    html = page(NOW);
    await look();
    const quote = { exact: '70 percent of it to be cheese', prefix: '', suffix: '' };
    const fields = { pin: { capture: finding.capture, sha256: finding.sha256, quote, start: 0 }, passage: quote.exact };
    await perform(ben, { kind: 'evidence.revise', evidence: 'e', fields });
    await settled();
    assert.deepEqual(await queued(ben), []);
    assert.deepEqual(states(await look()), ['same', 0, []]);
  });

  it('says that the page is gone, for all that rests on it', async () => {
    await pin();
    answer = (_, response) => response.writeHead(410).end();
    assert.deepEqual(states(await look()), ['gone', 0, ['gone']]);
    assert.deepEqual(
      (await queued(ben)).map((each: { state: string }) => each.state),
      ['gone'],
    );
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    assert.deepEqual([states(await look()), await queued(ben)], [['same', 0, []], []]);
  });

  it('tries again soon what cannot be reached, and counts', async () => {
    await pin();
    answer = (_, response) => response.writeHead(503).end();
    assert.deepEqual(states(await due(2 * DAY)), ['failed', 1, []]);
    assert.deepEqual(states(await due(2 * HOUR)), ['failed', 2, []]);
    assert.deepEqual(states(await due(2 * HOUR)), ['failed', 2, []]);
    assert.deepEqual(states(await due(7 * HOUR)), ['failed', 3, []]);
    assert.deepEqual(await queued(ben), []);
  });

  it('compares the text proper where no passage is known', async () => {
    const story = (n: number): string => `<p>${Array.from({ length: 14 }, (_, word) => `word${n}x${word}`).join(' ')}.`;
    html = page(story(1) + story(2) + story(3));
    await perform(una, { kind: 'source.revise', source: 's', fields: { url: `${site.url}/b` } });
    await perform(ben, {
      kind: 'evidence.attach',
      evidence: 'e',
      claim: 'c',
      source: 's',
      fields: { stance: 'context' },
    });
    while ((await captures()).filter((each: { kept?: object }) => each.kept).length < 2) await pause(5);
    html = page(story(1) + story(2) + story(3), 'Fly to Rome');
    assert.deepEqual(states(await look()), ['other', 0, []]);
    html = page(story(1) + story(4));
    assert.deepEqual(states(await look()), ['other', 0, ['page']]);
  });

  it('asks a site only whether the page is another, where it says by what it knows that', async () => {
    await pin();
    const asked: (string | undefined)[] = [];
    answer = (request, response) => {
      asked.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(html);
    };
    html = page(NOW);
    await look();
    assert.deepEqual(
      [states(await look()), asked],
      [
        ['same', 0, ['changed']],
        [undefined, '"1"'],
      ],
    );
    await perform(ben, { kind: 'evidence.revise', evidence: 'e', fields: { note: 'So' } });
    assert.deepEqual(states(await look()), ['same', 0, ['changed']]);
    assert.deepEqual(asked.at(-1), undefined);
  });

  it('goes on by itself each day or as the article says, not while it is at rest, and each look is kept', async () => {
    await pin();
    await settled();
    const times = async () =>
      (await server.ask('GET', `/api/articles/${article}/looks/s`, { by: una })).json.looks.length;
    await due(HOUR);
    assert.equal(await times(), 0);
    await due(DAY + 3 * HOUR);
    await due(DAY + 3 * HOUR);
    assert.equal(await times(), 2);
    await perform(una, { kind: 'article.configure', settings: { looks: 'no' } });
    await due(3 * DAY);
    assert.equal(await times(), 2);
    await perform(una, { kind: 'article.configure', settings: { looks: 'weekly' } });
    await due(3 * DAY);
    await due(3 * DAY);
    assert.equal(await times(), 3);
    await due(40 * DAY);
    assert.equal(await times(), 3);
  });

  it('is not seen by those who do not see the source, nor is what follows from it (T11)', async () => {
    await pin();
    await perform(una, { kind: 'article.configure', settings: { blind: 'all' } });
    const ivo = await server.add('annotator', 'ivo');
    html = page(NOW);
    assert.equal((await look())?.findings.length, 1);
    assert.deepEqual([await looks(ivo), (await looks(ben)).length, await queued(ivo)], [[], 1, []]);
    const past = await server.ask('GET', `/api/articles/${article}/looks/s`, { by: ivo });
    const begun = await server.ask('POST', `/api/articles/${article}/looks`, { by: ivo, json: { source: 's' } });
    assert.deepEqual([past.status, begun.json], [404, { begun: [] }]);
    const vic = await server.add('viewer', 'vic');
    assert.equal((await server.ask('POST', `/api/articles/${article}/looks`, { by: vic, json: {} })).status, 403);
  });

  it('leaves this machine alone, whatever a source says', async () => {
    await perform(una, { kind: 'source.revise', source: 's', fields: { url: 'http://127.0.0.1:1/' } });
    const seen = await look();
    assert.deepEqual([seen?.came, seen?.problem], ['failed', 'private']);
  });
});
