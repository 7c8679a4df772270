import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codePoints } from '../../../server/api/article-view.ts';
import { attachment } from '../../../server/api/file-name.ts';
import { memoryStores } from '../../../server/storage/memory.ts';
import { openSqlite } from '../../../server/storage/sqlite.ts';
import type { Stores } from '../../../server/storage/stores.ts';
import { canonicalJson } from '../../../shared/canonical.ts';
import { type Member, type Received, type RunningServer, startServer } from './a-server.ts';

const TEXT = 'The moon 🌙\n\nIt is made of 80 percent cheese 🧀, Reuters says.\n\nNobody has asked the moon.';

interface Kept {
  readonly stores: Stores;
  readonly remove: () => void;
}

const STORES: Readonly<Record<string, () => Kept>> = {
  memory: () => ({ stores: memoryStores(), remove: () => {} }),
  SQLite: () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchstone-api-'));
    return { stores: openSqlite(folder), remove: () => rmSync(folder, { recursive: true }) };
  },
};

for (const [name, open] of Object.entries(STORES)) {
  describe(`articles over HTTP, kept in ${name}`, () => {
    let server: RunningServer;
    let remove: () => void;
    let una: Member;
    let admin: Member;

    before(async () => {
      const kept = open();
      remove = kept.remove;
      server = await startServer({ stores: kept.stores });
      una = await server.add('editor', 'Una');
      admin = await server.add('admin', 'Ada');
    });

    after(async () => {
      await server.close();
      remove();
    });

    const create = async (json: object, by = una): Promise<Received> =>
      server.ask('POST', '/api/articles', { by, json });

    const show = async (id: string): Promise<Received['json']> =>
      (await server.ask('GET', `/api/articles/${id}`, { by: una })).json;

    const perform = async (id: string, base: number, part: object, opId = 'o1'): Promise<Received> =>
      server.ask('POST', `/api/articles/${id}/operations`, { by: una, json: { opId, base, parts: [part] } });

    const mark = (exact: string): object => ({ kind: 'claim.mark', claim: 'c1', quote: { exact }, fields: {} });

    it('come in as text, the first line as the title', async () => {
      const { json, headers } = await create({ text: TEXT });
      assert.equal(headers.get('location'), `/api/articles/${json.id}`);
      assert.deepEqual([json.version, json.title, json.removed], [1, 'The moon 🌙', []]);
      assert.equal((await show(json.id)).text, TEXT.replaceAll('\n\n', '\n'));
    });

    it('keep the line that another title stands for (T10)', async () => {
      const { json } = await create({ title: 'Cheese', text: TEXT });
      assert.equal((await show(json.id)).text, `Cheese\n${TEXT.replaceAll('\n\n', '\n')}`);
    });

    it('come in as a file, in the encoding that it has', async () => {
      const body = new FormData();
      body.set('file', new File([Buffer.from('Caf\xe9\nCr\xe8me.', 'latin1')], 'café.txt'));
      const { json } = await server.ask('POST', '/api/articles', { by: una, body });
      assert.equal((await show(json.id)).text, 'Café\nCrème.');
    });

    it('come in as they are when nothing is to be cleaned away', async () => {
      const page = 'Menu\nHome\n\nShare on Facebook\nThe moon is made of cheese.\nMenu';
      const { json } = await create({ text: page, clean: false });
      assert.deepEqual(json.removed, []);
      assert.equal((await show(json.id)).text, page.replaceAll('\n\n', '\n'));
    });

    it('show a claim where it stands, in positions and in code points', async () => {
      const { json } = await create({ text: TEXT });
      assert.deepEqual((await perform(json.id, 1, mark('Reuters says'))).json, { version: 2, dropped: [] });
      const { claims, text } = await show(json.id);
      const [claim] = claims;
      const { state, start, end } = claim.anchor;
      assert.equal(state, 'exact');
      assert.equal([...text].slice(start, end).join(''), 'Reuters says');
      assert.equal(claim.words, 'Reuters says');
      assert.equal(claim.outcome, null);
    });

    it('give the same operation the same answer, and another one with its id none (T2)', async () => {
      const { json } = await create({ text: TEXT });
      const first = await perform(json.id, 1, mark('80 percent'));
      const again = await perform(json.id, 1, mark('80 percent'));
      assert.deepEqual(again.json, first.json);
      assert.equal((await perform(json.id, 1, mark('cheese'))).json.reason, 'op-id-taken');
    });

    it('name what was dropped of an operation', async () => {
      const { json } = await create({ text: TEXT });
      const { json: answer } = await perform(json.id, 1, mark('butter'));
      assert.deepEqual(answer, { version: 2, dropped: [{ part: 0, reason: 'not-found' }] });
    });

    it('are listed page by page, each once', async () => {
      const seen: string[] = [];
      let before: string | null = '';
      while (before !== null) {
        const next: string = before === '' ? '' : `&before=${encodeURIComponent(before)}`;
        const { json } = await server.ask('GET', `/api/articles?limit=2${next}`, { by: una });
        seen.push(...json.articles.map((row: { id: string }) => row.id));
        before = json.before;
      }
      assert.ok(seen.length > 4);
      assert.equal(new Set(seen).size, seen.length);
    });

    describe('brought back from an export', () => {
      let id: string;
      let exported: Received;

      before(async () => {
        id = (await create({ text: TEXT })).json.id;
        await perform(id, 1, mark('80 percent'));
        exported = await server.ask('GET', `/api/articles/${id}/export/json`, { by: una });
      });

      it('is the same entry for entry, under another id (T3, T9)', async () => {
        const { status, json } = await create({ json: exported.json });
        assert.equal(status, 201);
        assert.notEqual(json.id, id);
        assert.equal((await show(json.id)).hash, (await show(id)).hash);
        const { json: rows } = await server.ask('GET', '/api/articles?limit=1', { by: una });
        assert.deepEqual([rows.articles[0].id, rows.articles[0].claims], [json.id, 1]);
        const again = await server.ask('GET', `/api/articles/${json.id}/export/json`, { by: una });
        assert.equal(canonicalJson(again.json.entries), canonicalJson(exported.json.entries));
      });

      it('is refused when one character of it was changed, with the entry named (T9)', async () => {
        const changed = JSON.parse(exported.text.replace('"80 percent"', '"90 percent"'));
        const { status, json } = await create({ json: changed });
        assert.deepEqual([status, json.where], [422, 'entries[1]']);
      });

      it('holds the work of others only when an admin brings it (T6)', async () => {
        const otto = await server.add('editor', 'Otto');
        assert.equal((await create({ json: exported.json }, otto)).status, 403);
        assert.equal((await create({ json: exported.json }, admin)).status, 201);
      });
    });
  });
}

