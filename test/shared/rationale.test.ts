import assert from 'node:assert/strict';
import { type Article, articleFromJson, articleToJson } from '../../shared/article.ts';
import { type AnyPart, parsePart, tracesOf } from '../../shared/operations/index.ts';
import { staleness } from '../../shared/outcome.ts';
import { FIELD_LIMIT, Invalid } from '../../shared/parsing.ts';
import { comparable } from '../../shared/protocol.ts';
import { isReworded, rationaleOf, rationaleWords } from '../../shared/rationale.ts';
import { type Dropped, type Performing, perform } from '../../shared/rebase.ts';
import type { Role } from '../../shared/roles.ts';
import { begin } from '../support/anchored-article.ts';
import { insert } from '../support/notation.ts';

const AT = '2026-02-03T04:05:06.000Z';

/** Types words at a position of a rationale, as it comes over the wire. */
const why = (words: string, at = 1, claim = 'c'): AnyPart =>
  parsePart(
    {
      kind: 'text',
      target: { rationale: claim },
      steps: [{ stepType: 'replace', from: at, to: at, slice: { content: [{ type: 'text', text: words }] } }],
    },
    'part',
  );

const doing = (article: Article, parts: readonly AnyPart[], how: Performing = {}, reviewer = 'ann') =>
  perform(article, parts, { reviewer, at: AT }, how);

const having = (article: Article, ...parts: readonly AnyPart[]): Article => {
  const { article: made, dropped } = doing(article, parts);
  assert.deepEqual(dropped, []);
  return made;
};

const wordsOf = (article: Article, claim = 'c'): string => rationaleWords(rationaleOf(article.rationales, claim));
const reasons = (dropped: readonly Dropped[]) => dropped.map(({ reason }) => reason);
const moon = (): Article => begin('the [c:moon] is far and [d:cold]');

const give = (more: object = {}): AnyPart =>
  parsePart({ kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'true', ...more }, 'part');

describe('the rationale of a claim', () => {
  it('is empty until somebody writes in it, and says who did', () => {
    assert.equal(wordsOf(moon()), '');
    const first = having(moon(), why('It was measured.'));
    const { article } = doing(first, [why('Twice: ')], {}, 'ben');
    assert.equal(wordsOf(article), 'Twice: It was measured.');
    const { article: last } = doing(article, [why('!', 24)]);
    assert.deepEqual(
      rationaleOf(last.rationales, 'c').hands.map(({ reviewer }) => reviewer),
      ['ben', 'ann'],
    );
    assert.equal(last.doc, first.doc, 'the article is not touched');
  });

  for (const [role, dropped] of [
    ['viewer', ['not-allowed']],
    ['annotator', []],
    ['editor', []],
  ] as const) {
    it(`T7 ${dropped.length === 0 ? 'may' : 'may not'} be written in by a reviewer who is ${role}, locked or not`, () => {
      const authority = { id: 'ann', role: role as Role };
      const locked = having(moon(), { kind: 'article.lock' });
      for (const article of [moon(), locked])
        assert.deepEqual(reasons(doing(article, [why('So.')], { authority }).dropped), dropped);
    });
  }

  it('is refused where the claim is not there, or withdrawn, also to who asks nobody', () => {
    const withdrawn = having(moon(), { kind: 'claim.withdraw', claim: 'c' });
    for (const how of [{}, { authority: { id: 'ann', role: 'lead' } }] as const) {
      assert.deepEqual(reasons(doing(moon(), [why('So.', 1, 'nobody')], how).dropped), ['unknown']);
      assert.deepEqual(reasons(doing(withdrawn, [why('So.')], how).dropped), ['withdrawn']);
    }
  });

  it('can be written by the operation that marks its claim', () => {
    const mark: AnyPart = {
      kind: 'claim.mark',
      claim: 'm',
      quote: { exact: 'far', prefix: '', suffix: '' },
      fields: {},
    };
    assert.equal(wordsOf(having(moon(), mark, why('So.', 1, 'm')), 'm'), 'So.');
    assert.deepEqual(reasons(doing(moon(), [why('So.', 1, 'm'), mark]).dropped), ['unknown']);
  });

  it('holds no more than a field, so that a verdict can sign it', () => {
    const full = having(moon(), why('x'.repeat(FIELD_LIMIT - 2)));
    assert.deepEqual(reasons(doing(full, [why('x')]).dropped), ['too-large']);
    assert.equal(wordsOf(having(full, give())).length, FIELD_LIMIT - 2);
  });

  it('is made of paragraphs and lists, and of nothing else', () => {
    const step = (...content: readonly object[]) => ({ stepType: 'replace', from: 0, to: 0, slice: { content } });
    const part = (target: unknown, ...steps: readonly object[]) => ({ kind: 'text', target, steps });
    const refused = (given: unknown, why: RegExp): void =>
      assert.throws(
        () => parsePart(given, 'part'),
        (error) => error instanceof Invalid && why.test(error.message),
      );
    const c = { rationale: 'c' };
    for (const type of ['heading', 'figure', 'table', 'title', 'blockquote', 'horizontal_rule'])
      refused(part(c, step({ type })), /Unknown node type/);
    const linked = (href: string) => [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }];
    refused(part(c, step({ type: 'paragraph', content: linked('javascript:alert(1)') })), /https or mailto/);
    refused(
      part(c, step({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'code' }] }] })),
      /no mark type code/,
    );
    for (const target of [undefined, 'title', null, 7, {}, { rationale: '' }, { rationale: 7 }, { claim: 'c' }])
      refused(part(target, step({ type: 'paragraph' })), /^part\.target/);
    const item = { type: 'list_item', content: [{ type: 'paragraph', content: linked('https://moon.example/') }] };
    assert.equal(wordsOf(having(moon(), parsePart(part(c, step({ type: 'bullet_list', content: [item] })), ''))), 'x');
  });

  it('goes with the article into JSON and back; an article from before there were any has none', () => {
    const article = having(moon(), why('It was measured.'));
    const json = JSON.parse(JSON.stringify(articleToJson(article)));
    assert.equal(wordsOf(articleFromJson(json)), 'It was measured.');
    const { rationales: _, ...older } = json;
    assert.equal(articleFromJson(older).rationales.size, 0);
  });

  it('T3 is compared, once there is one', () => {
    assert.deepEqual(Object.keys(JSON.parse(comparable(moon()))), ['anchors', 'doc']);
    assert.notEqual(comparable(having(moon(), why('Yes.'))), comparable(having(moon(), why('No.'))));
  });
});

