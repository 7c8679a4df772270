import type { AnswerFields, AttemptFields, ContactFields, QuestionFields } from '../shared/contact.ts';
import { askedOf } from '../shared/contact.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import { type Command, doing, noParts } from './commands.ts';

/** A claim with what is asked about it. */
export interface AskedAbout {
  readonly claim: string;
  readonly fields: Partial<QuestionFields>;
}

/** Puts down what somebody is asked about claims: a contact of the article, or a new one, which is added in the same operation. */
export const askAbout = (contact: string | Partial<ContactFields>, claims: readonly AskedAbout[]): Command =>
  doing(({ newId }) => {
    const id = typeof contact === 'string' ? contact : newId();
    const asks = claims.map((asked): AnyPart => ({ kind: 'contact.ask', contact: id, question: newId(), ...asked }));
    return typeof contact === 'string' ? asks : [{ kind: 'contact.add', contact: id, fields: contact }, ...asks];
  });

export const reviseContact = (contact: string, fields: Partial<ContactFields>): Command =>
  doing(() => [{ kind: 'contact.revise', contact, fields }]);

export const withdrawContact = (contact: string): Command => doing(() => [{ kind: 'contact.withdraw', contact }]);

export const reinstateContact = (contact: string): Command => doing(() => [{ kind: 'contact.reinstate', contact }]);

/** Changes a question, or until when its answer is waited for. */
export const reviseQuestion = (contact: string, question: string, fields: Partial<QuestionFields>): Command =>
  doing(() => [{ kind: 'contact.reask', contact, question, fields }]);

/** Puts down an answer, and with it what somebody agreed to when they gave it. */
export const answerQuestion = (
  contact: string,
  question: string,
  fields: Partial<AnswerFields>,
  about: Partial<ContactFields> = {},
): Command =>
  doing(({ newId }) => [
    { kind: 'contact.answer', contact, question, answer: newId(), fields },
    ...(Object.keys(about).length > 0 ? [{ kind: 'contact.revise', contact, fields: about } as const] : []),
  ]);

/** Puts down an attempt to reach somebody; who was reached, or written to, was asked what was still to be asked. */
export const logAttempt = (contact: string, fields: Partial<AttemptFields>): Command =>
  doing(({ article, newId }) => {
    const found = article.contacts.get(contact);
    if (!found || found.withdrawn) return noParts;
    const { result, triedOn: askedOn = '' } = fields;
    const asks = (result === 'reached' || result === 'sent') && askedOn !== '';
    const planned = asks ? askedOf(found).filter(({ question, answer }) => question.askedOn === '' && !answer) : [];
    return [
      { kind: 'contact.attempt', contact, attempt: newId(), fields },
      ...planned.map(
        ({ question }): AnyPart => ({ kind: 'contact.reask', contact, question: question.id, fields: { askedOn } }),
      ),
    ];
  });

export const strikeLine = (contact: string, line: string): Command =>
  doing(() => [{ kind: 'contact.strike', contact, line }]);

export const unstrikeLine = (contact: string, line: string): Command =>
  doing(() => [{ kind: 'contact.unstrike', contact, line }]);
