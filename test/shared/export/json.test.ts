import assert from 'node:assert/strict';
import { sha256 } from '../../../server/digest.ts';
import { articleToJson, blankArticle } from '../../../shared/article.ts';
import { canonicalJson } from '../../../shared/canonical.ts';
import { json, readJsonExport } from '../../../shared/export/json.ts';
import { seal } from '../../../shared/log.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { toJson } from '../../../shared/protocol.ts';
import { publicSight, seenArticle, seenEntry } from '../../../shared/sight.ts';
import { richEdition, Writing } from '../../support/edition.ts';

const edition = richEdition();
const written = json.write(edition) as string;

// biome-ignore lint/suspicious/noExplicitAny: the tests spoil what was written, at any depth.
type Spoilable = any;

const refuses = (says: string, where: string, message: RegExp, spoil: (file: Spoilable) => void): void => {
  it(`is refused ${says}`, () => {
    const file = JSON.parse(written);
    spoil(file);
    assert.throws(
      () => readJsonExport(file, sha256),
      (error: unknown) => {
        assert.ok(error instanceof Invalid, String(error));
        assert.equal(error.where, where);
        assert.match(error.message, message);
        return true;
      },
    );
  });
};

/** Seals the entries of a file again from one on, as a forger would. */
const resealed = (file: Spoilable, from: number): void => {
  for (let index = from; index < file.entries.length; index += 1) {
    const { hash: _, ...entry } = file.entries[index];
    file.entries[index] = toJson(seal({ ...entry, previous: file.entries[index - 1].hash }, sha256));
  }
};

describe('the JSON export', () => {
  it('is read back to the same entries and the same state (T3)', () => {
    const { article, entries } = readJsonExport(JSON.parse(written), sha256);
    assert.equal(canonicalJson(articleToJson(article)), canonicalJson(articleToJson(edition.article)));
    assert.equal(canonicalJson(entries), canonicalJson(edition.entries));
  });

  it('is the same byte for byte when it is written again after it was read', () => {
    const read = readJsonExport(JSON.parse(written), sha256);
    assert.equal(json.write({ ...edition, ...read }), written);
  });

  it('says only under "exported" which article it was, where and when', () => {
    const elsewhere = { id: 'other', address: 'https://x.example', exportedAt: '', desk: { name: '', url: '' } };
    const { exported: _, ...rest } = JSON.parse(written);
    const { exported: __, ...other } = JSON.parse(json.write({ ...edition, ...elsewhere }) as string);
    assert.deepEqual(rest, other);
  });

  it('names the people who did something, and nobody else', () => {
    assert.deepEqual(JSON.parse(written).people, { una: { name: 'Una Öberg' }, ben: { name: 'Ben Ito' } });
  });

  it('of an article before its first entry is read back too', () => {
    const blank = json.write(new Writing().edition()) as string;
    assert.equal(readJsonExport(JSON.parse(blank), sha256).article.version, 0);
  });

  it('survives ids that objects inherit', () => {
    const log = new Writing().act('constructor', {
      kind: 'article.create',
      doc: articleToJson(blankArticle()).doc,
    });
    log.act('__proto__', { kind: 'source.add', source: '__proto__', fields: { title: 'toString' } });
    const people = JSON.parse('{"__proto__":{"name":"Proto"}}');
    const read = readJsonExport(JSON.parse(json.write(log.edition({ people })) as string), sha256);
    assert.equal(read.article.sources.get('__proto__')?.title, 'toString');
    assert.deepEqual(Object.entries(read.people), [['__proto__', { name: 'Proto' }]]);
  });

  it('is refused when it is not an object', () => {
    for (const value of [null, [], 'x', 1, undefined]) assert.throws(() => readJsonExport(value, sha256), Invalid);
  });

  refuses('when it is not a Touchstone file', 'touchstone', /whole number/, (file) => delete file.touchstone);
  refuses('when it is of a later version', 'touchstone', /whole number from 1 to 1/, (file) => {
    file.touchstone = 2;
  });
  refuses('without entries', 'entries', /array/, (file) => delete file.entries);
  refuses('when one flipped character is not what was sealed (T9)', 'entries[4]', /not what was sealed/, (file) => {
    file.entries[4].at = file.entries[4].at.replace('2026', '2027');
  });
  refuses('when an entry is missing (T9)', 'entries[6]', /entry 7 is missing/, (file) => file.entries.splice(6, 1));
  refuses('when an entry was put in the place of another (T9)', 'entries[2]', /does not follow/, (file) => {
    file.entries[2].previous = '1'.repeat(64);
  });
  refuses('when two entries changed places (T9)', 'entries[2]', /missing/, (file) => {
    [file.entries[2], file.entries[3]] = [file.entries[3], file.entries[2]];
  });
  refuses('when its last entry was cut off', 'state', /not what the entries replay to/, (file) => file.entries.pop());
  refuses('when its state was touched', 'state', /not what the entries replay to/, (file) => {
    file.state.claims.share.statement = 'All of it is cheese.';
  });
  refuses('when a part is of no known kind', 'entries[3].parts[0].kind', /is expected/, (file) => {
    file.entries[3].parts[0].kind = 'claim.forge';
  });
  refuses('when it is sealed well but does not replay', 'entries[9]', /does not replay/, (file) => {
    file.entries[9].parts = [{ kind: 'claim.withdraw', claim: 'nowhere' }];
    resealed(file, 9);
  });
  refuses('when an operation is in it twice (T2)', 'entries[5].opId', /already/, (file) => {
    file.entries[5].opId = file.entries[3].opId;
    file.entries[5].reviewer = file.entries[3].reviewer;
    resealed(file, 5);
  });
  refuses('when a name is not a text', 'people.una.name', /text is expected/, (file) => {
    file.people.una.name = 7;
  });

  it('says that it is not whole where its readers do not see all, and is then not read', () => {
    const log = new Writing();
    log.act('una', { kind: 'source.add', source: 'x', fields: { title: 'quicksilver', visibility: [] } });
    const whole = log.edition();
    const sight = publicSight(whole.article);
    assert.ok(sight);
    const seen = {
      ...whole,
      article: seenArticle(whole.article, sight),
      entries: whole.entries.map((entry) => seenEntry(whole.article, entry, sight)),
    };
    const text = json.write(seen) as string;
    assert.equal(text.includes('quicksilver'), false);
    assert.deepEqual([JSON.parse(text).whole, json.losses(seen).length, json.losses(whole).length], [false, 1, 0]);
    assert.throws(() => readJsonExport(JSON.parse(text), sha256), /not the whole article/);
  });
});
