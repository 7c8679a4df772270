import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageFetcher } from '../../../server/captures/fetch-page.ts';
import { type Site, startSite } from '../../support/a-site.ts';
import { type Ran, startCommand } from '../../support/touchstone-command.ts';
import { type Member, type RunningServer, startServer } from '../api/a-server.ts';

const text = (title: string): string => `${title}\n\n${title} is made of cheese, Reuters says.`;

const page = `<title>Page</title><h1>Page</h1><p>${'It is made of cheese, and nobody has asked it about that. '.repeat(5)}</p>`;

describe('touchstone import', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-import-'));
  let site: Site;
  let server: RunningServer;
  let una: Member;

  before(async () => {
    site = await startSite((_, response) => response.setHeader('content-type', 'text/html').end(page));
    server = await startServer({ fetchPage: pageFetcher({ mayAsk: site.mayAsk }) });
    una = await server.add('admin', 'una');
    mkdirSync(join(folder, 'drafts/june'), { recursive: true });
    for (const name of ['moon', 'sun', 'june/mars']) writeFileSync(join(folder, `drafts/${name}.txt`), text(name));
    writeFileSync(join(folder, 'drafts/.hidden.txt'), text('hidden'));
    writeFileSync(join(folder, 'alone.txt'), text('Alone'));
    writeFileSync(join(folder, 'picture.xyz'), 'PK');
  });

  after(async () => {
    await server.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  const run = (words: readonly string[], token = una.token): Promise<Ran> =>
    startCommand(['import', ...words], {
      folder,
      environment: { TOUCHSTONE_SERVER: server.url, TOUCHSTONE_TOKEN: token },
    }).ran;

  const titleAt = async (address: string): Promise<string> =>
    (await server.client(una).showArticle({ id: address.split('/').at(-1) ?? '' })).title;

  const count = async (): Promise<number> => (await server.client(una).listArticles({ limit: 200 })).articles.length;

  it('brings a file in, and prints its address', async () => {
    const { code, out, err } = await run(['alone.txt']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, new RegExp(`^${server.url}/articles/[\\w-]+\n$`));
    assert.equal(await titleAt(out.trim()), 'Alone');
  });

  it('brings in once what is brought in again, unless it is to be made anew', async () => {
    const first = await run(['alone.txt']);
    const before = await count();
    assert.equal((await run(['alone.txt'])).out, first.out);
    assert.equal(await count(), before);
    assert.notEqual((await run(['alone.txt', '--again'])).out, first.out);
    assert.equal(await count(), before + 1);
  });

  it('brings a page in by its address', async () => {
    const { code, out } = await run([`${site.url}/page`]);
    assert.equal(code, 0);
    assert.equal(await titleAt(out.trim()), 'Page');
  });

  it('brings all files of a folder in as a batch, but hidden ones', async () => {
    const { code, out } = await run(['drafts', '--json', '--name', 'Drafts of June']);
    assert.equal(code, 0, out);
    const { articles } = JSON.parse(out);
    assert.deepEqual(
      articles.map(({ name, state }: Readonly<Record<string, string>>) => [name, state]),
      [
        ['june/mars.txt', 'done'],
        ['moon.txt', 'done'],
        ['sun.txt', 'done'],
      ],
    );
    assert.equal(await titleAt(articles[0].address), 'june/mars');
    const { batches } = await server.client(una).listBatches();
    assert.equal(batches[0]?.name, 'Drafts of June');
  });

  it('goes on with a batch that was broken off, and makes nothing twice', async () => {
    const words = ['drafts', 'alone.txt', '--name', 'Broken off'];
    const { out } = await run(words);
    const before = await count();
    const again = await run(words);
    assert.equal(again.code, 0, again.err);
    assert.match(again.err, /^Going on with the batch /);
    assert.deepEqual(again.out.split('\n').sort(), out.split('\n').sort());
    assert.equal(await count(), before);
  });

  it('says of each that did not come in why, and has the others come in: 1', async () => {
    const { code, out, err } = await run(['alone.txt', 'picture.xyz']);
    assert.equal(code, 1);
    assert.equal(out.trim().split('\n').length, 1);
    assert.match(err, /^picture\.xyz: A file of this kind \(picture\.xyz\) cannot be read yet\./m);
  });

  it('brings lossless exports back, as JSON and as a bundle', async () => {
    const own = await server.client(una).makeArticle({ json: { text: text('Back') } });
    for (const format of ['json', 'bundle']) {
      const { body } = await server.client(una).exportArticle({ id: own.id, format });
      const chunks = [];
      for await (const chunk of body) chunks.push(chunk);
      writeFileSync(join(folder, `back.${format === 'json' ? 'json' : 'zip'}`), Buffer.concat(chunks));
    }
    const { code, out, err } = await run(['back.json', 'back.zip']);
    assert.equal(code, 0, err);
    const addresses = out.trim().split('\n');
    assert.deepEqual(await Promise.all(addresses.map(titleAt)), ['Back', 'Back']);
  });

  it('has its token from a file too, and shows one that is a word of it to nobody', async () => {
    writeFileSync(join(folder, 'token'), `${una.token}\n`);
    const environment = { TOUCHSTONE_SERVER: server.url };
    const words = ['import', 'alone.txt', '--token-file', 'token'];
    assert.equal((await startCommand(words, { folder, environment }).ran).code, 0);
    const silent = createServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const running = startCommand(['import', 'alone.txt', '--server', url, '--token', 'tst_secret'], { folder });
    await once(silent, 'request');
    if (process.platform === 'linux')
      assert.doesNotMatch(readFileSync(`/proc/${running.process.pid}/cmdline`, 'utf8'), /tst_secret/);
    running.process.kill('SIGINT');
    assert.deepEqual(await running.ran, { code: 130, out: '', err: 'Called off.\n' });
    silent.closeAllConnections();
    silent.close();
  });

  describe('says what is wrong', () => {
    it('with the token: 1', async () => {
      const wrong = await run(['alone.txt'], 'tst_wrong');
      assert.deepEqual([wrong.code, wrong.out], [1, '']);
      assert.match(wrong.err, /does not know this access token/);
      const { token } = await server.client(una).makeToken({ json: { label: 'reader', scopes: ['read'] } });
      const short = await run(['alone.txt'], token);
      assert.equal(short.code, 1);
      assert.match(short.err, /needs the scope "import"/);
    });

    it('with how it is called, or with a file: 2', async () => {
      for (const [words, says] of [
        [[], /"import FILE\|FOLDER\|ADDRESS…" is expected/],
        [['--nonsense', 'alone.txt'], /--nonsense.*\n\nUsage: touchstone import/s],
        [['nowhere.txt'], /no such file.*nowhere\.txt/],
        [['alone.txt', '--server', 'desk'], /"desk" is not the address of a server/],
      ] as const) {
        const { code, out, err } = await run(words);
        assert.deepEqual([code, out], [2, ''], err);
        assert.match(err, says);
      }
      const nowhere = await startCommand(['import', 'alone.txt'], { folder }).ran;
      assert.match(nowhere.err, /Say which server/);
      const nobody = await startCommand(['import', 'alone.txt', '--server', server.url], { folder }).ran;
      assert.match(nobody.err, /An access token is needed/);
    });

    it('when no server answers: 4', async () => {
      const gone = await startSite(() => {});
      await gone.close();
      const { code, err } = await run(['alone.txt', '--server', gone.url]);
      assert.deepEqual([code, err], [4, `There is no answer from ${gone.url}.\n`]);
    });
  });
});
