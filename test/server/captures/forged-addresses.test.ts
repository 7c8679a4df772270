import assert from 'node:assert/strict';
import { type Came, fetchedAlone, noNamespace } from '../../support/in-a-namespace.ts';
import { hasMaterial, readMaterial } from '../../support/material.ts';

const MATERIAL = '06-hostile/open/ssrf_even.txt';

/** Addresses of this machine, of its network and of what a cloud tells its machines, in the forms that are known to get past checks. */
const FORGED = [
  ...[
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0/',
  ],
  ...['http://017700000001/', 'http://0x7f.0.0.1:80/', 'http://127.0.0.1.:80/', 'http://[::1]/', 'http://[::]:80/'],
  ...[
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:a9fe:a9fe]/',
    'http://[::127.0.0.1]/',
  ],
  ...['http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/', 'http://[fe80::1]/', 'http://[fd00:ec2::254]/'],
  ...['http://169.254.169.254/latest/meta-data/', 'http://2852039166/', 'http://0xa9fea9fe/', 'http://168.63.129.16/'],
  ...['http://10.0.0.1/', 'http://172.16.0.1/', 'http://192.168.1.1/', 'http://3232235521/', 'http://100.100.100.200/'],
  ...[
    'http://localhost/',
    'http://localhost.:80/',
    'http://ip6-localhost/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
  ],
  ...[
    'https://127.0.0.1:443/',
    'http://public.test@127.0.0.1/',
    'http://127.0.0.1#@public.test/',
    'http://inside.test/',
  ],
  ...['http://both.test/', 'gopher://127.0.0.1:25/_HELO', 'file:///etc/passwd', 'ftp://127.0.0.1/', '//127.0.0.1/'],
];

const PUBLIC = ['93.184.216.34:80'];
const isPublic = (heard: string): boolean => heard.startsWith('93.184.216.34:');

const REFUSED = ['address', 'private'];

describe('fetching where every address is this machine, with a canary at each', function () {
  this.timeout(60_000);
  const why = noNamespace();
  const material = hasMaterial(MATERIAL)
    ? readMaterial(MATERIAL)
        .split('\n')
        .filter((line) => line !== '')
    : [];
  const direct = [...new Set([...FORGED, ...material])];
  const led = direct.map((address) => `http://public.test/?url=${encodeURIComponent(address)}`);
  const came = new Map<string, Came>();

  before(function () {
    if (why !== undefined) {
      process.stderr.write(`NOT TESTED: this machine makes no network namespace (${why})\n`);
      this.skip();
    }
    const addresses = ['http://public.test/', 'http://flips.test/', 'http://flips.test/?url=/again', ...direct, ...led];
    for (const each of fetchedAlone(addresses)) came.set(each.address, each);
  });
  const of = (address: string): Came => came.get(address) ?? assert.fail(`${address} was not fetched`);

  it('is heard by the canary where it is a host of the internet that is asked', () => {
    const { came: result, heard } = of('http://public.test/');
    assert.deepEqual([result, heard], ['fetched', PUBLIC]);
  });

  it('is refused before there is a connection, whatever form an address has', () => {
    for (const address of direct.filter((each) => !each.includes('307.r3dir.me'))) {
      const { came: result, heard } = of(address);
      assert.ok(REFUSED.includes(result), `${address}: ${result}`);
      assert.deepEqual(heard, [], address);
    }
  });

  it('is refused before there is a second connection, where a host of the internet leads there', () => {
    for (const address of led) {
      const { came: result, heard } = of(address);
      assert.ok(heard.every(isPublic), `${address}: ${result}, ${heard}`);
    }
    assert.equal(of(`http://public.test/?url=${encodeURIComponent('http://127.0.0.1/')}`).came, 'private');
  });

  it('connects to what was checked, though the name leads elsewhere by then, and checks it anew at each redirect', () => {
    const { came: result, heard, asked } = of('http://flips.test/');
    assert.deepEqual([result, heard, asked], ['fetched', PUBLIC, ['flips.test']]);
    const again = of('http://flips.test/?url=/again');
    assert.deepEqual([again.came, again.heard, again.asked], ['private', PUBLIC, ['flips.test', 'flips.test']]);
  });

  it('never connects anywhere but to the internet', () => {
    const heard = [...came.values()].flatMap((each) => each.heard);
    assert.ok(heard.length > led.length);
    assert.deepEqual(
      heard.filter((each) => !isPublic(each)),
      [],
    );
  });
});
