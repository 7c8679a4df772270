import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { newId } from '../../../server/ids.ts';
import { memoryHeldBy } from '../../../server/memory-held.ts';
import { openSqlite } from '../../../server/storage/sqlite.ts';
import { type ServedApart, startServer } from '../../support/server.ts';
import { type Ask, setUpOverHttp } from '../../support/set-up-over-http.ts';

const ARTICLES = 80;

/** In each article, a frozen copy of so many bytes: 320 MB in all. */
const COPY = 4_000_000;

/** The most that the export may add to what the server holds, in MB; all copies would be 320. */
const MOST = 130;

/** Gives other articles a copy of their own of what an article has a copy of, without sending and reading it once more for each. */
const copyToAll = async (dataFolder: string, first: string, others: readonly string[]): Promise<void> => {
  const stores = openSqlite(dataFolder);
  const [kept] = await stores.captures.of(first);
  assert.ok(kept);
  for (const article of others) {
    const id = newId();
    await stores.captures.put({ ...kept, id, article, body: JSON.stringify({ ...JSON.parse(kept.body), id }) });
  }
  await stores.close();
};

describe('the export of a large desk', function () {
  this.timeout(120_000);
  const copy = randomBytes(COPY / 2).toString('hex');
  let served: ServedApart;
  let cookie = '';
  let ask: Ask;

  before(async () => {
    served = await startServer();
    ({ cookie, ask } = await setUpOverHttp(served));
    const ids: string[] = [];
    for (let nth = 0; nth < ARTICLES; nth += 1) {
      const made = await ask('/api/articles', JSON.stringify({ text: `Moon ${nth}\n\nIt is made of cheese.` }));
      const { id } = (await made.json()) as { readonly id: string };
      const part = { kind: 'source.add', source: 's1', fields: { title: 'A picture' } };
      await ask(`/api/articles/${id}/operations`, JSON.stringify({ opId: 'o1', base: 1, parts: [part] }));
      ids.push(id);
    }
    const [first = '', ...others] = ids;
    const form = new FormData();
    form.set('source', 's1');
    form.set('file', new File([copy], 'moon.csv', { type: 'text/csv' }));
    const copied = await ask(`/api/articles/${first}/captures`, form);
    assert.equal(copied.status, 201, await copied.text());
    // So that it does not have the room yet that the file took which came in.
    await served.kill();
    await copyToAll(served.dataFolder, first, others);
    await served.restart();
  });

  after(() => served.stop());

  const held = (): number => memoryHeldBy(served.pid) / 1_000_000;

  it('is never in memory, neither for who takes it fast nor for who takes none of it for a while', async () => {
    const before = held();
    let most = 0;
    let bytes = 0;
    const answer = await fetch(`${served.address}/api/desk/export`, { headers: { cookie } });
    assert.ok(answer.body);
    for await (const chunk of answer.body) {
      const isHalf = bytes < (ARTICLES * COPY) / 2 && bytes + chunk.length >= (ARTICLES * COPY) / 2;
      bytes += chunk.length;
      most = Math.max(most, held());
      // For whoever waits nothing is read ahead: other requests show that the server goes on with the rest meanwhile.
      for (let nth = 0; isHalf && nth < 20; nth += 1) {
        assert.equal((await fetch(`${served.address}/api/articles`, { headers: { cookie } })).status, 200);
        most = Math.max(most, held());
      }
    }
    assert.ok(bytes > ARTICLES * COPY, `${bytes} bytes`);
    assert.ok(most - before < MOST, `${before} MB before, ${most} MB at most`);
  });
});
