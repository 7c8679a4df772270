import assert from 'node:assert/strict';
import { decodeText } from '../../client/text-file.ts';

const reads = (says: string, bytes: readonly number[], text: string | undefined): void => {
  it(`reads ${says}`, () => assert.equal(decodeText(Uint8Array.from(bytes)), text));
};

describe('text file', () => {
  reads('UTF-8', [0xc3, 0xa9], 'é');
  reads('UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0x61], 'a');
  reads('UTF-16, little end first', [0xff, 0xfe, 0x61, 0x00], 'a');
  reads('UTF-16, big end first', [0xfe, 0xff, 0x00, 0x61], 'a');
  reads('no text in an old encoding, of which the server knows more', [0x93, 0xe9, 0x94], undefined);
  reads('no text where there are zeros', [0x25, 0x50, 0x00, 0x44], undefined);
});
