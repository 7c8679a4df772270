import assert from 'node:assert/strict';
import { once } from 'node:events';
import { io } from 'socket.io-client';
import { ROUTES } from '../../../server/api/index.ts';
import { FORMATS } from '../../../shared/export/index.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const MARKER = 'quicksilver';
const mark = { kind: 'claim.mark', claim: 'c', quote: { exact: 'moon' }, fields: { assignee: '' } };
const give = { kind: 'verdict.give', verdict: 'v1', claim: 'c', scale: 'truth@1', rating: 'false', rationale: MARKER };
const open = { kind: 'thread.open', thread: 't', claim: 'c', message: 'm', text: MARKER, mentions: [] };
const blind = (mode: string) => ({ kind: 'article.configure', settings: { blind: mode } });

describe('while work is blind (T11)', () => {
  let server: RunningServer;
  let lead: Member;
  let ann: Member;
  let ben: Member;
  let article: string;

  const does = async (by: Member, opId: string, ...parts: readonly object[]) => {
    const { status, json } = await server.ask('POST', `/api/articles/${article}/operations`, {
      by,
      json: { opId, base: 1, parts },
    });
    assert.equal(status, 200);
    return json.dropped;
  };
  /** Everything that can be asked for, as somebody is answered it. */
  const allFor = async (by: Member): Promise<string> => {
    const paths = ROUTES.filter(({ method }) => method === 'get').flatMap(({ path }) =>
      Object.keys(FORMATS).map((format) => path.replace(':id', article).replace(':format', format)),
    );
    const answers = await Promise.all([...new Set(paths)].map((path) => server.ask('GET', path, { by })));
    return answers.map(({ text }) => text).join('\n');
  };

  beforeEach(async () => {
    server = await startServer();
    [lead, ann, ben] = [
      await server.add('lead', 'una'),
      await server.add('annotator', 'ann'),
      await server.add('annotator', 'ben'),
    ];
    article = (await server.ask('POST', '/api/articles', { by: lead, json: { text: 'Title\n\nthe moon is far' } })).json
      .id;
  });
  afterEach(() => server.close());

  it('nothing that can be asked for tells of what others judged, and to a lead all of it', async () => {
    await does(lead, 'l1', { ...mark, fields: { assignee: ben.account.id } }, blind('verdicts'));
    await does(ann, 'a1', give);
    await server.ask('GET', `/api/articles/${article}/unread`, { by: ben });
    assert.equal((await allFor(ben)).includes(MARKER), false);
    assert.equal((await allFor(ann)).includes(MARKER), true);
    assert.equal((await allFor(lead)).includes(MARKER), true);
    const { json } = await server.ask('GET', `/api/articles/${article}`, { by: ben });
    assert.deepEqual([json.whole, json.verdicts, json.claims[0].outcome, json.claims[0].work], [false, [], null, null]);
    const refused = await server.ask('GET', `/api/articles/${article}/export/json`, { by: ben });
    assert.deepEqual([refused.status, refused.json.reason], [403, 'blind']);
    await does(lead, 'l2', blind('no'));
    assert.equal((await allFor(ben)).includes(MARKER), true);
  });

  it('nothing tells of what others did at all, not even how much, where all is hidden', async () => {
    await does(lead, 'l1', blind('all'));
    await does(ann, 'a1', mark, open);
    assert.equal(/quicksilver|"moon"/.test(await allFor(ben)), false);
    const rows = async (by: Member) => (await server.ask('GET', '/api/articles', { by })).json.articles;
    assert.deepEqual([(await rows(ben))[0].claims, (await rows(lead))[0].claims], [undefined, 1]);
  });

  it('only a lead reveals it', async () => {
    await does(lead, 'l1', blind('all'));
    assert.deepEqual(await does(ann, 'a1', blind('no')), [{ part: 0, reason: 'not-allowed' }]);
  });

  it('an open page sees what its reviewer’s role allows from the moment it changes', async () => {
    await does(lead, 'l1', mark, blind('verdicts'));
    const admin = await server.add('admin', 'ada');
    const page = io(server.url, { transports: ['websocket'], forceNew: true, auth: { token: lead.token } });
    const heard: string[] = [];
    page.onAny((name: string, notice: object) => heard.push(`${name} ${JSON.stringify(notice)}`));
    await page.emitWithAck('join', { article });
    const told = once(page as never, 'sight');
    const json = { role: 'annotator' };
    await server.ask('PATCH', `/api/reviewers/${lead.account.id}`, { by: admin, json });
    await told;
    await does(ann, 'a1', give);
    const { article: seen, version } = await page.emitWithAck('join', { article, version: 2 });
    assert.deepEqual([version, seen.verdicts], [3, {}]);
    assert.match(seen.sight, /^verdicts /);
    const again = once(page as never, 'sight');
    await server.ask('PATCH', `/api/reviewers/${lead.account.id}`, { by: admin, json: { role: 'lead' } });
    await again;
    assert.equal(
      heard.some((each) => each.includes(MARKER)),
      false,
    );
    const { article: all } = await page.emitWithAck('join', { article, version: 3, sight: seen.sight });
    assert.deepEqual([Object.keys(all.verdicts), all.sight], [['v1'], undefined]);
    page.disconnect();
  });
});
