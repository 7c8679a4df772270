import assert from 'node:assert/strict';
import { articleFromJson, articleToJson } from '../../../shared/article.ts';
import { canonicalJson } from '../../../shared/canonical.ts';
import { type AnyPart, parsePart, tracesOf } from '../../../shared/operations/index.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { isInSight, isOpenThread, mentionedIn, type Thread, threadsOf } from '../../../shared/thread.ts';
import { Desk } from '../../support/acting-desk.ts';
import { cut, insert } from '../../support/notation.ts';

const quote = { exact: 'far', prefix: '', suffix: '' };
const onFar: AnyPart = { kind: 'thread.open', thread: 't', quote, message: 'm1', text: 'How far?', mentions: [] };
const onClaim: AnyPart = { kind: 'thread.open', thread: 't', claim: 'c', message: 'm1', text: 'Which?', mentions: [] };
const reply = (message: string, text = 'So far.'): AnyPart => ({
  ...{ kind: 'thread.reply', thread: 't', message },
  ...{ text, mentions: [] },
});
const resolve: AnyPart = { kind: 'thread.resolve', thread: 't' };
const reopen: AnyPart = { kind: 'thread.reopen', thread: 't' };
const withdraw = (message: string): AnyPart => ({ kind: 'thread.withdraw', thread: 't', message });

const moon = (): Desk => new Desk('the [c:moon] is far');
const threadIn = (desk: Desk): Thread => {
  const thread = desk.article.threads.get('t');
  assert.ok(thread);
  return thread;
};
const texts = (desk: Desk): readonly string[] => threadIn(desk).messages.map(({ text }) => text);
const stateOf = (desk: Desk): string | undefined => desk.article.anchors.get('t')?.state;

