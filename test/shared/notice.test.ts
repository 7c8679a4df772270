import assert from 'node:assert/strict';
import { type Notice, noticesBetween, sentenceOf } from '../../shared/notice.ts';
import { askedAndAnswered, paragraph, type Writing, writing } from '../support/edition.ts';

const begun = (): Writing =>
  writing('Moon', [paragraph('The moon is 384,400 kilometres away, on average.')]).mark(
    'una',
    'c1',
    '384,400 kilometres',
  );

const message = (id: string, text: string, mentions: readonly object[] = []) => ({ message: id, text, mentions });

/** What is told of what is done to an article. */
const tells = (
  says: string,
  before: (desk: Writing) => Writing,
  done: (desk: Writing) => Writing,
  told: readonly string[],
) =>
  it(says, () => {
    const desk = before(begun());
    const was = desk.article;
    const notices = noticesBetween(was, done(desk).article);
    assert.deepEqual(
      notices.map(({ kind, to, by }) => [kind, `to ${to}`, by && `by ${by}`].filter(Boolean).join(' ')),
      told,
    );
  });

const nothing = (desk: Writing): Writing => desk;
const thread = (desk: Writing): Writing =>
  desk.act('una', { kind: 'thread.open', thread: 't1', claim: 'c1', ...message('m1', 'Is it?') });
const judged = (desk: Writing): Writing =>
  desk.act('ben', { kind: 'verdict.give', verdict: 'v1', claim: 'c1', scale: 'truth@1', rating: 'true' });
const ready = (desk: Writing): Writing => judged(desk).act('ben', { kind: 'work.move', claim: 'c1', move: 'ready' });
const suggested = (desk: Writing): Writing =>
  desk.act('ben', {
    kind: 'correction.suggest',
    correction: 'k1',
    claim: 'c1',
    quote: { exact: 'kilometres', prefix: '', suffix: '' },
    to: 'km',
    why: 'house style',
  });

describe('what people are told', () => {
  const mention = [{ reviewer: 'ben', from: 0, to: 4 }];

  tells(
    'who is mentioned hears of it',
    nothing,
    (desk) =>
      desk.act('una', { kind: 'thread.open', thread: 't1', claim: 'c1', ...message('m1', '@Ben look', mention) }),
    ['mention to ben by una'],
  );
  tells(
    'who asked hears of the answer that another puts down, and not of their own',
    (desk) => desk.act('una', ...askedAndAnswered('p', 'c1', { person: 'Ann' }, {})),
    (desk) =>
      desk
        .act('ben', { kind: 'contact.answer', contact: 'p', question: 'q', answer: 'n1', fields: { answer: 'none' } })
        .act('una', { kind: 'contact.answer', contact: 'p', question: 'q', answer: 'n2', fields: { answer: 'none' } }),
    ['answered to una by ben'],
  );
  tells(
    'who is mentioned later hears of it, who was mentioned before does not again',
    (desk) =>
      desk.act('una', { kind: 'thread.open', thread: 't1', claim: 'c1', ...message('m1', '@Ben look', mention) }),
    (desk) =>
      desk.act('una', {
        kind: 'thread.revise',
        thread: 't1',
        ...message('m1', '@Ben @Cho look', [...mention, { reviewer: 'cho', from: 5, to: 9 }]),
      }),
    ['mention to cho by una'],
  );
  tells(
    'who wrote in a thread hears of an answer, and nobody of their own',
    thread,
    (desk) =>
      desk
        .act('ben', { kind: 'thread.reply', thread: 't1', ...message('m2', 'It is.') })
        .act('una', { kind: 'thread.reply', thread: 't1', ...message('m3', 'Good.') }),
    ['reply to una by ben', 'reply to ben by una'],
  );
  tells(
    'who is assigned a claim hears of it',
    nothing,
    (desk) => desk.act('una', { kind: 'claim.revise', claim: 'c1', fields: { assignee: 'ben' } }),
    ['assigned to ben by una'],
  );
  tells(
    'who takes a claim themselves is not told',
    nothing,
    (desk) => desk.act('ben', { kind: 'claim.revise', claim: 'c1', fields: { assignee: 'ben' } }),
    [],
  );
  tells(
    'who worked on a claim hears that it was checked',
    ready,
    (desk) => desk.act('cho', { kind: 'work.move', claim: 'c1', move: 'first' }),
    ['checked to ben by cho'],
  );
  tells(
    'who worked on a claim hears that it was reopened',
    ready,
    (desk) => desk.act('cho', { kind: 'work.move', claim: 'c1', move: 'reopen', reason: 'Which average?' }),
    ['reopened to ben by cho'],
  );
  tells('who judged a claim hears that its words changed (T8)', judged, (desk) => desk.replace('una', '384', '348'), [
    'stale to ben',
  ]);
  tells(
    'who checked a claim hears that it is open again, once (T8)',
    (desk) => ready(desk).act('cho', { kind: 'work.move', claim: 'c1', move: 'first' }),
    (desk) => desk.replace('una', '384', '348').replace('una', '348', '843'),
    ['reopened to cho', 'stale to ben'],
  );
  tells(
    'what changed and changed back is no news',
    judged,
    (desk) => desk.replace('una', '384', '348').replace('una', '348', '384'),
    [],
  );
  tells(
    'who suggested a correction hears what became of it',
    suggested,
    (desk) => desk.act('una', { kind: 'correction.decline', correction: 'k1', reason: 'Not here' }),
    ['declined to ben by una'],
  );
  tells('nobody hears of a claim being marked', nothing, (desk) => desk.mark('ben', 'c2', 'on average'), []);

  it('a signature is told as one, and a check as a check', () => {
    const desk = ready(begun());
    const sentences = (['first', 'sign'] as const).flatMap((move) => {
      const was = desk.article;
      const now = desk.act('una', { kind: 'work.move', claim: 'c1', move }).article;
      return noticesBetween(was, now).map((notice) => [notice.kind, sentenceOf(notice)]);
    });
    assert.deepEqual(sentences, [
      ['checked', 'Your claim was checked'],
      ['checked', 'Your claim was signed'],
    ]);
  });

  it('keeps a few words of what was said', () => {
    const desk = begun();
    const was = desk.article;
    const long = `@Ben ${'so '.repeat(200)}`;
    const [notice] = noticesBetween(
      was,
      desk.act('una', { kind: 'thread.open', thread: 't1', claim: 'c1', ...message('m1', long, mention) }).article,
    );
    const { words, ...rest } = notice as Notice;
    assert.equal(words, long.slice(0, 160));
    assert.deepEqual(rest, {
      kind: 'mention',
      to: 'ben',
      by: 'una',
      at: desk.entries.at(-1)?.at,
      about: 'm1',
      claim: 'c1',
    });
  });
});
