import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Article } from '../../shared/article.ts';
import { type AnyPart, invertPart } from '../../shared/operations/index.ts';
import type { RefusalReason } from '../../shared/operations/kind.ts';
import { perform } from '../../shared/rebase.ts';
import { hasRole, type Role } from '../../shared/roles.ts';
import type { Settings } from '../../shared/settings.ts';
import { plainText } from '../../shared/text.ts';
import { MOVES, type MoveName, type WORK } from '../../shared/work.ts';
import { checkedNow, nextMove, workOf } from '../../shared/work-now.ts';
import { begin } from '../support/anchored-article.ts';
import { put } from '../support/notation.ts';

/** Who is who: their roles are those of the desk. */
const FOLK = {
  ann: 'annotator',
  ben: 'annotator',
  cid: 'editor',
  lea: 'lead',
  vic: 'viewer',
} as const satisfies Readonly<Record<string, Role>>;
type Name = keyof typeof FOLK;

const at = '2026-01-01T00:00:00.000Z';
const acting = (article: Article, who: Name, ...parts: readonly AnyPart[]) =>
  perform(article, parts, { reviewer: who, at }, { authority: { id: who, role: FOLK[who] } });

let count = 0;
const nextId = (): string => {
  count += 1;
  return `v-${count}`;
};

const moving = (move: MoveName, more: object = {}): AnyPart => ({
  ...{ kind: 'work.move', claim: 'c', move },
  ...(move === 'reopen' && { reason: 'A new figure came out' }),
  ...more,
});
const judging = (rating = 'true'): AnyPart => ({
  ...{ kind: 'verdict.give', verdict: nextId(), claim: 'c', scale: 'truth@1', rating, rationale: '' },
});
const revised: AnyPart = { kind: 'claim.revise', claim: 'c', fields: { kind: 'opinion' } };

const start = begin('inflation fell to [c:3 percent] last year');

/** Does what is written, one after another: `ann judges, ann ready, ben first`. */
const once = (line: string, from: Article = start): Article =>
  line.split(', ').reduce((article, each) => {
    const [who = 'ann', what = ''] = each.split(' ') as [Name, string];
    const part: AnyPart =
      what === 'judges' ? judging() : what === 'dissents' ? judging('false') : moving(what as MoveName);
    const { article: next, dropped } = acting(article, who, part);
    assert.deepEqual(dropped, [], each);
    return next;
  }, from);

const configured = (settings: Partial<Settings>, from: Article = start): Article =>
  acting(from, 'lea', { kind: 'article.configure', settings }).article;
const thirty = (article: Article): Article =>
  acting(article, 'cid', { kind: 'text', target: 'body', steps: put(18, 19, '30')(article.doc) }).article;
const sourced = (article: Article): Article =>
  acting(
    article,
    'ann',
    { kind: 'source.add', source: 's', fields: {} },
    { kind: 'evidence.attach', evidence: 'e', claim: 'c', source: 's', fields: { stance: 'supports' } },
  ).article;

const refuses = (article: Article, who: Name, part: AnyPart, reason: RefusalReason): void => {
  assert.deepEqual(acting(article, who, part).dropped, [{ part: 0, reason }]);
};
const stands = (article: Article): string => {
  const { state, cause } = workOf(article, 'c');
  return cause ? `${state} ${cause}` : state;
};

const two = configured({ checks: 2 });
const READY = 'ann start, ann judges, ann ready';

