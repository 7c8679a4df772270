import assert from 'node:assert/strict';
import { type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, Transform } from 'prosemirror-transform';
import { type Article, anchorOf, blankArticle } from '../../shared/article.ts';
import { nextOpen, percentLookedAt, textCoverage } from '../../shared/coverage.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { quoteAt } from '../../shared/quote.ts';
import { perform } from '../../shared/rebase.ts';
import { schema } from '../../shared/schema.ts';
import { sentencesIn, sentencesOf } from '../../shared/sentences.ts';
import { wordCount } from '../../shared/word-count.ts';
import { at, docOf } from '../support/notation.ts';
import { IS_WHOLE } from '../support/part-of.ts';
import { type Chance, chance } from '../support/random.ts';

const ACT = { reviewer: 'ann', at: '2026-01-01T00:00:00.000Z' };

const does = (article: Article, ...parts: readonly AnyPart[]): Article => {
  const { article: after, dropped } = perform(article, parts, ACT);
  assert.deepEqual(dropped, []);
  return after;
};

const claim = (doc: Node, id: string, from: number, to: number): AnyPart => ({
  kind: 'claim.mark',
  claim: id,
  quote: quoteAt(doc, from, to),
  place: { from, to },
  fields: {},
});

const aside = (doc: Node, id: string, from: number, to: number): AnyPart => ({
  kind: 'aside.set',
  aside: id,
  quote: quoteAt(doc, from, to),
  place: { from, to },
});

/** An article of some lines. */
const written = (...lines: readonly string[]): Article => ({ ...blankArticle(), doc: docOf(lines.join('\n')) });

/** Where the words stand that are there once. */
const spot = ({ doc }: Article, words: string): readonly [number, number] => {
  const offset = doc.textBetween(0, doc.content.size, '\n').trimStart().indexOf(words);
  assert.notEqual(offset, -1, words);
  const from = at(doc, offset);
  return [from, from + words.length];
};

const marking = (article: Article, words: string): Article =>
  does(article, claim(article.doc, words, ...spot(article, words)));
const setting = (article: Article, words: string): Article =>
  does(article, aside(article.doc, words, ...spot(article, words)));

const replacing = (article: Article, words: string, by: string): Article => {
  const [from, to] = spot(article, words);
  const steps = new Transform(article.doc).replaceWith(from, to, by === '' ? [] : schema.text(by)).steps;
  return does(article, { kind: 'text', target: 'body', steps });
};

const states = (article: Article): string =>
  textCoverage(article)
    .blocks.flatMap(({ sentences }) => sentences)
    .join(' ');

describe('the coverage of a text', () => {
  const text = written('One fell by 5 percent. Two rose by 6 percent. Three stayed.', 'Four came.');

  it('is nothing while nobody has looked', () => {
    assert.deepEqual(textCoverage(text).words, { claim: 0, aside: 0, open: 14 });
    assert.equal(percentLookedAt(textCoverage(text).words), 0);
    assert.equal(percentLookedAt(textCoverage(written('')).words), 0);
  });

  it('counts a sentence whole that a claim stands in', () => {
    assert.deepEqual(textCoverage(marking(text, '5 percent')).words, { claim: 5, aside: 0, open: 9 });
  });

  it('counts a sentence as set aside only when all its words are', () => {
    assert.equal(states(setting(text, 'Two rose by 6 percent.')), 'open aside open open');
    assert.equal(states(setting(text, 'Two rose')), 'open open open open');
    assert.equal(states(setting(setting(text, 'Two rose'), 'by 6 percent.')), 'open aside open open');
  });

  it('counts a sentence with a claim in it as that, though it was set aside', () => {
    assert.equal(states(marking(setting(text, 'Three stayed.'), 'stayed')), 'open open claim open');
  });

  it('does not count what was withdrawn, nor claims whose words are gone', () => {
    const all = marking(setting(text, 'Three stayed.'), 'Four came.');
    const claimWithdrawn = does(all, { kind: 'claim.withdraw', claim: 'Four came.' });
    assert.equal(states(claimWithdrawn), 'open open aside open');
    assert.equal(
      states(does(claimWithdrawn, { kind: 'aside.withdraw', aside: 'Three stayed.' })),
      'open open open open',
    );
    assert.equal(states(replacing(all, 'Four came.', '')), 'open open aside');
  });

  it('says 100 percent only when nothing is left', () => {
    assert.equal(percentLookedAt({ claim: 199, aside: 0, open: 1 }), 99);
    assert.equal(percentLookedAt({ claim: 1, aside: 1, open: 0 }), 100);
  });

  it('of an unchanged block is not counted again', () => {
    const marked = marking(setting(text, 'Three stayed.'), '5 percent');
    const before = textCoverage(marked);
    const after = textCoverage(replacing(marked, 'Four', 'For'));
    assert.equal(after.blocks[1]?.sentences, before.blocks[1]?.sentences);
  });

  describe('after an edit', () => {
    const lines = [
      'Ann paid 100 euros. Ben paid 200 euros. Cem paid 300 euros.',
      'Dan paid 400 euros. Eve paid 500 euros.',
    ];
    const sentences = lines.flatMap((line) => line.match(/[^.]+\./g) ?? []).map((sentence) => sentence.trim());
    const all = sentences.reduce(setting, written(...lines));

    it('of one digit, exactly what is over it is open again', () => {
      const digits = [...lines.join('\n').matchAll(/\d/g)];
      assert.equal(digits.length, 15);
      for (const { index } of digits) {
        const position = at(all.doc, index);
        const old = all.doc.textBetween(position, position + 1);
        const digit = schema.text(String((Number(old) + 1) % 10));
        const steps = new Transform(all.doc).replaceWith(position, position + 1, digit).steps;
        const open = sentencesIn(all.doc).map(({ from, to }) => (from <= position && position < to ? 'open' : 'aside'));
        const edited = does(all, { kind: 'text', target: 'body', steps });
        assert.equal(states(edited), open.join(' '));
        const changed = sentences.filter((each) => anchorOf(edited, each).state === 'changed');
        assert.deepEqual(
          changed,
          sentences.filter((_, number) => open[number] === 'open'),
        );
      }
    });

    it('that is taken back, nothing is', () => {
      assert.equal(states(replacing(replacing(all, '300', '30'), '30', '300')), states(all));
    });

    it('that brings a new sentence, that one is', () => {
      assert.equal(states(replacing(all, 'Ben', 'New one. Ben')), 'aside open aside aside aside aside');
    });

    it('that joins two sentences, both are', () => {
      assert.equal(states(replacing(all, '200 euros. Cem', '200 euros and Cem')), 'aside open aside aside');
    });

    it('that carries a sentence elsewhere, none is', () => {
      const transform = new Transform(all.doc);
      const [from, to] = spot(all, 'Ann paid 100 euros.');
      const words = all.doc.slice(from, to);
      transform.delete(from, to);
      transform.replace(transform.doc.content.size - 1, transform.doc.content.size - 1, words);
      const carried = does(all, { kind: 'text', target: 'body', steps: transform.steps });
      assert.ok(!states(carried).includes('open'), states(carried));
    });
  });

  const seeds = IS_WHOLE ? 20 : 4;
  it(`comes to all the words of the article after every one of ${500 * seeds} edits`, function () {
    this.timeout(120_000);
    for (let seed = 1; seed <= seeds; seed += 1) {
      const luck = chance(seed);
      let article = written(
        'One fell by 5 percent. Two rose! Three stayed? Four.',
        '',
        '增长了3%。为什么？',
        'Five and six.',
      );
      for (let [edit, deed] = [0, 0]; edit < 500; deed += 1) {
        const before = article.doc;
        article = edited(article, luck, `${seed}-${deed}`);
        if (article.doc !== before) edit += 1;
        const { words, blocks } = textCoverage(article);
        assert.equal(words.claim + words.aside + words.open, wordCount(article.doc), `seed ${seed}, edit ${edit}`);
        if (deed % 40 === 0)
          assert.deepEqual(
            blocks.map(({ sentences }) => sentences),
            bySlowCount(article),
          );
      }
    }
  });
});

