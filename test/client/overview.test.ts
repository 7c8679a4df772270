import assert from 'node:assert/strict';
import { signal } from '@preact/signals';
import type { Node } from 'prosemirror-model';
import { Slice } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { canSplit, ReplaceStep, type Step, Transform } from 'prosemirror-transform';
import { blockAt, blocksOf } from '../../client/blocks.ts';
import { changedClaims } from '../../client/changed-claims.ts';
import { claimOrder } from '../../client/claim-order.ts';
import { drawHighlights, highlights } from '../../client/editor/highlights.ts';
import { drawingKeeper } from '../../client/editor/highlights-of.ts';
import { overviewOf } from '../../client/overview.ts';
import { standingOf } from '../../client/standing.ts';
import type { Article } from '../../shared/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { quoteAt } from '../../shared/quote.ts';
import { perform } from '../../shared/rebase.ts';
import { schema } from '../../shared/schema.ts';
import { aCalculation, anInput } from '../support/a-calculation.ts';
import { begin } from '../support/anchored-article.ts';
import { type Chance, chance } from '../support/random.ts';

/** Thirty paragraphs with six claims in each, some inside others: more than two shelves of anchors. */
const start = (): Article => {
  const lines = Array.from({ length: 30 }, (_, n) =>
    [0, 1, 2].map((part) => `in ${n} of [o${n}x${part}:every [i${n}x${part}:ten years] at least] so`).join(', '),
  );
  const sources: AnyPart[] = [
    { kind: 'source.add', source: 'page', fields: { title: 'Page' } },
    {
      kind: 'source.add',
      source: 'sum',
      fields: { title: 'Sum', calculation: aCalculation('a', [anInput('a', '1', { evidence: 'e' })]) },
    },
    { kind: 'evidence.attach', evidence: 'e', claim: 'o1x1', source: 'page', fields: { stance: 'supports' } },
  ];
  return perform(begin(lines.join('\n')), sources, { reviewer: 'ann', at: '2026-01-01T00:00:00.001Z' }).article;
};

const textPart = (steps: readonly Step[]): AnyPart => ({ kind: 'text', target: 'body', steps });

const typed = (doc: Node, at: number, words: string): AnyPart =>
  textPart(new Transform(doc).insert(at, schema.text(words)).steps);

const middleOf = (article: Article, claim: string): number => {
  const anchor = article.anchors.get(claim);
  assert.ok(anchor);
  return (anchor.from + anchor.to) >> 1;
};

/** Something that may happen to an article, by chance. */
const deed = (article: Article, luck: Chance, id: string): AnyPart => {
  const { doc } = article;
  const claim = luck.pick([...article.claims.keys()]);
  const from = 3 + luck.below(doc.content.size - 40);
  const to = from + 1 + luck.below(30);
  const deeds: readonly (() => AnyPart)[] = [
    () => typed(doc, Math.max(3, middleOf(article, claim)), 'x'),
    () => textPart([new ReplaceStep(from, from + 1 + luck.below(3), Slice.empty)]),
    () => textPart([new ReplaceStep(from, to, Slice.empty)]),
    () => (canSplit(doc, from) ? textPart(new Transform(doc).split(from).steps) : typed(doc, 4, 'z')),
    () => ({ kind: 'claim.mark', claim: `m${id}`, place: { from, to }, quote: quoteAt(doc, from, to), fields: {} }),
    () => ({ kind: 'claim.withdraw', claim }),
    () => ({ kind: 'claim.reinstate', claim }),
    () => ({ kind: 'claim.revise', claim, fields: { kind: luck.pick(['uncheckable', 'event'] as const) } }),
    () => ({ kind: 'claim.revise', claim, fields: { sameAs: luck.pick([...article.claims.keys()]) } }),
    () => ({ kind: 'claim.revise', claim, fields: { parent: luck.pick([...article.claims.keys()]) } }),
    () => ({
      ...{ kind: 'verdict.give', verdict: `v${id}`, claim, scale: 'truth@1', rationale: '' },
      rating: luck.pick(['true', 'false']),
    }),
    () => ({
      ...{ kind: 'work.move', claim },
      ...luck.pick([{ move: 'start' }, { move: 'ready' }, { move: 'reopen', reason: 'so' }] as const),
    }),
    () => ({
      ...{ kind: 'evidence.attach', evidence: `e${id}`, claim, source: luck.pick(['page', 'sum']) },
      fields: { stance: 'supports' },
    }),
    () => ({
      ...{ kind: 'source.revise', source: 'sum' },
      fields: {
        calculation: aCalculation('a', [anInput('a', id, { evidence: luck.pick([...article.evidence.keys()]) })]),
      },
    }),
    () => ({
      kind: 'evidence.revise',
      evidence: luck.pick([...article.evidence.keys()]),
      fields: { note: `so ${id}` },
    }),
  ];
  return luck.pick(deeds)();
};

