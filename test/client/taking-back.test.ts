import assert from 'node:assert/strict';
import { objectionTo, saidOf, type Takeback, takebackOf } from '../../client/taking-back.ts';
import { type Article, blankArticle } from '../../shared/article.ts';
import { type AnyPart, KINDS } from '../../shared/operations/index.ts';
import { perform } from '../../shared/rebase.ts';
import type { Role } from '../../shared/roles.ts';
import { docOf, marksOf } from '../support/notation.ts';

let minute = 0;

/** What somebody did, as one operation. */
type Deed = readonly [reviewer: string, ...parts: readonly AnyPart[]];

/** What was done, by whom: the article after it, and how the last of it is taken back. */
const deskAfter = (...deeds: readonly Deed[]) => {
  const doc = docOf('the moon is far');
  let article: Article = { ...blankArticle(), version: 1, doc };
  let takeback: Takeback | undefined;
  for (const [reviewer, ...parts] of [['ann', ...marksOf(doc, [{ id: 'c', from: 4, to: 8 }])] as const, ...deeds]) {
    minute += 1;
    const doing = { reviewer, at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString() };
    const { article: next, dropped } = perform(article, parts, doing);
    assert.deepEqual(dropped, []);
    takeback = takebackOf(article, parts, next, doing);
    article = next;
  }
  assert.ok(takeback);
  return { article, takeback };
};

const verdict = (id: string, rating = 'true'): AnyPart => ({
  kind: 'verdict.give',
  verdict: id,
  claim: 'c',
  scale: 'truth@1',
  rating,
  rationale: '',
});
const source: AnyPart = { kind: 'source.add', source: 's', fields: { title: 'Almanac' } };
const evidence: AnyPart = {
  kind: 'evidence.attach',
  evidence: 'e',
  claim: 'c',
  source: 's',
  fields: { stance: 'supports' },
};
const statement = (words: string): AnyPart => ({ kind: 'claim.revise', claim: 'c', fields: { statement: words } });

/** Ann's act can be taken back right after it, and not after what another did then: who is named. */
const refuses = (says: string, before: readonly Deed[], act: readonly AnyPart[], [other, ...since]: Deed): void => {
  it(says, () => {
    const done = deskAfter(...before, ['ann', ...act]);
    const ann = { id: 'ann', role: 'annotator' } as const;
    assert.equal(objectionTo(done.article, done.takeback, ann), undefined);
    const { article } = perform(done.article, since, { reviewer: other, at: '2027' });
    assert.deepEqual(objectionTo(article, done.takeback, ann), { worked: other, passes: false });
  });
};

describe('own undo', () => {
  refuses('of a verdict is refused when another has judged since', [], [verdict('v')], ['ben', verdict('w')]);
  refuses(
    'of a verdict is refused when a lead has withdrawn it',
    [],
    [verdict('v')],
    ['lea', { kind: 'verdict.withdraw', verdict: 'v' }],
  );
  refuses(
    'of a source is refused when another has said more of the evidence',
    [],
    [source, evidence],
    ['ben', { kind: 'evidence.revise', evidence: 'e', fields: { note: 'p. 3' } }],
  );
  refuses('of a source is refused when another has judged by it', [], [source, evidence], ['ben', verdict('w')]);
  refuses(
    'of a source’s fields is refused when another has changed them',
    [['ben', source]],
    [{ kind: 'source.revise', source: 's', fields: { title: 'Atlas' } }],
    ['ben', { kind: 'source.revise', source: 's', fields: { title: 'The Atlas' } }],
  );
  refuses(
    'of a claim’s fields is refused when another has changed them',
    [['ben', statement('a')]],
    [statement('b')],
    ['ben', statement('c')],
  );

  it('is not hindered by what others had done before', () => {
    const { article, takeback } = deskAfter(['ben', verdict('w')], ['ann', verdict('v')]);
    assert.equal(objectionTo(article, takeback, { id: 'ann', role: 'annotator' }), undefined);
  });

  it('of fields is not hindered by evidence that another attached meanwhile', () => {
    const { article, takeback } = deskAfter(['ann', statement('a')]);
    const since = perform(article, [source, evidence, verdict('w')], { reviewer: 'ben', at: '2027' });
    assert.equal(objectionTo(since.article, takeback, { id: 'ann', role: 'annotator' }), undefined);
  });

  it('may come later when it is the role that stands against it', () => {
    const { article, takeback } = deskAfter(['ann', verdict('v')]);
    const as = (role: Role) => objectionTo(article, takeback, { id: 'ann', role });
    assert.deepEqual(as('viewer'), { reason: 'not-allowed', passes: true });
  });

  it('gives the earlier verdict back', () => {
    const { takeback } = deskAfter(['ann', verdict('v1', 'false')], ['ann', verdict('v2')]);
    assert.deepEqual(takeback.parts, [
      { kind: 'verdict.withdraw', verdict: 'v2' },
      { kind: 'verdict.reinstate', verdict: 'v1' },
    ]);
  });

  it('is offered for verdicts, decisions, checks, evidence, contacts, fields, settings, messages and answers to corrections; all else comes in its turn', () => {
    const apart = Object.keys(KINDS).filter((kind) => saidOf([{ kind, move: 'sign' } as AnyPart]));
    assert.ok(
      apart.every((kind) =>
        /^(verdict|outcome|work|evidence|contact|thread)\.|\.(revise|configure)$|^correction\.(?!accept)/.test(kind),
      ),
      apart.join(),
    );
    assert.equal(saidOf([{ kind: 'work.move', claim: 'c', move: 'sign' }]), 'work.state.signed');
    assert.equal(saidOf(marksOf(docOf('x'), [{ id: 'm', from: 0, to: 1 }])), undefined);
  });
});
