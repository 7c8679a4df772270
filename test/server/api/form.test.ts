import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { chance } from '../../support/random.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const TEXT = 'The moon\n\nIt is made of 80 percent cheese, Reuters says.';
const EDGE = 'edge';
const FILE = 'Content-Disposition: form-data; name="file"; filename="moon.txt"';

/** A part of a form: its head's lines, and what stands in it. */
const part = (head: string, body: string): string => `--${EDGE}\r\n${head}\r\n\r\n${body}\r\n`;
const form = (...parts: readonly string[]): string => `${parts.join('')}--${EDGE}--\r\n`;

describe('a form', () => {
  let server: RunningServer;
  let editor: Member;
  before(async () => {
    server = await startServer();
    editor = await server.add('editor');
  });
  after(() => server.close());

  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, type = `multipart/form-data; boundary=${EDGE}`) =>
    server.ask('POST', path, { by: editor, body, headers: { 'content-type': type } });

  const nameOf = async (head: string | Uint8Array<ArrayBuffer>): Promise<string> => {
    const made = await post('/api/articles', typeof head === 'string' ? form(part(head, TEXT)) : head);
    assert.equal(made.status, 201, made.text);
    const shown = await server.ask('GET', `/api/articles/${made.json.id}`, { by: editor });
    return shown.json.origin.original.name;
  };

  for (const [says, name] of Object.entries({
    Arabic: 'القمر.txt',
    Japanese: '月の石.txt',
    'with quotes and umlauts': 'der "große" Mond.txt',
  }))
    it(`gives its file a name in UTF-8: ${says}`, async () => {
      const escaped = name.replaceAll('"', '\\"');
      assert.equal(await nameOf(FILE.replace('moon.txt', escaped)), name);
    });

  it('gives its file the name that is written as RFC 5987 has it', async () => {
    const name = encodeURIComponent('القمر.txt');
    assert.equal(await nameOf(`Content-Disposition: form-data; name="file"; filename*=UTF-8''${name}`), 'القمر.txt');
  });

  it('gives its file a name without the folders it was in', async () => {
    assert.equal(await nameOf(FILE.replace('moon.txt', '../../etc/moon.txt')), 'moon.txt');
    assert.equal(await nameOf(FILE.replace('moon.txt', 'C:\\\\drafts\\\\moon.txt')), 'moon.txt');
  });

  it('says in which character set a field is', async () => {
    const body = Buffer.concat([
      Buffer.from(part(FILE, TEXT)),
      Buffer.from(
        `--${EDGE}\r\nContent-Disposition: form-data; name="title"\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n`,
      ),
      Buffer.from('Größe\r\n', 'latin1'),
      Buffer.from(form()),
    ]);
    assert.equal((await post('/api/articles', new Uint8Array(body))).json.title, 'Größe');
  });

  const refuses = (says: string, body: string, where: string | undefined, words: RegExp, type?: string): void => {
    it(`is refused when ${says}`, async () => {
      const { status, json } = await post('/api/readings', body, type);
      assert.deepEqual([status, json.where], [422, where], JSON.stringify(json));
      assert.match(json.detail, words);
    });
  };
  const good = part(FILE, TEXT);
  const field = (name: string, words: string): string => part(`Content-Disposition: form-data; name="${name}"`, words);
  refuses('it breaks off in a part', good, undefined, /breaks off/);
  refuses('it breaks off in the head of a part', `${good}--${EDGE}\r\nContent-Disp`, undefined, /breaks off/);
  refuses('nothing in it is a part', 'the moon', undefined, /not a form/);
  refuses('it is empty', '', undefined, /not a form/);
  refuses('it names no boundary', form(good), undefined, /not a form/, 'multipart/form-data');
  refuses('it has no part', form(), 'file', /a file is expected/);
  refuses(
    'its part says nothing of itself',
    form(part('Content-Type: text/plain', TEXT)),
    'file',
    /a file is expected/,
  );
  refuses('its part has no name', form(part('Content-Disposition: form-data', TEXT)), undefined, /has no name/);
  refuses('its file has no name', form(part(FILE.replace(/; filename.*/, ''), TEXT)), 'file', /filename/);
  refuses('its file is empty', form(part(FILE, '')), 'file', /may not be empty/);
  refuses('a second file comes', form(good, good), 'file', /one file/);
  refuses('a file has another name', form(part(FILE.replace('"file"', '"draft"'), TEXT)), 'draft', /"file"/);
  refuses('a field comes twice', form(good, field('title', 'A'), field('title', 'B')), 'title', /twice/);
  refuses('a field is too large', form(good, field('title', 'A'.repeat(100_001))), 'title', /100,?000/);
  const fields = Array.from({ length: 21 }, (_, at) => field(`f${at}`, ''));
  refuses('it has too many fields', form(good, ...fields), undefined, /at most 20/);

  /** Sends so many bytes of a body that is never ended, and gives what is answered. */
  const begun = (headers: Readonly<Record<string, string>>, first: string) => {
    const asking = request(`${server.url}/api/readings`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${editor.token}`,
        'content-type': `multipart/form-data; boundary=${EDGE}`,
        ...headers,
      },
    });
    asking.on('error', () => {});
    const answered = new Promise<{ readonly status: number; readonly json: { readonly most?: number } }>((resolve) => {
      asking.once('response', async (response) => {
        const text = (await response.toArray()).join('');
        resolve({ status: response.statusCode ?? 0, json: JSON.parse(text) });
      });
    });
    asking.write(first);
    return { asking, answered };
  };

  it('is refused before it has come when it says that it is too large, with the limit', async () => {
    const { asking, answered } = begun({ 'content-length': '20000001' }, `--${EDGE}\r\n`);
    const { status, json } = await answered;
    assert.deepEqual([status, json.most], [413, 20_000_000]);
    asking.destroy();
  });

  it('is refused as soon as it is too large when it does not say so', async () => {
    const { asking, answered } = begun({}, `--${EDGE}\r\n${FILE}\r\n\r\n`);
    for (let sent = 0; sent <= 20; sent += 1) asking.write(Buffer.alloc(1_000_000, 'a'));
    assert.equal((await answered).status, 413);
    asking.destroy();
  });

  const lying = (): Promise<readonly string[]> => readdir(server.parts.config.uploadFolder);
  const settled = async (): Promise<void> => {
    for (let tries = 0; (await lying()).length > 0 && tries < 500; tries += 1) await pause(10);
    assert.deepEqual(await lying(), []);
  };

  it('leaves nothing on the disk: neither when it is answered, nor refused, nor when it breaks off', async () => {
    const { asking } = begun({ 'content-length': '5000000' }, `--${EDGE}\r\n${FILE}\r\n\r\n${'a'.repeat(200_000)}`);
    while ((await lying()).length === 0) await new Promise(setImmediate);
    asking.destroy();
    await settled();
    assert.ok(!server.logged.some(({ level }) => level === 'error'), JSON.stringify(server.logged));
  });

  it('that has been spoiled is read or refused, and nothing waits for ever', async () => {
    const whole = Buffer.from(form(good, field('title', 'The moon'), field('clean', 'true')));
    const random = chance(1);
    for (let at = 0; at < 150; at += 1) {
      const body = Buffer.from(whole.subarray(0, random.likely(0.5) ? whole.length : random.below(whole.length)));
      for (let nth = random.below(4); nth > 0 && body.length > 0; nth -= 1)
        body[random.below(body.length)] = random.below(256);
      const { status, text } = await post('/api/readings', new Uint8Array(body));
      assert.ok([200, 415, 422].includes(status), `${status} ${text}\n${body}`);
    }
    await settled();
    assert.ok(!server.logged.some(({ level }) => level === 'error'), JSON.stringify(server.logged));
  });
});
