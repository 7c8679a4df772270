import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type FetchOptions, NotFetched, pageFetcher } from '../../../server/captures/fetch-page.ts';
import { isPublicAddress } from '../../../server/captures/reachable.ts';
import { type Site, startSite } from '../../support/a-site.ts';
import { describeWith, readMaterial } from '../../support/material.ts';

const never = new AbortController().signal;

const fetched = (address: string, options: FetchOptions = {}, signal = never) =>
  pageFetcher(options)(address, signal, () => {});

/** Why there is no page, and how many sockets were made before that was known. */
const refusal = async (address: string, options: FetchOptions): Promise<readonly [string, number]> => {
  let sockets = 0;
  const count = (): void => void sockets++;
  subscribe('net.client.socket', count);
  try {
    await fetched(address, options);
    return ['fetched', sockets];
  } catch (error) {
    if (!(error instanceof NotFetched)) throw error;
    return [error.problem, sockets];
  } finally {
    unsubscribe('net.client.socket', count);
  }
};

/** Every name is one of this machine. */
const hostile: FetchOptions = { lookup: async () => ['127.0.0.1'] };

describe('an address that may be fetched from', () => {
  const PRIVATE = [
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '169.254.169.254', '172.31.255.255'],
    ...[
      '192.168.1.1',
      '198.19.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '168.63.129.16',
      '::',
      '::1',
      'fe80::1',
      'fd00::1',
    ],
    ...['fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1'],
    ...['64:ff9b:1::1', '2002:7f00:1::', '2001:db8::1', '2001::1', '100::1', '3fff::1', 'fec0::1', '', 'localhost'],
  ];
  for (const ip of PRIVATE) it(`is not “${ip}”`, () => assert.equal(isPublicAddress(ip), false));
  for (const ip of ['8.8.8.8', '100.63.255.255', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'])
    it(`is ${ip}`, () => assert.equal(isPublicAddress(ip), true));
});

describeWith('06-hostile/open/ssrf_even.txt', 'forged addresses, as others collected them', () => {
  it('are all refused before there is a connection', async () => {
    const all = readMaterial('06-hostile/open/ssrf_even.txt')
      .split('\n')
      .filter((line) => line !== '');
    assert.ok(all.length > 20);
    for (const address of all) {
      const [problem, sockets] = await refusal(address, hostile);
      assert.ok(['address', 'private'].includes(problem), `${address}: ${problem}`);
      assert.equal(sockets, 0, address);
    }
  });
});

describe('fetching a page', () => {
  let site: Site;
  let answer: RequestListener;
  before(async () => {
    site = await startSite((request, response) => answer(request, response));
  });
  after(() => site.close());

  const html =
    (body: string | Uint8Array, headers: Record<string, string> = {}): RequestListener =>
    (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  const own = (): FetchOptions => ({ mayAsk: site.mayAsk });
  const fails = async (problem: string, address: string, options: FetchOptions = own()): Promise<void> => {
    await assert.rejects(fetched(address, options), { problem });
  };
  const refusedAtOnce = (form: string, address: string, options: FetchOptions = hostile): void => {
    it(`refuses ${form} before there is a connection`, async () => {
      const [problem, sockets] = await refusal(address, options);
      assert.ok(['address', 'private'].includes(problem), problem);
      assert.equal(sockets, 0);
    });
  };

  refusedAtOnce('this machine by number', 'http://127.0.0.1/');
  refusedAtOnce('it in decimal', 'http://2130706433/');
  refusedAtOnce('it in octal and hexadecimal', 'http://0177.0x1/');
  refusedAtOnce('it mapped into IPv6', 'http://[::ffff:7f00:1]/');
  refusedAtOnce('a name that leads to it', 'http://localtest.example/');
  refusedAtOnce('a name of which one address is private', 'http://a.example/', {
    lookup: async () => ['93.184.216.34', '10.0.0.1'],
  });
  refusedAtOnce('a name and password in it', 'http://una:secret@93.184.216.34/');
  refusedAtOnce('another scheme', 'file:///etc/passwd');

  it('has the page with where it was and what it is', async () => {
    answer = html('<p>80 percent');
    const { address, mediaType, charset, bytes } = await fetched(`${site.url}/a#top`, own());
    assert.deepEqual([address, mediaType, charset], [`${site.url}/a`, 'text/html', 'utf-8']);
    assert.equal(Buffer.from(bytes).toString(), '<p>80 percent');
  });

  it('unpacks what came packed', async () => {
    answer = html(gzipSync('moon'), { 'content-encoding': 'gzip' });
    assert.equal(Buffer.from((await fetched(site.url, own())).bytes).toString(), 'moon');
  });

  it('follows a redirect, and says where it led', async () => {
    answer = (request, response) =>
      request.url === '/b' ? html('moon')(request, response) : response.writeHead(302, { location: '/b' }).end();
    assert.equal((await fetched(`${site.url}/a`, own())).address, `${site.url}/b`);
  });

  it('refuses a redirect to this machine before there is a second connection', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/admin' }).end();
    assert.deepEqual(await refusal(site.url, own()), ['private', 1]);
    answer = (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    assert.deepEqual(await refusal(site.url, own()), ['address', 1]);
  });

  it('connects to the address that was checked, whatever the name leads to by then', async () => {
    answer = html('moon');
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const lookup = async (): Promise<readonly string[]> => answers.shift() ?? [];
    const page = await fetched(site.url.replace('127.0.0.1', 'rebinding.example'), { ...own(), lookup });
    assert.equal(Buffer.from(page.bytes).toString(), 'moon');
    assert.equal(answers.length, 1);
  });

  it('checks a name anew when a redirect leads to it again', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/again' }).end();
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const lookup = async (): Promise<readonly string[]> => answers.shift() ?? [];
    const address = site.url.replace('127.0.0.1', 'rebinding.example');
    assert.deepEqual(await refusal(address, { ...own(), lookup }), ['private', 1]);
  });

  it('gives up after five redirects', async () => {
    const before = site.asked.length;
    answer = (_, response) => response.writeHead(301, { location: '/round' }).end();
    await fails('redirects', site.url);
    assert.equal(site.asked.length - before, 6);
  });

  it('keeps nothing larger than it may be, said or not, packed or not', async () => {
    const options = { ...own(), limit: 1_000 };
    answer = html('x'.repeat(1_001));
    await fails('too-large', site.url, options);
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      for (let part = 0; part < 3; part++) response.write('x'.repeat(400));
      response.end();
    };
    await fails('too-large', site.url, options);
    answer = html(gzipSync('x'.repeat(1_000_000)), { 'content-encoding': 'gzip' });
    await fails('too-large', site.url, options);
  });

  it('gives up on a page that does not come', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).write('x');
    await fails('too-slow', site.url, { ...own(), patience: 50 });
    await fails('too-slow', 'http://slow.example/', { lookup: () => new Promise(() => {}), patience: 50 });
  });

  it('is called off at once', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).write('x');
    const calling = new AbortController();
    const fetching = pageFetcher(own())(site.url, calling.signal, () => calling.abort());
    await assert.rejects(fetching, { problem: 'cancelled' });
  });

  it('says why there is no page', async () => {
    for (const [status, problem] of [
      [404, 'gone'],
      [410, 'gone'],
      [403, 'refused'],
      [500, 'refused'],
    ] as const) {
      answer = (_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end();
      await fails(problem, site.url);
    }
    answer = html('', { 'content-type': 'video/mp4' });
    await fails('type', site.url);
    answer = html('', { 'content-encoding': 'zstd-of-ours' });
    await fails('type', site.url);
    answer = (request) => request.socket.destroy();
    await fails('unreachable', site.url);
    await fails('unreachable', 'http://nowhere.example/', { lookup: async () => [] });
  });
});
