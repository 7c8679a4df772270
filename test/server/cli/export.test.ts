import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ran, startCommand } from '../../support/touchstone-command.ts';
import { type Member, type RunningServer, startServer } from '../api/a-server.ts';

describe('touchstone export', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-export-'));
  let server: RunningServer;
  let una: Member;
  let article: string;

  before(async () => {
    server = await startServer();
    una = await server.add('admin', 'una');
    const api = server.client(una);
    const { id, version: base } = await api.makeArticle({ json: { text: 'The moon\n\nIt is made of old cheese.' } });
    article = id;
    const parts = ['old', 'cheese'].map((exact) => ({
      kind: 'claim.mark',
      claim: exact,
      quote: { exact },
      fields: {},
    }));
    const cited = { kind: 'source.add', source: 's', fields: { title: 'Almanac', kind: 'book' } };
    await api.sendOperation({ id, json: { opId: 'marked', base, parts: [...parts, cited] } });
  });

  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const run = (words: readonly string[], token = una.token): Promise<Ran> =>
    startCommand(['export', ...words], {
      folder,
      environment: { TOUCHSTONE_SERVER: server.url, TOUCHSTONE_TOKEN: token },
    }).ran;

  it('writes an article out under its title, and says what the format has no place for', async () => {
    const { code, out, err } = await run([article, '--format', 'csv']);
    assert.deepEqual([code, out], [0, 'The-moon.csv\n']);
    assert.match(err, /has no place for/);
    assert.match(readFileSync(join(folder, 'The-moon.csv'), 'utf8'), /cheese/);
  });

  it('writes what the server sends where it is told to, by the address of the article too', async () => {
    const { code } = await run([`${server.url}/articles/${article}`, '--format', 'docx', '--out', 'moon.docx']);
    assert.equal(code, 0);
    assert.equal(readFileSync(join(folder, 'moon.docx')).subarray(0, 2).toString(), 'PK');
    assert.ok(!existsSync(join(folder, 'moon.docx.part')));
    const { out } = await run([article, '--format', 'csv', '--out', '-']);
    const { text } = await server.ask('GET', `/api/articles/${article}/export/csv`, { by: una });
    const withoutTime = (csv: string): string => csv.replaceAll(/"[\dT:.-]+Z",\r\n/g, '');
    assert.equal(withoutTime(out), withoutTime(text));
  });

  it('writes over nothing, unless it is told to', async () => {
    writeFileSync(join(folder, 'mine.csv'), 'mine');
    const words = [article, '--format', 'csv', '--out', 'mine.csv'];
    const { code, err } = await run(words);
    assert.equal(code, 2);
    assert.match(err, /mine\.csv is there already/);
    assert.equal(readFileSync(join(folder, 'mine.csv'), 'utf8'), 'mine');
    assert.equal((await run([...words, '--force'])).code, 0);
    assert.match(readFileSync(join(folder, 'mine.csv'), 'utf8'), /cheese/);
  });

  it('writes some of the claims, and says how many', async () => {
    const words = [article, '--format', 'csv', '--claims', 'old', '--audience', 'desk', '--out', 'some.csv', '--json'];
    const { code, out } = await run([...words, '--state', 'open', '--outcome=-none']);
    assert.equal(code, 0);
    const { file, audience, claims, size } = JSON.parse(out);
    assert.deepEqual([file, audience, claims], ['some.csv', 'desk', { shown: 1, of: 2 }]);
    const written = readFileSync(join(folder, 'some.csv'));
    assert.equal(written.length, size);
    assert.doesNotMatch(written.toString(), /cheese,/);
  });

  it('lists the formats where none is named', async () => {
    const { code, out } = await run([article]);
    assert.equal(code, 0);
    assert.match(out, /^docx {12}\w/m);
  });

  it('says what is wrong', async () => {
    const wrong = [
      [[article, '--format', 'cuneiform'], 2, /no format "cuneiform"\. There are: .*docx/],
      [[article, '--format', 'csv', '--audience', 'me'], 2, /"me" is no audience/],
      [[article, '--format', 'csv', '--state', 'asleep'], 1, /work/],
      [['none', '--format', 'csv'], 1, /no such article/],
      [['a/b', '--format', 'csv'], 2, /neither the id nor the address/],
      [['https://elsewhere.example/articles/x', '--format', 'csv'], 2, /not of the server/],
      [[article, '--format', 'csv', '--out', 'no/where.csv'], 2, /no such file/],
    ] as const;
    const ran = await Promise.all(wrong.map(([words]) => run(words)));
    for (const [index, [, code, says]] of wrong.entries()) {
      assert.deepEqual([ran[index]?.code, ran[index]?.out], [code, ''], ran[index]?.err);
      assert.match(ran[index]?.err ?? '', says);
    }
    const { token } = await server.client(una).makeToken({ json: { label: 'reader', scopes: ['read'] } });
    assert.match((await run([article, '--format', 'csv'], token)).err, /needs the scope "export"/);
  });

  it('takes all data of the desk along for an admin, which is then verified; half of it is said to be cut off', async () => {
    const { code, out, err } = await run(['--desk', '--out', 'desk.zip']);
    assert.deepEqual([code, out], [0, 'desk.zip\n'], err);
    assert.ok(!existsSync(join(folder, 'desk.zip.part')));
    const verify = () => startCommand(['verify', 'desk.zip'], { folder }).ran;
    const holds = await verify();
    assert.equal(holds.code, 0, holds.err);
    assert.match(holds.out, /desk\.zip holds\.\n1 article with 2 entries/);
    const bytes = readFileSync(join(folder, 'desk.zip'));
    writeFileSync(join(folder, 'desk.zip'), bytes.subarray(0, bytes.length - 40));
    const cut = await verify();
    assert.deepEqual([cut.code, cut.out], [1, '']);
    assert.match(cut.err, /its end: it is missing: the export was broken off, or the file was not copied whole\./);
  });

  it('says of the export of a desk that it is not the whole, where something is shown to others alone', async () => {
    const lin = await server.add('lead', 'Lin');
    const fields = { title: 'Quicksilver', visibility: [lin.account.id] };
    const json = { opId: 'secret', base: 1, parts: [{ kind: 'source.add', source: 'q', fields }] };
    assert.deepEqual((await server.client(lin).sendOperation({ id: article, json })).dropped, []);
    assert.equal((await run(['--desk', '--force', '--out', 'desk.zip'])).code, 0);
    const { code, err } = await startCommand(['verify', 'desk.zip'], { folder }).ran;
    assert.equal(code, 3);
    assert.match(err, /Of 1 article not all is in it[\s\S]*It is not the whole desk/);
  });

  it('takes the desk along for nobody else, and with nothing that is about one article', async () => {
    const ed = await server.add('editor', 'ed');
    const refused = await run(['--desk', '--out', 'no.zip'], ed.token);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /admin/);
    assert.ok(!existsSync(join(folder, 'no.zip')) && !existsSync(join(folder, 'no.zip.part')));
    for (const words of [[article, '--desk'], ['--desk', '--format', 'csv'], []])
      assert.equal((await run(words)).code, 2, words.join(' '));
  });
});
