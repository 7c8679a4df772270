import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { StoredEntry } from '../../../../server/storage/log-store.ts';
import { BrokenBlock, packBlock, unpackBlock, unpacking } from '../../../../server/storage/packing/block.ts';
import { canonicalJson } from '../../../../shared/canonical.ts';
import { typedEntries } from '../../../support/sealed-entries.ts';
import { anEntry } from '../../../support/stored-entries.ts';

const stretchOf = (entries: readonly StoredEntry[]) => ({
  article: entries[0]!.article,
  first: entries[0]!.version,
  last: entries.at(-1)!.version,
});

const comesBack = async (entries: readonly StoredEntry[]): Promise<Buffer> => {
  const bytes = await packBlock(entries);
  assert.deepEqual(unpackBlock(stretchOf(entries), bytes), entries);
  return bytes;
};

/** What is read of a block before it is found broken, and the version that is named. */
const readUntilBroken = (entries: readonly StoredEntry[], bytes: Buffer) => {
  const read: StoredEntry[] = [];
  try {
    for (const entry of unpacking(stretchOf(entries), bytes)) read.push(entry);
  } catch (error) {
    assert.ok(error instanceof BrokenBlock);
    return { read, named: error.version, message: error.message };
  }
  return { read, named: undefined, message: '' };
};

const flipped = (bytes: Buffer, at: number, bits: number): Buffer => {
  const other = Buffer.from(bytes);
  other[at] = other[at]! ^ bits;
  return other;
};

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.json(),
  fc.constantFrom(
    '\u0000',
    '\ue001"\ue002',
    '"hash":"="',
    '{"at":"","dropped":0,"hash":"=","opId":"","parts":[],"previous":"","x":1}',
  ),
  fc.double().map(String),
);
const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.maxSafeInteger(),
  fc.date({ noInvalidDate: true }).map((date) => date.toJSON()),
);
const wellFormed = (text: string): boolean => text.isWellFormed();

describe('a block', () => {
  it('holds whatever texts are stored, to the byte', async () => {
    const anyEntries = fc.array(
      fc.record({
        reviewer: anyText.filter(wellFormed),
        opId: fc.oneof(
          anyText.filter(wellFormed),
          fc
            .tuple(fc.string(), fc.nat())
            .map((parts) => parts.join('-'))
            .filter(wellFormed),
        ),
        opHash: fc.oneof(
          anyText.filter(wellFormed),
          fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
        ),
        body: fc
          .oneof(
            anyText,
            anyValue.map((value) => JSON.stringify(value)),
            anyValue.map(canonicalJson),
          )
          .filter(wellFormed),
      }),
      { minLength: 1, maxLength: 12 },
    );
    const property = fc.asyncProperty(anyEntries, fc.integer({ min: 1, max: 1e9 }), async (texts, first) => {
      await comesBack(texts.map((each, index) => ({ article: 'a', version: first + index, ...each })));
    });
    await fc.assert(property, { numRuns: 500 });
  });

  it('holds sealed entries with whatever in them, to the byte', async () => {
    const property = fc.asyncProperty(fc.array(anyValue, { minLength: 1, maxLength: 12 }), async (values) => {
      await comesBack(typedEntries(values.length, (version) => ({ parts: [values[version - 1]] })));
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('keeps a key in less than 12 bytes', async () => {
    const bytes = await comesBack(typedEntries(500));
    assert.ok(bytes.length < 12 * 500, `${bytes.length / 500} bytes`);
  });

  it('keeps whatever hash an operation had', async () => {
    const typed = typedEntries(9).map((entry) => ({ ...entry, opHash: anEntry('a', entry.version).opHash }));
    await comesBack([...typed.slice(0, 5), { ...typed[5]!, opHash: 'not a hash' }, ...typed.slice(6)]);
  });

  it('with any one byte changed is found broken, and what is read before the entry that is named is as it was (T9)', async () => {
    const entries = typedEntries(40);
    const bytes = await packBlock(entries);
    for (let at = 0; at < bytes.length; at += 1) {
      for (const bits of [1, 0x20, 0x80, 0xff]) {
        const { read, named } = readUntilBroken(entries, flipped(bytes, at, bits));
        assert.ok(named !== undefined, `byte ${at} can be changed unseen`);
        assert.deepEqual(read.slice(0, named - 1), entries.slice(0, named - 1));
        assert.ok(read.length === named - 1 || read.length === entries.length);
      }
    }
  });

  it('names the first entry that is not as it was, not the first of the block (T9)', async () => {
    const entries = typedEntries(40);
    const other = entries.map((entry) =>
      entry.version < 17 ? entry : { ...entry, body: entry.body.replace('"una"', '"eve"') },
    );
    const [bytes, forged] = [await packBlock(entries), await packBlock(other)];
    // The columns of the one with the checks of the other.
    const tail = 40 * 4 + 32 + 8;
    const mixed = Buffer.concat([forged.subarray(0, -tail), bytes.subarray(-tail)]);
    const { named, read, message } = readUntilBroken(entries, mixed);
    assert.equal(named, 17);
    assert.deepEqual(read, entries.slice(0, 16));
    assert.match(message, /^entry 17 of a is broken, in the block of 1 to 40: it is not what was packed$/);
  });

  it('cut short, or of another article or other versions, is broken (T9)', async () => {
    const entries = typedEntries(10);
    const bytes = await packBlock(entries);
    const stretch = stretchOf(entries);
    for (let length = 0; length < bytes.length; length += 1) {
      assert.throws(() => unpackBlock(stretch, bytes.subarray(0, length)), BrokenBlock);
    }
    for (const other of [{ article: 'b' }, { first: 2, last: 11 }, { last: 9 }, { last: 11 }]) {
      assert.throws(() => unpackBlock({ ...stretch, ...other }, bytes), BrokenBlock);
    }
  });
});
