import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '../../server/import/docx/docx-reader.ts';
import { type Element, elementsIn, readXml, textIn } from '../../server/import/xml.ts';
import { csv } from '../../shared/export/csv.ts';
import { docx } from '../../shared/export/docx.ts';
import type { Edition } from '../../shared/export/format.ts';
import { standings } from '../../shared/export/standing.ts';
import { xlsx } from '../../shared/export/xlsx.ts';
import { collapsed } from '../../shared/text.ts';
import { readWordFile } from '../support/a-word-file.ts';
import { readWorkbook } from '../support/a-workbook.ts';
import { aZip } from '../support/a-zip.ts';
import { broughtBack } from '../support/brought-back.ts';
import { richEdition } from '../support/edition.ts';
import type { Written } from '../support/export-contract.ts';
import { HOSTILE } from '../support/hostile.ts';
import { hostileEdition } from '../support/hostile-edition.ts';
import { material, readMaterial } from '../support/material.ts';

/** What would be a formula, were it let: the list of the reference material where it is at hand, and our own. */
const INJECTIONS = [
  ...HOSTILE.filter((text) => text.trim() !== ''),
  ...(existsSync(material('06-hostile/open/csv_injection.txt'))
    ? readMaterial('06-hostile/open/csv_injection.txt').split('\n').filter(Boolean)
    : []),
];

/** What comes with `npm ci --prefix bench`, by its command there. */
const PACKAGED = (name: 'mammoth' | 'ooxml-validator'): string =>
  join(import.meta.dirname, '../../bench/node_modules/.bin', name);

const PROGRAMS = { soffice: 'libreoffice-writer and libreoffice-calc', pandoc: 'pandoc' } as const;

/** Reads CSV as a spreadsheet that evaluates whatever it can. */
const EVALUATING = 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1,true';

const below = (element: Element): readonly Element[] => elementsIn(element).flatMap((each) => [each, ...below(each)]);

const wordsIn = (element: Element): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'line-break' ? '\n' : wordsIn(child)))
    .join('');

