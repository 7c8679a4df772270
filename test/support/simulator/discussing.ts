import { correctingSteps } from '../../../client/correcting.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import { quoteAt } from '../../../shared/quote.ts';
import { type Deed, someClaim, someRange } from './deed.ts';

export const discusses: Deed = (person, luck) => {
  const { threads } = person.session.visible;
  const [from, to] = someRange(person, luck, 20);
  const quote = quoteAt(person.editor.doc, from, to);
  const claim = someClaim(person, luck);
  const said = { message: person.newId(), text: person.newId(), mentions: [] };
  const thread = threads.size > 0 ? luck.pick([...threads.values()]) : undefined;
  const choices: AnyPart[] = [];
  if (quote.exact.trim() !== '')
    choices.push({ kind: 'thread.open', thread: person.newId(), place: { from, to }, quote, ...said });
  if (claim) choices.push({ kind: 'thread.open', thread: person.newId(), claim, ...said });
  if (thread) {
    const message = luck.pick(thread.messages).id;
    choices.push(
      { kind: 'thread.reply', thread: thread.id, ...said },
      { kind: 'thread.revise', thread: thread.id, ...said, message },
      { kind: luck.likely(0.5) ? 'thread.resolve' : 'thread.reopen', thread: thread.id },
      { kind: luck.likely(0.5) ? 'thread.withdraw' : 'thread.reinstate', thread: thread.id, message },
    );
  }
  if (choices.length > 0) person.does([luck.pick(choices)]);
};

export const suggests: Deed = (person, luck) => {
  const [from, to] = someRange(person, luck, 12);
  const quote = quoteAt(person.editor.doc, from, to);
  if (quote.exact.trim() !== quote.exact || quote.exact === '' || quote.exact.includes('\n')) return;
  const words = luck.pick(['', person.word(), `${person.word()} ${quote.exact}`, `${quote.exact} ${person.word()}`]);
  const correction = { correction: person.newId(), place: { from, to }, quote, to: words, why: '' };
  person.does([{ kind: 'correction.suggest', ...correction }]);
};

export const answers: Deed = (person, luck) => {
  const { visible } = person.session;
  const corrections = [...visible.corrections.values()];
  if (corrections.length === 0) return;
  const correction = luck.pick(corrections);
  const { id } = correction;
  const steps = correctingSteps(visible, correction);
  if (luck.likely(0.6) && steps.length > 0)
    person.does(
      [
        { kind: 'text', target: 'body', steps },
        { kind: 'correction.accept', correction: id },
      ],
      true,
    );
  else
    person.does([
      luck.pick<AnyPart>([
        { kind: 'correction.decline', correction: id, reason: '' },
        { kind: 'correction.withdraw', correction: id },
        { kind: 'correction.reinstate', correction: id },
      ]),
    ]);
};