describe('a thread', () => {
  it('on words follows them as a claim does, and stays in sight when they are gone (T5)', () => {
    const desk = moon().does('ann', onFar).edits('ben', insert(0, 'Look: '));
    assert.equal(stateOf(desk), 'exact');
    assert.equal(stateOf(desk.edits('ben', cut(18, 21))), 'orphaned');
    assert.ok(isOpenThread(desk.article, threadIn(desk)));
    assert.equal(stateOf(desk.edits('ben', insert(18, 'far'))), 'exact');
  });

  it('that came in with a file names whom the file names beside who brought it in (T6), and nobody changes its words', () => {
    const imported = { as: 'comment', author: 'Una Ní', at: '2026-03-04T05:06:00Z' } as const;
    const desk = moon().does('ann', { ...onFar, imported });
    const [message] = threadIn(desk).messages;
    assert.deepEqual([message?.reviewer, message?.imported], ['ann', imported]);
    const revise: AnyPart = { kind: 'thread.revise', thread: 't', message: 'm1', text: 'How near?', mentions: [] };
    desk.refuses('ann', 'admin', revise, 'not-allowed');
    assert.deepEqual(parsePart({ ...onFar, imported: { ...imported, as: 'comment' } }, ''), { ...onFar, imported });
    assert.throws(() => parsePart({ ...onFar, imported: { as: 'rumour', author: '' } }, ''), Invalid);
    assert.equal(parsePart(onFar, '') && 'imported' in parsePart(onFar, ''), false);
  });

  it('on a claim has no place of its own, goes out of sight with the claim and comes back with it', () => {
    const desk = moon().does('ann', onClaim);
    assert.equal(stateOf(desk), undefined);
    assert.deepEqual(
      threadsOf(desk.article, 'c').map(({ id }) => id),
      ['t'],
    );
    desk.does('ann', { kind: 'claim.withdraw', claim: 'c' });
    assert.equal(isOpenThread(desk.article, threadIn(desk)), false);
    desk.does('ann', { kind: 'claim.reinstate', claim: 'c' });
    assert.ok(isOpenThread(desk.article, threadIn(desk)));
  });

  it('takes no id that a claim or another thread has, and is about no claim that is withdrawn or not there', () => {
    const desk = moon().does('ann', onFar);
    desk.refuses('ben', 'editor', onClaim, 'exists');
    desk.refuses('ben', 'editor', { ...onFar, thread: 'c' }, 'exists');
    desk.refuses('ben', 'editor', { ...onClaim, thread: 'u', claim: 'none' }, 'unknown');
    desk.does('ann', { kind: 'claim.withdraw', claim: 'c' });
    desk.refuses('ben', 'editor', { ...onClaim, thread: 'u' }, 'withdrawn');
  });

  it('has its messages in the order of the log, each id once', () => {
    const desk = moon().does('ann', onFar).does('ben', reply('m2', 'Very.')).does('ann', reply('m3', 'Thanks.'));
    assert.deepEqual(texts(desk), ['How far?', 'Very.', 'Thanks.']);
    desk.refuses('ben', 'editor', reply('m2'), 'exists');
  });

  it('is written by annotators and above, and read by viewers', () => {
    const desk = moon().does('ann', onFar);
    for (const part of [reply('m2'), resolve, withdraw('m1'), { ...onFar, thread: 'u' }])
      desk.refuses('vic', 'viewer', part, 'not-allowed');
  });

  it('has no words changed by another hand, and none taken out of sight but by a lead', () => {
    const desk = moon().does('ann', onFar);
    const revise: AnyPart = { kind: 'thread.revise', thread: 't', message: 'm1', text: 'How far away?', mentions: [] };
    desk.refuses('lea', 'admin', revise, 'not-allowed');
    desk.refuses('ben', 'editor', withdraw('m1'), 'not-allowed');
    desk.does('ann', revise);
    assert.deepEqual(texts(desk), ['How far away?']);
    assert.equal(threadIn(desk).messages[0]?.revised?.reviewer, 'ann');
  });

  it('is resolved once and reopened once', () => {
    const desk = moon().does('ann', onFar).does('ben', resolve);
    assert.equal(isOpenThread(desk.article, threadIn(desk)), false);
    desk.refuses('ann', 'editor', resolve, 'no-change');
    assert.ok(isOpenThread(desk.does('ann', reopen).article, threadIn(desk)));
    desk.refuses('ann', 'editor', reopen, 'no-change');
  });

  it('is out of sight when no message is left in it, and back with one', () => {
    const desk = moon().does('ann', onFar).does('ann', withdraw('m1'));
    assert.equal(isInSight(desk.article, threadIn(desk)), false);
    desk.does('ann', { kind: 'thread.reinstate', thread: 't', message: 'm1' });
    assert.ok(isInSight(desk.article, threadIn(desk)));
  });

  it('is as it was after each of its acts is taken back', () => {
    const bare = moon().takesBack('ann', onFar);
    assert.equal(isInSight(bare.article, threadIn(bare)), false);
    const desk = moon().does('ann', onFar);
    desk.takesBack('ann', { kind: 'thread.revise', thread: 't', message: 'm1', text: 'x', mentions: [] });
    desk.takesBack('ben', resolve).takesBack('ben', reply('m2'));
    assert.deepEqual(texts(desk), ['How far?', 'So far.']);
    assert.ok(threadIn(desk).messages[1]?.withdrawn && !threadIn(desk).resolved);
  });

  it('that others have answered is known to be theirs too', () => {
    const desk = moon().does('ann', onFar).does('ben', reply('m2')).does('cem', resolve);
    const whose = (part: AnyPart): readonly string[] => tracesOf(desk.article, [part]).map(({ reviewer }) => reviewer);
    assert.deepEqual(whose(withdraw('m1')), ['ben', 'cem']);
    assert.deepEqual(whose(withdraw('m2')), ['cem']);
  });

  it('is the same after it went through JSON; an article from before there were threads has none', () => {
    const { article } = moon().does('ann', onFar).does('ben', reply('m2'));
    const json = JSON.parse(canonicalJson(articleToJson(article)));
    assert.equal(canonicalJson(articleToJson(articleFromJson(json))), canonicalJson(json));
    const { threads: _, corrections: __, ...older } = json;
    assert.equal(articleFromJson(older).threads.size, 0);
  });
});

describe('a mention', () => {
  const read = (text: string, ...mentions: readonly object[]) =>
    parsePart({ kind: 'thread.reply', thread: 't', message: 'm', text, mentions }, 'part');
  const refused = (text: string, ...mentions: readonly object[]): void =>
    assert.throws(() => read(text, ...mentions), Invalid);

  it('names whom the author picked, each once', () => {
    const mentions = [
      { reviewer: 'ben', from: 0, to: 4 },
      { reviewer: 'ben', from: 9, to: 13 },
    ];
    const desk = moon()
      .does('ann', onFar)
      .does('ann', { ...reply('m2', '@Ben and @Ben'), mentions } as AnyPart);
    const message = threadIn(desk).messages[1];
    assert.deepEqual(message && mentionedIn(message), ['ben']);
  });
  it('is on words of the text that begin with "@", one after another', () => {
    assert.ok(read('Ask @Ben', { reviewer: 'ben', from: 4, to: 8 }));
    refused('Ask @Ben', { reviewer: 'ben', from: 3, to: 8 });
    refused('Ask @Ben', { reviewer: 'ben', from: 4, to: 9 });
    refused('Ask @Ben', { reviewer: 'ben', from: 4, to: 5 });
    refused('Ask @Ben', { reviewer: '<b>', from: 4, to: 8 });
    refused('@@Ben', { reviewer: 'a', from: 0, to: 5 }, { reviewer: 'b', from: 1, to: 5 });
  });
});
