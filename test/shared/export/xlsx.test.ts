import assert from 'node:assert/strict';
import { elementAt } from '../../../server/import/xml.ts';
import { disarmed, rearmed } from '../../../shared/export/disarmed.ts';
import type { Edition } from '../../../shared/export/format.ts';
import { CELL_LIMIT } from '../../../shared/export/xlsx/cells.ts';
import { mayBeCut } from '../../../shared/export/xlsx/may-be-cut.ts';
import { tablesOf } from '../../../shared/export/xlsx/tables.ts';
import { xlsx } from '../../../shared/export/xlsx.ts';
import { type ReadCell, type ReadSheet, readWorkbook } from '../../support/a-workbook.ts';
import { evidence, paragraph, richEdition, toldOf, verdict, writing } from '../../support/edition.ts';
import { exportContract, type Written } from '../../support/export-contract.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { hostileEdition } from '../../support/hostile-edition.ts';

const sheetsIn = async (edition: Edition): Promise<ReadonlyMap<string, ReadSheet>> =>
  new Map((await readWorkbook(xlsx.write(edition))).map((sheet) => [sheet.name, sheet]));

const rowIn = (sheet: ReadSheet | undefined, key: string): Readonly<Record<string, ReadCell>> =>
  sheet?.rows.find((row) => row[sheet.heads[0] ?? '']?.value === key) ?? assert.fail(`no row ${key}`);

const distinctTexts = async (written: Written): Promise<readonly string[]> => {
  const cells = (await readWorkbook(written)).flatMap(({ rows }) => rows.flatMap((row) => Object.values(row)));
  return [...new Set(cells.filter(({ type }) => type === 'text').map(({ value }) => String(value)))];
};

const textsIn = async (written: Written): Promise<readonly string[]> => (await distinctTexts(written)).map(rearmed);

describe('the XLSX export', () => {
  exportContract(xlsx, textsIn);

  it('has a row a claim on its first sheet, and a sheet for all that stands behind', async () => {
    const sheets = await sheetsIn(richEdition());
    assert.deepEqual(
      [...sheets].map(([name, { rows }]) => [name, rows.length]),
      [
        ...[
          ['Claims', 11],
          ['Evidence', 15],
          ['Verdicts', 10],
          ['Contacts', 3],
          ['Questions and answers', 3],
        ],
        ...[
          ['Attempts', 1],
          ['Sources', 9],
          ['Who said it', 7],
          ['Discussion', 3],
          ['Corrections', 2],
          ['About', 12],
        ],
      ],
    );
    const refuting = rowIn(sheets.get('Evidence'), 'e2');
    assert.deepEqual(
      ['Claim', 'Stance', 'Passage', 'Note', 'Version'].map((label) => refuting[label]?.value),
      ['share', 'Refutes', 'cheese: 0 of 382 kg', 'Not one sample', 1],
    );
  });

  it('has numbers as numbers, moments and days as dates, years as they were given, addresses as links', async () => {
    const sheets = await sheetsIn(richEdition());
    const said = rowIn(sheets.get('Claims'), 'said');
    assert.deepEqual(said.Start, { value: 36, type: 'number' });
    // 27 February 2026 is day 46,080 of the 1900 date system.
    assert.deepEqual(said['Said on'], { value: 46_080, type: 'date' });
    assert.deepEqual(rowIn(sheets.get('Claims'), 'share')['Said on'], { value: '2026-02', type: 'text' });
    const marked = said['Marked at'];
    assert.equal(marked?.type, 'date');
    assert.equal(Math.round((Number(marked?.value) - 46_082) * 1_440), 9 * 60 + 2);
    const source = rowIn(sheets.get('Sources'), 's-page');
    assert.equal(source.Address?.link, 'https://board.example/study?a=1&b=2');
    assert.equal(rowIn(sheets.get('Sources'), 's-document').Address?.link, undefined, 'mail is no page');
  });

  it('has no cell that is a formula, and none that becomes one when it is saved as CSV', async () => {
    for (const text of await distinctTexts(xlsx.write(hostileEdition(HOSTILE))))
      assert.equal(disarmed(rearmed(text)), text);
  });

  it('keeps its heads in sight, filters by them, and runs from right to left where the article does', async () => {
    const views = async (words: string): Promise<unknown> => {
      const sheets = await sheetsIn(
        writing(words, [paragraph('Some.')])
          .mark('una', 'c', 'Some.')
          .edition(),
      );
      const root = sheets.get('Claims')?.root;
      assert.equal(elementAt(root, 'sheetViews', 'sheetView', 'pane')?.attributes.state, 'frozen');
      assert.match(elementAt(root, 'autoFilter')?.attributes.ref ?? '', /^A1:[A-Z]+2$/);
      return elementAt(root, 'sheetViews', 'sheetView')?.attributes.rightToLeft;
    };
    assert.equal(await views('abc'), undefined);
    assert.equal(await views('«القمر» moon'), '1');
  });

  it('never takes a workbook for one without a cell that is too long, by what is written about one claim, when it has one', () => {
    // Each is under the limit by itself; a cell puts several of them together.
    const pieces = Array.from({ length: 5 }, (_, index) => `e${index}`);
    const edition = pieces
      .reduce(
        (log, id) => log.act('una', evidence(id, 'c', 's', { stance: 'supports', passage: 'x'.repeat(9_000) })),
        writing('T', [paragraph('Some words.')])
          .mark('una', 'c', 'Some words')
          .act('una', { kind: 'source.add', source: 's', fields: { title: 'S' } }),
      )
      .edition();
    assert.ok(mayBeCut(edition));
    assert.match(toldOf(xlsx, edition), /1 text longer than/);
    assert.equal(mayBeCut(richEdition()), false);
    for (const each of [richEdition(), edition]) {
      const longest = Math.max(
        ...tablesOf(each).flatMap(({ rows }) => rows.flat().map((value) => String(value).length)),
      );
      assert.ok(longest <= CELL_LIMIT || mayBeCut(each), `${longest}`);
    }
  });

  it('cuts what is longer than a cell, says so there, and tells it as a loss', async () => {
    const long = 'x'.repeat(40_000);
    const edition = writing('T', [paragraph('Some words.')])
      .mark('una', 'c', 'Some', {})
      .edition();
    const rationale = { ...edition.article.claims.get('c')!, statement: long };
    const claims = new Map([['c', rationale]]);
    const longer = { ...edition, article: { ...edition.article, claims } };
    const { value } = rowIn((await sheetsIn(longer)).get('Claims'), 'c').Statement ?? {};
    assert.deepEqual([String(value).length, String(value).slice(-5)], [32_767, 'x […]']);
    assert.match(toldOf(xlsx, longer), /1 text longer than the 32,767 characters/);
    assert.doesNotMatch(toldOf(xlsx, edition), /longer/);
  });

  it('says which version of the article, the scale and the evidence it holds', async () => {
    const edition = writing('T', [paragraph('Some words.')])
      .mark('una', 'c', 'Some', {})
      .act('una', { kind: 'source.add', source: 's', fields: { title: 'S' } })
      .act('una', evidence('e', 'c', 's', { stance: 'supports' }))
      .act('una', verdict('v', 'c', 'true', ''))
      .edition();
    const sheets = await sheetsIn(edition);
    assert.equal(rowIn(sheets.get('About'), 'Article version').Value?.value, 5);
    assert.match(String(rowIn(sheets.get('About'), 'Scale truth@1').Value?.value), /version 1: .*True \(5\)/);
    assert.equal(rowIn(sheets.get('Verdicts'), 'v')['Evidence judged']?.value, 'e#0');
  });
});
