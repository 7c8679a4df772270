import assert from 'node:assert/strict';
import { articleFromJson, articleToJson } from '../../../shared/article.ts';
import { canonicalJson } from '../../../shared/canonical.ts';
import { askedAbout, questionState } from '../../../shared/contact.ts';
import { noticesBetween } from '../../../shared/notice.ts';
import { type AnyPart, parsePart, tracesOf } from '../../../shared/operations/index.ts';
import { outcomeOf, staleness } from '../../../shared/outcome.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { tasksOf } from '../../../shared/task.ts';
import { workOf } from '../../../shared/work-now.ts';
import { Desk } from '../../support/acting-desk.ts';

const add: AnyPart = { kind: 'contact.add', contact: 'p', fields: { person: 'Ann Power', consent: 'public' } };
const ask: AnyPart = {
  kind: 'contact.ask',
  contact: 'p',
  question: 'q',
  claim: 'c',
  fields: { question: 'Where is it from?', askedOn: '2026-05-01', deadline: '2026-05-03' },
};
const attempt: AnyPart = { kind: 'contact.attempt', contact: 'p', attempt: 't', fields: { result: 'missed' } };
const answer = (id = 'n', kind: 'disputes' | 'declined' | 'none' = 'disputes'): AnyPart => ({
  kind: 'contact.answer',
  contact: 'p',
  question: 'q',
  answer: id,
  fields: { answer: kind, words: 'It is not so.' },
});
const strike = (line: string): AnyPart => ({ kind: 'contact.strike', contact: 'p', line });
const give: AnyPart = {
  kind: 'verdict.give',
  verdict: 'v',
  claim: 'c',
  scale: 'truth@1',
  rating: 'true',
  rationale: '',
};

const moon = (): Desk => new Desk('the [c:moon] is far').does('ann', add);
const asked = (): Desk => moon().does('ann', ask);
const contact = ({ article }: Desk) => {
  const found = article.contacts.get('p');
  assert.ok(found);
  return found;
};
const standing = ({ article }: Desk): string | undefined => askedAbout(article.contacts, 'c')[0]?.answer?.id;
const staleBy = ({ article }: Desk): string | undefined => {
  const verdict = article.verdicts.get('v');
  assert.ok(verdict);
  return staleness(article, verdict);
};

const parsesNot = (part: unknown, where: RegExp): void =>
  assert.throws(
    () => parsePart(part, 'part'),
    (error) => error instanceof Invalid && where.test(error.message),
  );

describe('somebody who is asked about claims', () => {
  it('has a name or a role, and only the fields of the table', () => {
    parsesNot(
      { kind: 'contact.add', contact: 'p', fields: { reach: '1' } },
      /part\.fields: person or role is expected/,
    );
    parsesNot(
      { kind: 'contact.add', contact: 'p', fields: { name: 'x' } },
      /part\.fields\.name: there is no such field/,
    );
    parsesNot({ kind: 'contact.add', contact: 'p p', fields: { person: 'x' } }, /part\.contact: an id/);
    parsesNot({ kind: 'contact.revise', contact: 'p', fields: { consent: 'yes' } }, /part\.fields\.consent/);
  });

  it('is shown to the desk and has agreed to nothing unless it is said', () => {
    const { visibility, consent } = contact(
      new Desk('x').does('ann', { ...add, fields: { role: 'Press office' } } as AnyPart),
    );
    assert.deepEqual([visibility, consent], ['desk', '']);
  });

  it('is withdrawn with the whole log, never deleted, and comes back with it (T5)', () => {
    const desk = asked().does('ann', answer(), { kind: 'contact.withdraw', contact: 'p' });
    assert.equal(askedAbout(desk.article.contacts, 'c').length, 0);
    assert.equal(contact(desk).questions[0]?.answers.length, 1);
    desk.refuses('ann', 'lead', ask, 'unknown');
    desk.refuses('ann', 'lead', { kind: 'contact.withdraw', contact: 'p' }, 'unknown');
    desk.does('ann', { kind: 'contact.reinstate', contact: 'p' });
    assert.equal(standing(desk), 'n');
    desk.refuses('ann', 'lead', { kind: 'contact.reinstate', contact: 'p' }, 'no-change');
  });

  it('is revised by everyone from the role of an annotator on, withdrawn by who put them down and by a lead', () => {
    const desk = asked();
    const parts: readonly AnyPart[] = [
      add,
      ask,
      attempt,
      answer(),
      { kind: 'contact.revise', contact: 'p', fields: {} },
    ];
    for (const part of parts) desk.refuses('vic', 'viewer', part, 'not-allowed');
    desk.refuses('ben', 'editor', { kind: 'contact.withdraw', contact: 'p' }, 'not-allowed');
    desk.refuses('ben', 'editor', strike('q'), 'not-allowed');
    desk.refuses(
      'ben',
      'editor',
      { kind: 'contact.revise', contact: 'p', fields: { visibility: ['ben'] } },
      'not-allowed',
    );
    desk.refuses('ann', 'annotator', add, 'exists');
  });
});