describe('steps of several texts', () => {
  const rebased = (made: readonly AnyPart[], ...since: readonly AnyPart[]): Article => {
    const base = having(moon(), why('abc'), why('xyz', 1, 'd'));
    const { article, steps } = doing(base, since, {}, 'ben');
    const performed = doing(article, made, { over: steps });
    assert.deepEqual(performed.dropped, []);
    return performed.article;
  };
  const body = (at: number, words: string): AnyPart => ({
    kind: 'text',
    target: 'body',
    steps: insert(at, words)(moon().doc),
  });

  it('are moved over what happened to their own text, and to no other', () => {
    const article = rebased([why('!', 4)], body(0, 'Look: '), why('<<', 1, 'd'), why('>', 2));
    assert.deepEqual([wordsOf(article), wordsOf(article, 'd')], ['a>bc!', '<<xyz']);
  });

  it('find their places in each text when one operation goes to several', () => {
    const made = [why('1', 2), body(4, '2'), why('3', 4, 'd'), why('4', 4), body(0, '5')];
    const article = rebased(made, why('<', 1), body(0, 'Look: '), why('<', 1, 'd'));
    assert.deepEqual([wordsOf(article), wordsOf(article, 'd')], ['<a1b4c', '<xyz3']);
    assert.equal(article.doc.textContent, 'Look: 5the 2moon is far and cold');
  });

  it('move no anchor that stands in the article', () => {
    const before = moon();
    assert.equal(having(before, why('before all else')).anchors, before.anchors);
  });
});

describe('a verdict', () => {
  it('given without words signs the rationale as it stands at its place in the log, and keeps what was signed', () => {
    const signed = having(moon(), why('Measured.'), give());
    const reworded = having(signed, why('Never ', 1));
    const verdict = reworded.verdicts.get('v') ?? assert.fail();
    assert.deepEqual([verdict.rationale, verdict.shared], ['Measured.', true]);
    assert.deepEqual(
      [signed, reworded].map(({ rationales }) => isReworded(rationales, verdict)),
      [false, true],
    );
  });

  it('is not stale when the rationale is reworded: it judged words and evidence (T8)', () => {
    const reworded = having(moon(), give(), why('Since then.'));
    assert.equal(staleness(reworded, reworded.verdicts.get('v') ?? assert.fail()), undefined);
  });

  it('signs what its giver had before them, not what came in between', () => {
    const article = having(moon(), why('Never measured.'), give({ rationale: 'Measured.', shared: true }));
    const verdict = article.verdicts.get('v') ?? assert.fail();
    assert.equal(verdict.rationale, 'Measured.');
    assert.ok(isReworded(article.rationales, verdict));
  });

  it('given in own words is not concerned by the rationale that all write', () => {
    const article = having(moon(), why('Measured.'), give({ rationale: 'I was there.' }));
    const verdict = article.verdicts.get('v') ?? assert.fail();
    assert.deepEqual([verdict.rationale, verdict.shared], ['I was there.', undefined]);
    assert.ok(!isReworded(article.rationales, verdict));
  });
});

describe('undo of a marking', () => {
  it('sees the words of everybody who wrote why', () => {
    const { article } = doing(having(moon(), why('Mine.')), [why('Theirs. ')], {}, 'ben');
    const traces = tracesOf(article, [{ kind: 'claim.withdraw', claim: 'c' }]);
    assert.deepEqual(
      traces.map(({ reviewer }) => reviewer),
      ['ann', 'ben'],
    );
  });
});