describe('the work on a claim', () => {
  it('goes from open to signed by people who each sign what they did', () => {
    const signed = once(`${READY}, ben first, cid second, lea sign`, two);
    const { state, ready, first, second, signed: by } = workOf(signed, 'c');
    assert.deepEqual(
      [state, ready?.reviewer, first?.reviewer, second?.reviewer, by?.reviewer],
      ['signed', 'ann', 'ben', 'cid', 'lea'],
    );
  });

  it('asks for as many checks as the desk does, and takes no more', () => {
    refuses(once(READY), 'lea', moving('sign'), 'unchecked');
    refuses(once(`${READY}, ben first`, two), 'lea', moving('sign'), 'unchecked');
    refuses(once(`${READY}, ben first`), 'cid', moving('second'), 'not-asked');
    const none = configured({ checks: 0 });
    refuses(once(READY, none), 'ben', moving('first'), 'not-asked');
    assert.equal(stands(once(`${READY}, lea sign`, none)), 'signed');
    assert.equal(stands(once(`${READY}, ben first, lea sign`)), 'signed');
  });

  it('is checked by somebody else than who did it, and the second time by a third', () => {
    refuses(once(READY), 'ann', moving('first'), 'own-work');
    refuses(once('ann judges, ben ready'), 'ann', moving('first'), 'own-work');
    refuses(once('ann judges, ben ready'), 'ben', moving('first'), 'own-work');
    refuses(once(`${READY}, ben first`, two), 'ben', moving('second'), 'own-work');
    refuses(once(`${READY}, ben first`, two), 'ann', moving('second'), 'own-work');
    assert.equal(stands(once('ann judges, ben judges, ann ready, ben first', two)), 'first');
  });

  it('is not checked by who decided its outcome', () => {
    const decide: AnyPart = {
      kind: 'outcome.decide',
      decision: 'd',
      claim: 'c',
      scale: 'truth@1',
      rating: 'true',
      rationale: '',
    };
    const decided = acting(once('ann judges, ben dissents'), 'lea', decide).article;
    refuses(once('ann ready', decided), 'lea', moving('first'), 'own-work');
  });

  it('is ready with a verdict that holds, or where there is nothing to check', () => {
    refuses(start, 'ann', moving('ready'), 'unjudged');
    refuses(thirty(once('ann judges')), 'ann', moving('ready'), 'unjudged');
    assert.equal(stands(once('ann ready, ben first, lea sign', acting(start, 'ann', revised).article)), 'signed');
  });

  it('is not checked while its outcome is not decided', () => {
    refuses(once('ann judges, ben dissents, ann ready'), 'cid', moving('first'), 'unsettled');
    refuses(once(READY, configured({ rule: 'lead' })), 'ben', moving('first'), 'unsettled');
  });

  it('is open again when one digit changes, and says so word by word; and closed again when it is put back (T8)', () => {
    const signed = once(`${READY}, ben first, lea sign`);
    const changed = thirty(signed);
    assert.equal(stands(changed), 'reopened words');
    assert.equal(workOf(changed, 'c').signed?.judged.words, '3 percent');
    const back = acting(changed, 'cid', { kind: 'text', target: 'body', steps: put(18, 20, '3')(changed.doc) }).article;
    assert.equal(stands(back), 'signed');
    assert.equal(stands(once('ann judges, ann ready, ben first, lea sign', changed)), 'signed');
  });

  it('is open again when the evidence or the outcome changes, or when it can no longer be checked (T8)', () => {
    const signed = once(`${READY}, ben first, lea sign`);
    assert.equal(stands(sourced(signed)), 'reopened evidence');
    assert.equal(stands(once('ben dissents', signed)), 'reopened outcome');
    assert.equal(stands(acting(signed, 'ann', revised).article), 'reopened outcome');
    assert.equal(stands(once('ben dissents', once(READY))), 'ready');
  });

  it('is refused when its reviewer had something else before them (T7)', () => {
    const ready = once(READY);
    const judged = checkedNow(ready, 'c', 'ben');
    assert.deepEqual(judged, { words: '3 percent', evidence: [], outcome: 'truth@1/true' });
    assert.equal(stands(acting(ready, 'ben', moving('first', { judged })).article), 'first');
    const decided = once('cid judges', ready);
    refuses(decided, 'ben', moving('first', { judged: { ...judged, evidence: ['e#0'] } }), 'changed-since');
    refuses(decided, 'ben', moving('first', { judged: { ...judged, outcome: 'truth@1/false' } }), 'changed-since');
  });

  it('is reopened by whoever says why, and by nobody who does not', () => {
    const signed = once(`${READY}, ben first, lea sign`);
    refuses(signed, 'ann', moving('reopen', { reason: ' ' }), 'no-reason');
    const reopened = once('ann reopen', signed);
    assert.equal(stands(reopened), 'reopened reviewer');
    assert.equal(workOf(reopened, 'c').step?.reason, 'A new figure came out');
    assert.equal(workOf(reopened, 'c').first?.reviewer, 'ben');
    assert.equal(workOf(once('ann start', reopened), 'c').first, undefined);
  });

  it('is nobody’s to move who only reads, and on no claim that was withdrawn', () => {
    refuses(start, 'vic', moving('start'), 'not-allowed');
    refuses(once(`${READY}, ben first`), 'ben', moving('sign'), 'not-allowed');
    const gone = acting(start, 'lea', { kind: 'claim.withdraw', claim: 'c' }).article;
    refuses(gone, 'ann', moving('start'), 'withdrawn');
  });

  it('is taken back by who moved it, as long as nobody has moved on', () => {
    const ready = once(READY);
    const back = invertPart(once('ann start, ann judges'), moving('ready'), { reviewer: 'ann', at }) ?? [];
    refuses(ready, 'ben', back[0]!, 'not-allowed');
    const undone = acting(ready, 'ann', ...back).article;
    assert.equal(stands(undone), 'working');
    const again = invertPart(ready, back[0]!, { reviewer: 'ann', at }) ?? [];
    assert.equal(stands(acting(undone, 'ann', ...again).article), 'ready');
    refuses(once('ben first', ready), 'ann', back[0]!, 'moved-on');
  });

  it('offers each the one next move', () => {
    const next = (article: Article, who: Name) => nextMove(article, 'c', who, (role) => hasRole(FOLK[who], role));
    assert.deepEqual([next(start, 'ann'), next(start, 'vic')], ['start', undefined]);
    assert.equal(next(once('ann start'), 'ann'), undefined);
    assert.equal(next(once('ann start, ann judges'), 'ann'), 'ready');
    const ready = once(READY, two);
    assert.deepEqual([next(ready, 'ann'), next(ready, 'ben'), next(ready, 'lea')], [undefined, 'first', 'first']);
    const first = once('ben first', ready);
    assert.deepEqual([next(first, 'ben'), next(first, 'cid')], [undefined, 'second']);
    assert.deepEqual(next(once('cid second', first), 'lea'), 'sign');
  });
});

