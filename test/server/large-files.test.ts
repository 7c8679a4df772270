import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type ServedApart, startServer } from '../support/server.ts';
import { type Ask, setUpOverHttp } from '../support/set-up-over-http.ts';

/** The most that the server may have held, in MB: before files were read as they come, one of 20 MB took it to 455. */
const MOST = 300;

const FILE = new Uint8Array(19_500_000).fill(7);
FILE.set([0x50, 0x4b, 3, 4]);

/** A page that takes a hundred times its size to be read. */
const PAGE = new TextEncoder().encode('<b><i>'.repeat(300_000));

describe('a server that is sent large files', () => {
  let served: ServedApart;
  let ask: Ask;
  before(async () => {
    served = await startServer();
    ({ ask } = await setUpOverHttp(served));
  });
  after(() => served.stop());

  const form = (file: File, fields: Readonly<Record<string, string>> = {}): FormData => {
    const body = new FormData();
    for (const [name, words] of Object.entries(fields)) body.set(name, words);
    body.set('file', file);
    return body;
  };

  const heldAtMost = (): number =>
    Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${served.pid}/status`, 'utf8'))?.[1]) / 1_000;

  it('answers each, and never holds them in its memory', async () => {
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => ask('/api/readings', form(new File([FILE], 'moon.docx')))),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [422, 422, 422],
    );
    const made = await ask('/api/articles', JSON.stringify({ text: 'The moon\n\nIt is made of 80 percent cheese.' }));
    const { id } = (await made.json()) as { readonly id: string };
    const part = { kind: 'source.add', source: 's1', fields: { title: 'A page' } };
    await ask(`/api/articles/${id}/operations`, JSON.stringify({ opId: 'o1', base: 1, parts: [part] }));
    const page = form(new File([PAGE], 'moon', { type: 'text/html' }), { source: 's1' });
    const copied = await ask(`/api/articles/${id}/captures`, page);
    assert.equal(copied.status, 201, await copied.clone().text());
    assert.ok(heldAtMost() < MOST, `${heldAtMost()} MB`);
  }).timeout(30_000);
});
