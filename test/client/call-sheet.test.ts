import assert from 'node:assert/strict';
import { answerBy, callInText, callsOf, mailtoOf, unaskedIn } from '../../client/call-sheet.ts';
import type { Command, Effect, Sight } from '../../client/commands.ts';
import { askAbout, logAttempt } from '../../client/contact-commands.ts';
import { addMessages } from '../../client/strings/index.ts';
import { later } from '../../client/strings/later/index.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { Desk } from '../support/acting-desk.ts';

const TODAY = '2026-05-04';

const power = { name: 'Ann Power', kind: 'person', role: 'envoy' };
const data = { name: 'Ministry data', kind: 'dataset' };

const says = (claim: string, ...attribution: readonly object[]): AnyPart =>
  ({ kind: 'claim.revise', claim, fields: { attribution } }) as unknown as AnyPart;

const asks = (contact: string, claim: string, deadline = '', askedOn = '2026-05-01'): readonly AnyPart[] => [
  { kind: 'contact.add', contact, fields: { person: contact } },
  { kind: 'contact.ask', contact, question: 'q', claim, fields: { question: 'Is it so?', askedOn, deadline } },
];

const moon = (): Desk => new Desk('the [c:moon] is [d:far] away');

const partsOf = (desk: Desk, command: Command) => {
  let count = 0;
  const sight = {
    article: desk.article,
    reviewer: { id: 'ann', role: 'annotator' },
    claim: undefined,
    selection: { from: 0, to: 0 },
    editing: false,
    newId: () => `id${++count}`,
  } as const satisfies Sight;
  let effect: Effect = {};
  command(sight, (made) => {
    effect = made;
  });
  return effect;
};

describe('a call sheet', () => {
  before(() => addMessages(later));
  after(() => addMessages({}));

  it('has a page for each who owes an answer, the nearest deadline first', () => {
    const desk = moon().does(
      'ann',
      ...asks('late', 'c', '2026-06-01'),
      ...asks('soon', 'd', '2026-05-05'),
      ...asks('any', 'c'),
    );
    const answer = {
      kind: 'contact.answer',
      contact: 'any',
      question: 'q',
      answer: 'n',
      fields: { answer: 'none' },
    } as const;
    const names = (each: Desk) => callsOf(each.article, TODAY).map(({ contact }) => contact.person);
    assert.deepEqual(names(desk), ['soon', 'late', 'any']);
    assert.deepEqual(names(desk.does('ann', answer)), ['soon', 'late']);
    assert.deepEqual(names(desk.does('ann', { kind: 'contact.withdraw', contact: 'soon' })), ['late']);
  });

  it('names who said open claims and was not asked about them, and no data set', () => {
    const desk = moon().does('ann', says('c', power, data), says('d', power));
    assert.deepEqual(unaskedIn(desk.article), [{ name: 'Ann Power', role: 'envoy', claims: ['c', 'd'] }]);
    desk.does('ann', ...asks(' ann power', 'c'));
    assert.deepEqual(unaskedIn(desk.article)[0]?.claims, ['d']);
    assert.deepEqual(unaskedIn(desk.does('ann', { kind: 'claim.withdraw', claim: 'd' }).article), []);
  });

  it('is a mail that says what the article says, and by when to reply', () => {
    const desk = moon().does('ann', ...asks('Ann', 'c', '2026-05-05'));
    const [call] = callsOf(desk.article, TODAY);
    assert.ok(call);
    assert.equal(answerBy(call.open), '2026-05-05');
    const text = callInText(desk.article, call);
    assert.match(text, /^Dear Ann,[\s\S]*1\. Is it so\?\n {3}The article says: “moon”[\s\S]*by 5 May 2026/);
    const mail = mailtoOf('Ann <ann@example.org>', 'A & B', text) ?? '';
    assert.equal(mail.slice(0, 40), 'mailto:ann@example.org?subject=A%20%26%2');
    assert.equal(new URL(mail).searchParams.get('body'), text.replaceAll('\n', '\r\n'));
    assert.equal(mailtoOf('+49 30 1', 'A', text), undefined);
    assert.equal(mailtoOf('a@b.example?bcc=x@y.example', 'A', '')?.includes('bcc=x'), false);
    assert.equal(mailtoOf('a@b.example', 'A', 'x'.repeat(2_000)), undefined);
  });
});

describe('asking', () => {
  it('adds a new contact and what they are asked in one piece', () => {
    const { parts, atomic } = partsOf(
      moon(),
      askAbout({ person: 'Ann' }, [{ claim: 'c', fields: { question: 'Why?' } }]),
    );
    assert.deepEqual(
      parts?.map(({ kind }) => kind),
      ['contact.add', 'contact.ask'],
    );
    assert.equal(atomic, true);
  });

  it('counts as done when somebody was reached, and not when they were not', () => {
    const desk = moon().does('ann', ...asks('p', 'c', '', ''));
    const kinds = (result: 'reached' | 'missed') =>
      partsOf(desk, logAttempt('p', { triedOn: TODAY, result })).parts?.map(({ kind }) => kind);
    assert.deepEqual(kinds('missed'), ['contact.attempt']);
    assert.deepEqual(kinds('reached'), ['contact.attempt', 'contact.reask']);
  });
});
