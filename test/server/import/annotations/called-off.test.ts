import assert from 'node:assert/strict';
import { eventually } from '../../../support/desk-in-browsers.ts';
import { type Member, type RunningServer, startServer } from '../../api/a-server.ts';

/** How many processes of this one run. */
const apart = (): number => process.getActiveResourcesInfo().filter((each) => each === 'ProcessWrap').length;

/** So many annotations that they are read in a process of their own, which takes a while. */
const MANY = 2_000;

describe('reading annotations', function () {
  this.timeout(60_000);
  let server: RunningServer;
  let una: Member;
  let article: string;

  before(async () => {
    server = await startServer();
    una = await server.add('editor', 'una');
    const text = `The moon\n\n${Array.from({ length: MANY }, (_, at) => `Sentence ${at} says that it weighs ${at} kg.`).join(' ')}`;
    article = (await server.ask('POST', '/api/articles', { by: una, json: { text } })).json.id;
  });
  after(() => server.close());

  const annotations = Array.from({ length: MANY }, (_, at) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `http://example.org/anno${at}`,
    type: 'Annotation',
    bodyValue: 'Which study?',
    target: {
      source: 'http://example.org/page',
      selector: { type: 'TextQuoteSelector', exact: `Sentence ${at} says` },
    },
  }));

  it('stops when nobody waits for it any more, and writes nothing', async () => {
    const gone = new AbortController();
    const asked = fetch(`${server.url}/api/articles/${article}/annotations`, {
      method: 'POST',
      signal: gone.signal,
      headers: {
        authorization: `Bearer ${una.token}`,
        'content-type': 'application/json',
        accept: 'application/x-ndjson',
        connection: 'close',
      },
      body: JSON.stringify(annotations),
    });
    // Its first line comes once it is being read.
    const reader = (await asked).body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    assert.match(new TextDecoder().decode(value), /"step":"reading"/);
    assert.equal(apart(), 1);
    gone.abort();
    await assert.rejects(async () => void (await reader?.read()));
    await eventually(async () => assert.equal(apart(), 0));
    const { version, claims, threads } = (await server.ask('GET', `/api/articles/${article}`, { by: una })).json;
    assert.deepEqual([version, claims.length, threads.length], [1, 0, 0]);
  });
});
