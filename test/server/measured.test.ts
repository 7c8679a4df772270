import assert from 'node:assert/strict';
import { canariesIn, canary } from '../support/canaries.ts';
import { ServerProcess } from '../support/server-process.ts';
import { untilSo, writingDesk } from '../support/writing-desk.ts';

const TOKEN = 'a-token-to-measure-with';

/** The values of what is measured, by series and labels; each line has to be one of the format. */
const valuesIn = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .trimEnd()
      .split('\n')
      .filter((line) => !/^# (HELP|TYPE) [a-z_]+ \S/.test(line))
      .map((line) => {
        const [, name = '', value] = /^([a-z_]+(?:\{[a-z]+="[^"]+"\})?) (\S+)$/.exec(line) ?? [];
        assert.ok(name !== '' && Number.isFinite(Number(value)), line);
        return [name, Number(value)];
      }),
  );

describe('what a server tells whoever runs it', function () {
  this.timeout(120_000);

  it('is measured: rooms, sockets, entries, how long commits take, the event loop; for who shows the token', async () => {
    const server = await ServerProcess.start(undefined, { METRICS_TOKEN: TOKEN });
    const measure = (headers = {}): Promise<Response> => fetch(`${server.url}/metrics`, { headers });
    const desk = await writingDesk(server, 2);
    try {
      await untilSo(
        () => desk.told() > 20,
        () => 'nobody writes',
      );
      await desk.stop();
      assert.equal((await measure()).status, 403);
      assert.equal((await measure({ authorization: `Bearer ${TOKEN}s` })).status, 403);
      const answer = await measure({ authorization: `Bearer ${TOKEN}` });
      assert.equal(answer.status, 200);
      const values = valuesIn(await answer.text());
      const of = (name: string): number => values.get(name) ?? Number.NaN;
      assert.equal(of('touchstone_rooms'), 1);
      assert.equal(of('touchstone_sockets'), 2);
      assert.equal(of('touchstone_can_store'), 1);
      assert.ok(of('touchstone_entries_total') > desk.told() - 1, `${of('touchstone_entries_total')}`);
      assert.equal(of('touchstone_openings_total'), 2);
      assert.equal(of('touchstone_drift_total'), 0);
      assert.ok(of('touchstone_commit_seconds_count') > 0 && of('touchstone_commit_seconds_sum') > 0);
      assert.equal(of('touchstone_commit_seconds_bucket{le="+Inf"}'), of('touchstone_commit_seconds_count'));
      assert.ok(of('touchstone_event_loop_delay_seconds{quantile="0.99"}') > 0);
      assert.ok(of('process_resident_memory_bytes') > 10_000_000);
      assert.ok(of('touchstone_requests_total{status="2xx"}') > 0);
    } finally {
      desk.close();
      await server.stop();
    }
  });

  it('is for its own machine where there is no token, and in its log nobody finds a word of an article or a secret (T11)', async () => {
    const server = await ServerProcess.start();
    try {
      assert.equal((await fetch(`${server.url}/metrics`)).status, 200);
      const proxied = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
      assert.equal(proxied.status, 403);

      const token = await server.token(canary('name'), 'editor');
      const id = await server.article(token, `${canary('title')}\n\n${canary('text')} is written here.`);
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const post = (path: string, body: string, more = {}): Promise<Response> =>
        fetch(`${server.url}${path}`, { method: 'POST', headers: { ...headers, ...more }, body });
      const operation = (step: object): string =>
        JSON.stringify({ opId: canary('op'), base: 1, parts: [{ kind: 'text', target: 'body', steps: [step] }] });
      const slice = { content: [{ type: 'text', text: canary('typed') }] };
      const sent = [
        await post('/api/articles', `{"text": ${canary('json')}`),
        await post('/api/articles', JSON.stringify({ url: `http://${canary('host')}.invalid/${canary('path')}` })),
        await post(`/api/articles/${id}/operations`, operation({ stepType: 'replace', from: 1, to: 1, slice })),
        await post(`/api/articles/${id}/operations`, operation({ stepType: 'replace', from: 9_999, to: 9_999, slice })),
        await post(`/api/articles/${id}/operations`, operation({ stepType: canary('step'), from: 1 })),
        await post(
          '/api/session',
          JSON.stringify({ email: `${canary('email')}@x.org`, password: canary('password') }),
          {
            authorization: '',
          },
        ),
        await fetch(`${server.url}/api/articles?before=${canary('query')}`, { headers }),
        await fetch(`${server.url}/${canary('address')}`),
        await fetch(`${server.url}/api/articles/${canary('id')}`, {
          headers: { authorization: `Bearer ${canary('token')}` },
        }),
      ];
      assert.ok(sent.filter(({ status }) => status >= 400).length >= 5, sent.map(({ status }) => status).join());
      await server.end();
      const lines = server.said.filter((line) => !/^(Touchstone is at|Set it up)/.test(line));
      assert.ok(lines.length >= 8, 'nothing is logged');
      for (const line of lines) {
        JSON.parse(line);
        assert.deepEqual(canariesIn(line), []);
        assert.ok(!line.includes(token), 'a token is logged');
      }
    } finally {
      await server.stop();
    }
  });
});
