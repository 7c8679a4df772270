import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { verifiedJson } from '../../server/bundle/verified.ts';
import { verifiedBundle } from '../../server/bundle/verified-bundle.ts';
import { read } from '../../server/import/docx/docx-reader.ts';
import { openZip } from '../../server/import/zip.ts';
import { zipped } from '../../server/zipped.ts';
import { type Article, wordsOf } from '../../shared/article.ts';
import { brat } from '../../shared/export/brat.ts';
import { bundle } from '../../shared/export/bundle.ts';
import { csl } from '../../shared/export/csl.ts';
import { csv } from '../../shared/export/csv.ts';
import { rearmed } from '../../shared/export/disarmed.ts';
import { docx } from '../../shared/export/docx.ts';
import type { Archive, Edition } from '../../shared/export/format.ts';
import { html } from '../../shared/export/html.ts';
import { json } from '../../shared/export/json.ts';
import { jsonl } from '../../shared/export/jsonl.ts';
import { markdown } from '../../shared/export/markdown.ts';
import { standings } from '../../shared/export/standing.ts';
import { xlsx } from '../../shared/export/xlsx.ts';
import { evidenceOf } from '../../shared/outcome.ts';
import { collapsed } from '../../shared/text.ts';
import { readWordFile } from './a-word-file.ts';
import { readWorkbook } from './a-workbook.ts';
import { aZip } from './a-zip.ts';
import { readStandoff } from './brat.ts';
import { broughtBack } from './brought-back.ts';
import { cslSchema } from './csl-schema.ts';
import { elementsOf, errorsIn, wordsIn } from './page-texts.ts';
import { hasPython, python } from './python.ts';

type Findings = readonly string[];

const statementsOf = ({ article }: Edition): readonly string[] =>
  standings(article).map(({ claim }) => claim.statement);

const differs = (says: string, found: unknown, expected: unknown): Findings =>
  JSON.stringify(found) === JSON.stringify(expected) ? [] : [says];

const contentOf = (archive: Archive, path: string): string => {
  const part = archive.parts.find((each) => each.path === path);
  return part && 'content' in part ? String(part.content) : '';
};

const inXlsx = async (edition: Edition): Promise<Findings> => {
  const sheet = (await readWorkbook(xlsx.write(edition))).find(({ name }) => name === 'Claims');
  const found = sheet?.rows.map((row) => rearmed(String(row.Statement?.value ?? '')));
  return differs('xlsx: other statements', found, statementsOf(edition));
};

/** The claims of an article by their words, each with what is cited for it. */
const citedIn = (article: Article) =>
  standings(article).map(({ claim }) => [
    wordsOf(article, claim.id),
    claim.statement,
    claim.attribution,
    evidenceOf(article, claim.id)
      .map(({ source, stance, passage }) => JSON.stringify([article.sources.get(source)?.url, stance, passage]))
      .sort(),
  ]);

const inDocx = async (edition: Edition): Promise<Findings> => {
  const written = docx.write(edition);
  await readWordFile(written); // refuses what breaks the standard
  const files = (written as Archive).parts.map((part) => ({
    name: part.path,
    data: 'content' in part ? part.content : '',
  }));
  const back = broughtBack(await read({ file: aZip(files), clean: true }, () => {}));
  return differs('docx: other claims once it is brought back', citedIn(back), citedIn(edition.article));
};

const wordsOfNode = (node: Nodes): string => {
  if ('value' in node) return node.value;
  return 'children' in node
    ? (node.children as readonly Nodes[]).map(wordsOfNode).join(node.type === 'root' ? '\n' : '')
    : '';
};

