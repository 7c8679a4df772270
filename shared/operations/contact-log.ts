import type { Article } from '../article.ts';
import {
  ANSWER_FIELDS,
  type AnswerFields,
  ATTEMPT_FIELDS,
  type AttemptFields,
  type Contact,
  type LogLine,
  QUESTION_FIELDS,
  type Question,
  type QuestionFields,
} from '../contact.ts';
import { someOf, withEmpty } from '../fields.ts';
import { verdictsOf } from '../outcome.ts';
import { mainOf } from '../relations.ts';
import { changed, lineOf, parsed, tracesOfLines } from './contact-change.ts';
import { isRefusal, type Kind, type Part, type Refusal, refuse } from './kind.ts';
import { ownOrLead } from './may.ts';
import { tracesOfRecord, tracesOfVerdicts } from './traces.ts';

/** Puts down what somebody is asked about a claim. */
export interface Ask extends Part {
  readonly kind: 'contact.ask';
  readonly contact: string;
  readonly question: string;
  readonly claim: string;
  readonly fields: Partial<QuestionFields>;
}

/** Changes what is asked, when it was, or until when an answer is waited for. */
export interface AskAgain extends Part {
  readonly kind: 'contact.reask';
  readonly contact: string;
  readonly question: string;
  readonly fields: Partial<QuestionFields>;
}

/** Puts down what came of a question; an earlier answer gives way to it and stays in the log. */
export interface GiveAnswer extends Part {
  readonly kind: 'contact.answer';
  readonly contact: string;
  readonly question: string;
  readonly answer: string;
  readonly fields: Partial<AnswerFields>;
}

/** Puts down an attempt to reach somebody. */
export interface Attempted extends Part {
  readonly kind: 'contact.attempt';
  readonly contact: string;
  readonly attempt: string;
  readonly fields: Partial<AttemptFields>;
}

/** Strikes a line out of a contact's log, or lets it stand again: an attempt, a question or an answer. */
export interface Strike extends Part {
  readonly kind: 'contact.strike' | 'contact.unstrike';
  readonly contact: string;
  readonly line: string;
}

const ask: Kind<Ask> = {
  parse: parsed(['contact', 'question', 'claim'], QUESTION_FIELDS, ['question']),
  apply: (article, part, { reviewer, at }) => {
    const claim = article.claims.get(part.claim);
    if (!claim) return refuse('unknown');
    if (claim.withdrawn) return refuse('withdrawn');
    if (mainOf(article.claims, claim.id) !== claim.id) return refuse('occurrence');
    return changed(article, part.contact, (contact) => {
      if (lineOf(contact, part.question)) return refuse('exists');
      const signed = { id: part.question, claim: claim.id, reviewer, at, answers: [] };
      return {
        ...contact,
        questions: [...contact.questions, { ...withEmpty(QUESTION_FIELDS, part.fields), ...signed }],
      };
    });
  },
  invert: (_before, { contact, question: line }) => [{ kind: 'contact.strike', contact, line } satisfies Strike],
};

const questionIn = (contact: Contact | undefined, id: string): Question | undefined =>
  contact?.questions.find((question) => question.id === id);

/** The article with another question in the place of one; of one that was struck out nothing comes. */
const changedQuestion = (
  article: Article,
  part: AskAgain | GiveAnswer,
  change: (question: Question, contact: Contact) => Question | Refusal,
): Article | Refusal =>
  changed(article, part.contact, (contact) => {
    const question = questionIn(contact, part.question);
    if (!question || question.withdrawn) return refuse('unknown');
    const after = change(question, contact);
    if (isRefusal(after)) return after;
    return { ...contact, questions: contact.questions.map((each) => (each === question ? after : each)) };
  });

const askAgain: Kind<AskAgain> = {
  parse: parsed(['contact', 'question'], QUESTION_FIELDS),
  apply: (article, part, { reviewer, at }) =>
    changedQuestion(article, part, (question) => ({ ...question, ...part.fields, revised: { reviewer, at } })),
  invert: (before, part) => {
    const question = questionIn(before.contacts.get(part.contact), part.question);
    return question ? [{ ...part, fields: someOf(question, part.fields) } satisfies AskAgain] : [];
  },
  traces: (article, { contact, question }) => tracesOfRecord(questionIn(article.contacts.get(contact), question)),
};

