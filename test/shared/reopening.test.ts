import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Article, anchorOf, blankArticle } from '../../shared/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { outcomeOf } from '../../shared/outcome.ts';
import { perform } from '../../shared/rebase.ts';
import type { Role } from '../../shared/roles.ts';
import { workOf } from '../../shared/work-now.ts';
import { cut, docOf, type Edit, insert, marksOf, type Notation, put } from '../support/notation.ts';
import { IS_WHOLE } from '../support/part-of.ts';

const FOLK = { ann: 'annotator', ben: 'annotator', lea: 'lead' } as const satisfies Readonly<Record<string, Role>>;

const does = (article: Article, who: keyof typeof FOLK, parts: readonly AnyPart[]): Article => {
  const act = { reviewer: who, at: '2026-01-01T00:00:00.000Z' };
  const { article: after, dropped } = perform(article, parts, act, { authority: { id: who, role: FOLK[who] } });
  assert.deepEqual(dropped, []);
  return after;
};

const types = (article: Article, edit: Edit): Article =>
  perform(article, [{ kind: 'text', target: 'body', steps: edit(article.doc) }], {
    reviewer: 'wren',
    at: '2026-01-01T00:00:00.000Z',
  }).article;

/** The article with its claims marked, judged, checked by another and signed. */
const signed = ({ text, claims }: Notation): Article => {
  const doc = docOf(text);
  const marked = does({ ...blankArticle(), doc }, 'ann', marksOf(doc, claims));
  const ids = claims.map(({ id }) => id);
  const moves = (move: 'ready' | 'first' | 'sign') => ids.map((claim): AnyPart => ({ kind: 'work.move', claim, move }));
  const verdict = { kind: 'verdict.give', scale: 'truth@1', rating: 'true', rationale: '' } as const;
  const judged = ids.map((claim): AnyPart => ({ ...verdict, claim, verdict: `of-${claim}` }));
  const ready = does(marked, 'ann', [...judged, ...moves('ready')]);
  return does(does(ready, 'ben', moves('first')), 'lea', moves('sign'));
};

const token = fc.oneof(
  fc.constantFrom('the', 'moon', 'fell', 'by', 'Zoë', 'not', '增长了', 'percent.', '“so”', 'in'),
  fc.integer({ min: 0, max: 9999 }).map(String),
  fc.constantFrom('3.5', '1,200', '7%', '2019–21', '€40'),
);
/** Where digits stand that are not all of their paragraph: an offset says nothing of which empty paragraph is meant. */
const digitsIn = (words: string): readonly number[] =>
  [...words.matchAll(/(?<=.)\d|\d(?=.)/g)].map(({ index }) => index);

const text = fc
  .array(fc.array(token, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.map((line) => line.join(' ')).join('\n'))
  .filter((words) => digitsIn(words).length > 0);

const span = (words: string) =>
  fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 30 })).map(([from, length]) => {
    const to = Math.min(words.length, from + length);
    const inner = words.slice(from, to);
    const start = from + (inner.length - inner.trimStart().length);
    return { from: start, to: start + inner.trim().length };
  });

/** A text with claims that overlap and lie in each other, one of its digits, and another to put in its place. */
const situation = text.chain((words) => {
  const digits = digitsIn(words);
  return fc.record({
    text: fc.constant(words),
    claims: fc
      .array(span(words), { minLength: 1, maxLength: 12 })
      .map((spans) => spans.filter(({ from, to }) => from < to).map((each, index) => ({ id: `c${index}`, ...each }))),
    at: fc.constantFrom(...digits),
    by: fc.integer({ min: 1, max: 9 }),
  });
});

const digitAt = (words: string, at: number, by: number): string => String((Number(words[at]) + by) % 10);

/** The claims that say that they changed: by their anchor, their verdict and their work, which all have to say the same. */
const reopened = (article: Article): readonly string[] =>
  [...article.claims.keys()].filter((id) => {
    const { state } = anchorOf(article, id);
    const says = [
      state !== 'exact',
      outcomeOf(article, id)?.stale === 'words',
      workOf(article, id).state === 'reopened',
    ];
    assert.equal(new Set(says).size, 1, `${id}: ${state}, ${JSON.stringify(says)}`);
    return says[0];
  });

const over = ({ claims, at }: { claims: Notation['claims']; at: number }): readonly string[] =>
  claims.filter(({ from, to }) => from <= at && at < to).map(({ id }) => id);

describe('changing one digit (T4, T8)', () => {
  const opens = (says: string, change: (article: Article, at: number, digit: string) => Article): void => {
    it(says, () =>
      fc.assert(
        fc.property(situation, ({ by, ...each }) => {
          const article = signed(each);
          assert.deepEqual(reopened(article), []);
          const changed = change(article, each.at, digitAt(each.text, each.at, by));
          assert.deepEqual(reopened(changed), over(each));
          const back = change(changed, each.at, each.text[each.at] ?? '');
          assert.deepEqual(reopened(back), []);
        }),
        { numRuns: IS_WHOLE ? 300 : 100 },
      ),
    );
  };

  opens('opens again exactly the claims over it, typed over in one, and none once it is back', (article, at, digit) =>
    types(article, put(at, at + 1, digit)),
  );
  opens('opens again exactly the claims over it, taken out and typed anew', (article, at, digit) =>
    types(types(article, cut(at, at + 1)), insert(at, digit)),
  );
});
