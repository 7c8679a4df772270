import assert from 'node:assert/strict';
import { Mapping, type Step } from 'prosemirror-transform';
import type { Article } from '../../shared/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { type PerformedStep, perform } from '../../shared/rebase.ts';
import { ANCHOR_CASES, type AnchorCase, type Deed } from '../support/anchor-cases.ts';
import { begin } from '../support/anchored-article.ts';
import { write } from '../support/notation.ts';

const AT = '2026-01-01T00:00:00.000Z';

const takeBack = (undone: readonly PerformedStep[], since: readonly PerformedStep[]): readonly Step[] => {
  const over = new Mapping(since.map((each) => each.change.map));
  return undone
    .map((each) => each.step.invert(each.before))
    .reverse()
    .flatMap((step) => step.map(over) ?? []);
};

const run = ({ before, deeds }: AnchorCase): Article => {
  const states = [begin(before)];
  const done: (readonly PerformedStep[])[] = [];
  for (const deed of deeds) {
    const knows = deed.knows ?? done.length;
    const known = states[knows];
    const head = states.at(-1);
    if (!known || !head) throw new Error('a deed knows only what was done');
    const over = done.slice(knows).flat();
    const performed = perform(head, partsOf(deed, known, done), { reviewer: deed.by, at: AT }, { over });
    assert.deepEqual(performed.dropped, []);
    performed.article.doc.check();
    states.push(performed.article);
    done.push(performed.steps);
  }
  return states.at(-1) as Article;
};

const partsOf = ({ does }: Deed, known: Article, done: readonly (readonly PerformedStep[])[]): readonly AnyPart[] => {
  if ('parts' in does) return does.parts(known.doc);
  const steps =
    'edit' in does ? does.edit(known.doc) : takeBack(done[does.undoes] ?? [], done.slice(does.undoes + 1).flat());
  return [{ kind: 'text', target: 'body', steps }];
};

describe('a claim follows its words (T4, T5)', () => {
  for (const each of ANCHOR_CASES) {
    it(each.name, () => {
      assert.equal(write(run(each)), each.after);
    });
  }
});
