import assert from 'node:assert/strict';
import { elementAt, elementsIn } from '../../../server/import/xml.ts';
import { wordsOf } from '../../../shared/article.ts';
import { docx } from '../../../shared/export/docx.ts';
import { create, schema } from '../../../shared/schema.ts';
import { type ReadComment, type ReadWordFile, readWordFile, unpictured } from '../../support/a-word-file.ts';
import { paragraph, richEdition, toldOf, verdict, type Writing, writing } from '../../support/edition.ts';
import { exportContract } from '../../support/export-contract.ts';

const written = (log: Writing): Promise<ReadWordFile> => readWordFile(docx.write(log.edition()));

const claimComment = ({ comments }: ReadWordFile, claim: string): ReadComment =>
  comments.find(({ lines }) => lines.at(-1)?.endsWith(`#claim-${claim}`)) ?? assert.fail(`no comment for ${claim}`);

const words = (exact: string) => ({ quote: { exact, prefix: '', suffix: '' } });

describe('the DOCX export', () => {
  exportContract(docx, async (file) => (await readWordFile(file)).runs.map(unpictured));

  it('has every claim as a comment on its very words, nested and overlapping ones too', async () => {
    const edition = richEdition();
    const file = await readWordFile(docx.write(edition));
    const standing = [...edition.article.claims.keys()].filter((id) => !['head', 'gone'].includes(id));
    for (const id of standing) assert.equal(claimComment(file, id).words, wordsOf(edition.article, id), id);
    const over = await written(
      writing('T', [paragraph('one two three four')])
        .mark('una', 'a', 'one two three', {})
        .mark('ben', 'b', 'two three four', {}),
    );
    assert.deepEqual(
      ['a', 'b'].map((id) => claimComment(over, id).words),
      ['one two three', 'two three four'],
    );
  });

  it('says of a claim what it states, who said it, what it came to and why, and on which evidence', async () => {
    const { lines, author, date } = claimComment(await readWordFile(docx.write(richEdition())), 'share');
    assert.deepEqual([author, date], ['Ben Ito', '2026-03-01T09:03:00Z']);
    assert.deepEqual(lines, [
      'Claim: 80 percent of the moon consists of cheese.',
      'Type: Statistic',
      'Who said it: Ada Minister (Kind: Person; Role: minister of the moon; Verb: said; Place: Berlin)',
      'Who said it: Dairy Board (Kind: Organisation; Verb: citing; Date: 2025-11)',
      'Who said it: Moon samples (Kind: Data set; Verb: of)',
      'Said on: 2026-02',
      'Outcome: False (Five-point truth scale, version 1), All agree',
      'Why: No sample holds any cheese: 0 of 382 kg.\nThe study counted craters.',
      'Evidence: Supports',
      'Source: The page 0 (Kind: Web page; Publisher: Dairy Board; Date: 2025; Primary or secondary: Primary)',
      'Address: https://board.example/study?a=1&b=2',
      'Passage: 80 %\nof it is',
      'Note: Table 2',
      'Evidence: Refutes (revision 1)',
      'Source: The dataset 2 (Kind: Data set; Publisher: Dairy Board; Date: 2025; Primary or secondary: Primary)',
      'Passage: cheese: 0 of 382 kg',
      'Note: Not one sample',
      'Evidence: Context',
      'Source: The page 0 (Kind: Web page; Publisher: Dairy Board; Date: 2025; Primary or secondary: Primary)',
      'Address: https://board.example/study?a=1&b=2',
      'Work: Open',
      'https://touchstone.example/articles/moon#claim-share',
    ]);
  });

  it('names the claim that another is part of or says again by what it states, and where it is', async () => {
    const { comments } = await written(
      writing('T', [paragraph('Some words, and more words, and some.')])
        .mark('una', 'c', 'Some words', { statement: 'Words\nwere said.' })
        .mark('una', 'd', 'more words', { parent: 'c' })
        .mark('una', 'e', 'and some', { sameAs: 'd' }),
    );
    assert.deepEqual(
      comments.map(({ lines }) => lines[1]),
      [
        'Work: Open',
        'Part of: Words were said. (https://touchstone.example/articles/moon#claim-c)',
        'Same as: more words (https://touchstone.example/articles/moon#claim-d)',
      ],
    );
  });

  it('has the discussion of a claim as answers to it, that of words as comments on them, in the names of who wrote them', async () => {
    const file = await readWordFile(docx.write(richEdition()));
    const share = claimComment(file, 'share');
    const answers = file.comments.filter((each) => each.answers === share.id);
    assert.deepEqual(
      answers.map(({ author, lines, isDone }) => [author, lines, isDone]),
      [
        ['Una Öberg', ['Which study, @Ben Ito?'], true],
        ['Ben Ito', ['The one of 2025.'], true],
      ],
    );
    for (const each of answers) assert.equal(each.words, share.words);
    const onWords = file.comments.find(({ words: on }) => on === 'Nobody asked why');
    assert.deepEqual(
      [onWords?.author, onWords?.date, onWords?.lines],
      ['Eve Writer', '2026-01-02T03:04:00Z', ['Say who asked.']],
    );
  });

  it('keeps threads about one claim apart, and is done when the claim is signed', async () => {
    const log = writing('T', [paragraph('Some words.')])
      .mark('una', 'c', 'Some words', {})
      .act('una', verdict('v', 'c', 'true', ''))
      .act('una', { kind: 'thread.open', thread: 't', claim: 'c', message: 'm', text: 'First?\nReally?', mentions: [] })
      .act('ben', { kind: 'thread.open', thread: 'u', claim: 'c', message: 'n', text: 'Second?', mentions: [] })
      .act('una', { kind: 'work.move', claim: 'c', move: 'ready' })
      .act('ben', { kind: 'work.move', claim: 'c', move: 'first' })
      .act('cleo', { kind: 'work.move', claim: 'c', move: 'sign' });
    const { comments } = await written(log);
    assert.deepEqual(
      comments.map(({ lines, isDone, answers }) => [lines.slice(0, 2), isDone, answers]),
      [
        [
          ['Claim: (in the words of the article)', 'Outcome: True (Five-point truth scale, version 1), All agree'],
          true,
          undefined,
        ],
        [['First?', 'Really?'], false, '0'],
        [['Another thread:', 'Second?'], false, '0'],
      ],
    );
  });

  it('has corrections as tracked changes that give the corrected text, their reasons beside them', async () => {
    const log = writing('T', [paragraph('The cafe sells 5 cheeses and milk.'), paragraph('It is old.')])
      .mark('una', 'c', 'sells 5', {})
      .act('ben', {
        kind: 'correction.suggest',
        correction: 'k',
        ...words('5 cheeses'),
        to: '6 cheeses',
        why: 'Counted',
      })
      .act('ben', { kind: 'correction.suggest', correction: 'l', ...words(' and milk'), to: '', why: '' })
      .act('una', { kind: 'correction.suggest', correction: 'm', ...words('cheeses'), to: 'cakes', why: '' });
    const { before, after, comments } = await written(log);
    assert.equal(before, 'T\nThe cafe sells 5 cheeses and milk.\nIt is old.');
    assert.equal(after, 'T\nThe cafe sells 6 cheeses.\nIt is old.');
    const said = comments.map(({ lines, words: on }) => [lines[0], on]);
    assert.deepEqual(said[0], ['Claim: (in the words of the article)', 'sells 5']);
    assert.deepEqual(said.slice(1), [
      ['Why this correction: Counted', '5 cheeses'],
      ['Suggested correction: “cheeses” → “cakes”', 'cheeses'],
    ]);
  });

  it('loses no claim whose words are gone: it is told at the end, with the versions of article and scale', async () => {
    const { body, comments } = await readWordFile(docx.write(richEdition()));
    const told = elementAt(body, 'sdt', 'sdtContent');
    const { runs } = { runs: elementsIn(told, 'p').map((each) => JSON.stringify(each)) };
    const has = (text: string): boolean => runs.some((each) => each.includes(JSON.stringify(text).slice(1, -1)));
    for (const text of [
      '“It never came back.”',
      'The rover did not return.',
      '81',
      'Five-point truth scale, version 1',
      '2026-03-02T10:00:00.000Z',
    ])
      assert.ok(has(text), text);
    assert.ok(!comments.some(({ lines }) => lines.at(-1)?.endsWith('#claim-gone')));
  });

  it('keeps headings, lists in lists, quotations, tables, captions, links and marks, each in a style that Word knows', async () => {
    const item = (...content: Parameters<typeof create>[2]) => create('list_item', null, content);
    const cell = (name: string, text: string, attrs = {}) =>
      create(name, { colspan: 1, rowspan: 1, ...attrs }, [paragraph(text)]);
    const log = writing('T', [
      create('heading', { level: 3 }, [schema.text('Head')]),
      create('ordered_list', { start: 4 }, [
        item(paragraph('four'), create('bullet_list', null, [item(paragraph('in'))]), paragraph('more')),
      ]),
      create('table', null, [
        create('table_row', null, [cell('table_header', 'a', { colspan: 2 }), cell('table_header', 'b')]),
        create('table_row', null, [
          cell('table_cell', 'c', { rowspan: 2 }),
          cell('table_cell', 'd'),
          cell('table_cell', 'e'),
        ]),
        create('table_row', null, [cell('table_cell', 'f'), cell('table_cell', 'g')]),
      ]),
      create('horizontal_rule', null, []),
      paragraph('القمر moon'),
      create('paragraph', null, [
        schema.text('x', [schema.mark('strong'), schema.mark('link', { href: 'https://a.example/' })]),
        schema.text('y', [schema.mark('code')]),
      ]),
    ]);
    const { body, before } = await written(log);
    assert.equal(before, 'T\nHead\nfour\nin\nmore\na\nb\nc\nd\ne\nf\ng\nالقمر moon\nxy');
    const styles = elementsIn(body, 'p').map((each) => elementAt(each, 'pPr', 'pStyle')?.attributes.val);
    assert.deepEqual(styles.slice(0, 5), ['Title', 'Heading2', 'ListParagraph', 'ListParagraph', 'ListParagraph']);
    const rows = elementsIn(elementAt(body, 'tbl'), 'tr').map((row) => elementsIn(row, 'tc').length);
    assert.deepEqual(rows, [2, 3, 3]);
    const rightToLeft = elementsIn(body, 'p').filter((each) => elementAt(each, 'pPr', 'bidi'));
    assert.equal(rightToLeft.length, 1);
  });

  it('tells what it has no place for', () => {
    assert.match(toldOf(docx, richEdition()), /^DOCX has no place for: 1 withdrawn claim, .*3 contact logs/);
  });
});
