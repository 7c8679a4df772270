import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CLAIM_FIELDS } from '../../../shared/claim.ts';
import { COLUMNS } from '../../../shared/export/columns.ts';
import { csv } from '../../../shared/export/csv.ts';
import { disarmed, rearmed } from '../../../shared/export/disarmed.ts';
import type { Edition } from '../../../shared/export/format.ts';
import { richEdition, toldOf } from '../../support/edition.ts';
import { exportContract, type Written } from '../../support/export-contract.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { hostileEdition } from '../../support/hostile-edition.ts';
import { describeWith, readMaterial } from '../../support/material.ts';

/** Reads RFC 4180 strictly: records end in CRLF, a quote inside quotes is doubled, nothing follows a closing quote. */
const recordsIn = (written: Written): readonly (readonly string[])[] => {
  const text = String(written);
  assert.equal(text[0], '\ufeff');
  const records: string[][] = [];
  let record: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  cell.lastIndex = 1;
  while (cell.lastIndex < text.length) {
    const [, quoted, bare, end] = cell.exec(text) ?? assert.fail(`not a cell: ${text.slice(0, 80)}`);
    record.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') {
      records.push(record);
      record = [];
    }
  }
  assert.deepEqual(record, []);
  return records;
};

const rowsIn = (edition: Edition): ReadonlyMap<string, Readonly<Record<string, string>>> => {
  const [head = [], ...rows] = recordsIn(csv.write(edition));
  return new Map(
    rows.map((row) => [row[0] ?? '', Object.fromEntries(row.map((value, at) => [head[at], rearmed(value)]))]),
  );
};