describe('what follows from an article', () => {
  for (const seed of [1, 2, 3, 4])
    it(`is kept step by step as it is worked out anew (seed ${seed})`, () => {
      const luck = chance(seed);
      let article = start();
      const shown = signal<Article | undefined>(article);
      const overview = overviewOf(shown, shown);
      const drawingOf = drawingKeeper();
      let state = EditorState.create({ doc: article.doc, plugins: [highlights()] });
      for (let step = 0; step < 120; step += 1) {
        const id = String(100 + step);
        const done = perform(article, [deed(article, luck, id)], { reviewer: 'ann', at: `2026-01-01T00:00:00.${id}Z` });
        article = done.article;
        shown.value = article;
        const transaction = state.tr;
        for (const each of done.steps) transaction.step(each.step);
        state = state.apply(transaction);

        const order = claimOrder(article);
        assert.deepEqual(overview.order.value, order);
        for (const id of article.claims.keys())
          assert.deepEqual(overview.standings.value.get(id), standingOf(article, id));
        const blocks = blocksOf(article.doc);
        for (const { id } of order.placed) {
          const number = blockAt(blocks, article.anchors.get(id)?.from ?? 0)?.number ?? 0;
          assert.ok(overview.byBlock.value.get(number)?.includes(id), `${id} begins in ${number}`);
        }
        const cards = luck.likely(0.5) ? luck.pick([...article.claims.keys()]) : undefined;
        const drawing = drawHighlights(state, drawingOf(article, order, overview.standings.value, cards));
        if (drawing) state = state.apply(drawing);
        const anew = drawingKeeper()(article, order, overview.standings.value, cards);
        assert.equal(drawHighlights(state, anew), undefined, 'all of it is drawn as it is to be');
      }
    });

  it('is the very same where typing only shifted it', () => {
    const article = start();
    const shown = signal<Article | undefined>(article);
    const overview = overviewOf(shown, shown);
    const all = () =>
      [overview.order, overview.standings, overview.coverage, overview.byBlock].map(({ value }) => value);
    const before = all();
    shown.value = perform(article, [typed(article.doc, 4, 'and ')], { reviewer: 'ann', at: '' }).article;
    assert.ok(all().every((each, index) => each === before[index]));
    shown.value = perform(article, [typed(article.doc, middleOf(article, 'i7x1'), 'y')], {
      reviewer: 'ann',
      at: '',
    }).article;
    assert.ok(all().every((each, index) => each === before[index]));
  });

  it('is looked at anew only where something was typed', () => {
    const article = start();
    const after = perform(article, [typed(article.doc, middleOf(article, 'i7x1'), 'y')], {
      reviewer: 'ann',
      at: '',
    }).article;
    const changed = changedClaims(article, after);
    assert.ok(changed !== 'all' && changed.has('i7x1') && changed.size < article.claims.size);
  });

  for (const [what, part] of Object.entries<AnyPart>({
    'the calculation': { kind: 'source.revise', source: 'sum', fields: { calculation: aCalculation('2') } },
    'what its inputs are from': { kind: 'evidence.revise', evidence: 'e', fields: { passage: 'another' } },
  }))
    it(`is looked at anew where ${what} changed that a verdict rests on (T8)`, () => {
      const judging: AnyPart[] = [
        { kind: 'evidence.attach', evidence: 'f', claim: 'i7x1', source: 'sum', fields: { stance: 'supports' } },
        { kind: 'verdict.give', verdict: 'v', claim: 'i7x1', scale: 'truth@1', rating: 'true', rationale: '' },
      ];
      const act = { reviewer: 'ann', at: '2026-01-01T00:00:00.002Z' };
      const judged = perform(start(), judging, act).article;
      const shown = signal<Article | undefined>(judged);
      const { standings } = overviewOf(shown, shown);
      assert.equal(standings.value.get('i7x1')?.outcome?.stale, undefined);
      shown.value = perform(judged, [part], act).article;
      assert.equal(standings.value.get('i7x1')?.outcome?.stale, 'evidence');
    });

  it('is looked at anew as a whole when something was taken back', () => {
    const article = start();
    const place = { from: 4, to: 6 };
    const mark: AnyPart = { kind: 'claim.mark', claim: 'new', place, quote: quoteAt(article.doc, 4, 6), fields: {} };
    const after = perform(article, [mark], { reviewer: 'ann', at: '' }).article;
    assert.equal(changedClaims(after, article), 'all');
  });
});
