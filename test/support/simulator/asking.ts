import type { Contact } from '../../../shared/contact.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import { type Deed, someClaim } from './deed.ts';
import type { Person } from './person.ts';

export const answering = (
  person: Person,
  contact: Contact | undefined,
  question = contact?.questions[0]?.id ?? '',
): AnyPart => ({
  kind: 'contact.answer',
  contact: contact?.id ?? '',
  question,
  answer: person.newId(),
  fields: { answer: 'confirms', words: person.newId() },
});

/** Asks somebody about a claim, or does something to the log of a contact. */
export const asks: Deed = (person, luck) => {
  const contacts = [...person.session.visible.contacts.values()];
  const claim = someClaim(person, luck);
  if (!claim) return;
  const [contact, question] = [person.newId(), person.newId()];
  const fields = { question: person.newId() };
  const known = contacts.length > 0 ? luck.pick(contacts) : undefined;
  if (!known || luck.likely(0.2)) {
    person.does([
      { kind: 'contact.add', contact, fields: { person: person.newId() } },
      { kind: 'contact.ask', contact, question, claim, fields },
    ]);
    return;
  }
  const { id, attempts, questions } = known;
  const lines = [...attempts, ...questions, ...questions.flatMap(({ answers }) => answers)];
  const asked = questions.length > 0 ? luck.pick(questions) : undefined;
  const line = lines.length > 0 ? luck.pick(lines).id : undefined;
  const choices: AnyPart[] = [
    { kind: 'contact.ask', contact: id, question, claim, fields },
    { kind: 'contact.attempt', contact: id, attempt: question, fields: { result: 'missed' } },
    { kind: 'contact.revise', contact: id, fields: { note: question } },
    { kind: luck.likely(0.5) ? 'contact.withdraw' : 'contact.reinstate', contact: id },
    ...(line ? [{ kind: luck.likely(0.5) ? 'contact.strike' : 'contact.unstrike', contact: id, line } as const] : []),
  ];
  if (asked)
    choices.push(answering(person, known, asked.id), {
      kind: 'contact.reask',
      contact: id,
      question: asked.id,
      fields,
    });
  person.does([luck.pick(choices)]);
};
