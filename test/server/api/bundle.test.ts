import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { verifiedBundle } from '../../../server/bundle/verified-bundle.ts';
import { openZip } from '../../../server/import/zip.ts';
import type { Capture } from '../../../shared/capture.ts';
import { flipped } from '../../support/bundles.ts';
import { type Member, type Received, type RunningServer, startServer } from './a-server.ts';

const TEXT = 'The moon 🌙\n\nThe moon is made of cheese, says the dairy board.';

describe('an article that goes out and comes in again', () => {
  let [here, there]: (RunningServer | undefined)[] = [];
  let [una, eva]: (Member | undefined)[] = [];
  let article = '';

  before(async () => {
    [here, there] = await Promise.all([startServer(), startServer()]);
    [una, eva] = await Promise.all([here.add('admin', 'una'), there.add('admin', 'eva')]);
    const file = new File([TEXT], 'moon.txt', { type: 'text/plain' });
    const body = new FormData();
    body.set('file', file);
    article = (await here.ask('POST', '/api/articles', { by: una, body })).json.id;
    const parts = [
      { kind: 'claim.mark', claim: 'c', quote: { exact: 'made of cheese' }, fields: { assignee: una.account.id } },
      { kind: 'source.add', source: 's', fields: { title: 'A study' } },
      { kind: 'evidence.attach', evidence: 'e', claim: 'c', source: 's', fields: { stance: 'refutes' } },
      { kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'false', rationale: 'It is rock.' },
    ];
    const json = { opId: 'o', base: 1, parts };
    await here.ask('POST', `/api/articles/${article}/operations`, { by: una, json });
    const copy = { source: 's', text: 'It is rock.' };
    await here.ask('POST', `/api/articles/${article}/captures`, { by: una, json: copy });
  });
  after(async () => {
    await here?.close();
    await there?.close();
  });

  const got = async (server: RunningServer, by: Member, path: string): Promise<Buffer> => {
    const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${by.token}` } });
    assert.equal(response.status, 200);
    return Buffer.from(await response.arrayBuffer());
  };

  const broughtIn = (server: RunningServer, by: Member, bytes: Uint8Array): Promise<Received> => {
    const body = new FormData();
    body.set('file', new File([Uint8Array.from(bytes)], 'moon.zip', { type: 'application/zip' }));
    return server.ask('POST', '/api/articles', { by, body });
  };

  /** What of a JSON export is to be the same wherever the article is; `exported` says where and when it was written. */
  const withoutHead = (text: string): string => text.replace(/"exported":\{.*?"sha256":"[0-9a-f]{64}"\}/, '');

  it('as JSON is the same byte for byte, but for where and when it was written', async () => {
    const out = String(await got(here!, una!, `/api/articles/${article}/export/json`));
    const { json } = await there!.ask('POST', '/api/articles', { by: eva!, json: { json: JSON.parse(out) } });
    const again = String(await got(there!, eva!, `/api/articles/${json.id}/export/json`));
    assert.notEqual(withoutHead(out), out);
    assert.equal(withoutHead(again), withoutHead(out));
  });

  it('as a bundle brings its frozen copies and its original along, and is the same again', async () => {
    const out = await got(here!, una!, `/api/articles/${article}/export/bundle`);
    const { status, json } = await broughtIn(there!, eva!, out);
    assert.equal(status, 201);
    const [copy]: Capture[] = (await there!.ask('GET', `/api/articles/${json.id}/captures`, { by: eva! })).json
      .captures;
    const words = await there!.ask('GET', `/api/articles/${json.id}/captures/${copy?.id}/text`, { by: eva! });
    assert.equal(words.text, 'It is rock.');
    assert.equal(String(await got(there!, eva!, `/api/articles/${json.id}/original`)), TEXT);
    const again = await got(there!, eva!, `/api/articles/${json.id}/export/bundle`);
    const [one, other] = await Promise.all([out, again].map((bytes) => openZip(bytes)));
    assert.deepEqual(one?.names, other?.names);
    const holds = await verifiedBundle({ zip: other!, bytes: () => Readable.from([again]) });
    assert.deepEqual([holds.entries, holds.captures.length, holds.kept.length], [2, 1, 2]);
  });

  it('as a bundle comes in beside the article that it was made of, each with its copies', async () => {
    const out = await got(here!, una!, `/api/articles/${article}/export/bundle`);
    const { json } = await broughtIn(here!, una!, out);
    for (const id of [article, json.id]) {
      const { captures } = (await here!.ask('GET', `/api/articles/${id}/captures`, { by: una! })).json;
      assert.equal(captures.length, 1, id);
    }
  });

  it('as a bundle that was touched does not come in, and what is wrong is named', async () => {
    const out = await got(here!, una!, `/api/articles/${article}/export/bundle`);
    const { status, json } = await broughtIn(there!, eva!, flipped(out, out.lastIndexOf('It is rock.'), 1));
    assert.equal(status, 422);
    assert.match(json.detail, /kept\/[0-9a-f]{64}: its SHA-256 is not the one in the manifest/);
  });

  it('leaves the original at home where it is written out for everyone: what stands beside the text in it is the desk’s', async () => {
    const out = await got(here!, una!, `/api/articles/${article}/export/bundle?audience=public`);
    assert.ok(out.includes('It is rock.') && !out.includes(TEXT));
  });
});
