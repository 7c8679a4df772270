import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Broken, verifiedJson } from '../../../server/bundle/verified.ts';
import { type BundleHolds, verifiedBundle } from '../../../server/bundle/verified-bundle.ts';
import { inWords } from '../../../server/cli/holds-in-words.ts';
import { sha256 } from '../../../server/digest.ts';
import { openZip } from '../../../server/import/zip.ts';
import { zipped } from '../../../server/zipped.ts';
import { canonicalJson } from '../../../shared/canonical.ts';
import { bundle } from '../../../shared/export/bundle.ts';
import type { Archive, Part } from '../../../shared/export/format.ts';
import { json } from '../../../shared/export/json.ts';
import { publicSight, seenArticle } from '../../../shared/sight.ts';
import { flipped, smallBundle } from '../../support/bundles.ts';
import { paragraph, richEdition, verdict, Writing, writing } from '../../support/edition.ts';
import { chance } from '../../support/random.ts';

const verified = async (bytes: Uint8Array): Promise<BundleHolds> =>
  verifiedBundle({ zip: await openZip(bytes), bytes: () => Readable.from([bytes]) });

const { edition, bytes } = await smallBundle();

const archive = bundle.write(edition) as Archive;

/** The bundle with other parts. */
const withParts = async (change: (parts: readonly Part[]) => readonly Part[]): Promise<Buffer> => {
  const zip = await openZip(bytes);
  return buffer(zipped({ stored: true, parts: change(archive.parts) }, (sha256) => buffer(zip.file(`kept/${sha256}`))));
};

const names = (says: string, change: (parts: readonly Part[]) => readonly Part[], where: RegExp, why: RegExp): void => {
  it(`names ${says}`, async () => {
    await assert.rejects(verified(await withParts(change)), (error: unknown) => {
      assert.ok(error instanceof Broken, String(error));
      assert.match(error.where, where);
      assert.match(error.message, why);
      return true;
    });
  });
};

const isNamed = async (says: string, check: () => unknown): Promise<void> => {
  try {
    await check();
  } catch (error) {
    if (error instanceof Broken && error.where !== '' && error.message !== '') return;
    if (error instanceof Error && 'where' in error) return; // the archive itself cannot be opened
    throw error;
  }
  assert.fail(`${says} is not noticed`);
};

describe('a bundle that is verified', () => {
  it('holds its log, its copies with their words, and the original', async () => {
    const holds = await verified(bytes);
    assert.deepEqual([holds.entries, holds.captures.length, holds.kept.length], [4, 2, 3]);
    assert.equal(holds.export?.article.version, 4);
  });

  names(
    'a copy whose bytes are others',
    (parts) => parts.map((part) => ('kept' in part ? { path: part.path, content: 'other' } : part)),
    /^kept\/[0-9a-f]{64}$/,
    /SHA-256 is not/,
  );
  names('a copy that is missing', (parts) => parts.slice(0, -1), /^kept\/[0-9a-f]{64}$/, /missing/);
  names(
    'what was put in',
    (parts) => [...parts, { path: 'kept/more', content: 'x' }],
    /^kept\/more$/,
    /not in the manifest/,
  );
  names(
    'an entry that was changed',
    (parts) =>
      parts.map((part) =>
        part.path === 'article.json' && 'content' in part
          ? { ...part, content: String(part.content).replace('"claim":"c"', '"claim":"d"') }
          : part,
      ),
    /^entry 2$/,
    /not what was sealed/,
  );
  names(
    'a copy that is told of and is not there',
    (parts) => {
      const change = (text: string) => text.replaceAll(/"sha256":"[0-9a-f]{64}"/g, `"sha256":"${'0'.repeat(64)}"`);
      return parts.map((part) =>
        part.path === 'captures.json' && 'content' in part ? { ...part, content: change(String(part.content)) } : part,
      );
    },
    /captures.json/,
    /SHA-256/,
  );

  it('names what stands behind its end', async () => {
    await isNamed('a byte more', () => verified(Buffer.concat([bytes, Buffer.from([0])])));
  });

  it('names any flipped byte (a sample)', async () => {
    const random = chance(48);
    for (let turn = 0; turn < 300; turn += 1) {
      const [at, mask] = [random.below(bytes.length), 1 << random.below(8)];
      await isNamed(`byte ${at} with ${mask}`, () => verified(flipped(bytes, at, mask)));
    }
  });
});