const STARTS_A_FORMULA = /^[\s\p{Z}\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

const disarms = (text: string, expected: string): void => {
  it(`makes ${JSON.stringify(text)} ${JSON.stringify(expected)}, and back`, () => {
    assert.equal(disarmed(text), expected);
    assert.equal(rearmed(expected), text);
  });
};

describe('the CSV export', () => {
  exportContract(csv, (written) => recordsIn(written).flatMap((record) => record.map(rearmed)));

  it('has as many cells in every row as there are columns, and the fields of a claim among them', () => {
    const records = recordsIn(csv.write(richEdition()));
    for (const record of records) assert.equal(record.length, COLUMNS.length);
    for (const field of Object.values(CLAIM_FIELDS)) assert.ok(records[0]?.includes(field.label), field.label);
    assert.equal(new Set(records[0]).size, COLUMNS.length, 'two columns of one name');
  });

  it('has a row a claim, in the order of the text, without those withdrawn', () => {
    const ids = ['title', 'said', 'share', 'arabic', 'cafe', 'lines', 'rover', 'founded', 'best', 'caption', 'gone'];
    assert.deepEqual([...rowsIn(richEdition()).keys()], ids);
    assert.match(toldOf(csv, richEdition()), /1 withdrawn claim\b/);
    assert.match(toldOf(csv, richEdition()), /2 threads of the discussion, .*2 suggested corrections/);
  });

  it('says all there is to know of a claim', () => {
    const cells = Object.entries(rowsIn(richEdition()).get('share') ?? {}).filter(([, cell]) => cell !== '');
    assert.deepEqual(Object.fromEntries(cells), {
      Claim: 'share',
      Words: '80 percent of the moon is cheese',
      'Words as marked': '80 percent of the moon is cheese',
      Anchor: 'exact',
      Start: '54',
      End: '86',
      Paragraph: '1',
      Statement: '80 percent of the moon consists of cheese.',
      Type: 'Statistic',
      'Who said it': 'Ada Minister, citing Dairy Board, of Moon samples',
      'Said on': '2026-02',
      Outcome: 'False',
      Scale: 'truth@1',
      'Outcome by': 'All agree',
      Work: 'Open',
      'Verdict by': 'Una Öberg',
      'Verdict at': '2026-03-01T09:42:00.000Z',
      'Rationale as signed': 'No sample holds any cheese: 0 of 382 kg.\nThe study counted craters.',
      Rationale: 'No sample holds any cheese: 0 of 382 kg.\nThe study counted craters.',
      Sources: '2',
      'Independent sources for it': '1',
      'Independent sources against it': '1',
      'Source titles': 'The page 0\nThe dataset 2',
      'Source addresses': 'https://board.example/study?a=1&b=2',
      Evidence: [
        'Supports: The page 0, https://board.example/study?a=1&b=2: “80 % of it is”. Table 2',
        'Refutes: The dataset 2: “cheese: 0 of 382 kg”. Not one sample',
        'Context: The page 0, https://board.example/study?a=1&b=2',
      ].join('\n'),
      'Evidence versions': 'e1#0 e2#1 e3#0',
      'Marked by': 'Ben Ito',
      'Marked at': '2026-03-01T09:03:00.000Z',
      Address: 'https://touchstone.example/articles/moon#claim-share',
      'Article version': '81',
      'Exported at': '2026-03-02T10:00:00.000Z',
    });
  });

  it('says who decided, checked and signed, and why it was reopened', () => {
    const [lines, said] = ['lines', 'said'].map((claim) => rowsIn(richEdition()).get(claim));
    assert.deepEqual(
      [lines?.Outcome, lines?.['Outcome by'], lines?.Rationale],
      ['False', 'The lead decided', 'There is one line.'],
    );
    assert.deepEqual([said?.Work, said?.['Reopened by']], ['Reopened', 'The tape was cut.']);
    assert.deepEqual([said?.['First check'], said?.['Second check'], said?.Signed], ['Una Öberg', '', 'cleo']);
  });

  it('flags a verdict whose words changed, and shows both wordings', () => {
    const rover = rowsIn(richEdition()).get('rover');
    assert.equal(rover?.Stale, 'The words changed after this verdict');
    assert.deepEqual([rover?.Anchor, rover?.Words], ['changed', 'The rover weighed 950 kilograms.']);
    assert.equal(rover?.['Words as marked'], 'The rover weighed 900 kilograms.');
  });

  it('has no place for a claim whose words are gone, but its quote', () => {
    const gone = rowsIn(richEdition()).get('gone');
    assert.deepEqual([gone?.Anchor, gone?.Words, gone?.Start, gone?.End], ['orphaned', '', '', '']);
    assert.equal(gone?.['Words as marked'], 'It never came back.');
  });

  it('lets no cell but a number begin a formula, under any separator', () => {
    for (const record of recordsIn(csv.write(hostileEdition(HOSTILE))))
      for (const cell of record)
        for (const part of cell.split(';')) assert.doesNotMatch(part, STARTS_A_FORMULA, JSON.stringify(cell));
  });
});

describe('a disarmed text', () => {
  disarms('=1+1', "'=1+1");
  disarms(' -5', "' -5");
  disarms('\t=1', "'\t'=1");
  disarms('\rx', "'\rx");
  disarms("'=1", "''=1");
  disarms("''", "''");
  disarms("'tis so", "'tis so");
  disarms('＝1', "'＝1");
  disarms('\ufeff\u200b@x', "'\ufeff\u200b@x");
  disarms('a;=b', "a;'=b");
  disarms('5 - 3 = 2', '5 - 3 = 2');
  disarms('a@b.example', 'a@b.example');

  it('gives back every text that went in', () => {
    const piece = fc.oneof(
      fc.constantFrom(..."'=+-@\t\r\n; ＝\u00a0\u200bDa"),
      fc.constantFrom('DDE ("', "';'"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        assert.equal(rearmed(disarmed(text)), text);
        assert.doesNotMatch(disarmed(text), STARTS_A_FORMULA);
      }),
      { numRuns: 2_000 },
    );
  });

  describeWith('06-hostile/open/csv_injection.txt', 'of the reference material', () => {
    for (const line of readMaterial('06-hostile/open/csv_injection.txt').split('\n').filter(Boolean))
      it(`${line} begins with an apostrophe and comes back`, () => {
        assert.equal(disarmed(line), `'${line}`);
        assert.equal(rearmed(disarmed(line)), line);
      });
  });
});