/** The rules once more, by somebody who has only read the table: one claim, whose words have a number that grows. */
class Reference {
  state: keyof typeof WORK = 'open';
  words = 0;
  judges = new Map<Name, { readonly words: number; readonly rating: string }>();
  bound: { readonly words: number; readonly outcome: string; readonly loose: boolean } | undefined;
  ready: Name | undefined;
  first: Name | undefined;

  readonly checks: number;

  constructor(checks: number) {
    this.checks = checks;
  }

  get outcome(): string {
    const all = [...this.judges.values()];
    if (all.length === 0) return '';
    if (new Set(all.map(({ rating }) => rating)).size > 1) return '';
    return all.some(({ words }) => words === this.words) ? (all[0]?.rating ?? '') : '';
  }

  get hasVerdict(): boolean {
    const all = [...this.judges.values()];
    const agreed = new Set(all.map(({ rating }) => rating)).size === 1;
    const holds = ({ words }: { readonly words: number }) => words === this.words;
    return agreed ? all.some(holds) : all.length > 0 && holds(all.at(-1)!);
  }

  get now(): keyof typeof WORK {
    if (!this.bound) return this.state;
    const { words, outcome, loose } = this.bound;
    return words === this.words && (loose || outcome === this.outcome) ? this.state : 'reopened';
  }

  takes(who: Name, rating: string): void {
    this.judges.delete(who);
    this.judges.set(who, { words: this.words, rating });
  }

  moves(who: Name, move: MoveName): boolean {
    const { now } = this;
    const alone = this.judges.size === 1 && this.judges.has(who);
    const others = who !== this.ready && !alone;
    const enough = { ready: 0, first: 1, second: 2 }[now as 'ready'] ?? -1;
    const can: Readonly<Record<MoveName, boolean>> = {
      start: now === 'open' || now === 'reopened',
      leave: now === 'working',
      ready: (now === 'open' || now === 'working' || now === 'reopened') && this.hasVerdict,
      first: now === 'ready' && this.checks >= 1 && this.outcome !== '' && others,
      second: now === 'first' && this.checks === 2 && this.outcome !== '' && others && who !== this.first,
      sign: FOLK[who] === 'lead' && enough >= this.checks && this.outcome !== '',
      reopen: now === 'ready' || now === 'first' || now === 'second' || now === 'signed',
    };
    if (who === 'vic' || !can[move]) return false;
    this.state = MOVES[move].to;
    const binds = move === 'ready' || move === 'first' || move === 'second' || move === 'sign';
    this.bound = binds ? { words: this.words, outcome: this.outcome, loose: move === 'ready' } : undefined;
    if (move === 'ready') [this.ready, this.first] = [who, undefined];
    if (move === 'first') this.first = who;
    return true;
  }
}

describe('the work on a claim, whatever is tried', () => {
  const who = fc.constantFrom(...(Object.keys(FOLK) as Name[]));
  const deed = fc.oneof(
    { weight: 6, arbitrary: fc.record({ who, move: fc.constantFrom(...(Object.keys(MOVES) as MoveName[])) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        who: fc.constantFrom<Name>('ann', 'ben', 'lea'),
        rating: fc.constantFrom('true', 'true', 'false'),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ edit: true }) },
  );

  it('is what an independent reading of the rules says (T7, T8)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0 as const, 1 as const, 2 as const),
        fc.array(deed, { maxLength: 60 }),
        (checks, deeds) => {
          const reference = new Reference(checks);
          let article = checks === 1 ? start : configured({ checks });
          for (const [index, each] of deeds.entries()) {
            if ('edit' in each) {
              const { from, to } = article.anchors.get('c')!;
              const { offsetOf } = plainText(article.doc);
              const edit: AnyPart = {
                kind: 'text',
                target: 'body',
                steps: put(offsetOf(from) + 1, offsetOf(to) - 1, `${index}`)(article.doc),
              };
              article = acting(article, 'cid', edit).article;
              reference.words = index + 1;
            } else if ('rating' in each) {
              const verdict: AnyPart = {
                kind: 'verdict.give',
                verdict: `v${index}`,
                claim: 'c',
                scale: 'truth@1',
                rating: each.rating,
                rationale: '',
              };
              article = perform(article, [verdict], { reviewer: each.who, at: new Date(index).toISOString() }).article;
              reference.takes(each.who, each.rating);
            } else {
              const { article: next, dropped } = acting(article, each.who, moving(each.move));
              assert.equal(
                dropped.length === 0,
                reference.moves(each.who, each.move),
                `${each.who} ${each.move} (${index})`,
              );
              article = next;
            }
            assert.equal(workOf(article, 'c').state, reference.now, `after ${index}`);
            if (workOf(article, 'c').state === 'second')
              assert.notEqual(workOf(article, 'c').first?.reviewer, workOf(article, 'c').second?.reviewer);
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
