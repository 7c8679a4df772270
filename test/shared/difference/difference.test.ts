import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { afterSteps, differenceOf, type Row } from '../../../shared/difference/difference.ts';
import { create, schema } from '../../../shared/schema.ts';
import { plainText } from '../../../shared/text.ts';
import { Desk } from '../../support/acting-desk.ts';
import { docOf, write } from '../../support/notation.ts';
import { anyDoc, anyVersions } from '../../support/random-docs.ts';

const taken = (line: string, later: string | Node, isBare = false): string => {
  const desk = new Desk(line);
  const fresh = typeof later === 'string' ? docOf(later) : later;
  const { steps } = differenceOf(desk.article.doc, fresh, { isBare });
  if (steps.length > 0) desk.does('ann', { kind: 'text', target: 'body', steps });
  return write(desk.article);
};

/** A later version, and how the claims stand in it. */
const carries = (says: string, line: string, later: string, expected: string): void => {
  it(says, () => assert.equal(taken(line, later), expected));
};

const shown = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => {
    if (row.kind === 'same') return `${row.blocks}`;
    if ('text' in row) return `${row.kind} ${row.text}`;
    const runs = row.runs.map(({ kind, text }) => ({ same: text, out: `[-${text}-]`, in: `[+${text}+]` })[kind]);
    return `${row.kind} ${runs.join('')}`;
  });

const shows = (says: string, older: string, newer: string, expected: readonly string[]): void => {
  it(says, () => assert.deepEqual(shown(differenceOf(docOf(older), docOf(newer)).rows), expected));
};

const p = (...content: readonly Node[]): Node => create('paragraph', null, content);
const said = (text: string, ...marks: readonly string[]): Node =>
  schema.text(
    text,
    marks.map((mark) => schema.mark(mark)),
  );
const docWith = (...blocks: readonly Node[]): Node => create('doc', null, [create('title', null, []), ...blocks]);
const steps = (older: Node, newer: Node): number => differenceOf(older, newer).steps.length;

