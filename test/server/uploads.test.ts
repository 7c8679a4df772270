import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { received } from '../../server/uploads.ts';

describe('a file that comes', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchstone-uploads-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('lies on the disk whole, with its size and SHA-256', async () => {
    const { path, size, sha256 } = await received(Readable.from([Buffer.from('the '), Buffer.from('moon')]), folder);
    assert.equal(await readFile(path, 'utf8'), 'the moon');
    assert.deepEqual([size, sha256.slice(0, 8)], [8, '7bcd0f18']);
    await rm(path);
  });

  it('leaves nothing on the disk when it breaks off, at whatever moment', async () => {
    const { open } = fs;
    // Files are opened late, as on a slow disk: one may be made after its stream broke.
    const late = (...given: readonly unknown[]) => void setTimeout(() => Reflect.apply(open, fs, given), 10);
    fs.open = Object.assign(late, { __promisify__: open.__promisify__ });
    const breaking = Array.from({ length: 200 }, async (_, at) => {
      const file = new PassThrough();
      const coming = received(file, folder);
      file.on('error', () => {});
      if (at % 2 === 0) file.write('the moon');
      for (let turns = 0; turns < at % 20; turns += 1) await new Promise(setImmediate);
      file.destroy(at % 3 === 0 ? undefined : new Error('it broke off'));
      await assert.rejects(coming);
    });
    await Promise.all(breaking).finally(() => {
      fs.open = open;
    });
    await pause(30);
    assert.deepEqual(await readdir(folder), []);
  });
});