describe('what other programs read in the files for offices', function () {
  this.timeout(600_000);
  let folder = '';

  before(() => {
    for (const [program, from] of Object.entries(PROGRAMS))
      if (spawnSync(program, ['--version']).error)
        throw new Error(`"${program}" is missing, and without it nothing of this is shown: apt-get install ${from}`);
    if (!existsSync(PACKAGED('ooxml-validator')) || !existsSync(PACKAGED('mammoth')))
      throw new Error('The validator of Office Open XML and mammoth are missing: npm ci --prefix bench');
    folder = mkdtempSync(join(tmpdir(), 'office-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const saved = (name: string, written: Written): string => {
    const path = join(folder, name);
    if (typeof written === 'string' || written instanceof Uint8Array) writeFileSync(path, written);
    else
      writeFileSync(
        path,
        aZip(written.parts.map((part) => ({ name: part.path, data: 'content' in part ? part.content : '' }))),
      );
    return path;
  };

  const inLibreOffice = (path: string, as: string, ...filter: readonly string[]): string => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      'soffice',
      [profile, '--headless', ...filter, '--convert-to', as, '--outdir', join(folder, 'out'), path],
      { stdio: 'pipe' },
    );
    return join(
      folder,
      'out',
      path
        .split('/')
        .at(-1)!
        .replace(/\.\w+$/, `.${as}`),
    );
  };

  const opened = async (path: string): Promise<Element> =>
    readXml(
      (async function* () {
        yield readFileSync(path);
      })(),
    );

  /** The cells of all sheets: how many have a formula, and the texts. */
  const cellsIn = async (path: string): Promise<{ readonly formulas: number; readonly texts: ReadonlySet<string> }> => {
    const cells = below(await opened(path)).filter(({ name }) => name === 'table-cell');
    return {
      formulas: cells.filter(({ attributes }) => attributes.formula !== undefined).length,
      texts: new Set(cells.map((each) => collapsed(elementsIn(each, 'p').map(wordsIn).join('\n')))),
    };
  };

  const hostile = (): Edition => hostileEdition(INJECTIONS);

  it('has no formula in LibreOffice in a workbook of texts that would be some, nor in the CSV that LibreOffice saves of it', async () => {
    const path = saved('hostile.xlsx', xlsx.write(hostile()));
    const { formulas, texts } = await cellsIn(inLibreOffice(path, 'fods'));
    assert.equal(formulas, 0);
    assert.ok(texts.size > INJECTIONS.length);
    const again = await cellsIn(inLibreOffice(inLibreOffice(path, 'csv'), 'fods', `--infilter=${EVALUATING}`));
    assert.equal(again.formulas, 0);
  });

  it('has no formula in LibreOffice in our CSV, with every text in its cell', async () => {
    const { formulas, texts } = await cellsIn(
      inLibreOffice(saved('claims.csv', csv.write(hostile())), 'fods', `--infilter=${EVALUATING}`),
    );
    assert.equal(formulas, 0);
    assert.ok(texts.has('Statement') && texts.has("'=1+1"), [...texts].slice(0, 20).join('|'));
  });

  it('sees a formula where there is one', async () => {
    const { formulas } = await cellsIn(
      inLibreOffice(saved('armed.csv', 'a,b\r\n=1+1,2\r\n'), 'fods', `--infilter=${EVALUATING}`),
    );
    assert.equal(formulas, 1);
  });

  it('has every text of a workbook in LibreOffice', async () => {
    const written = xlsx.write(richEdition());
    const { texts } = await cellsIn(inLibreOffice(saved('rich.xlsx', written), 'fods'));
    for (const { rows } of await readWorkbook(written))
      for (const { type, value } of rows.flatMap((row) => Object.values(row)))
        if (type === 'text') assert.ok(texts.has(collapsed(String(value))), JSON.stringify(value));
  });

  it('has the same comments in LibreOffice, by the same people, with the same words and changes', async () => {
    const written = docx.write(richEdition());
    const { comments } = await readWordFile(written);
    const root = below(await opened(inLibreOffice(saved('rich.docx', written), 'fodt')));
    const found = root
      .filter(({ name }) => name === 'annotation')
      .map((each) => [
        textIn(elementsIn(each, 'creator')[0]!),
        collapsed(elementsIn(each, 'p').map(wordsIn).join(' ')),
        each.attributes.resolved === 'true',
      ]);
    const expected = comments.map(({ author, lines, isDone }) => [author, collapsed(lines.join(' ')), isDone]);
    assert.deepEqual(found.toSorted(), expected.toSorted());
    const changes = root.filter(({ name }) => name === 'insertion' || name === 'deletion');
    assert.deepEqual(changes.map(({ name }) => name).toSorted(), ['deletion', 'insertion']);
  });

  it('has the same comments in pandoc', async () => {
    const written = docx.write(richEdition());
    const { comments } = await readWordFile(written);
    const json = execFileSync('pandoc', [
      '--track-changes=all',
      '-t',
      'json',
      saved('pandoc.docx', written),
    ]).toString();
    const found: (string | undefined)[][] = [];
    JSON.parse(json, (_, value) => {
      const [, classes, pairs] = value?.t === 'Span' ? value.c[0] : [];
      const facts = Object.fromEntries(pairs ?? []);
      if (classes?.includes('comment-start')) found.push([facts.id, facts.author, facts.date]);
      return value;
    });
    assert.deepEqual(found.toSorted(), comments.map(({ id, author, date }) => [id, author, date]).toSorted());
  });

  it('still has the same claims when LibreOffice opened the Word file and saved it as one', async () => {
    const edition = richEdition();
    const path = inLibreOffice(saved('again.docx', docx.write(edition)), 'docx');
    const back = broughtBack(await read({ file: readFileSync(path), clean: true }, () => {}));
    const told = (article: Edition['article']) =>
      standings(article).flatMap(({ claim, at }) =>
        at ? [[at.words, claim.statement, claim.kind, claim.attribution.length]] : [],
      );
    assert.deepEqual(told(back), told(edition.article));
  });

  /** What the validator of the Open XML SDK finds wrong by the schemas of ECMA-376 and of Office since, as `where: what`. */
  const faultsIn = (path: string): readonly string[] =>
    ['Office2007', 'Office2013', 'Microsoft365'].flatMap((version) => {
      const { stdout } = spawnSync(PACKAGED('ooxml-validator'), [path, '--officeVersion', version]);
      const { errors } = JSON.parse(stdout.toString()) as { errors: readonly { path: string; description: string }[] };
      return errors.map(({ path: where, description }) => `${version} ${JSON.stringify(where)}: ${description}`);
    });

  for (const [name, edition] of [
    ['all that an article can hold', richEdition],
    ['texts that would be something else, were they let', hostile],
  ] as const)
    it(`is valid by the schemas of Office Open XML with ${name}`, () => {
      assert.deepEqual(faultsIn(saved('valid.docx', docx.write(edition()))), []);
      assert.deepEqual(faultsIn(saved('valid.xlsx', xlsx.write(edition()))), []);
    });

  it('is not valid by the schemas with an element or an attribute that they do not have', () => {
    const written = docx.write(richEdition());
    assert.ok(typeof written !== 'string' && 'parts' in written);
    const broken = (from: string, to: string): Written => ({
      ...written,
      parts: written.parts.map((part) =>
        part.path === 'word/document.xml' && 'content' in part
          ? { ...part, content: Buffer.from(Buffer.from(part.content).toString().replace(from, to)) }
          : part,
      ),
    });
    assert.ok(faultsIn(saved('element.docx', broken('<w:body>', '<w:body><w:nothing/>'))).length > 0);
    assert.ok(faultsIn(saved('attribute.docx', broken('<w:body>', '<w:body w:nothing="1">'))).length > 0);
  });

  it('has the same comments in mammoth', async () => {
    const written = docx.write(richEdition());
    const { comments } = await readWordFile(written);
    const map = join(folder, 'comments.map');
    writeFileSync(map, 'comment-reference => sup');
    const html = execFileSync(PACKAGED('mammoth'), [saved('mammoth.docx', written), `--style-map=${map}`]).toString();
    const found = [...html.matchAll(/<dt id="comment-(\d+)">.*?<\/dt><dd>(.*?)<\/dd>/gs)].map(([, id, said = '']) => [
      id,
      collapsed(
        said
          .replace(/<a href="#comment-ref-\d+">.*?<\/a>/g, '')
          .replace(/<[^>]+>/g, ' ')
          .replace(/&amp;/g, '&')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"'),
      ),
    ]);
    assert.deepEqual(found.toSorted(), comments.map(({ id, lines }) => [id, collapsed(lines.join(' '))]).toSorted());
  });
});