const PIECES = ['a ', 'No. ', '. ', 'U.S. ', '7', '中文。', ' well? ', 'x', '“Ha!” ', ' '] as const;

const edited = (article: Article, luck: Chance, id: string): Article => {
  const { doc } = article;
  const from = at(doc, luck.below(doc.textContent.length + 1));
  const to = Math.min(doc.content.size - 1, from + 1 + luck.below(12));
  const transform = new Transform(doc);
  try {
    const choice = luck.below(10);
    if (choice < 4) transform.insert(from, schema.text(luck.pick(PIECES)));
    else if (choice < 6 && doc.textContent.length > 60) transform.delete(from, to);
    else if (choice < 7) transform.split(from);
    else if (choice < 8)
      transform.step(new ReplaceStep(doc.content.size, doc.content.size, new Slice(doc.slice(2).content, 0, 0)));
  } catch {
    return article; // an edit that nobody could make there
  }
  if (transform.doc.content.size > 700) return article;
  const parts: AnyPart[] = transform.docChanged ? [{ kind: 'text', target: 'body', steps: transform.steps }] : [];
  const words = doc.textBetween(from, to, ' ').trim();
  if (!transform.docChanged && words !== '')
    parts.push(luck.likely(0.5) ? claim(doc, id, from, to) : aside(doc, id, from, to));
  return perform(article, parts, ACT).article;
};

/** The same, word for word from the rule: sentence by sentence, every stretch looked at for each. */
const bySlowCount = (article: Article): readonly (readonly string[])[] =>
  textCoverage(article).blocks.map(({ block, start }) =>
    sentencesOf(block).map(({ from, to, text }) => {
      const touches = [...article.anchors].filter(
        ([, anchor]) => anchor.from < anchor.to && anchor.from < start + to && anchor.to > start + from,
      );
      if (touches.some(([id]) => article.claims.has(id))) return 'claim';
      const set = touches.filter(
        ([id, { state }]) => article.asides.has(id) && state !== 'changed' && state !== 'orphaned',
      );
      const left =
        [...text].length > 0 &&
        Array.from({ length: to - from }, (_, index) => start + from + index).filter(
          (position) =>
            article.doc.textBetween(position, position + 1).trim() !== '' &&
            !set.some(([, a]) => a.from <= position && position < a.to),
        );
      return left && left.length === 0 ? 'aside' : 'open';
    }),
  );

describe('the next sentence that nobody has looked at', () => {
  const text = written('One. Two.', 'Three. Four.');
  const wordsAt = (article: Article, behind: number): string | undefined => {
    const found = nextOpen(textCoverage(article), behind);
    return found && article.doc.textBetween(found.from, found.to);
  };

  it('is the first behind a position, and after the last the first again', () => {
    const some = setting(text, 'Two.');
    assert.equal(wordsAt(some, 0), 'One.');
    assert.equal(wordsAt(some, spot(some, 'Two.')[0]), 'Three.');
    assert.equal(wordsAt(some, some.doc.content.size), 'One.');
  });

  it('is none when all have been', () => {
    assert.equal(wordsAt(['One.', 'Two.', 'Three.', 'Four.'].reduce(setting, text), 0), undefined);
  });
});