describe('an export brought to another desk', () => {
  it('names those who worked on it, who cannot come in there', async () => {
    const here = await startServer();
    const there = await startServer();
    try {
      const una = await here.add('editor', 'Una');
      const otto = await there.add('editor', 'Otto');
      const { id } = (await here.ask('POST', '/api/sample', { by: una })).json;
      const { json: exported } = await here.ask('GET', `/api/articles/${id}/export/json`, { by: una });
      const { json } = await there.ask('POST', '/api/articles', { by: otto, json: { json: exported } });
      const again = await there.ask('GET', `/api/articles/${json.id}/export/json`, { by: otto });
      assert.deepEqual(again.json.people, exported.people);
      const { json: people } = await there.ask('GET', '/api/reviewers', { by: otto });
      assert.deepEqual(
        // Those who were added in the same millisecond come in any order.
        people.reviewers.map(({ name, role, disabled }: Record<string, unknown>) => [name, role, disabled]).sort(),
        [
          ['Ada Sample', 'viewer', true],
          ['Leo Sample', 'viewer', true],
          ['Otto', 'editor', false],
          ['Sample desk', 'viewer', true],
          ['Una', 'viewer', true],
        ],
      );
    } finally {
      await here.close();
      await there.close();
    }
  });
});

describe('offsets', () => {
  it('count code points, as other languages do', () => {
    const text = 'a🌙b🧀c';
    const count = codePoints(text);
    for (const character of ['a', '🌙', 'b', '🧀', 'c']) {
      assert.equal(count(text.indexOf(character)), [...text].indexOf(character));
    }
    assert.equal(count(text.length), 5);
  });
});

describe('the name of a file', () => {
  const names = (title: string, expected: string): void => {
    it(`of ${JSON.stringify(title.slice(0, 30))} is safe`, () => assert.equal(attachment(title, 'csv'), expected));
  };
  names('The moon', `attachment; filename="The-moon.csv"; filename*=UTF-8''The-moon.csv`);
  names('Café "Größe"', `attachment; filename="Cafe-Gro-e.csv"; filename*=UTF-8''Caf%C3%A9-Gr%C3%B6%C3%9Fe.csv`);
  names('../../etc/passwd\r\nX: y', `attachment; filename="etc-passwd-X-y.csv"; filename*=UTF-8''etc-passwd-X-y.csv`);
  names('🌙', `attachment; filename="article.csv"; filename*=UTF-8''article.csv`);
  names('月', `attachment; filename="article.csv"; filename*=UTF-8''%E6%9C%88.csv`);
});
