import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { pageFetcher } from '../../../server/captures/fetch-page.ts';
import { DAY, HOUR } from '../../../server/clock.ts';
import { memoryStores } from '../../../server/storage/memory.ts';
import type { OwnLook } from '../../../shared/own-look.ts';
import { type Site, startSite } from '../../support/a-site.ts';
import { type TestTime, testTime } from '../../support/time.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const page = (percent: string, ad = 'Buy a car'): string =>
  `<!doctype html><title>What the moon is made of</title><nav><a href="/">${ad}</a></nav><article><h1>What the moon is made of</h1>
<p>The moon is made of ${percent} percent cheese, an analysis of ministry data has found, and nobody has asked it.</p>
<p>Astronomers who were asked on Thursday did not agree with each other, nor with the ministry, nor with the moon.</p></article>`;

describe('looking at the article’s own address', () => {
  let site: Site;
  let server: RunningServer;
  let time: TestTime;
  let una: Member;
  let eve: Member;
  let ben: Member;
  let article: string;
  let html: string;
  let answer: RequestListener;
  const serve: RequestListener = (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', etag: `"${html.length}"` }).end(html);

  beforeEach(async () => {
    html = page('80');
    answer = serve;
    site = await startSite((request, response) => answer(request, response));
    time = testTime();
    server = await startServer({ clock: time.clock, fetchPage: pageFetcher({ mayAsk: site.mayAsk }) });
    [una, eve, ben] = [
      await server.add('lead', 'una'),
      await server.add('editor', 'eve'),
      await server.add('annotator', 'ben'),
    ];
    article = await made({ url: `${site.url}/moon` });
  });
  afterEach(async () => {
    await server.close();
    await site.close();
  });

  const made = async (json: object): Promise<string> => {
    const answered = await server.ask('POST', '/api/articles', { by: eve, json });
    assert.equal(answered.status, 201, answered.text);
    await server.parts.looks.settled();
    return answered.json.id;
  };
  let operations = 0;
  const acts = async (by: Member, ...parts: readonly object[]) => {
    operations += 1;
    const { version } = (await server.ask('GET', `/api/articles/${article}`, { by })).json;
    const json = { opId: `o${operations}`, base: version, parts };
    const done = await server.ask('POST', `/api/articles/${article}/operations`, { by, json });
    await server.parts.looks.settled();
    return done.json.dropped;
  };
  const own = async (): Promise<OwnLook | undefined> =>
    (await server.ask('GET', `/api/articles/${article}/looks`, { by: eve })).json.own;
  const due = async (after = 1.2 * DAY): Promise<OwnLook | undefined> => {
    time.pass(after);
    await server.parts.looks.lookAtDue();
    await server.parts.looks.settled();
    return own();
  };
  const there = async (by = eve) => (await server.ask('GET', '/api/articles', { by })).json.articles[0].there;
  const told = async (by: Member): Promise<readonly string[]> =>
    (await server.ask('GET', '/api/notices', { by })).json.notices.map(({ kind }: { kind: string }) => kind);
  const looked = (): number => site.asked.filter((path) => path === '/moon').length;

  it('is done on the schedule, and silent while the text is the same, whatever else is on the page', async () => {
    assert.equal(await due(HOUR), undefined);
    assert.equal((await due())?.came, 'same');
    html = page('80', 'Fly to Rome');
    const look = await due();
    assert.deepEqual([look?.came, look?.found], ['same', undefined]);
    assert.deepEqual([looked(), await there(), await told(eve)], [3, undefined, []]);
    await server.parts.looks.lookAtDue();
    await server.parts.looks.settled();
    assert.equal(looked(), 3);
  });

  it('marks the article where the text is another, says what kind of change it is, and tells its editors once', async () => {
    await acts(ben, {
      kind: 'claim.mark',
      claim: 'c',
      quote: { exact: '80 percent', prefix: '', suffix: '' },
      fields: {},
    });
    html = page('18');
    const look = await due();
    assert.deepEqual([look?.came, look?.found?.changes], ['other', { changed: 1 }]);
    assert.deepEqual(await there(), { gone: false, changes: 1 });
    assert.equal(await there(ben), undefined);
    html = page('18', 'Fly to Rome');
    await due();
    html = page('80');
    assert.equal((await due())?.found, undefined);
    html = page('18');
    assert.equal((await due())?.came, 'other');
    assert.deepEqual([await told(eve), await told(ben), await told(una)], [['elsewhere'], [], []]);
    html = page('19');
    await due();
    assert.deepEqual(await told(eve), ['elsewhere', 'elsewhere']);
  });

  it('is said of by an editor: seen and not taken over, which is signed in the log and holds for that text alone', async () => {
    html = page('18');
    const look = await due();
    const { address = '', found } = look ?? {};
    const decline = { kind: 'article.decline', address, text: found?.text, why: 'A slip of theirs' };
    assert.deepEqual((await acts(ben, decline))[0].reason, 'not-allowed');
    assert.deepEqual(await acts(eve, decline), []);
    assert.deepEqual((await acts(eve, decline))[0].reason, 'no-change');
    assert.equal(await there(), undefined);
    const { declined } = (await server.ask('GET', `/api/articles/${article}`, { by: una })).json;
    assert.deepEqual([declined[0].why, declined[0].reviewer], ['A slip of theirs', eve.account.id]);
    await due();
    assert.equal(await there(), undefined);
    html = page('19');
    await due();
    assert.deepEqual(await there(), { gone: false, changes: 1 });
  });

  it('is over once the version is taken over, also when the text was edited here', async () => {
    const typing = {
      kind: 'text',
      target: 'body',
      steps: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: 'So: ' }] } }],
    };
    assert.deepEqual(await acts(eve, typing), []);
    assert.equal((await due())?.came, 'same');
    html = page('18');
    assert.equal((await due())?.came, 'other');
    const url = `${site.url}/moon`;
    const { from, text } = (await server.ask('POST', `/api/articles/${article}/difference`, { by: eve, json: { url } }))
      .json;
    assert.equal(text, (await own())?.found?.text);
    const taken = await server.ask('POST', `/api/articles/${article}/received`, { by: eve, json: { url, from } });
    assert.equal(taken.status, 201, taken.text);
    assert.equal((await due(0))?.came, 'same');
    assert.equal(await there(), undefined);
  });

  it('says that the page is gone, and that it cannot be reached only of itself', async () => {
    answer = (_, response) => response.writeHead(500).end();
    assert.deepEqual([(await due())?.came, (await own())?.failed, await there()], ['failed', 1, undefined]);
    assert.equal((await due(1.2 * HOUR))?.failed, 2);
    answer = (_, response) => response.writeHead(404).end();
    assert.equal((await due(7 * HOUR))?.came, 'gone');
    assert.deepEqual([await there(), await told(eve)], [{ gone: true, changes: 0 }, ['gone']]);
    const address = (await own())?.address;
    assert.deepEqual(await acts(eve, { kind: 'article.decline', address, text: '', why: '' }), []);
    assert.equal(await there(), undefined);
    answer = serve;
    assert.equal((await due())?.came, 'same');
    answer = (_, response) => response.writeHead(410).end();
    await due();
    assert.deepEqual([await there(), await told(eve)], [{ gone: true, changes: 0 }, ['gone', 'gone']]);
  });

  it('is switched off for an article by its setting', async () => {
    assert.deepEqual(await acts(una, { kind: 'article.configure', settings: { ownLooks: 'no' } }), []);
    await due();
    assert.equal(looked(), 1);
    assert.deepEqual(await acts(una, { kind: 'article.configure', settings: { ownLooks: 'weekly' } }), []);
    await due();
    await due();
    assert.equal(looked(), 2);
  });

  it('is not done for an article that nobody works on, nor one without an address', async () => {
    await due(31 * DAY);
    assert.equal(looked(), 1);
    article = await made({ text: 'The moon\n\nIt is cheese.' });
    await due();
    assert.equal(await own(), undefined);
  });

  it('goes on after a restart, and does not look twice while it looks', async () => {
    const stores = memoryStores();
    await server.close();
    const setting = { stores, clock: time.clock, fetchPage: pageFetcher({ mayAsk: site.mayAsk }) };
    server = await startServer(setting);
    eve = await server.add('editor', 'eve');
    article = await made({ url: `${site.url}/moon` });
    await server.close();
    server = await startServer(setting);
    const held = Promise.withResolvers<void>();
    answer = async (request, response) => {
      await held.promise;
      serve(request, response);
    };
    html = page('18');
    const before = looked();
    time.pass(1.2 * DAY);
    await Promise.all([server.parts.looks.lookAtDue(), server.parts.looks.lookAtDue()]);
    time.pass(2 * HOUR);
    await server.parts.looks.lookAtDue();
    held.resolve();
    await server.parts.looks.settled();
    assert.deepEqual([looked() - before, (await own())?.came], [1, 'other']);
  });

  describe('that somebody gave to a text that was pasted', () => {
    const place = (address: string): object => ({ kind: 'article.place', address });
    const lookNow = (by: Member) => server.ask('POST', `/api/articles/${article}/looks`, { by, json: { own: true } });

    beforeEach(async () => {
      const { text } = (await server.ask('GET', `/api/articles/${article}`, { by: eve })).json;
      article = await made({ text });
    });

    it('is watched from then on, and looked at when somebody asks, not more often than once a minute', async () => {
      assert.deepEqual((await lookNow(eve)).json, { begun: [] }, 'it has none yet');
      assert.deepEqual(await acts(eve, place(`${site.url}/moon`)), []);
      html = page('18');
      assert.deepEqual((await lookNow(eve)).json, { begun: [], own: true });
      await server.parts.looks.settled();
      assert.equal((await server.ask('GET', `/api/articles/${article}/looks`, { by: eve })).json.own.came, 'other');
      const { notices } = (await server.ask('GET', '/api/notices', { by: eve })).json;
      assert.equal(notices[0].kind, 'elsewhere');
      const statuses: number[] = [];
      for (let asked = 0; asked < 3; asked += 1) {
        statuses.push((await lookNow(eve)).status);
        await server.parts.looks.settled();
      }
      assert.deepEqual(statuses, [202, 202, 429]);
    });

    it('is looked at on the schedule, can be another, and can be taken back', async () => {
      await acts(eve, place(`${site.url}/moon`));
      html = page('18');
      time.pass(1.2 * DAY);
      await server.parts.looks.lookAtDue();
      await server.parts.looks.settled();
      const own = async () => (await server.ask('GET', `/api/articles/${article}/looks`, { by: eve })).json.own;
      assert.equal((await own()).came, 'other');
      await acts(eve, place(`${site.url}/elsewhere`));
      assert.equal(await own(), undefined);
      await acts(eve, place(''));
      const { publishedAt } = (await server.ask('GET', `/api/articles/${article}`, { by: eve })).json;
      assert.equal(publishedAt, undefined);
      assert.deepEqual((await lookNow(eve)).json, { begun: [] });
    });

    it('is an address of the web, and asked for on the public internet alone', async () => {
      const json = { opId: 'mail', base: 1, parts: [place('mailto:una@example.org')] };
      assert.equal((await server.ask('POST', `/api/articles/${article}/operations`, { by: eve, json })).status, 422);
      await acts(eve, place('http://169.254.169.254/latest/meta-data'));
      await lookNow(eve);
      await server.parts.looks.settled();
      const { own } = (await server.ask('GET', `/api/articles/${article}/looks`, { by: eve })).json;
      assert.equal(own.problem, 'private');
    });
  });
});