describe('the difference between two versions', () => {
  it('makes exactly the newer one of the older one, whatever both are', () => {
    const isMade = (older: Node, newer: Node): void => {
      const after = afterSteps(older, differenceOf(older, newer).steps);
      assert.ok(after?.eq(newer), `${older} → ${newer}: ${after}`);
    };
    fc.assert(fc.property(anyDoc, anyDoc, isMade), { numRuns: 150 });
    fc.assert(
      fc.property(anyVersions, ([older, newer]) => isMade(older, newer)),
      { numRuns: 250 },
    );
  });

  it('is nothing between a text and itself', () => {
    fc.assert(
      fc.property(anyDoc, (doc) => assert.equal(steps(doc, doc), 0)),
      { numRuns: 100 },
    );
    const hollow = docWith(p(), create('credit', null, []), p());
    assert.equal(steps(hollow, hollow), 0, 'blocks without words');
  });

  it('touches no claim but those over the words that changed, whatever words those are', () => {
    const words = fc.array(fc.constantFrom('moon', 'is', 'is', 'far', '80', 'not'), { minLength: 3, maxLength: 12 });
    const texts = fc.array(words, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (paragraphs, whichBlock, whichWord) => {
        const block = whichBlock % paragraphs.length;
        const word = whichWord % paragraphs[block]!.length;
        // Each word is a claim; one of them becomes a word that is nowhere else.
        const line = paragraphs
          .map((each, row) => each.map((text, at) => `[c${row}x${at}:${text}]`).join(' '))
          .join('\n');
        const later = paragraphs
          .map((each, row) => each.map((text, at) => (row === block && at === word ? '1918' : text)).join(' '))
          .join('\n');
        assert.equal(
          taken(line, later),
          line.replace(`[c${block}x${word}:${paragraphs[block]![word]}]`, `[c${block}x${word}~:1918]`),
        );
      }),
      { numRuns: 150 },
    );
  });

  carries(
    'marks exactly the claims over a figure that is another (T4)',
    '[a:almost [b:80] percent] of [c:all targets]\nand [d:80 of them]',
    'almost 18 percent of all targets\nand 80 of them',
    '[a~:almost [b~:18] percent] of [c:all targets]\nand [d:80 of them]',
  );
  carries(
    'keeps a figure in its claim, though words before it went with it',
    'found [c:80 percent] of it',
    'saw some 18 percent of it',
    'saw some [c~:18 percent] of it',
  );
  carries(
    'keeps a figure in its claim, though a word before it went',
    'almost [c:80 percent] of it',
    '18 percent of it',
    '[c~:18 percent] of it',
  );
  carries(
    'leaves claims alone when sentences come before, after and between',
    'one [c:moon here] is\n[d:far away]',
    'first of all\none [c:moon here] is quite so\nand then\nfar away'.replaceAll(/\[c:|\]/g, ''),
    'first of all\none [c:moon here] is quite so\nand then\n[d:far away]',
  );
  carries(
    'orphans the claim of a sentence that went, and keeps the others (T5)',
    'one two three. [c:four five six.] [d:seven eight]',
    'one two three. seven eight',
    'one two three. [d:seven eight] {c}',
  );
  carries(
    'takes a claim along when its paragraph goes elsewhere',
    'the [c:moon is far] away today\nsecond one here it is\nthird one there it was',
    'second one here it is\nthird one there it was\nthe moon is far away today',
    'second one here it is\nthird one there it was\nthe [c>:moon is far] away today',
  );
  carries(
    'lets a claim span the paragraphs that its own was split into',
    'all of this [c:is true. And that] is false, they say',
    'all of this is true.\nAnd that is false, they say'.replace('\n', '\n'),
    'all of this [c:is true.\nAnd that] is false, they say',
  );
  carries(
    'leaves claims alone where two paragraphs became one',
    'all of [a:this is true.]\n[b:And that is] false, they say',
    'all of this is true. And that is false, they say',
    'all of [a:this is true.] [b:And that is] false, they say',
  );
  carries(
    'finds words in a script without spaces',
    '月は[c:三十八万]キロの[d:彼方]にある',
    '月は三十九万キロの彼方にある',
    '月は[c~:三十九万]キロの[d:彼方]にある',
  );
  carries(
    'finds words in Arabic',
    'عاد [c:الرئيس] أمس [d:إلى البلاد]',
    'عاد الوزير أمس إلى البلاد',
    'عاد [c~:الوزير] أمس [d:إلى البلاد]',
  );
  carries(
    'never finds a claim in words that only look alike',
    'the [c:moon is very far away] from us\nhere',
    'here\nthe moon is not very far away from the sun, they said',
    'here\nthe moon is not very far away from the sun, they said {c}',
  );

  it('brings an orphan back when the next version has its words again (T5)', () => {
    const desk = new Desk('one two three. [c:four five six.] seven eight');
    const take = (later: string): void => {
      const { steps: made } = differenceOf(desk.article.doc, docOf(later));
      desk.does('ann', { kind: 'text', target: 'body', steps: made });
    };
    take('one two three. seven eight');
    take('one two three. four five six. seven eight');
    assert.equal(write(desk.article), 'one two three. [c:four five six.] seven eight');
  });

  shows('shows a word that is another', 'one\nalmost 80 percent', 'one\nalmost 18 percent', [
    '2',
    'changed almost [-80-][+18+] percent',
  ]);
  shows(
    'shows what came, what went and what moved',
    'first block of words\nsecond one here it is\nthird one goes from here',
    'second one here it is\na new one that nobody knew\nfirst block of words',
    [
      '1',
      'left first block of words',
      '1',
      'removed third one goes from here',
      'added a new one that nobody knew',
      'moved first block of words',
    ],
  );

  it('says nothing of words where only their emphasis is another, and moves no claim', () => {
    const [older, newer] = [
      docWith(p(said('the moon is far'))),
      docWith(p(said('the '), said('moon', 'em'), said(' is far'))),
    ];
    const { steps: made, rows } = differenceOf(older, newer);
    assert.equal(made.length, 1);
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['same', 'reshaped'],
    );
  });

  it('makes a heading of a paragraph in one step, around its words', () => {
    const heading = create('heading', { level: 2 }, [said('the moon is far')]);
    assert.equal(steps(docWith(p(said('the moon is far')), p(said('x'))), docWith(heading, p(said('x')))), 1);
  });

  it('takes no link, heading or picture away for a version that can have none', () => {
    const figure = create('figure', { src: 'https://example.org/a.png' }, [
      create('caption', null, [said('The moon')]),
    ]);
    const older = docWith(
      create('heading', { level: 2 }, [said('Far away')]),
      figure,
      p(said('the '), said('moon', 'em')),
    );
    const { steps: made } = differenceOf(older, docOf('Far away\nThe moon\nthe moon is'), { isBare: true });
    const after = afterSteps(older, made);
    assert.equal(made.length, 1);
    assert.equal(plainText(after ?? older).text, 'Far away\nThe moon\nthe moon is');
    assert.equal(after?.child(2).type.name, 'figure');
  });

  it('changes one item of a list, one cell of a table, one paragraph of a quote', () => {
    const nested = (words: string): Node =>
      docWith(
        create(
          'bullet_list',
          null,
          ['one', words].map((text) => create('list_item', null, [p(said(text))])),
        ),
        create('table', null, [
          create(
            'table_row',
            null,
            ['a', words].map((text) => create('table_cell', null, [p(said(text))])),
          ),
        ]),
        create('blockquote', null, [p(said('it was said')), p(said(words))]),
      );
    assert.equal(steps(nested('80 of them all'), nested('18 of them all')), 3);
  });

  it('brings what is larger than one step may be in several', () => {
    const rows = Array.from({ length: 2_000 }, (_, at) =>
      create(
        'table_row',
        null,
        ['a', `${at}`].map((text) => create('table_cell', null, [p(said(text))])),
      ),
    );
    const newer = docWith(p(said('x')), create('table', null, rows), p(said('y')));
    const { steps: made } = differenceOf(docWith(p(said('x'))), newer);
    assert.ok(made.length > 1);
    assert.ok(afterSteps(docWith(p(said('x'))), made)?.eq(newer));
  });
});