const giveAnswer: Kind<GiveAnswer> = {
  parse: parsed(['contact', 'question', 'answer'], ANSWER_FIELDS, ['answer']),
  apply: (article, part, { reviewer, at }) =>
    changedQuestion(article, part, (question, contact) => {
      if (lineOf(contact, part.answer)) return refuse('exists');
      const answer = { ...withEmpty(ANSWER_FIELDS, part.fields), id: part.answer, reviewer, at };
      return { ...question, answers: [...question.answers, answer] };
    }),
  invert: (_before, { contact, answer: line }) => [{ kind: 'contact.strike', contact, line } satisfies Strike],
};

const attempted: Kind<Attempted> = {
  parse: parsed(['contact', 'attempt'], ATTEMPT_FIELDS, ['result']),
  apply: (article, part, { reviewer, at }) =>
    changed(article, part.contact, (contact) => {
      if (lineOf(contact, part.attempt)) return refuse('exists');
      const attempt = { ...withEmpty(ATTEMPT_FIELDS, part.fields), id: part.attempt, reviewer, at };
      return { ...contact, attempts: [...contact.attempts, attempt] };
    }),
  invert: (_before, { contact, attempt: line }) => [{ kind: 'contact.strike', contact, line } satisfies Strike],
};

/** A contact with a line of its log signed as struck out, or, without a signature, standing again. */
const marked = (contact: Contact, line: string, withdrawn?: LogLine['withdrawn']): Contact => {
  const mark = <L extends LogLine>(found: L): L => {
    if (found.id !== line) return found;
    const { withdrawn: _, ...rest } = found;
    return { ...rest, ...(withdrawn && { withdrawn }) } as L;
  };
  const questions = contact.questions.map((question) => ({ ...mark(question), answers: question.answers.map(mark) }));
  return { ...contact, attempts: contact.attempts.map(mark), questions };
};

const mayStrike: Kind<Strike>['may'] = (article, part, reviewer) =>
  ownOrLead(lineOf(article.contacts.get(part.contact), part.line)?.reviewer, reviewer);

const strike: Kind<Strike> = {
  parse: parsed(['contact', 'line']),
  may: mayStrike,
  apply: (article, part, { reviewer, at }) =>
    changed(article, part.contact, (contact) => {
      const line = lineOf(contact, part.line);
      return !line || line.withdrawn ? refuse('unknown') : marked(contact, line.id, { reviewer, at });
    }),
  invert: (_before, part) => [{ ...part, kind: 'contact.unstrike' } satisfies Strike],
  traces: (article, part) => {
    const contact = article.contacts.get(part.contact);
    const key = `${part.contact}/${part.line}`;
    const judging = [...new Set(contact?.questions.map(({ claim }) => claim))]
      .flatMap((claim) => verdictsOf(article, claim))
      .filter(({ judged }) => judged.answers?.includes(key));
    return [
      ...tracesOfRecord(lineOf(contact, part.line)),
      ...tracesOfLines(questionIn(contact, part.line)?.answers ?? []),
      ...tracesOfVerdicts(judging),
    ];
  },
};

const unstrike: Kind<Strike> = {
  parse: parsed(['contact', 'line']),
  may: mayStrike,
  apply: (article, part) =>
    changed(article, part.contact, (contact) => {
      const line = lineOf(contact, part.line);
      if (!line) return refuse('unknown');
      return line.withdrawn ? marked(contact, line.id) : refuse('no-change');
    }),
  invert: (_before, part) => [{ ...part, kind: 'contact.strike' } satisfies Strike],
};

/** What can happen to the log of a contact. */
export const logKinds = {
  'contact.ask': ask,
  'contact.reask': askAgain,
  'contact.answer': giveAnswer,
  'contact.attempt': attempted,
  'contact.strike': strike,
  'contact.unstrike': unstrike,
} as const;