describe('an export in JSON that is verified', () => {
  const written = Buffer.from(String(json.write(richEdition())));

  it('holds', () => {
    assert.deepEqual(
      [verifiedJson(written).entries, verifiedJson(written).isSealed],
      [richEdition().entries.length, true],
    );
  });

  it('names any flipped byte (a sample)', async () => {
    const random = chance(49);
    for (let turn = 0; turn < 60; turn += 1) {
      const [at, mask] = [random.below(written.length), 1 << random.below(8)];
      await isNamed(`byte ${at} with ${mask}`, () => verifiedJson(flipped(written, at, mask)));
    }
  });

  it('names a person who was renamed, which no entry has sealed', () => {
    const other = Buffer.from(String(written).replace('Una Öberg', 'Una Oberg'));
    assert.throws(() => verifiedJson(other), /not that of the rest of the file/);
  });

  it('says of a file of an earlier day that not all of it could be checked', () => {
    const { exported, ...file } = JSON.parse(String(written));
    const { sha256: _, ...earlier } = exported;
    assert.equal(verifiedJson(Buffer.from(canonicalJson({ ...file, exported: earlier }))).isSealed, false);
  });

  describe('by an earlier version, for which a judgement held for the words that were marked, not for all of a number', () => {
    const grown = (): Writing =>
      writing('Moon', [paragraph('It is 80 miles away.')])
        .mark('una', 'c', '80 miles')
        .replace('una', ' is ', ' is -1')
        .act('una', verdict('v', 'c', 'true', ''))
        .act('una', { kind: 'work.move', claim: 'c', move: 'ready' })
        .act('lea', { ...verdict('', 'c', 'true', ''), kind: 'outcome.decide', decision: 'd', verdict: undefined });
    /** The file as it was written then, its state changed so. */
    const then = (change: (state: string) => string): Buffer => {
      const { exported, state, ...rest } = JSON.parse(String(json.write(grown().edition())));
      const { sha256: _, ...head } = exported;
      const file = { ...rest, state: JSON.parse(change(canonicalJson(state))) };
      const own = sha256(canonicalJson({ ...file, exported: head }));
      return Buffer.from(canonicalJson({ ...file, exported: { ...head, sha256: own } }));
    };
    const short = (state: string): string => state.replaceAll('"words":"-180 miles"', '"words":"80 miles"');

    it('holds, and says how much is otherwise today', () => {
      const { export: read, isSealed } = verifiedJson(then(short));
      assert.deepEqual([read?.outgrown, isSealed], [3, true]);
      assert.equal(read?.article.verdicts.get('v')?.judged.words, '-180 miles');
      const words = inWords('moon.json', verifiedJson(then(short)));
      assert.match(words, /^moon\.json holds\.$/m);
      assert.match(
        words,
        /earlier version, for which 80 stayed the same number in 180 or −80: 3 records are otherwise/,
      );
      assert.equal(verifiedJson(then((state) => state)).export?.outgrown, 0);
    });

    it('holds where a claim did not say yet that its number has grown', () => {
      const unchanged = (state: string): string => short(state).replace('"state":"changed"', '"state":"exact"');
      assert.equal(verifiedJson(then(unchanged)).export?.outgrown, 4);
    });

    it('is broken where anything else in its state is otherwise', () => {
      for (const change of [
        (state: string) => short(state).replace('"words":"80 miles"', '"words":"0 miles"'),
        (state: string) => short(state).replace('"rating":"true"', '"rating":"false"'),
        (state: string) => short(state).replace('"state":"changed"', '"state":"orphaned"'),
        (state: string) => short(state).replace('"steps":', '"stops":'),
      ])
        assert.throws(() => verifiedJson(then(change)), Broken);
    });
  });

  it('holds as what was written where it is not the whole article', () => {
    const whole = new Writing()
      .act('una', { kind: 'source.add', source: 'x', fields: { title: 't', visibility: [] } })
      .edition();
    const sight = publicSight(whole.article) ?? assert.fail();
    const text = String(json.write({ ...whole, article: seenArticle(whole.article, sight) }));
    assert.equal(verifiedJson(Buffer.from(text)).export, undefined);
    assert.throws(() => verifiedJson(Buffer.from(text.replace('"una"', '"ben"'))), Broken);
  });
});