describe('the log of a contact', () => {
  it('has each attempt to reach them as a line', () => {
    const desk = moon()
      .does('ann', attempt)
      .does('ben', { ...attempt, attempt: 't2', fields: { result: 'sent' } } as AnyPart);
    assert.deepEqual(
      contact(desk).attempts.map(({ id, reviewer, result }) => [id, reviewer, result]),
      [
        ['t', 'ann', 'missed'],
        ['t2', 'ben', 'sent'],
      ],
    );
    parsesNot({ kind: 'contact.attempt', contact: 'p', attempt: 't', fields: {} }, /result is expected/);
  });

  it('has an id once, whatever the line is', () => {
    const desk = asked().does('ann', attempt, answer());
    for (const id of ['q', 't', 'n']) {
      desk.refuses('ann', 'lead', { ...ask, question: id } as AnyPart, 'exists');
      desk.refuses('ann', 'lead', { ...attempt, attempt: id } as AnyPart, 'exists');
      desk.refuses('ann', 'lead', answer(id), 'exists');
    }
  });

  it('takes questions about claims that are there and have a record of their own', () => {
    moon().refuses('ann', 'lead', { ...ask, claim: 'x' } as AnyPart, 'unknown');
    moon().refuses('ann', 'lead', { ...ask, contact: 'x' } as AnyPart, 'unknown');
    moon().does('ann', { kind: 'claim.withdraw', claim: 'c' }).refuses('ann', 'lead', ask, 'withdrawn');
    const two = new Desk('the [c:moon] is a [d:moon]').does('ann', add);
    two.does('ann', { kind: 'claim.revise', claim: 'd', fields: { sameAs: 'c' } });
    two.refuses('ann', 'lead', { ...ask, claim: 'd' } as AnyPart, 'occurrence');
    parsesNot({ ...ask, fields: { question: ' ' } }, /question is expected/);
  });

  it('lets a newer answer stand for the older, and the older again when the newer is struck out', () => {
    const desk = asked().does('ann', answer('n1'), answer('n2'));
    assert.equal(standing(desk), 'n2');
    assert.equal(standing(desk.does('ann', strike('n2'))), 'n1');
    desk.refuses('ann', 'lead', strike('n2'), 'unknown');
    desk.refuses('ann', 'lead', { ...answer('n3'), question: 'x' } as AnyPart, 'unknown');
    assert.equal(standing(desk.does('ann', { kind: 'contact.unstrike', contact: 'p', line: 'n2' })), 'n2');
    desk.refuses('ann', 'lead', { kind: 'contact.unstrike', contact: 'p', line: 'n2' }, 'no-change');
    assert.equal(contact(desk).questions[0]?.answers.length, 2);
  });

  it('counts no struck question, and takes no answer to it', () => {
    const desk = asked().does('ann', answer(), strike('q'));
    assert.deepEqual(askedAbout(desk.article.contacts, 'c'), []);
    desk.refuses('ann', 'lead', answer('n2'), 'unknown');
  });

  it('says how it stands with a question: to be asked, waited for, overdue the day after, answered', () => {
    const stateOn = (desk: Desk, today: string) =>
      askedAbout(desk.article.contacts, 'c').map((each) => questionState(each, today));
    const planned = moon().does('ann', { ...ask, fields: { question: 'Why?' } } as AnyPart);
    assert.deepEqual(stateOn(planned, '2026-05-09'), ['planned']);
    assert.deepEqual(stateOn(asked(), '2026-05-03'), ['waiting']);
    assert.deepEqual(stateOn(asked(), '2026-05-04'), ['overdue']);
    assert.deepEqual(stateOn(asked().does('ann', answer()), '2026-05-04'), ['answered']);
    const extended = asked().does('ben', {
      kind: 'contact.reask',
      contact: 'p',
      question: 'q',
      fields: { deadline: '2026-06' },
    });
    assert.deepEqual(stateOn(extended, '2026-06-30'), ['waiting']);
    assert.equal(contact(extended).questions[0]?.revised?.reviewer, 'ben');
  });

  it('is waited for in the tasks of the claim until somebody puts an answer down', () => {
    const waited = ({ article }: Desk) => tasksOf(article).map(({ replyBy }) => replyBy);
    assert.deepEqual(waited(asked()), ['2026-05-03']);
    assert.deepEqual(waited(moon()), [undefined]);
    assert.deepEqual(waited(asked().does('ann', answer('n', 'none'))), [undefined]);
  });

  it('is read back as it was written, and is not written where there is none', () => {
    const { article } = asked().does('ann', attempt, answer(), strike('t'));
    const written = canonicalJson(articleToJson(article));
    assert.equal(canonicalJson(articleToJson(articleFromJson(JSON.parse(written)))), written);
    assert.equal('contacts' in JSON.parse(canonicalJson(articleToJson(new Desk('x').article))), false);
  });
});

