import type { Signature } from './claim.ts';
import { day, line, oneOf, paragraph, type ValuesOf } from './fields.ts';
import { type Shown, visibleTo } from './visibility.ts';

/** How somebody is reached. */
const CHANNELS = {
  phone: 'Phone',
  mail: 'Email',
  letter: 'Letter',
  meeting: 'In person',
  message: 'Message',
  form: 'Form on a page',
} as const;

/** What somebody agreed to. As long as it is empty nobody has asked, and nothing of them is printed. */
export const CONSENTS = {
  public: 'Public: may be named',
  background: 'On background: may be used, not named',
  secret: 'Secret: for those who know',
} as const;

/** The fields of a contact: a row here is all that a new field takes. */
export const CONTACT_FIELDS = {
  person: line('Person', 200),
  role: line('Role or organisation', 200, 'such as: press office of the ministry'),
  channel: oneOf('Channel', CHANNELS),
  reach: line('Number or address', 300),
  consent: oneOf('Consent', CONSENTS),
  describedAs: line('Described as', 200, 'such as: an engineer who knows the report'),
  note: paragraph('Note', 5_000),
  visibility: visibleTo('desk'),
} as const;

export type ContactFields = ValuesOf<typeof CONTACT_FIELDS>;

/** The fields of a question; as long as it has no day it is still to be asked. */
export const QUESTION_FIELDS = {
  question: paragraph('Question', 5_000),
  askedOn: day('Asked on'),
  deadline: day('Answer by'),
} as const;

export type QuestionFields = ValuesOf<typeof QUESTION_FIELDS>;

/** What came of a question. */
export const ANSWERS = {
  confirms: 'Confirms it',
  disputes: 'Disputes it',
  replied: 'Replied otherwise',
  declined: 'Declined to comment',
  none: 'No reply',
} as const;

/** The fields of an answer. */
export const ANSWER_FIELDS = {
  answer: oneOf('What came of it', ANSWERS),
  words: paragraph('Their words', 10_000),
  answeredOn: day('Answered on'),
} as const;

export type AnswerFields = ValuesOf<typeof ANSWER_FIELDS>;

/** What came of an attempt to reach somebody. */
export const RESULTS = {
  reached: 'Reached',
  sent: 'Sent',
  left: 'Left a message',
  missed: 'Not reached',
} as const;

/** The fields of an attempt to reach somebody. */
export const ATTEMPT_FIELDS = {
  triedOn: day('On'),
  by: oneOf('Channel', CHANNELS),
  result: oneOf('What came of it', RESULTS),
  note: line('Note', 500),
} as const;

export type AttemptFields = ValuesOf<typeof ATTEMPT_FIELDS>;

/** A line of a contact's log, signed; struck out it does not count any more and stays (T5). */
export interface LogLine extends Signature {
  readonly id: string;
  readonly withdrawn?: Signature;
}

export interface Attempt extends LogLine, AttemptFields {}

export interface Answer extends LogLine, AnswerFields {}

/** What is asked about one claim, with every answer to it, the latest last. */
export interface Question extends LogLine, QuestionFields {
  readonly claim: string;
  readonly answers: readonly Answer[];
  /** Who last changed its fields. */
  readonly revised?: Signature;
}

/** Somebody who is asked about claims, with the log of it. */
export interface Contact extends ContactFields, Shown {
  readonly id: string;
  readonly reviewer: string;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  readonly attempts: readonly Attempt[];
  readonly questions: readonly Question[];
  readonly revised?: Signature;
  readonly withdrawn?: Signature;
}

/** A question with whom it is for, and the answer that stands: the latest that was not struck out. */
export interface Asked {
  readonly contact: Contact;
  readonly question: Question;
  readonly answer?: Answer;
}

type Contacts = ReadonlyMap<string, Contact>;

/** Whether a line of a log counts. */
export const stands = ({ withdrawn }: LogLine): boolean => !withdrawn;

/** The questions of a contact that stand, each with its answer, in the order in which they were put down. */
export const askedOf = (contact: Contact): readonly Asked[] =>
  contact.questions.filter(stands).map((question) => {
    const answer = question.answers.findLast(stands);
    return { contact, question, ...(answer && { answer }) };
  });

const inOrder = (one: Asked, other: Asked): number =>
  one.question.at.localeCompare(other.question.at) || (one.question.id < other.question.id ? -1 : 1);

const known = new WeakMap<Contacts, ReadonlyMap<string, readonly Asked[]>>();

const byClaim = (contacts: Contacts): ReadonlyMap<string, readonly Asked[]> => {
  const all = [...contacts.values()].filter((contact) => !contact.withdrawn).flatMap(askedOf);
  const found = Map.groupBy(all.sort(inOrder), ({ question }) => question.claim);
  known.set(contacts, found);
  return found;
};

/** What was asked about a claim and stands, oldest first; the same list as long as the table is the same. */
export const askedAbout = (contacts: Contacts, claim: string): readonly Asked[] =>
  (known.get(contacts) ?? byClaim(contacts)).get(claim) ?? [];

const SAYS_NOTHING: readonly Answer['answer'][] = ['declined', 'none', ''];

/** The answers about a claim that say something about it, by their contact and id, sorted: a verdict is bound to them (T8). */
export const answersAbout = (contacts: Contacts, claim: string): readonly string[] =>
  askedAbout(contacts, claim)
    .flatMap(({ contact, answer }) =>
      answer && !SAYS_NOTHING.includes(answer.answer) ? [`${contact.id}/${answer.id}`] : [],
    )
    .sort();

/** How it stands with a question on a day (`2026-03-01`): still to be asked, waited for, overdue, or answered. */
export const questionState = (
  { question, answer }: Asked,
  today: string,
): 'planned' | 'waiting' | 'overdue' | 'answered' => {
  if (answer) return 'answered';
  if (question.askedOn === '') return 'planned';
  const { deadline } = question;
  return deadline !== '' && deadline < today.slice(0, deadline.length) ? 'overdue' : 'waiting';
};

/** The first day until which a reply about a claim is waited for; empty where none is. */
export const replyBy = (contacts: Contacts, claim: string): string =>
  askedAbout(contacts, claim)
    .filter(({ question, answer }) => !answer && question.askedOn !== '' && question.deadline !== '')
    .map(({ question }) => question.deadline)
    .sort()
    .at(0) ?? '';

/** The claim of a question of a contact, or of one of its answers. */
export const claimOfLine = (contact: Contact | undefined, line: string): string | undefined =>
  contact?.questions.find(({ id, answers }) => id === line || answers.some((answer) => answer.id === line))?.claim;

/** What a contact is called where there is little room. */
export const contactName = ({ person, role }: ContactFields): string => person || role;
