import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { verifiedBundle } from '../../server/bundle/verified-bundle.ts';
import { openZip } from '../../server/import/zip.ts';
import { flipped, smallBundle } from '../support/bundles.ts';

describe('a bundle of which one byte was flipped (T9)', () => {
  it('is never said to hold, whichever byte it was and whichever bit', async () => {
    const { bytes } = await smallBundle();
    for (let at = 0; at < bytes.length; at += 1)
      for (const mask of [0x01, 0x20, 0x80, 0xff]) {
        const other = flipped(bytes, at, mask);
        const held = openZip(other).then((zip) => verifiedBundle({ zip, bytes: () => Readable.from([other]) }));
        await assert.rejects(
          held,
          (error: unknown) => error instanceof Error && 'where' in error,
          `byte ${at} with ${mask}`,
        );
      }
  });
});