describe('an answer and a verdict (T8)', () => {
  it('makes a verdict stale that did not know of it, and not one given after it', () => {
    const desk = asked().does('ben', give).does('ann', answer());
    assert.equal(staleBy(desk), 'answers');
    assert.equal(outcomeOf(desk.article, 'c')?.stale, 'answers');
    assert.equal(staleBy(asked().does('ann', answer()).does('ben', give)), undefined);
  });

  it('says nothing about the claim when it is no comment, or none', () => {
    assert.equal(staleBy(asked().does('ben', give).does('ann', answer('n', 'declined'))), undefined);
    assert.equal(staleBy(asked().does('ben', give).does('ann', answer('n', 'none'))), undefined);
    assert.equal(staleBy(asked().does('ben', give, attempt)), undefined);
  });

  it('lets a verdict hold again when it is struck out, and makes one stale that rested on it', () => {
    const before = asked().does('ben', give).does('ann', answer());
    assert.equal(staleBy(before.does('ann', strike('n'))), undefined);
    const after = asked().does('ann', answer()).does('ben', give);
    assert.equal(staleBy(after.does('ann', strike('q'))), 'answers');
  });

  it('opens a claim again that was ready, and tells who judged it', () => {
    const desk = asked().does('ben', give).does('ben', { kind: 'work.move', claim: 'c', move: 'ready', reason: '' });
    const before = desk.article;
    desk.does('ann', answer());
    const { state, cause } = workOf(desk.article, 'c');
    assert.deepEqual([state, cause], ['reopened', 'answers']);
    assert.ok(noticesBetween(before, desk.article).some(({ kind, to }) => kind === 'stale' && to === 'ben'));
  });

  it('is in no verdict of before there were contacts', () =>
    assert.deepEqual(Object.keys(moon().does('ben', give).article.verdicts.get('v')?.judged ?? {}), [
      'words',
      'evidence',
    ]));
});

describe('taking back what was done about a contact', () => {
  it('undoes each kind, and nothing is deleted (T5)', () => {
    assert.ok(contact(new Desk('the [c:moon]').takesBack('ann', add)).withdrawn);
    assert.ok(contact(moon().takesBack('ann', ask)).questions[0]?.withdrawn);
    assert.ok(contact(moon().takesBack('ann', attempt)).attempts[0]?.withdrawn);
    assert.equal(standing(asked().does('ann', answer('n1')).takesBack('ann', answer('n2'))), 'n1');
    assert.equal(standing(asked().does('ann', answer()).takesBack('ann', strike('n'))), 'n');
    assert.equal(contact(moon().takesBack('ann', { kind: 'contact.withdraw', contact: 'p' })).withdrawn, undefined);
    const revise: AnyPart = { kind: 'contact.revise', contact: 'p', fields: { person: 'A. Power', role: 'envoy' } };
    const { person, role } = contact(moon().takesBack('ann', revise));
    assert.deepEqual([person, role], ['Ann Power', '']);
    const reask: AnyPart = { kind: 'contact.reask', contact: 'p', question: 'q', fields: { deadline: '' } };
    assert.equal(contact(asked().takesBack('ann', reask)).questions[0]?.deadline, '2026-05-03');
    const unstrike: AnyPart = { kind: 'contact.unstrike', contact: 'p', line: 'n' };
    assert.equal(standing(asked().does('ann', answer(), strike('n')).takesBack('ann', unstrike)), undefined);
    const reinstate: AnyPart = { kind: 'contact.reinstate', contact: 'p' };
    const gone = moon().does('ann', { kind: 'contact.withdraw', contact: 'p' });
    assert.ok(contact(gone.takesBack('ann', reinstate)).withdrawn);
  });

  it('names whose work it would set aside', () => {
    const { article } = asked().does('ben', answer()).does('cleo', give);
    const by = (part: AnyPart) => tracesOf(article, [part]).map(({ reviewer }) => reviewer);
    assert.deepEqual(by(strike('q')), ['ben']);
    assert.deepEqual(by(strike('n')), ['cleo']);
    assert.deepEqual(by({ kind: 'contact.withdraw', contact: 'p' }), ['ann', 'ben']);
  });
});