const inMarkdown = (edition: Edition): Findings => {
  const root = fromMarkdown(String(markdown.write(edition)), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const words = collapsed(wordsOfNode(root));
  return statementsOf(edition).flatMap((each) => (words.includes(collapsed(each)) ? [] : `markdown: not "${each}"`));
};

const inHtml = (edition: Edition): Findings => {
  const page = String(html.write(edition));
  const words = collapsed(
    elementsOf(page)
      .filter(({ tagName }) => tagName === 'main')
      .map(wordsIn)
      .join(' '),
  );
  const missing = statementsOf(edition).filter((each) => !words.includes(collapsed(each)));
  return [...errorsIn(page).map((each) => `html: ${each}`), ...missing.map((each) => `html: not "${each}"`)];
};

const inBrat = (edition: Edition): Findings => {
  const files = brat.write(edition) as Archive;
  const { entities } = readStandoff(contentOf(files, 'article.txt'), contentOf(files, 'article.ann'));
  const claims = entities.filter(({ type }) => type === 'Claim').length;
  return differs('brat: another number of claims', claims, edition.article.claims.size);
};

const inCsl = (): ((edition: Edition) => Findings) => {
  const isValid = cslSchema();
  return (edition) => {
    const items = JSON.parse(String(csl.write(edition)));
    return isValid(items) ? [] : [`csl: ${JSON.stringify(isValid.errors?.[0])}`];
  };
};

/** Every byte is held against what would be written of what was read. */
const inJson = (edition: Edition): Findings => {
  const { entries } = verifiedJson(new TextEncoder().encode(String(json.write(edition))));
  return differs('json: another log', entries, edition.entries.length);
};

const inBundle = async (edition: Edition): Promise<Findings> => {
  const bytes = await buffer(zipped(bundle.write(edition) as Archive, async () => undefined));
  const holds = await verifiedBundle({ zip: await openZip(bytes), bytes: () => Readable.from([bytes]) });
  const again = await buffer(zipped(bundle.write(edition) as Archive, async () => undefined));
  return [
    ...differs('bundle: another log', holds.entries, edition.entries.length),
    ...(bytes.equals(again) ? [] : ['bundle: other bytes the second time']),
  ];
};

const PROGRAM = `
import csv, io, json, sys
found = []
for each in json.load(sys.stdin):
    rows = list(csv.reader(io.StringIO(each["csv"].lstrip("\\ufeff"), newline=""), strict=True))
    if len({len(row) for row in rows}) != 1: found.append("csv: rows of several lengths")
    statement = rows[0].index("Statement")
    # A text that a spreadsheet would take for a formula has an apostrophe before it.
    if [row[statement].removeprefix("'") for row in rows[1:]] != [one.removeprefix("'") for one in each["expected"]]:
        found.append("csv: other statements")
    lines = [json.loads(line) for line in each["jsonl"].split("\\n") if line]
    text = lines[0]["text"]
    for one in lines[1:]:
        if text[one["start"]:one["end"]] != one["exact"]: found.append("jsonl: a span of other words")
    if [one["claim"] for one in lines[1:]] != each["expected"]: found.append("jsonl: other claims")
    for line in each["ann"].split("\\n"):
        if not line.startswith("T"): continue
        _, where, exact = line.split("\\t")
        pieces = [piece.split(" ") for piece in where.split(" ", 1)[1].split(";")]
        if " ".join(each["txt"][int(a):int(b)] for a, b in pieces) != exact: found.append("brat: a span of other words")
print(json.dumps(found))
`;

/** What Python finds wrong with the CSV, the JSON Lines and the brat standoff of editions; nothing where there is no Python. */
export const pythonFindings = (editions: readonly Edition[]): Findings => {
  if (!hasPython()) return [];
  const all = editions.map((edition) => {
    const files = brat.write(edition) as Archive;
    return {
      ...{ csv: csv.write(edition), jsonl: jsonl.write(edition), expected: statementsOf(edition) },
      ...{ txt: contentOf(files, 'article.txt'), ann: contentOf(files, 'article.ann') },
    };
  });
  return JSON.parse(python(PROGRAM, JSON.stringify(all)));
};

/** What is found wrong with an edition in the formats that are not of the web, each read back by a reader that did not write it. */
export const formatFindings = (): ((edition: Edition) => Promise<Findings>) => {
  const cslFindings = inCsl();
  return async (edition) => [
    ...(await inXlsx(edition)),
    ...(await inDocx(edition)),
    ...inMarkdown(edition),
    ...inHtml(edition),
    ...inBrat(edition),
    ...cslFindings(edition),
    ...inJson(edition),
    ...(await inBundle(edition)),
  ];
};
